import parseEdtf from 'edtf';

/** A run of days, counted from 1 January 1970, both ends included. An open end is infinite. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

const DAY = 86_400_000;
/** The clock time and zone of `2024-02-07T21:30+03:00`: a day range is in the local time of the place, so both are dropped. */
const CLOCK = /T\d{2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?$/;

/**
 * The days that an EDTF value covers, in the local calendar of the place; undefined where the text is not EDTF.
 * `2024-02` → all of February 2024; `../2020-01-03` → open at the start; `2023-10-07/..` → open at the end.
 */
export function daysOf(edtf: string): DayRange | undefined {
  const ends = edtf.split('/');
  if (ends.length > 2) return undefined;
  const [from, to] = [ends[0] ?? '', ends[1] ?? ends[0] ?? ''];
  const isInterval = ends.length === 2;
  const first = isOpen(from) && isInterval ? -Infinity : boundary(from, 'min');
  const last = isOpen(to) && isInterval ? Infinity : boundary(to, 'max');
  if (first === undefined || last === undefined || first > last) return undefined;
  return { first, last };
}

/** Whether a text is a value of the Extended Date/Time Format (ISO 8601-2:2019), levels 0 to 2. */
export function isEdtf(text: string): boolean {
  return daysOf(text) !== undefined;
}

/** The calendar day `2024-02-07` of a day number. Years 0 to 9999. */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The day number of a year, month (1 to 12) and day; undefined for a day that the calendar does not have. */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() / DAY : undefined;
}

/** Whether two runs of days have a day in common. */
export function daysOverlap(a: DayRange, b: DayRange): boolean {
  return a.first <= b.last && b.first <= a.last;
}

const isOpen = (end: string) => end === '..' || end === '';

/** A year, month or day without parts left open: nearly all that news needs, and far quicker than a whole grammar. */
const PLAIN = /^((?!-0000)-?\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[~?%]?$/;

/** The first (`min`) or last (`max`) day of one end of an interval; undefined where it is not EDTF, or has no such day. */
function boundary(end: string, side: 'min' | 'max'): number | undefined {
  const text = end.replace(CLOCK, '');
  const plain = PLAIN.exec(text);
  return plain ? plainBoundary(plain, side) : grammarBoundary(text, side);
}

function plainBoundary([, year, month, day]: RegExpExecArray, side: 'min' | 'max'): number | undefined {
  if (day !== undefined) return dayNumber(Number(year), Number(month), Number(day));
  if (side === 'min') return dayNumber(Number(year), Number(month ?? 1), 1);
  const isLast = month === undefined || month === '12';
  const next = dayNumber(Number(year) + (isLast ? 1 : 0), isLast ? 1 : Number(month) + 1, 1);
  return next === undefined ? undefined : next - 1;
}

function grammarBoundary(text: string, side: 'min' | 'max'): number | undefined {
  try {
    const instant = parseEdtf(text)[side];
    return instant === undefined || !Number.isFinite(instant) ? undefined : Math.floor(instant / DAY);
  } catch {
    return undefined;
  }
}
