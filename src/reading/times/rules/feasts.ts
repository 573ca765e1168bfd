import { isCapital, reads, type Words, year } from '../words.js';
import { whichAt, yearStep } from './pieces.js';
import type { Rule } from './rule.js';

/** "Palm Sunday", "New Year's Eve 2023", "last Christmas". */
const feast: Rule = {
  name: 'feast',
  read(words, at) {
    const which = whichAt(words, at);
    const start = which?.next ?? at;
    if (!isCapital(words, start)) return undefined;
    const feasts = words.vocabulary.feasts.get(words.lower[start] ?? '');
    const found = feasts?.find((each) => reads(words, start, ...each.words));
    if (found === undefined) return undefined;
    const next = start + found.words.length;
    if (isThing(words, next)) return undefined;
    const written = year(words, words.lower[next] === 'of' || words.lower[next] === ',' ? next + 1 : next);
    const inYear = written ? undefined : yearStep(words, next);
    const { month, day, fromEaster } = found;
    return {
      first: at,
      last: written?.next ?? inYear?.next ?? next,
      meaning: {
        is: 'feast',
        name: words.tokens
          .slice(start, next)
          .map((token) => token.text)
          .join(' ')
          .replace(/ (?=['’])/g, ''),
        month,
        day,
        ...(fromEaster !== undefined && { fromEaster }),
        ...(written && { year: written.value }),
        ...(which && { which: which.value }),
        ...(inYear && { inYear: inYear.value }),
      },
    };
  },
};

/** "a Christmas market", "the Easter Bunny": a thing of that kind, whatever its day. */
function isThing(words: Words, at: number): boolean {
  return /^(?:market|markets|tree|trees|card|cards|carols?|songs?|movies?|gifts?|bunny|eggs?|island|party)$/.test(
    words.lower[at] ?? '',
  );
}

export const feastRules: readonly Rule[] = [feast];
