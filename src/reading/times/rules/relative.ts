import type { Anchor, Found, Meaning, Portion, StepMeaning } from '../meaning.js';
import { byWord, isDash, ordinalNumber, type Read, reads, touches, type Words } from '../words.js';
import { portionAt } from './pieces.js';
import type { Rule } from './rule.js';

const DAY_WORDS = byWord<readonly [steps: number, part?: string]>({
  yesterday: [-1],
  today: [0],
  tonight: [0, 'TNI'],
  tomorrow: [1],
});

function dayStep(steps: number, from: Anchor, part?: string): Meaning {
  const step: StepMeaning = { is: 'step', unit: 'day', steps, from };
  return part === undefined ? step : { is: 'of day', day: step, part };
}

/** "today", "yesterday", "tonight", "the day before yesterday", "the day after tomorrow". */
const dayWord: Rule = {
  name: 'today and its neighbours',
  read(words, at) {
    const start = words.lower[at] === 'the' ? at + 1 : at;
    if (reads(words, start, 'day', 'before', 'yesterday'))
      return { first: at, last: start + 3, meaning: dayStep(-2, 'publication') };
    if (reads(words, start, 'day', 'after', 'tomorrow'))
      return { first: at, last: start + 3, meaning: dayStep(2, 'publication') };
    const found = DAY_WORDS[words.lower[at] ?? ''];
    // "USA Today", "Russia Today": a name.
    const isName = /^Today$/.test(words.tokens[at]?.text ?? '') && words.tags[at - 1] === 'PROPN';
    if (found === undefined || isName) return undefined;
    return { first: at, last: at + 1, meaning: dayStep(found[0], 'publication', found[1]) };
  },
};

const WHICH = byWord<readonly [steps: number, from: Anchor]>({
  last: [-1, 'publication'],
  past: [-1, 'publication'],
  this: [0, 'publication'],
  next: [1, 'publication'],
  coming: [1, 'publication'],
  current: [0, 'publication'],
  that: [0, 'mention'],
  same: [0, 'mention'],
  following: [1, 'mention'],
  previous: [-1, 'mention'],
  preceding: [-1, 'mention'],
});

const SIDES = byWord<StepMeaning['side']>({ earlier: 'earlier', later: 'later' });

/** "last month", "this week", "that night", "the same day", "the next day", "the previous week", "earlier this year". */
const named: Rule = {
  name: 'the unit before, of or after',
  read(words, at) {
    const side = sideAt(words, at);
    const portion = side ? undefined : portionAt(words, at);
    const start = side?.next ?? portion?.next ?? at;
    const hasArticle = words.lower[start] === 'the' || reads(words, start, 'that', 'same');
    const named = hasArticle ? start + 1 : start;
    const key = words.lower[named] ?? '';
    // "next week" is next to this week; "the next day" follows the last day mentioned.
    const which = hasArticle && key === 'next' ? WHICH.following : WHICH[key];
    if (which !== undefined) return stepOf(words, at, named + 1, which, side?.value, portion?.value);
    return hasArticle ? ofTheUnit(words, at, named, side?.value, portion?.value) : undefined;
  },
};

/** "so far ", "earlier ", "later on ", "later in " in front of "this week" or "the day". */
function sideAt(words: Words, at: number): Read<NonNullable<StepMeaning['side']>> | undefined {
  if (reads(words, at, 'so', 'far')) return { value: 'so far', next: at + 2 };
  const value = SIDES[words.lower[at] ?? ''];
  if (value === undefined) return undefined;
  return { value, next: /^(?:on|in)$/.test(words.lower[at + 1] ?? '') ? at + 2 : at + 1 };
}

function stepOf(
  words: Words,
  first: number,
  at: number,
  [steps, from]: readonly [number, Anchor],
  side: StepMeaning['side'],
  portion: Portion | undefined,
): Found | undefined {
  const part = words.terms[at]?.part;
  const isNight = words.lower[at] === 'night';
  if (part?.code.startsWith('T') && (part.stands === 'in' || from === 'mention')) {
    // "last night" is the night before publication; "this evening" is today's; "last evening" yesterday's.
    return { first, last: at + 1, meaning: dayStep(steps, from, part.code) };
  }
  const counted = words.terms[at]?.unit;
  if (
    counted === undefined ||
    isNight ||
    counted.plural ||
    /^(?:second|minute|hour|quarter)$/.test(counted.unit)
  )
    return undefined;
  // "this year-long dispute"; but "two disasters this year - the floods and the fire".
  const isGlued = isDash(words, at + 1) && touches(words, at + 1);
  if (counted.times > 2 || isGlued) return undefined;
  return {
    first,
    last: at + 1,
    meaning: {
      is: 'step',
      unit: counted.unit,
      steps: steps * counted.times,
      from,
      ...(side && { side }),
      ...(portion && { portion }),
    },
  };
}

