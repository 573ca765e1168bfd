import tzlookup from 'tz-lookup';
import { twoDigits } from './calendar.js';

/** A place on the globe, in degrees. */
interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** A day with its clock time and no zone: `2020-01-03T21:30`. */
const LOCAL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?$/;
/** Before that year clocks went by the sun of their town, and no table tells. */
const FIRST_YEAR = 1900;
const HOUR = 3_600_000;

/**
 * A clock time in EDTF with the offset from UTC that clocks at a place had then: `2020-01-03T21:30` at Baghdad →
 * `2020-01-03T21:30+03:00`. Anything else comes back unchanged: no clock time, a zone already, no such place, a year
 * before 1900, a minute that the clocks there went through twice or left out. At sea the zone is that of the longitude.
 */
export function zoned(edtf: string, { lat, lon }: Point): string {
  const local = localInstant(edtf);
  if (local === undefined) return edtf;
  const format = formatOf({ lat, lon });
  if (format === undefined) return edtf;
  // The offset of a day before and of a day after, where it changes in between; each must hold at its own instant.
  const likely = new Set([offsetAt(format, local - 24 * HOUR), offsetAt(format, local + 24 * HOUR)]);
  const fitting = [...likely].filter(
    (offset) => offset !== undefined && offsetAt(format, local - offset * 60_000) === offset,
  );
  const [only] = fitting;
  return fitting.length === 1 && only !== undefined ? `${edtf}${writtenOffset(only)}` : edtf;
}

/** The instant at which a clock in UTC would show it, in milliseconds. */
function localInstant(edtf: string): number | undefined {
  const match = LOCAL.exec(edtf);
  if (match === null) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = match.slice(1, 6).map(Number);
  return year < FIRST_YEAR ? undefined : Date.UTC(year, month - 1, day, hour, minute, Number(match[6] ?? 0));
}

/** What writes the offset of the zone of a place; undefined where nobody knows the place or its zone. */
function formatOf({ lat, lon }: Point): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: tzlookup(lat, lon), timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}

/** Minutes from UTC; undefined where they are not whole, as of zones that still went by the sun. */
function offsetAt(format: Intl.DateTimeFormat, instant: number): number | undefined {
  const written = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const match = /^(?:GMT|UTC)(?:([+-])(\d\d):(\d\d))?$/.exec(written);
  if (match === null) return undefined;
  const [, sign, hours = 0, minutes = 0] = match;
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

function writtenOffset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}
