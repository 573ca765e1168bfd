import { twoDigits, weekdayName } from '../calendar.js';
import type { Found } from '../meaning.js';
import { amount, byWord, isCapital, unit, type Words } from '../words.js';
import type { Rule } from './rule.js';

const EVERY = byWord<string>({
  day: 'P1D',
  night: 'P1D',
  week: 'P1W',
  month: 'P1M',
  quarter: 'P1Q',
  year: 'P1Y',
  hour: 'PT1H',
  minute: 'PT1M',
  weekend: 'XXXX-WXX-WE',
});

const ADVERBS = byWord<string>({
  hourly: 'PT1H',
  daily: 'P1D',
  nightly: 'P1D',
  weekly: 'P1W',
  monthly: 'P1M',
  quarterly: 'P1Q',
  yearly: 'P1Y',
  annual: 'P1Y',
  annually: 'P1Y',
});

/** "every Friday", "each day", "every two weeks", "on Sundays", "daily", "annual". */
const repeated: Rule = {
  name: 'time that comes again',
  read(words, at) {
    const word = words.lower[at] ?? '';
    if (word === 'every' || word === 'each') return everyUnit(words, at);
    const weekday = words.terms[at]?.weekday;
    if (weekday?.form === 'plural' && isCapital(words, at)) return weekly(at, at + 1, weekday.number);
    const code = ADVERBS[word];
    // "the Daily Star", "Weekly Trust": names.
    if (code === undefined || (isCapital(words, at) && at > 0)) return undefined;
    return { first: at, last: at + 1, meaning: { is: 'repeated', value: code, words: word } };
  },
};

/** "15 a year", "$1 billion a year", "twice a week". */
const rate: Rule = {
  name: 'so often in a unit',
  read(words, at) {
    if (!/^an?$/.test(words.lower[at] ?? '')) return undefined;
    const counted = words.terms[at + 1]?.unit;
    const value = EVERY[counted?.unit ?? ''];
    if (counted === undefined || counted.plural || counted.times > 1 || value === undefined) return undefined;
    const before = words.lower[at - 1] ?? '';
    const isCounted =
      /^(?:CD|NNS|\$)$/.test(words.penn[at - 1] ?? '') || /^(?:once|twice|percent|%)$/.test(before);
    const isTold = /^(?:after|before|ago|earlier|later|and|old|long)$/.test(words.lower[at + 2] ?? '');
    if (!isCounted || isTold) return undefined;
    return { first: at, last: at + 2, meaning: { is: 'repeated', value, words: `once a ${counted.unit}` } };
  },
};

function everyUnit(words: Words, at: number): Found | undefined {
  // "every other day" comes again after two.
  const other = /^(?:other|second)$/.test(words.lower[at + 1] ?? '') ? 1 : 0;
  const weekday = words.terms[at + 1 + other]?.weekday;
  if (weekday?.form === 'full' && isCapital(words, at + 1 + other))
    return weekly(at, at + 2 + other, weekday.number);
  const { part, season, month } = words.terms[at + 1] ?? {};
  if (season) return yearly(words, at, season.code);
  if (month && isCapital(words, at + 1)) return yearly(words, at, twoDigits(month.number));
  if (part?.stands === 'in')
    return { first: at, last: at + 2, meaning: { is: 'repeated', value: 'P1D', words: 'once a day' } };
  const many = other ? undefined : amount(words, at + 1);
  const counts = unit(words, many?.next ?? at + 1 + other);
  const single = EVERY[counts?.value.unit ?? ''];
  if (counts === undefined || single === undefined) return undefined;
  const number = (many?.value.number ?? 1 + other) * counts.value.times;
  const last = counts.next;
  return {
    first: at,
    last,
    meaning: {
      is: 'repeated',
      value: single.replace('1', String(number)),
      words: words.lower.slice(at, last).join(' '),
    },
  };
}

/** "every summer", "each May". */
function yearly(words: Words, at: number, code: string): Found {
  const meaning = { is: 'repeated', value: `XXXX-${code}`, words: `every ${words.lower[at + 1]}` } as const;
  return { first: at, last: at + 2, meaning };
}

function weekly(first: number, last: number, weekday: number): Found {
  const words = `every ${weekdayName(weekday)}`;
  return { first, last, meaning: { is: 'repeated', value: `XXXX-WXX-${weekday}`, words } };
}

export const setRules: readonly Rule[] = [repeated, rate];
