import type { WeekdayMeaning } from '../meaning.js';
import { byWord, isCapital, reads } from '../words.js';
import type { Rule } from './rule.js';

const WHICH = byWord<WeekdayMeaning['which']>({
  last: 'last',
  past: 'last',
  this: 'this',
  next: 'next',
  coming: 'next',
  previous: 'before',
  preceding: 'before',
  following: 'after',
});

/** "Friday", "last Friday", "next Monday", "the previous Sunday", "the following Tuesday". "Fri" only beside a date. */
const weekday: Rule = {
  name: 'day of the week',
  read(words, at) {
    const article = words.lower[at] === 'the' ? at + 1 : at;
    const this_ =
      reads(words, article, 'this', 'past') || reads(words, article, 'this', 'coming')
        ? article + 1
        : article;
    // "the following Wednesday", but "following Wednesday's quake": there it is a preposition.
    const isPreposition =
      article === at && /^(?:following|preceding|previous)$/.test(words.lower[this_] ?? '');
    const which = isPreposition ? undefined : WHICH[words.lower[this_] ?? ''];
    if (isPreposition) return undefined;
    const start = which === undefined ? at : this_ + 1;
    const found = words.terms[start]?.weekday;
    if (found === undefined || found.form === 'plural' || !isCapital(words, start)) return undefined;
    return {
      first: at,
      last: start + 1,
      meaning: { is: 'weekday', weekday: found.number, which: which ?? 'bare' },
      ...(found.form === 'short' && { weak: true }),
    };
  },
};

export const weekdayRules: readonly Rule[] = [weekday];
