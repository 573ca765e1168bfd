import type { Amount, Anchor, Found, Meaning, Portion, StepMeaning } from '../meaning.js';
import { amount, isDash, type Read, reads, unit, type Words } from '../words.js';
import { afterThe, portionAt } from './pieces.js';
import type { Rule } from './rule.js';

const DAY_WORDS: Readonly<Record<string, readonly [steps: number, part?: string]>> = {
  yesterday: [-1],
  today: [0],
  tonight: [0, 'TNI'],
  tomorrow: [1],
};

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

const WHICH: Readonly<Record<string, readonly [steps: number, from: Anchor]>> = {
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
};

const SIDES: Readonly<Record<string, StepMeaning['side']>> = { earlier: 'earlier', later: 'later' };

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
  if (counted.times > 2 || isDash(words, at + 1)) return undefined;
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

/** "the end of the month", "the beginning of the year", "earlier in the day", "later in the week". */
function ofTheUnit(
  words: Words,
  first: number,
  at: number,
  side: StepMeaning['side'],
  portion: Portion | undefined,
): Found | undefined {
  const counted = words.terms[at]?.unit;
  if ((side === undefined && portion === undefined) || counted === undefined || counted.plural)
    return undefined;
  if (!/^(?:day|week|month|year)$/.test(counted.unit) || words.lower[at + 1] === 'of') return undefined;
  const from: Anchor = counted.unit === 'day' ? 'mention' : 'publication';
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

const DIRECTIONS: Readonly<Record<string, readonly [direction: -1 | 1, from: Anchor]>> = {
  ago: [-1, 'publication'],
  earlier: [-1, 'mention'],
  previously: [-1, 'mention'],
  prior: [-1, 'mention'],
  before: [-1, 'mention'],
  later: [1, 'mention'],
  afterwards: [1, 'mention'],
  afterward: [1, 'mention'],
  after: [1, 'mention'],
  on: [1, 'mention'],
  thereafter: [1, 'mention'],
};

/** "two days ago", "three weeks earlier", "a day later", "hours later", "the night before", "several days ago". */
const counted: Rule = {
  name: 'so many units before or after',
  read(words, at) {
    const article = afterThe(words, at);
    const many = article > at ? undefined : amount(words, at);
    const counts = unit(words, many?.next ?? article);
    if (counts === undefined) return undefined;
    // Without a number: "the day before", or "days before".
    if (many === undefined && counts.value.plural === article > at) return undefined;
    const direction = DIRECTIONS[words.lower[counts.next] ?? ''];
    // "hours after the announcement" is still the day of the announcement; days after it are not counted.
    const isShort = /^(?:hour|minute)$/.test(counts.value.unit);
    if (direction === undefined || !(isShort || standsFree(words, counts.next, many?.value)))
      return undefined;
    const count = many?.value ?? uncounted(counts.value.plural);
    const [sign, from] = direction;
    const meaning: StepMeaning = {
      is: 'step',
      unit: counts.value.unit,
      steps: sign * count.number * counts.value.times,
      from,
      counted: true,
      ...(count.vague && { vague: true }),
      ...(article > at && { counted: false }),
    };
    return { first: at, last: counts.next + 1, meaning };
  },
};

/** "days" without a number are three at least; "the day" is one. */
function uncounted(plural: boolean): Amount {
  return { number: plural ? 3 : 1, vague: plural };
}

/** "two days after the vote" counts from the vote, of which nothing is known here; "two days after," from the last day. */
function standsFree(words: Words, at: number, many: Amount | undefined): boolean {
  const word = words.lower[at] ?? '';
  if (!/^(?:before|after|on|prior)$/.test(word)) return true;
  const next = words.lower[at + 1] ?? '.';
  if (word === 'prior') return next !== 'to';
  if (word === 'on') return many !== undefined && /^[.,;:)]$/.test(next);
  return /^(?:[.,;:)”"’]|in|at|near|when|and|but|by)$/.test(next);
}

const REACHES: Readonly<Record<string, -1 | 1>> = {
  past: -1,
  last: -1,
  recent: -1,
  previous: -1,
  coming: 1,
  next: 1,
  following: 1,
};

/** "the last week of March" and "the last days of February" are pieces of a month, and no reach from now. */
function isPieceOf(words: Words, word: string, next: number): boolean {
  return words.lower[next] === 'of' && /^(?:last|previous|following)$/.test(word);
}

/** "in the past three days", "over the last week", "in recent weeks", "in the coming days", "the next 48 hours". */
const reach: Rule = {
  name: 'up to now, or from now on',
  read(words, at) {
    const start = afterThe(words, at);
    const word = words.lower[start] ?? '';
    const direction = REACHES[word];
    // "following weeks of protests": without "the" a preposition.
    const isPreposition = start === at && /^(?:following|previous)$/.test(word);
    if (direction === undefined || isPreposition) return undefined;
    const many = amount(words, start + 1);
    const counts = unit(words, many?.next ?? start + 1);
    if (counts === undefined || isPieceOf(words, word, counts.next)) return undefined;
    if (!many && !counts.value.plural && !isReachOfOne(words, at, start)) return undefined;
    const from = /^(?:previous|following)$/.test(word) ? 'mention' : 'publication';
    const value = many?.value ?? uncounted(counts.value.plural);
    return {
      first: at,
      last: counts.next,
      meaning: {
        is: 'reach',
        unit: counts.value.unit,
        amount: { ...value, number: value.number * counts.value.times },
        direction,
        from,
      },
    };
  },
};

/** "over the past week" reaches back seven days from now; "last week" is the week before this one. */
function isReachOfOne(words: Words, at: number, start: number): boolean {
  return (
    start > at &&
    /^(?:past|last|coming|next)$/.test(words.lower[start] ?? '') &&
    /^(?:in|over|during|within|for)$/.test(words.lower[at - 1] ?? '')
  );
}

/** "within hours", "within two days": from the last day mentioned on. */
const within: Rule = {
  name: 'within so many units',
  read(words, at) {
    if (words.lower[at] !== 'within') return undefined;
    const article = words.lower[at + 1] === 'the' ? at + 2 : at + 1;
    const many = amount(words, article);
    const counts = unit(words, many?.next ?? article);
    if (counts === undefined || (!many && !counts.value.plural && article === at + 1)) return undefined;
    const value = many?.value ?? uncounted(counts.value.plural);
    const last = counts.next;
    return {
      first: at,
      last,
      meaning: { is: 'reach', unit: counts.value.unit, amount: value, direction: 1, from: 'mention' },
    };
  },
};

/** "over the weekend", "at the weekend": the one that was last, or is now. */
const weekend: Rule = {
  name: 'the weekend',
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

export const relativeRules: readonly Rule[] = [dayWord, then, counted, reach, named, within, weekend];
