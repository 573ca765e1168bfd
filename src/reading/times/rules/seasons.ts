import type { Found } from '../meaning.js';
import { isDash, ordinalNumber, reads, type Words, year } from '../words.js';
import { afterAdverb, afterThe, thatAt, whichAt, yearStep } from './pieces.js';
import type { Rule } from './rule.js';

/** "last summer", "in the autumn of 2022", "this spring", "winter 2023", "that summer". */
const season: Rule = {
  name: 'season',
  read(words, at) {
    const article = afterAdverb(words, afterThe(words, at));
    const which = whichAt(words, article);
    const that = thatAt(words, article) ?? thatAt(words, at);
    const start = which?.next ?? that?.next ?? article;
    const found = words.terms[start]?.season;
    if (found === undefined || isDash(words, start + 1)) return undefined;
    const written = year(words, words.lower[start + 1] === 'of' ? start + 2 : start + 1);
    const step = written ? undefined : yearStep(words, start + 1);
    const inYear = step ?? (written ? undefined : that);
    if (!(which || written || inYear || isSeasonAlone(words, at, start))) return undefined;
    return {
      first: at,
      last: written?.next ?? step?.next ?? start + 1,
      meaning: {
        is: 'period',
        code: found.code,
        firstMonth: found.firstMonth,
        months: 3,
        ...(written && { year: written.value }),
        ...(which && { which: which.value }),
        ...(inYear && { inYear: inYear.value }),
      },
    };
  },
};

/** "in spring", "over the summer"; but not "in spring water", nor "the fall of Kabul" or "in fall". */
function isSeasonAlone(words: Words, at: number, start: number): boolean {
  const before = words.lower[at - 1] ?? '';
  const isPlaced =
    start > at ? /^(?:in|since|during|until|by|over|before|after|from)$/ : /^(?:in|since|by|until)$/;
  if (!isPlaced.test(before) || words.lower[start] === 'fall' || words.lower[start + 1] === 'of')
    return false;
  return !/^(?:NOUN|PROPN)$/.test(words.tags[start + 1] ?? '');
}

/** "the third quarter of 2023", "Q1 2023", "the first half of the year", "the second half of 2024". */
const quarter: Rule = {
  name: 'quarter',
  read(words, at) {
    const start = afterThe(words, at);
    const short = /^q([1-4])$/.exec(words.lower[start] ?? '');
    const ordinal = ordinalNumber(words, start);
    const unit = words.lower[ordinal?.next ?? -1];
    const number = short ? Number(short[1]) : (ordinal?.value ?? 0);
    const isHalf = unit === 'half';
    if (!short && !(unit === 'quarter' && number <= 4) && !(isHalf && number <= 2)) return undefined;
    return quarterYear(words, at, short ? start + 1 : (ordinal?.next ?? start) + 1, isHalf ? 6 : 3, number);
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
  if (!written && !inYear && !thisYear) return undefined;
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

export const seasonRules: readonly Rule[] = [season, quarter];
