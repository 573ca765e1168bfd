import { dayNumber } from '../../../record/index.js';
import { isoYear, monthName, twoDigits } from '../calendar.js';
import type { CalendarMeaning, Found, Meaning } from '../meaning.js';
import { dayOfMonth, digits, isDash, type Read, reads, touches, type Words, year } from '../words.js';
import { monthAt } from './months.js';
import type { Rule } from './rule.js';

/** A date that the calendar has; else the meaning that says it has not. A year that is left out may be a leap year. */
function dateOf(date: Omit<CalendarMeaning, 'is'>): Meaning {
  const { year = 2000, month, day } = date;
  const exists = month === undefined || day === undefined || dayNumber(year, month, day) !== undefined;
  if (exists) return { is: 'calendar', ...date };
  const where = month !== undefined && month <= 12 ? monthName(month) : `month ${month}`;
  const inYear = date.year === undefined ? '' : ` of ${isoYear(date.year)}`;
  return { is: 'impossible', why: `${where}${inYear} has no day ${day}` };
}

/** ", 2024" or " 2024" or " of 2024" behind a day and month. */
function yearBehind(words: Words, at: number): Read<number> | undefined {
  const start = words.lower[at] === ',' || words.lower[at] === 'of' ? at + 1 : at;
  const found = year(words, start);
  // "On 3 March 2020 people were counted" would be read as a year, and so would any reader.
  return found && !(isDash(words, found.next) && digits(words, found.next + 1) !== undefined)
    ? found
    : undefined;
}

/** A second day behind the first: the 5 of "3–5 May", "3 to 5 May", "March 3-5", "8 and 14 November". */
function dayRangeEnd(words: Words, at: number, joins: RegExp): Read<number> | undefined {
  if (!(isDash(words, at) || joins.test(words.lower[at] ?? ''))) return undefined;
  const second = dayOfMonth(words, at + 1);
  return second && second.value <= 31 && /^\d/.test(words.lower[at + 1] ?? '') ? second : undefined;
}

/** "the October 7 attacks", "the 7 October massacre": the year that everybody knows. */
function knownYear(
  words: Words,
  next: number,
  month: number,
  day: number,
): Pick<CalendarMeaning, 'year' | 'known'> {
  const isEvent = /^(?:attacks?|massacres?|assault|terror|terrorist|insurrection|riot)$/.test(
    words.lower[next] ?? '',
  );
  const year = isEvent
    ? words.vocabulary.knownDays.get(`${twoDigits(month)}-${twoDigits(day)}`)?.year
    : undefined;
  return year === undefined ? {} : { year, known: true };
}

function withDays(
  first: number,
  second: number | undefined,
  rest: { month: number } & Pick<CalendarMeaning, 'year' | 'known'>,
): Meaning {
  const to = dateOf({ ...rest, day: second ?? first });
  if (second === undefined || to.is === 'impossible') return to;
  const from = dateOf({ ...rest, day: first });
  return from.is === 'impossible' ? from : { is: 'between', from, to };
}

/** The ends of "3–5 May" are "3" and "5 May": the one stops before `until`, the other starts at `from`. */
function withEnds(found: Found, until: number, from: number): Found {
  const { meaning, first, last } = found;
  if (meaning.is !== 'between') return found;
  const ends = [
    { first, last: until, meaning: meaning.from },
    { first: from, last, meaning: meaning.to },
  ];
  return { ...found, parts: ends };
}

/** "January 28", "Jan. 28, 2024", "March 3–5", "November 8 and 14". */
const monthThenDay: Rule = {
  name: 'month and day',
  read(words, at) {
    const month = monthAt(words, at);
    if (month === undefined) return undefined;
    const day = dayOfMonth(words, words.lower[month.next] === 'the' ? month.next + 1 : month.next);
    if (day === undefined || /^\p{L}/u.test(words.lower[day.next - 1] ?? '')) return undefined;
    if (day.value > 31 || day.value === 0) return impossibleDay(month.value, day, at);
    const second = secondDay(words, at, day.next);
    const end = second?.next ?? day.next;
    const written = yearBehind(words, end);
    const year = written ? { year: written.value } : knownYear(words, end, month.value, day.value);
    const rest = { month: month.value, ...year };
    const meaning = withDays(day.value, second?.value, rest);
    return withEnds({ first: at, last: written?.next ?? end, meaning }, day.next, (second?.next ?? 0) - 1);
  },
};

/** The 14 of "between November 8 and 14"; the 5 of "March 3–5", but not of "March 3 – 5 April". */
function secondDay(words: Words, at: number, next: number): Read<number> | undefined {
  const isOpened = /^(?:between|from)$/.test(words.lower[at - 1] ?? '');
  const second = dayRangeEnd(words, next, isOpened ? /^(?:and|to|until|through)$/ : /^(?:to|through)$/);
  return second && monthAt(words, second.next) === undefined ? second : undefined;
}

/** "31 February" is impossible; "January 45" and "May 737" are a month beside a number of something else. */
function impossibleDay(month: number, day: Read<number>, at: number): Found | undefined {
  if (day.value > 39 || day.value === 0) return undefined;
  return { first: at, last: day.next, meaning: dateOf({ month, day: day.value }) };
}

