import type { Found, PeriodMeaning, StepMeaning } from '../meaning.js';
import { digits, isDash, ordinalNumber, type Read, reads, type Words, year } from '../words.js';
import { afterAdverb, afterThe, thatAt, whichAt, yearStep } from './pieces.js';
import type { Rule } from './rule.js';
import { beforeChrist } from './years.js';

/** "last summer", "in the autumn of 2022", "this spring", "winter 2023", "that summer". */
const season: Rule = {
  name: 'season',
  read(words, at) {
    const article = afterAdverb(words, afterThe(words, at));
    const which = whichAt(words, at) ?? whichAt(words, article);
    const that = thatAt(words, article) ?? thatAt(words, at);
    const start = which?.next ?? that?.next ?? article;
    const found = words.terms[start]?.season;
    if (found === undefined || isDash(words, start + 1)) return undefined;
    const { last, ...years } = yearAround(words, start + 1, that?.value);
    const isBare = which === undefined && years.year === undefined && years.inYear === undefined;
    if (isBare && !isSeasonAlone(words, at, start)) return undefined;
    // Of "the winter offensive" the time is "winter".
    const first = isBare && /^(?:NOUN|PROPN)$/.test(words.tags[start + 1] ?? '') ? start : at;
    const { code, firstMonth } = found;
    const meaning = { is: 'period', code, firstMonth, months: 3, ...years } as const;
    return { first, last, meaning: which ? { ...meaning, which: which.value } : meaning };
  },
};

/** The year that stands behind a season, as a number or as "last year"; else that of "that" in front of it. */
function yearAround(
  words: Words,
  next: number,
  that: StepMeaning | undefined,
): { last: number } & Pick<PeriodMeaning, 'year' | 'inYear'> {
  const written = yearBehind(words, next);
  if (written) return { last: written.next, year: written.value };
  const step = yearStep(words, next);
  const inYear = step?.value ?? that;
  return { last: step?.next ?? next, ...(inYear && { inYear }) };
}

/** " 2022", " of 2022", " of 481 BC". */
function yearBehind(words: Words, at: number): Read<number> | undefined {
  const start = words.lower[at] === 'of' ? at + 1 : at;
  const number = digits(words, start);
  const era = number === undefined ? undefined : beforeChrist(words, start + 1);
  return number !== undefined && era !== undefined ? { value: 1 - number, next: era } : year(words, start);
}

/** "in spring", "over the summer", "the winter offensive"; but not "in spring water", "the fall of Kabul" or "in fall". */
function isSeasonAlone(words: Words, at: number, start: number): boolean {
  const before = words.lower[at - 1] ?? '';
  const word = words.lower[start] ?? '';
  if (words.lower[start + 1] === 'of') return false;
  // "a winter storm", "the Summer Olympics": a kind of thing, whatever its date.
  if (
    /^(?:storms?|weather|olympics?|games|sports?|palace|school|camp|clothes|coats?|boots|wheat|crops?)$/.test(
      words.lower[start + 1] ?? '',
    )
  )
    return false;
  if (/^(?:summer|winter|autumn)$/.test(word)) return true;
  const isPlaced =
    start > at
      ? /^(?:in|since|during|until|by|over|before|after|from|throughout|through|spent)$/
      : /^(?:in|since|by|until)$/;
  const isNounNext = /^(?:NOUN|PROPN)$/.test(words.tags[start + 1] ?? '');
  // "the Spring Offensive", "spring planting".
  if (
    word === 'spring' &&
    /^(?:offensives?|campaigns?|planting|elections?|meetings?|term|season|training)$/.test(
      words.lower[start + 1] ?? '',
    )
  )
    return true;
  if (!isPlaced.test(before) || (word === 'fall' && start === at)) return false;
  return !isNounNext;
}

/** "the third quarter of 2023", "Q1 2023", "the first half of the year", "the second half of 2024". */
const quarter: Rule = {
  name: 'quarter',
  read(words, at) {
    const start = afterThe(words, at);
    const short = /^q([1-4])$/.exec(words.lower[start] ?? '');
    // "the final quarter of 2009".
    const isFinal = words.lower[start] === 'final' && words.lower[start + 1] === 'quarter';
    const ordinal = isFinal ? { value: 4, next: start + 1 } : ordinalNumber(words, start);
    const dash = ordinal && isDash(words, ordinal.next) ? 1 : 0;
    const unit = words.lower[(ordinal?.next ?? -1) + dash];
    const number = short ? Number(short[1]) : (ordinal?.value ?? 0);
    const isHalf = unit === 'half';
    if (!short && !(unit === 'quarter' && number <= 4) && !(isHalf && number <= 2)) return undefined;
    return quarterYear(
      words,
      at,
      short ? start + 1 : (ordinal?.next ?? start) + 1 + dash,
      isHalf ? 6 : 3,
      number,
    );
  },
};

function quarterYear(
  words: Words,
  at: number,
  next: number,
  months: 3 | 6,
  number: number,
): Found | undefined {
  const written = year(words, words.lower[next] === 'of' ? next + 1 : next);
  const inYear = yearStep(words, next);
  const thisYear = reads(words, next, 'of', 'the', 'year')
    ? ({ is: 'step', unit: 'year', steps: 0, from: 'publication' } as const)
    : undefined;
  // "the third quarter" of a match, "the first half" of anything: only with its year.
  if (!written && !inYear && !thisYear)
    return isBusiness(words, at, next, months) ? businessQuarter(at, next, number) : undefined;
  const last = written?.next ?? inYear?.next ?? next + 3;
  const step = inYear?.value ?? thisYear;
  return {
    first: at,
    last,
    meaning: {
      is: 'period',
      code: `${months === 3 ? 'Q' : 'H'}${number}`,
      firstMonth: (number - 1) * months + 1,
      months,
      ...(written && { year: written.value }),
      ...(step && { inYear: step }),
    },
  };
}

/** Words of a match, and how far from its quarter they may stand. */
const MATCH = /^(?:game|match|touchdown|goal|scored|yards?|final|team|coach)$/;
const NEARBY = 20;

/** "in the fourth quarter", "third-quarter profit": a quarter of the year where no match is on. */
function isBusiness(words: Words, at: number, next: number, months: 3 | 6): boolean {
  if (months !== 3 || /^q/.test(words.lower[at] ?? '')) return false;
  if (isDash(words, next - 2)) return words.tags[next] === 'NOUN';
  const isNounNext = /^(?:NOUN|PROPN)$/.test(words.tags[next] ?? '');
  const nearby = words.lower.slice(Math.max(0, at - NEARBY), next + NEARBY);
  const isMatch = nearby.some((word) => MATCH.test(word));
  return (
    !isMatch &&
    words.lower[next] !== 'of' &&
    (isNounNext || /^(?:in|for|during|of|from|by|since|until|to)$/.test(words.lower[at - 1] ?? ''))
  );
}

function businessQuarter(first: number, last: number, number: number): Found {
  return {
    first,
    last,
    meaning: { is: 'period', code: `Q${number}`, firstMonth: (number - 1) * 3 + 1, months: 3 },
  };
}

export const seasonRules: readonly Rule[] = [season, quarter];