/** "ended the day", "started the day": the day told of, whole. */
const FILLS = /^(?:end(?:ed|ing|s)?|finish(?:ed|ing|es)?|clos(?:ed|ing|es|e)|start(?:ed|ing|s)?)$/;

/** "the end of the month", "the beginning of the year", "earlier in the day", "later in the week". */
function ofTheUnit(
  words: Words,
  first: number,
  at: number,
  side: StepMeaning['side'],
  portion: Portion | undefined,
): Found | undefined {
  const counted = words.terms[at]?.unit;
  if (counted === undefined || counted.plural) return undefined;
  const isFilled = counted.unit === 'day' && FILLS.test(words.lower[first - 1] ?? '');
  if (side === undefined && portion === undefined && !isFilled) return undefined;
  if (!/^(?:day|week|month|year)$/.test(counted.unit) || words.lower[at + 1] === 'of') return undefined;
  const from: Anchor = counted.unit === 'day' ? 'mention' : 'story';
  const meaning: Meaning = {
    is: 'step',
    unit: counted.unit,
    steps: 0,
    from,
    ...(side && counted.unit !== 'day' && { side }),
    ...(portion && { portion }),
  };
  return { first, last: at + 1, meaning };
}

/** "over the weekend", "at the weekend": the one that was last, or is now. */
const weekend: Rule = {
  name: 'the weekend',
  opens: 'the',
  read(words, at) {
    if (
      !reads(words, at, 'the', 'weekend') ||
      words.lower[at + 2] === 'of' ||
      words.lower[at + 2] === 'before'
    )
      return undefined;
    return {
      first: at,
      last: at + 2,
      meaning: { is: 'step', unit: 'weekend', steps: 0, from: 'publication' },
    };
  },
};

/** "since then": from the last day mentioned. */
const then: Rule = {
  name: 'then',
  read(words, at) {
    if (words.lower[at] !== 'then' || !/^(?:since|until)$/.test(words.lower[at - 1] ?? '')) return undefined;
    return { first: at, last: at + 1, meaning: dayStep(0, 'mention') };
  },
};

/** "month's end", "by year's end", "the week's end". */
const unitsEnd: Rule = {
  name: 'the end of the unit that is',
  read(words, at) {
    const counted = words.terms[at]?.unit;
    if (counted === undefined || counted.plural || !/^(?:week|month|year)$/.test(counted.unit))
      return undefined;
    if (!reads(words, at + 1, "'s", 'end') || counted.times > 1) return undefined;
    const meaning = { is: 'step', unit: counted.unit, steps: 0, from: 'story', portion: 'end' } as const;
    return { first: at, last: at + 3, meaning };
  },
};

/** "for a second consecutive day", "the third straight week", "gains for a fourth week in a row": the one that is now. */
const inARow: Rule = {
  name: 'one of a row, up to now',
  read(words, at) {
    const start = /^(?:a|the)$/.test(words.lower[at] ?? '') ? at + 1 : at;
    const isNear =
      words.terms[start + 1]?.unit ?? words.terms[start + 2]?.unit ?? words.terms[start + 4]?.unit;
    const ordinal = isNear && ordinalNumber(words, start);
    if (ordinal === undefined) return undefined;
    const isNamed = /^(?:consecutive|straight|successive)$/.test(words.lower[ordinal.next] ?? '');
    const next = isNamed ? ordinal.next + 1 : ordinal.next;
    const counted = words.terms[next]?.unit;
    if (counted === undefined || counted.plural || !/^(?:day|week|month|year)$/.test(counted.unit))
      return undefined;
    if (!isNamed && !reads(words, next + 1, 'in', 'a', 'row')) return undefined;
    const meaning = { is: 'step', unit: counted.unit, steps: 0, from: 'story' } as const;
    return { first: at, last: next + 1, meaning };
  },
};

export const relativeRules: readonly Rule[] = [dayWord, then, named, weekend, unitsEnd, inARow];
