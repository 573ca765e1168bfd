import type { Amount, Anchor, StepMeaning } from '../meaning.js';
import type { Term } from '../vocabulary.js';
import { amount, byWord, reads, unit, type Words } from '../words.js';
import { afterThe } from './pieces.js';
import type { Rule } from './rule.js';

const DIRECTIONS = byWord<readonly [direction: -1 | 1, from: Anchor]>({
  ago: [-1, 'publication'],
  earlier: [-1, 'mention'],
  previously: [-1, 'mention'],
  previous: [-1, 'mention'],
  prior: [-1, 'mention'],
  before: [-1, 'mention'],
  later: [1, 'mention'],
  afterwards: [1, 'mention'],
  afterward: [1, 'mention'],
  after: [1, 'mention'],
  on: [1, 'mention'],
  thereafter: [1, 'mention'],
});

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
    const isFree = isShort || standsFree(words, counts.next, many?.value);
    // "a day earlier than planned" is counted from the plan.
    if (direction === undefined || !isFree || words.lower[counts.next + 1] === 'than') return undefined;
    const step = stepOf(counts.value, many?.value, direction);
    const last = counts.next + 1;
    if (article === at) return { first: at, last, meaning: step };
    const day: StepMeaning = { ...step, counted: false };
    const isNight = counts.value.unit === 'night';
    return { first: at, last, meaning: isNight ? { is: 'of day', day, part: 'TNI' } : day };
  },
};

function stepOf(
  { unit, times, plural }: NonNullable<Term['unit']>,
  many: Amount | undefined,
  [sign, from]: readonly [direction: -1 | 1, from: Anchor],
): StepMeaning {
  const { number, vague } = many ?? uncounted(plural);
  return {
    is: 'step',
    unit,
    steps: sign * number * times,
    from,
    counted: true,
    ...(vague && { vague: true }),
    ...(times >= 10 && { years: times }),
  };
}

/** "days" without a number are three at least; "the day" is one. */
export function uncounted(plural: boolean): Amount {
  return { number: plural ? 3 : 1, vague: plural };
}

/** "two days after the vote" counts from the vote, of which nothing is known here; "two days after," from the last day. */
function standsFree(words: Words, at: number, many: Amount | undefined): boolean {
  const word = words.lower[at] ?? '';
  if (!/^(?:before|after|on|prior)$/.test(word)) return true;
  const next = words.lower[at + 1] ?? '.';
  if (word === 'prior') return next !== 'to';
  // "The night before he had been warned": there "before" is an adverb.
  if (words.labels[at] === 'advmod' && /^(?:PRON|DET|NOUN|PROPN)$/.test(words.tags[at + 1] ?? ''))
    return true;
  if (word === 'on') return many !== undefined && /^[.,;:)]$/.test(next);
  return /^(?:[.,;:)”"’]|in|at|near|when|and|but|by)$/.test(next);
}

const REACHES = byWord<-1 | 1>({
  past: -1,
  last: -1,
  recent: -1,
  previous: -1,
  coming: 1,
  next: 1,
  following: 1,
});

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
    // "the past five trading days".
    const isKind = many && /^(?:trading|working|consecutive|straight)$/.test(words.lower[many.next] ?? '');
    const counts = unit(words, many ? many.next + (isKind ? 1 : 0) : start + 1);
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
    !reads(words, start, 'next', 'day') &&
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

export const countedRules: readonly Rule[] = [counted, reach, within];
