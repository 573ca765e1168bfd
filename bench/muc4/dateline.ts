import { dayNumber, isoDay } from '../../src/record/index.js';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const month = `(${MONTHS.join('|')})[A-Z]*\\.?`;
const dayFirst = new RegExp(`\\b(\\d{1,2}) ${month} (?:19)?(\\d\\d)\\b`);
const monthFirst = new RegExp(`\\b${month} (\\d{1,2}),? (?:19)?(\\d\\d)\\b`);

/**
 * The day of a dateline such as `BOGOTA, 3 APR 89 (AFP)`, as `1989-04-03`; undefined where it has none ("NO DATE"), no
 * year, or one that the calendar does not have.
 */
export function dayOfDateline(dateline: string): string | undefined {
  const words = dateline.toUpperCase().replace(/\s+/g, ' ');
  const [, day, name, year] = dayFirst.exec(words) ?? swapped(monthFirst.exec(words)) ?? [];
  if (!day || !name || !year) return undefined;
  const number = dayNumber(1900 + Number(year), MONTHS.indexOf(name) + 1, Number(day));
  return number === undefined ? undefined : isoDay(number);
}

const swapped = (found: RegExpExecArray | null) => found && [found[0], found[2], found[1], found[3]];

/** A day number as MUC writes it: `03 JAN 90`. */
export function mucDay(day: number): string {
  const [year = '', number = '', date = ''] = isoDay(day).split('-');
  return `${date} ${MONTHS[Number(number) - 1]} ${year.slice(2)}`;
}

/** The day number of `03 JAN 90` or `2 NOV 89`; undefined where it is no such day. */
export function dayOfMuc(words: string): number | undefined {
  const found = dayFirst.exec(words.toUpperCase());
  if (!found) return undefined;
  return dayNumber(1900 + Number(found[3]), MONTHS.indexOf(found[2] ?? '') + 1, Number(found[1]));
}
