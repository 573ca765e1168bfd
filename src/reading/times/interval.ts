import { daysOf, type TimeInterval } from '../../record/index.js';
import { inCalendar, isoDate } from './calendar.js';

/** Most times are one day. */
const DAY = /^\d{4}-\d\d-\d\d$/;

/** The days of an EDTF value as a record writes them; undefined where it covers none that can be written. */
export function intervalOf(edtf: string): TimeInterval | undefined {
  if (DAY.test(edtf)) return { first: edtf, last: edtf };
  const days = daysOf(edtf);
  if (days === undefined) return undefined;
  const { first, last } = days;
  const isWritten = (day: number) => !Number.isFinite(day) || inCalendar(day);
  return isWritten(first) && isWritten(last) ? { first: dayOf(first), last: dayOf(last) } : undefined;
}

/** A day in EDTF; null for an open end. */
function dayOf(day: number): string | null {
  return Number.isFinite(day) ? isoDate(day) : null;
}
