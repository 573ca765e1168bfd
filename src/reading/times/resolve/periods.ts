import type { DayRange } from '../../../record/index.js';
import {
  addMonths,
  type CalendarMonth,
  calendarDay,
  compareMonths,
  daysOfMonth,
  daysOfMonths,
  daysOfYears,
  describeMonth,
  edtfOf,
  inCalendar,
  isoMonth,
  isoWeek,
  isoYear,
  monthName,
  twoDigits,
  weekdayOf,
  weekOf,
} from '../calendar.js';
import type { CalendarMeaning, Portion } from '../meaning.js';
import {
  type Context,
  type CountedFrom,
  describePublication,
  fromPublication,
  fromWords,
  publishedMonth,
  type Resolved,
  storyOfAnotherYear,
  today,
  unresolved,
} from './context.js';
import { nearestIn, yearOf } from './days.js';

/** A run of days as a time; `about` marks its edges as not sharp, `anchor` is what it was counted from. */
export function stretch(
  days: DayRange,
  value: string,
  rule: string,
  { about = false, anchor }: { about?: boolean | undefined; anchor?: CountedFrom | undefined } = {},
): Resolved {
  if (!inCalendar(days.first) || !inCalendar(days.last))
    return unresolved('DATE', value, `${rule}; that lies outside the calendar`);
  const edtf = edtfOf(days);
  const shown = about && !edtf.includes('/') ? `${edtf}~` : edtf;
  return { type: 'DATE', value, edtf: shown, rule, days, ...(anchor && { anchor }) };
}

/** The part of a month that "early", "mid-" and the like stand for: about ten days, or the one day at its edge. */
export function portionOfMonth(month: CalendarMonth, portion: Portion): { days: DayRange; about: boolean } {
  const { first, last } = daysOfMonth(month);
  switch (portion) {
    case 'start':
      return { days: { first, last: first }, about: true };
    case 'early':
      return { days: { first, last: first + 9 }, about: false };
    case 'middle':
      return { days: { first: first + 14, last: first + 14 }, about: true };
    case 'late':
      return { days: { first: first + 20, last }, about: false };
    case 'end':
      return { days: { first: last, last }, about: true };
    case 'first half':
      return { days: { first, last: first + 14 }, about: false };
    case 'second half':
      return { days: { first: first + 15, last }, about: false };
  }
}

/** The part of a year that "early", "mid-" and the like stand for. */
export function portionOfYear(year: number, portion: Portion): { days: DayRange; about: boolean } {
  const months = (from: number, to: number) => daysOfMonths({ year, month: from }, { year, month: to });
  const all = daysOfYears(year);
  switch (portion) {
    case 'start':
      return { days: { first: all.first, last: all.first }, about: true };
    case 'early':
      return { days: months(1, 4), about: false };
    case 'middle':
      return { days: months(5, 8), about: false };
    case 'late':
      return { days: months(10, 12), about: false };
    case 'end':
      return { days: { first: all.last, last: all.last }, about: true };
    case 'first half':
      return { days: months(1, 6), about: false };
    case 'second half':
      return { days: months(7, 12), about: false };
  }
}

/**
 * "fiscal 2013": a year of accounts, which begins in other months from country to country. "the 2019-20 academic year" is
 * taken to run from September to June, as in most countries of the north.
 */
export function resolveYearOf(kind: 'fiscal' | 'school', year: number, anchor?: CountedFrom): Resolved {
  if (kind === 'school') {
    const days = daysOfMonths({ year, month: 9 }, { year: year + 1, month: 6 });
    const rule = 'a school year, taken to run from September to June';
    return stretch(days, `${isoYear(year)}/${isoYear(year + 1)}`, rule, { anchor });
  }
  const rule = 'a fiscal year; the words do not say when it begins';
  return {
    ...stretch(daysOfYears(year), isoYear(year), rule, { about: true, anchor }),
    value: `FY${isoYear(year)}`,
  };
}

/** "2019", "early 2024". */
export function resolveYear(year: number, portion: Portion | undefined, rule: string): Resolved {
  if (portion === undefined) return stretch(daysOfYears(year), isoYear(year), rule);
  const { days, about } = portionOfYear(year, portion);
  return stretch(days, isoYear(year), `${rule}, ${describePortion(portion)} of it`, { about });
}

export const describePortion = (portion: Portion): string =>
  /half/.test(portion)
    ? `the ${portion}`
    : `the ${portion === 'early' ? 'early part' : portion === 'late' ? 'late part' : portion}`;

