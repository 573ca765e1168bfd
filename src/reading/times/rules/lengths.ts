import type { Amount, Found, Unit } from '../meaning.js';
import { amount, isDash, type Read, reads, unit, type Words } from '../words.js';
import type { Rule } from './rule.js';

/** "three weeks", "48-hour", "six straight days", "two and a half years". Not an age: "45-day-old", "two years old". */
const duration: Rule = {
  name: 'length of time',
  read(words, at) {
    const many = amount(words, at);
    const half = many && halfBehind(words, many);
    const counts = many && unit(words, half?.next ?? afterAdjective(words, many.next));
    if (counts === undefined || many === undefined) return undefined;
    const { unit: counted, times } = counts.value;
    if (!isLength(words, at, many, counts) || isAge(words, counts.next)) return undefined;
    const more = reads(words, counts.next, 'and', 'a', 'half');
    const number = ((half?.value ?? many.value.number) + (more ? 0.5 : 0)) * times;
    return lengthFound(at, counts.next + (more ? 3 : 0), counted, { ...many.value, number });
  },
};

function isLength(
  words: Words,
  at: number,
  many: Read<Amount>,
  counts: ReturnType<typeof unit> & object,
): boolean {
  const { unit: counted, plural } = counts.value;
  const isHyphened = counts.next - many.next > 1 && isDash(words, counts.next - 2);
  const isArticle = /^an?$/.test(words.lower[at] ?? '');
  const isOne = many.value.number === 1;
  // "its worst single-day loss"; "a single day" begins at its article.
  if (words.lower[at] === 'single' && !isHyphened) return false;
  if (isDash(words, at - 1) || (counted === 'quarter' && !plural)) return false;
  // "a 20-year man": with "a" a plural is no length ("a days"), and without it a singular is one only before its noun.
  if (plural) return !(isArticle && isOne);
  if (!isHyphened && !isOne && !/^(?:NOUN|ADJ)$/.test(words.tags[counts.next] ?? '')) return false;
  const isLong = !/^(?:second|minute|hour)$/.test(counted);
  return !(isArticle && !isHyphened && isLong && isRate(words, at, counts.next));
}

/** The token after "straight", "more", "consecutive", "long" between a number and its unit. */
function afterAdjective(words: Words, at: number): number {
  return /^(?:JJR?|VBG)$/.test(words.penn[at] ?? '') && words.terms[at]?.unit === undefined ? at + 1 : at;
}

/** "two and a half ", "two-and-a-half-". */
function halfBehind(words: Words, many: Read<Amount>): Read<number> | undefined {
  const spelt = words.lower.slice(many.next, many.next + 7).join(' ');
  const half = /^(?:- )?and (?:- )?a (?:- )?half/.exec(spelt)?.[0];
  return half === undefined
    ? undefined
    : { value: many.value.number + 0.5, next: many.next + half.split(' ').length };
}

/** "twice a week", "50 a day": how often, not how long. A length with "a" stands after "for", "in" or "within", or before "after". */
function isRate(words: Words, at: number, next: number): boolean {
  if (/^(?:after|before|since)$/.test(words.lower[next] ?? '')) return false;
  return !/^(?:for|in|within|after|than|over|about|nearly|almost|half|lasted|during|of|took|take|takes|spent|spend|around)$/.test(
    words.lower[at - 1] ?? '',
  );
}

function isAge(words: Words, at: number): boolean {
  return (
    words.lower[isDash(words, at) ? at + 1 : at] === 'old' ||
    (/^(?:olds|of)$/.test(words.lower[at + 1] ?? '') && words.lower[at + 2] === 'age')
  );
}