/** "28 January", "28th of January 2024", "the 28th of January", "3–5 May", "3 to 5 May", "the first of June". */
const dayThenMonth: Rule = {
  name: 'day and month',
  read(words, at) {
    const start = words.lower[at] === 'the' ? at + 1 : at;
    const day = dayOfMonth(words, start);
    if (day === undefined || (isDash(words, at - 1) && monthAt(words, at - 2) === undefined))
      return undefined;
    const inWords = /^\p{L}/u.test(words.lower[start] ?? '');
    const second = inWords ? undefined : dayRangeEnd(words, day.next, /^(?:and|or|to|until|through)$/);
    const end = second?.next ?? day.next;
    const isOf = words.lower[end] === 'of';
    if (inWords && !isOf) return undefined;
    const month = monthAt(words, isOf ? end + 1 : end);
    if (month === undefined || day.value > 39 || day.value === 0) return undefined;
    const written = yearBehind(words, month.next);
    const year = written ? { year: written.value } : knownYear(words, month.next, month.value, day.value);
    const rest = { month: month.value, ...year };
    const meaning = withDays(day.value, second?.value, rest);
    return withEnds({ first: at, last: written?.next ?? month.next, meaning }, day.next, day.next + 1);
  },
};

/** "2024-01-28" and "2024/01/28". */
const isoDate: Rule = {
  name: 'year, month and day in digits',
  opens: 'digit',
  read(words, at) {
    const written = year(words, at);
    const [month, day] = [digits(words, at + 2), digits(words, at + 4)];
    if (!written || month === undefined || day === undefined || !isGlued(words, at, /^[-‐/.]$/))
      return undefined;
    if ((words.lower[at + 2]?.length ?? 0) > 2 || (words.lower[at + 4]?.length ?? 0) > 2) return undefined;
    return { first: at, last: at + 5, meaning: dateOf({ year: written.value, month, day }) };
  },
};

/** "2024-01-28T17:00:00", as machines write it: here it is split at its marks, "2024|-|01|-|28T17|:|00:00". */
const timestamp: Rule = {
  name: 'day and clock time in digits',
  opens: 'digit',
  read(words, at) {
    const written = year(words, at);
    const month = digits(words, at + 2);
    const rest = words.tokens
      .slice(at + 4, at + 7)
      .map(({ text }) => text)
      .join('');
    const match = /^(\d\d)T(\d\d):(\d\d)(?::\d\d)?$/.exec(rest);
    if (!written || month === undefined || match === null || !isGlued(words, at, /^-$/)) return undefined;
    const [, day = 0, hour = 0, minute = 0] = match.map(Number);
    const date = dateOf({ year: written.value, month, day });
    if (date.is === 'impossible' || hour > 24 || minute > 59) return undefined;
    return { first: at, last: at + 7, meaning: { is: 'of day', day: date, clock: { hour, minute } } };
  },
};

/** "28/01/2024", "1/28/2024" and "28.01.2024". Which is the month is told by a number above 12; else the day comes first. */
const slashedDate: Rule = {
  name: 'day, month and year in digits',
  opens: 'digit',
  read(words, at) {
    const dotted = /^(\d{1,2})\.(\d{1,2})\.((?:1\d|20|21)\d\d)$/.exec(words.lower[at] ?? '');
    if (dotted) {
      const [, day = 0, month = 0, written = 0] = dotted.map(Number);
      return { first: at, last: at + 1, meaning: dayFirst(day, month, written) };
    }
    const [a, b] = [digits(words, at), digits(words, at + 2)];
    const written = year(words, at + 4);
    if (a === undefined || b === undefined || !written || !isGlued(words, at, /^[-‐/]$/)) return undefined;
    return a > 99 || b > 99 ? undefined : { first: at, last: at + 5, meaning: dayFirst(a, b, written.value) };
  },
};

function dayFirst(a: number, b: number, written: number): Meaning {
  const [day, month] = b > 12 && a <= 12 ? [b, a] : [a, b];
  const ambiguous = a <= 12 && b <= 12 && a !== b;
  return dateOf({ year: written, month, day, ...(ambiguous && { ambiguous }) });
}

/** Whether five tokens stand without spaces and two of the same mark part them, and no third number follows. */
function isGlued(words: Words, at: number, mark: RegExp): boolean {
  const glued = [1, 2, 3, 4].every((step) => touches(words, at + step));
  const [first = '', second = ''] = [words.lower[at + 1], words.lower[at + 3]];
  return (
    glued &&
    mark.test(first) &&
    first === second &&
    !(touches(words, at + 5) && first === words.lower[at + 5])
  );
}

/** "the 28th": not "the 28th floor", "the 12th Brigade" or "the 21st century". */
const dayAlone: Rule = {
  name: 'a day of the month alone',
  opens: 'the',
  read(words, at) {
    if (!(words.lower[at] === 'the' && /^\d{1,2}(?:st|nd|rd|th)$/.test(words.lower[at + 1] ?? '')))
      return undefined;
    if (!/^(?:on|of|since|until|till|by|before|after|from|to|between)$/.test(words.lower[at - 1] ?? ''))
      return undefined;
    const day = dayOfMonth(words, at + 1);
    const next = words.lower[at + 2] ?? '.';
    const ends =
      /^(?:[.,;:!?)"”’–—]|and|to|when|in|at|by|but|after|before|that|who|a|an|the|when|as|with|from|it|he|she|they)$/;
    const isNoun = /^(?:NOUN|PROPN|ADJ|NUM)$/.test(words.tags[at + 2] ?? '');
    if (!day || day.value > 31 || day.value === 0 || (isNoun && !ends.test(next)) || isDash(words, at + 2))
      return undefined;
    if (reads(words, at + 2, 'of') && monthAt(words, at + 3) === undefined) return undefined;
    return { first: at, last: at + 2, meaning: { is: 'calendar', day: day.value } };
  },
};

export const dateRules: readonly Rule[] = [
  timestamp,
  isoDate,
  slashedDate,
  monthThenDay,
  dayThenMonth,
  dayAlone,
];
