import type { Found } from '../meaning.js';
import { digits, isDash, ordinalNumber, type Read, touches, type Words, year } from '../words.js';
import { afterAdverb, afterThe, portionAt } from './pieces.js';
import type { Rule } from './rule.js';

/** "in 2019", "since 1995", "(2019)", "the 2022 invasion", "early 2024", "1955–1963". Not "2020 people" or "Boeing 737". */
const yearAlone: Rule = {
  name: 'year',
  read(words, at) {
    const portion = portionAt(words, at);
    const start = portion?.next ?? at;
    const written = year(words, start);
    const isGlued = touches(words, start) && /^[,.:/$£€]$/.test(words.lower[start - 1] ?? '');
    if (!written || isGlued) return undefined;
    if (portion === undefined && !isYearHere(words, start)) return undefined;
    const meaning = {
      is: 'calendar',
      year: written.value,
      ...(portion && { portion: portion.value }),
    } as const;
    return { first: at, last: written.next, meaning };
  },
};

/** "since '82", "in '08": the century is that of living memory. */
const shortYear: Rule = {
  name: 'year in two digits',
  read(words, at) {
    if (!/^['‘’]$/.test(words.lower[at] ?? '') || !touches(words, at + 1)) return undefined;
    const match = /^(\d\d)$/.exec(words.lower[at + 1] ?? '');
    const isPlaced = /^(?:since|in|from|until|by|of)$/.test(words.lower[at - 1] ?? '');
    if (!match || !isPlaced || /^['‘’%]$/.test(words.lower[at + 2] ?? '')) return undefined;
    const number = Number(match[1]);
    return yearFound(at, at + 2, number + (number < 30 ? 2000 : 1900));
  },
};

/** "2012–13", "1975-76": the second year in two digits, the one that follows or a few years on. */
const shortRange: Rule = {
  name: 'years, the second in two digits',
  opens: 'digit',
  read(words, at) {
    const written = year(words, at);
    const short = words.lower[at + 2] ?? '';
    if (!written || !isDash(words, at + 1) || !/^\d\d$/.test(short)) return undefined;
    if (!touches(words, at + 1) || !touches(words, at + 2) || isDash(words, at + 3)) return undefined;
    const second = Math.floor(written.value / 100) * 100 + Number(short);
    // "2012-03" is a month, not nine years back.
    if (second <= written.value || (Number(short) <= 12 && second - written.value > 1)) return undefined;
    const parts = [yearFound(at, at + 1, written.value), yearFound(at + 2, at + 3, second)] as const;
    const meaning = { is: 'between', from: parts[0].meaning, to: parts[1].meaning } as const;
    return { first: at, last: at + 3, meaning, parts };
  },
};

const BEFORE_YEAR =
  /^(?:in|since|until|till|by|from|during|before|after|between|through|throughout|into|early|late|mid|circa|around|the|back|and|or|to|year|years|only|of|for|as|than|spring|summer|autumn|fall|winter)$/;

function isYearHere(words: Words, at: number): boolean {
  const [before, next] = [words.lower[at - 1] ?? '', words.lower[at + 1] ?? '.'];
  if (isInRange(words, at) || isHeading(words, at)) return true;
  if (countsHead(words, at) || /^(?:people|cases)$/.test(next)) return false;
  if (/^(?:in|since|during)$/.test(before)) return next !== 'of';
  // "2018 saw 11,187 accidents": at the head of a sentence, before its verb.
  if (at === 0) return /^(?:VERB|AUX)$/.test(words.tags[at + 1] ?? '');
  if (isEnclosed(words, at)) return true;
  if (isDash(words, at - 1)) return false;
  if (/^(?:NOUN|ADJ|PROPN)$/.test(words.tags[at + 1] ?? '')) return isModifier(words, at);
  return BEFORE_YEAR.test(before) && isModern(words, at, before);
}

/** "(2019)", "in 2019, 2020 and 2021". */
function isEnclosed(words: Words, at: number): boolean {
  const [before, next] = [words.lower[at - 1] ?? '', words.lower[at + 1] ?? '.'];
  if (/^[(/]$/.test(before)) return /^[)–\-,/;]$/.test(next);
  return before === ',' && year(words, at - 2) !== undefined && /^(?:,|and|or|\.)$/.test(next);
}

/** "1955–1963", "from 1619 to 1623", "(1751–1777)": two years, the second not long after the first. */
function isInRange(words: Words, at: number): boolean {
  const isJoint = (between: number) => isDash(words, between) || words.lower[between] === 'to';
  const follows = (from: number | undefined, to: number | undefined) =>
    from !== undefined && to !== undefined && from >= 1000 && to < 2200 && to > from && to - from < 150;
  const own = digits(words, at);
  if (isDash(words, at - 1) && isDash(words, at + 1)) return false;
  return (
    (isJoint(at + 1) && follows(own, digits(words, at + 2)) && !isDash(words, at - 1)) ||
    (isJoint(at - 1) && follows(digits(words, at - 2), own) && !isDash(words, at + 1))
  );
}

/** A line that is a year, or a year and a dash. */
function isHeading(words: Words, at: number): boolean {
  return at === 0 && words.tokens.length <= 2 && !/^\p{L}/u.test(words.lower[1] ?? '');
}

/** "the 1777 campaign", "its 1998 contract", "the 2022 protests": not "the 2000 troops". */
function isModifier(words: Words, at: number): boolean {
  const before = words.lower[at - 1] ?? '';
  const isPossessed = /^(?:the|his|her|its|their|our|a|an|this|'s|'|upcoming|early|late|mid|-)$/.test(before);
  return isPossessed || /^(?:JJ[RS]?|NNP|POS|PRP\$)$/.test(words.penn[at - 1] ?? '');
}

/** A year before 1900 needs a word such as "from" or "until" in front: "as 1600" and "for 1500" count something more often. */
function isModern(words: Words, at: number, before: string): boolean {
  if (/^(?:19|20)/.test(words.lower[at] ?? '')) return true;
  return /^(?:from|until|till|by|before|after|between|throughout|into|of|for|and|to|as|year|years|early|late|mid|spring|summer|autumn|fall|winter)$/.test(
    before,
  );
}

/** Whether it counts a noun: "2020 people", "1950 soldiers", "the 2000 young men", "for 1500 troops". */
function countsHead(words: Words, at: number): boolean {
  const head = words.heads[at] ?? -1;
  if (words.labels[at] === 'nummod' && head > at && isCounted(words, at, head)) return true;
  return isCounted(words, at, at + 1);
}

function isCounted(words: Words, at: number, head: number): boolean {
  if (words.penn[head] !== 'NNS' && !/^(?:people|men|women|children)$/.test(words.lower[head] ?? ''))
    return false;
  // "the 2022 protests", "the 1938 elections": a year of its own, but a round number counts after "the" too.
  return words.lower[at - 1] !== 'the' || /00$/.test(words.lower[at] ?? '');
}

/** "the 1990s", "1950s", "the late 1990s", "the '90s", "the 70s and 80s". */
const decade: Rule = {
  name: 'decade',
  read(words, at) {
    const start = afterAdverb(words, afterThe(words, at));
    const found = fullDecade(words, start) ?? shortDecade(words, start) ?? bareDecade(words, at, start);
    return found && { first: at, last: found.next, meaning: { is: 'era', first: found.value, years: 10 } };
  },
};

function fullDecade(words: Words, at: number): Read<number> | undefined {
  const match = /^((?:1[5-9]|20)\d)0(s?)$/.exec(words.lower[at] ?? '');
  if (match === null) return undefined;
  const value = Number(match[1]) * 10;
  if (match[2]) return { value, next: at + 1 };
  return words.lower[at + 1] === "'s" ? { value, next: at + 2 } : undefined;
}

function shortDecade(words: Words, at: number): Read<number> | undefined {
  const match = /^([2-9])0s$/.exec(words.lower[at + 1] ?? '');
  const isShort = match !== null && /^['‘’]$/.test(words.lower[at] ?? '') && touches(words, at + 1);
  return isShort ? { value: 1900 + Number(match[1]) * 10, next: at + 2 } : undefined;
}

/** "the 70s", "the 70s and 80s". A man "in his 70s" is of that age. */
function bareDecade(words: Words, at: number, start: number): Read<number> | undefined {
  const match = /^([2-9])0s$/.exec(words.lower[start] ?? '');
  const follows =
    /^(?:and|or|to)$/.test(words.lower[at - 1] ?? '') && /^[2-9]0s$/.test(words.lower[at - 2] ?? '');
  const hasArticle = words.lower[at] === 'the' || (follows && words.lower[at - 3] === 'the');
  return match && hasArticle ? { value: 1900 + Number(match[1]) * 10, next: start + 1 } : undefined;
}

/** "the 20th century", "nineteenth-century", "the 4th century BC". */
const century: Rule = {
  name: 'century',
  read(words, at) {
    const ordinal = ordinalNumber(words, afterThe(words, at));
    if (ordinal === undefined || ordinal.value < 2) return undefined;
    const unit = isDash(words, ordinal.next) ? ordinal.next + 1 : ordinal.next;
    if (!/^(?:century|centuries)$/.test(words.lower[unit] ?? '')) return undefined;
    const christ = beforeChrist(words, unit + 1);
    const first = christ ? 1 - ordinal.value * 100 : (ordinal.value - 1) * 100;
    return { first: at, last: christ ?? unit + 1, meaning: { is: 'era', first, years: 100 } };
  },
};

/** The token after "BC", "B.C.", "BCE", "B.C"; undefined where none of them stands here. */
export function beforeChrist(words: Words, at: number): number | undefined {
  const written = words.tokens[at]?.text ?? '';
  if (/^(?:BCE?|B\.C\.?(?:E\.?)?)$/.test(written)) return at + 1;
  return written === 'B' && words.lower[at + 1] === '.' && /^CE?$/.test(words.tokens[at + 2]?.text ?? '')
    ? at + 3
    : undefined;
}

/** "499 BC", "in 31 B.C.", "AD 79", "79 AD". */
const yearOfEra: Rule = {
  name: 'year before or after Christ',
  read(words, at) {
    const isAnno = /^A\.?D\.?$/.test(words.tokens[at]?.text ?? '');
    const number = digits(words, isAnno ? at + 1 : at);
    if (number === undefined || number === 0) return undefined;
    if (isAnno) return yearFound(at, at + 2, number);
    const christ = beforeChrist(words, at + 1);
    if (christ !== undefined) return yearFound(at, christ, 1 - number);
    if (/^(?:A\.?D\.?|CE|C\.E\.?)$/.test(words.tokens[at + 1]?.text ?? ''))
      return yearFound(at, at + 2, number);
    return sharedEra(words, at, number);
  },
};

/** The 499 of "499–493 BC", "from 264 to 241 BC": the era stands once, for both. */
function sharedEra(words: Words, at: number, number: number): Found | undefined {
  if (!isDash(words, at + 1) && !/^(?:to|and|or)$/.test(words.lower[at + 1] ?? '')) return undefined;
  const second = digits(words, at + 2);
  const isLater = second !== undefined && second < number && number - second < 150;
  return isLater && beforeChrist(words, at + 3) !== undefined ? yearFound(at, at + 1, 1 - number) : undefined;
}

function yearFound(first: number, last: number, year: number): Found {
  return { first, last, meaning: { is: 'calendar', year } };
}

export const yearRules: readonly Rule[] = [decade, century, yearOfEra, shortRange, shortYear, yearAlone];