/** "half an hour", "half a century", "half-century". */
const half: Rule = {
  name: 'half a unit',
  read(words, at) {
    if (words.lower[at] !== 'half') return undefined;
    const article = /^an?$/.test(words.lower[at + 1] ?? '') || isDash(words, at + 1) ? at + 2 : at + 1;
    const counts = article > at + 1 ? unit(words, article) : undefined;
    if (counts === undefined || counts.value.plural) return undefined;
    const { unit: counted, times } = counts.value;
    // TIMEX3 writes half an hour as thirty minutes and half a year as six months.
    const [smaller, each] = HALVES[counted] ?? [counted, 0.5];
    return lengthFound(at, counts.next, smaller, { number: each * times, vague: false });
  },
};

const HALVES: Readonly<Partial<Record<Unit, readonly [Unit, number]>>> = {
  minute: ['second', 30],
  hour: ['minute', 30],
  year: ['month', 6],
};

/** "for months", "in years", "within hours", "decades of war", "over the years", "decades-long": many, nobody says how many. */
const uncounted: Rule = {
  name: 'length without a number',
  read(words, at) {
    const start = words.lower[at] === 'the' ? at + 1 : at;
    const counts = words.terms[start]?.unit;
    if (counts === undefined || counts.unit === 'second') return undefined;
    const amountOf = { number: counts.plural ? 3 * counts.times : counts.times, vague: counts.plural };
    if (start === at && isDash(words, at + 1) && words.lower[at + 2] === 'long')
      return lengthFound(at, at + 3, counts.unit, amountOf);
    if (!counts.plural || /^(?:weekend|quarter)$/.test(counts.unit)) return undefined;
    return isPlaced(words, at, start) ? lengthFound(at, start + 1, counts.unit, amountOf) : undefined;
  },
};

/** "for months", "in just minutes", "over the years", "days after the raid": not "days" anywhere. */
function isPlaced(words: Words, at: number, start: number): boolean {
  const before = words.lower[at - 1] ?? '';
  if (start > at) return before === 'over';
  if (/^(?:after|before)$/.test(words.lower[at + 1] ?? '')) return true;
  const opener = /^(?:just|mere|only)$/.test(before) ? (words.lower[at - 2] ?? '') : before;
  return /^(?:for|in|within|over|after|of|takes?|took|spent)$/.test(opener);
}

/** The 60 of "between 60 and 90 days", the "three" of "three or four years": the unit stands once, for both. */
const shared: Rule = {
  name: 'length that shares its unit',
  read(words, at) {
    const many = amount(words, at);
    if (many === undefined || many.value.vague || /^an?$/.test(words.lower[at] ?? '')) return undefined;
    if (!(isDash(words, many.next) || /^(?:and|or|to)$/.test(words.lower[many.next] ?? ''))) return undefined;
    const isAnd = words.lower[many.next] === 'and' && words.lower[at - 1] !== 'between';
    const second = amount(words, many.next + 1);
    const counts = second && !second.value.vague ? unit(words, second.next) : undefined;
    if (isAnd || counts === undefined || second === undefined || second.value.number <= many.value.number)
      return undefined;
    if (isAge(words, counts.next) || !counts.value.plural) return undefined;
    const number = many.value.number * counts.value.times;
    return lengthFound(at, many.next, counts.value.unit, { number, vague: false });
  },
};

function lengthFound(first: number, last: number, unit: Unit, amount: Amount): Found {
  return { first, last, meaning: { is: 'duration', unit, amount } };
}

/** "the rest of the week", "the remainder of the year". */
const rest: Rule = {
  name: 'the rest of a unit',
  read(words, at) {
    const start = words.lower[at] === 'the' ? at + 1 : at;
    if (!/^(?:rest|remainder)$/.test(words.lower[start] ?? '') || !reads(words, start + 1, 'of', 'the'))
      return undefined;
    const counted = words.terms[start + 3]?.unit;
    if (counted === undefined || counted.plural || !/^(?:day|week|month|year)$/.test(counted.unit))
      return undefined;
    const meaning = { is: 'step', unit: counted.unit, steps: 0, from: 'story', side: 'later' } as const;
    return { first: at, last: start + 4, meaning };
  },
};

export const lengthRules: readonly Rule[] = [duration, half, uncounted, shared, rest];
