import { type DayRange, dayNumber } from '../../record/index.js';

/** A day of the calendar by its numbers: month 1 to 12, weekday 1 (Monday) to 7. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

/** A month of the calendar, 1 to 12. */
export interface CalendarMonth {
  readonly year: number;
  readonly month: number;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

export const monthName = (month: number): string => MONTHS[month - 1] ?? '';
export const weekdayName = (weekday: number): string => WEEKDAYS[weekday - 1] ?? '';
export const twoDigits = (number: number): string => String(number).padStart(2, '0');
/** "2024", "0079"; 499 BC is "-0498". */
export const isoYear = (year: number): string =>
  (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0');
/** "2024", "499 BC". */
export const describeYear = (year: number): string => (year < 1 ? `${1 - year} BC` : String(year));
export const isoMonth = ({ year, month }: CalendarMonth): string => `${isoYear(year)}-${twoDigits(month)}`;

/** Monday is 1. 1 January 1970 was a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The numbers of a day that is counted from 1 January 1970. */
export function calendarDay(day: number): CalendarDay {
  const date = new Date(day * 86_400_000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: weekdayOf(day),
  };
}

/** A day as EDTF writes it: `2024-02-07`, and `-0479-08-11` before Christ. */
export function isoDate(day: number): string {
  const date = calendarDay(day);
  return `${isoMonth(date)}-${twoDigits(date.day)}`;
}

/** "Thursday 8 February 2024". */
export function describeDay(day: number): string {
  const { year, month, day: ofMonth, weekday } = calendarDay(day);
  return `${weekdayName(weekday)} ${ofMonth} ${monthName(month)} ${describeYear(year)}`;
}

/** "February 2024". */
export function describeMonth({ year, month }: CalendarMonth): string {
  return `${monthName(month)} ${describeYear(year)}`;
}

/** A month so many months later, or earlier where the number is below 0. */
export function addMonths({ year, month }: CalendarMonth, months: number): CalendarMonth {
  const count = year * 12 + (month - 1) + months;
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
}

/** Whether a month comes before another: below 0, 0 for the same, above 0 for after. */
export function compareMonths(a: CalendarMonth, b: CalendarMonth): number {
  return a.year * 12 + a.month - (b.year * 12 + b.month);
}

/** All days of a month. The year must be one that `inCalendar` knows. */
export function daysOfMonth(month: CalendarMonth): DayRange {
  const first = dayNumber(month.year, month.month, 1) ?? 0;
  const next = addMonths(month, 1);
  return { first, last: (dayNumber(next.year, next.month, 1) ?? 0) - 1 };
}

/** All days from the first day of one month to the last of another. */
export function daysOfMonths(from: CalendarMonth, to: CalendarMonth): DayRange {
  return { first: daysOfMonth(from).first, last: daysOfMonth(to).last };
}

/** All days of the years from one to another. */
export function daysOfYears(from: number, to = from): DayRange {
  return daysOfMonths({ year: from, month: 1 }, { year: to, month: 12 });
}

/** Whether a day has a year of four digits, 9999 BC to AD 9999, so that it can be written at all. */
export function inCalendar(day: number): boolean {
  return day >= -4_371_222 && day <= 2_932_896;
}

/** The week of a day, Monday to Sunday. */
export function weekOf(day: number): DayRange {
  const first = day - (weekdayOf(day) - 1);
  return { first, last: first + 6 };
}

/** The ISO 8601 week, such as `2024-W05`. The week belongs to the year of its Thursday. */
export function isoWeek(day: number): string {
  const thursday = weekOf(day).first + 3;
  const { year } = calendarDay(thursday);
  const week = Math.floor((thursday - (dayNumber(year, 1, 1) ?? 0)) / 7) + 1;
  return `${isoYear(year)}-W${twoDigits(week)}`;
}

/** Easter Sunday of the western churches, by the method of Meeus, Jones and Butcher. */
export function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = Math.floor((a + 11 * d + 22 * e) / 451);
  const count = d + e - 7 * f + 114;
  return dayNumber(year, Math.floor(count / 31), (count % 31) + 1) ?? 0;
}

/** The EDTF of a run of days, as coarse as it can be: a day, a month, a year, else an interval of days. */
export function edtfOf({ first, last }: DayRange): string {
  if (first === last) return isoDate(first);
  const [from, to] = [calendarDay(first), calendarDay(last)];
  const wholeMonths = from.day === 1 && calendarDay(last + 1).day === 1;
  if (!wholeMonths) return `${isoDate(first)}/${isoDate(last)}`;
  const wholeYears = from.month === 1 && to.month === 12;
  const start = wholeYears ? isoYear(from.year) : isoMonth(from);
  const end = wholeYears ? isoYear(to.year) : isoMonth(to);
  return start === end ? start : `${start}/${end}`;
}
