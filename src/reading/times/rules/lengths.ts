import { weekdayName } from '../calendar.js';
import type { Found } from '../meaning.js';
import { amount, isCapital, isDash, unit, type Words } from '../words.js';
import type { Rule } from './rule.js';

/** "three weeks", "48-hour", "two-and-a-half" is left alone. Not an age: "45-day-old", "two years old". */
const duration: Rule = {
  name: 'length of time',
  read(words, at) {
    const many = amount(words, at);
    const counts = many && unit(words, many.next);
    if (counts === undefined || many === undefined) return undefined;
    const { unit: counted, times, plural } = counts.value;
    const isHyphened = counts.next - many.next > 1;
    const isArticle = /^an?$/.test(words.lower[at] ?? '');
    // "a 20-year man": with "a" a plural is no length ("a days"), and without it a singular is one only behind a hyphen.
    if (isArticle && many.value.number === 1 && plural) return undefined;
    if (!plural && !isHyphened && many.value.number !== 1) return undefined;
    if (
      many.value.number === 1 &&
      !isHyphened &&
      /^(?:day|night|week|weekend|month|year)$/.test(counted) &&
      isRate(words, at)
    )
      return undefined;
    if (isAge(words, counts.next) || isDash(words, at - 1) || counted === 'quarter') return undefined;
    return {
      first: at,
      last: counts.next,
      meaning: {
        is: 'duration',
        unit: counted,
        amount: { ...many.value, number: many.value.number * times },
      },
    };
  },
};

/** "twice a week", "50 a day": how often, not how long. A length with "a" stands after "for", "in", "within" and the like. */
function isRate(words: Words, at: number): boolean {
  const isArticle = /^an?$/.test(words.lower[at] ?? '');
  return (
    isArticle &&
    !/^(?:for|in|within|after|than|over|about|nearly|almost|half|lasted|during|of)$/.test(
      words.lower[at - 1] ?? '',
    )
  );
}

function isAge(words: Words, at: number): boolean {
  return (
    words.lower[isDash(words, at) ? at + 1 : at] === 'old' ||
    (/^(?:olds|of)$/.test(words.lower[at + 1] ?? '') && words.lower[at + 2] === 'age')
  );
}

const EVERY: Readonly<Record<string, string>> = {
  day: 'P1D',
  night: 'P1D',
  week: 'P1W',
  month: 'P1M',
  year: 'P1Y',
  hour: 'PT1H',
  minute: 'PT1M',
  weekend: 'XXXX-WXX-WE',
};

/** "every Friday", "each day", "every two weeks", "on Sundays", "daily". */
const repeated: Rule = {
  name: 'time that comes again',
  read(words, at) {
    const word = words.lower[at] ?? '';
    if (word === 'every' || word === 'each') return everyUnit(words, at);
    const weekday = words.terms[at]?.weekday;
    if (weekday?.form === 'plural' && isCapital(words, at)) return weekly(at, at + 1, weekday.number);
    const code = { daily: 'P1D', nightly: 'P1D', weekly: 'P1W', monthly: 'P1M' }[word];
    // "the Daily Star", "Weekly Trust": names.
    if (code === undefined || (isCapital(words, at) && at > 0)) return undefined;
    return { first: at, last: at + 1, meaning: { is: 'repeated', value: code, words: word } };
  },
};

function everyUnit(words: Words, at: number): Found | undefined {
  const weekday = words.terms[at + 1]?.weekday;
  if (weekday?.form === 'full' && isCapital(words, at + 1)) return weekly(at, at + 2, weekday.number);
  const part = words.terms[at + 1]?.part;
  if (part?.stands === 'in')
    return { first: at, last: at + 2, meaning: { is: 'repeated', value: 'P1D', words: 'once a day' } };
  const many = amount(words, at + 1);
  const counts = unit(words, many?.next ?? at + 1);
  const single = EVERY[counts?.value.unit ?? ''];
  if (counts === undefined || single === undefined) return undefined;
  const value = many ? single.replace('1', String(many.value.number)) : single;
  const last = counts.next;
  return {
    first: at,
    last,
    meaning: { is: 'repeated', value, words: words.lower.slice(at, last).join(' ') },
  };
}

function weekly(first: number, last: number, weekday: number): Found {
  const words = `every ${weekdayName(weekday)}`;
  return { first, last, meaning: { is: 'repeated', value: `XXXX-WXX-${weekday}`, words } };
}

export const lengthRules: readonly Rule[] = [repeated, duration];