/** "January 2024", "in April", "last November", "mid-March", "in May of last year", "the second week of April". */
export function resolveMonth(meaning: CalendarMeaning, context: Context): Resolved {
  const { month: number = 1, which, inYear, portion, week } = meaning;
  const counted = inYear && yearOf(inYear, context);
  const year = meaning.year ?? counted?.year;
  const base =
    year === undefined
      ? nearestMonth(number, which, context)
      : { month: { year, month: number }, rule: 'the month as written', anchor: counted?.anchor };
  if (base === undefined) {
    return unresolved(
      'DATE',
      `XXXX-${twoDigits(number)}`,
      `${monthName(number)} has no year, and the day of publication is not known`,
    );
  }
  const { month, anchor } = base;
  const rule =
    year !== undefined && meaning.year === undefined
      ? `${describeMonth(month)}, counted from ${describePublication(context)}`
      : base.rule;
  if (week) return weekOfMonth(month, week, rule, anchor);
  if (portion === undefined) return stretch(daysOfMonth(month), isoMonth(month), rule, { anchor });
  const { days, about } = portionOfMonth(month, portion);
  return stretch(days, isoMonth(month), `${rule}, ${describePortion(portion)} of it`, { about, anchor });
}

function nearestMonth(
  number: number,
  which: -1 | 0 | 1 | undefined,
  context: Context,
): { month: CalendarMonth; rule: string; anchor: CountedFrom } | undefined {
  const story = which === undefined || context.isHistory ? storyOfAnotherYear(context) : undefined;
  const told =
    story && nearestIn(story, context, (year) => daysOfMonth({ year, month: number }).first, which);
  if (story && told !== undefined) {
    const rule = `the ${monthName(number)} nearest to the time told of before`;
    return { month: calendarDay(told), rule, anchor: fromWords(story) };
  }
  const reference = today(context);
  const current = publishedMonth(context) ?? (reference === undefined ? undefined : calendarDay(reference));
  if (current === undefined) return undefined;
  const anchor = fromPublication(context);
  const [name, of] = [monthName(number), describePublication(context)];
  if (which === 0)
    return { month: { year: current.year, month: number }, rule: `${name} of the year of ${of}`, anchor };
  if (which === 1)
    return { month: monthAfter(number, current, 1), rule: `next ${name}, counted from ${of}`, anchor };
  if (which === -1)
    return { month: monthAfter(number, current, -12), rule: `last ${name}, counted back from ${of}`, anchor };
  const month = monthAfter(number, current, 0);
  const ahead = compareMonths(month, current);
  // "A verdict is not expected before January", "the conclave in May": the next two months are nearer than last year's.
  const isAhead = context.tense === 'future' || (context.tense === 'unknown' && ahead <= 2);
  if (isAhead && ahead > 0) return { month, rule: `the next ${name}, counted from ${of}`, anchor };
  return { month: monthAfter(number, current, -11), rule: `the latest ${name} up to ${of}`, anchor };
}

/** The first month of that number from so many months after another on. */
function monthAfter(number: number, current: CalendarMonth, from: number): CalendarMonth {
  const start = addMonths(current, from);
  return addMonths(start, (number - start.month + 12) % 12);
}

function weekOfMonth(
  month: CalendarMonth,
  week: NonNullable<CalendarMeaning['week']>,
  rule: string,
  anchor: CountedFrom | undefined,
): Resolved {
  const { first, last } = daysOfMonth(month);
  const { number = 1, unit } = week;
  if (unit === 'week') {
    const days =
      number < 0
        ? { first: last - 6, last }
        : { first: first + 7 * (number - 1), last: Math.min(last, first + 7 * number - 1) };
    return stretch(
      days,
      isoWeek(days.first),
      `week ${number < 0 ? 'last' : number} of ${describeMonth(month)}; ${rule}`,
      { anchor },
    );
  }
  const saturday = first + ((6 - weekdayOf(first) + 7) % 7);
  const start = number < 0 ? lastSaturday(last) : saturday + 7 * (number - 1);
  return stretch(
    { first: start, last: start + 1 },
    `${isoWeek(start)}-WE`,
    `a weekend of ${describeMonth(month)}; ${rule}`,
    { anchor },
  );
}

function lastSaturday(last: number): number {
  const saturday = weekOf(last).first + 5;
  return saturday <= last ? saturday : saturday - 7;
}
