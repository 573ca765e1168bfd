import { isEdtf } from '../record/index.js';

/** A date and a clock time, as programs write it: `2024-02-08 10:15:00.250+0300`. */
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})[Tt ]([01]\d|2[0-4]):([0-5]\d)(?::([0-5]\d|60)(?:[.,]\d+)?)?\s?([Zz]|[+-]\d{2}(?::?\d{2})?)?$/;
/** The date of an e-mail or a feed: `Thu, 08 Feb 2024 10:15:00 GMT`. */
const MAIL_DATE =
  /^(?:[A-Z][a-z]{2},\s)?\d{1,2}\s[A-Z][a-z]{2}\s\d{4}\s\d{2}:\d{2}(?::\d{2})?\s(?:GMT|UTC?|Z|[+-]\d{4})$/;

/** A day or time of publication as EDTF; undefined where it is neither EDTF nor a date-time as programs write it. */
export function publishedOf(written: string): string | undefined {
  const text = written.trim();
  const clock = DATE_TIME.exec(text);
  if (clock) {
    const [, day = '', hour, minute, second = '00', zone = ''] = clock;
    return isEdtf(day) ? `${day}T${hour}:${minute}:${second}${zoneOf(zone)}` : undefined;
  }
  const hasGoodClocks = text.split('/').every((end) => !/T\d/.test(end) || DATE_TIME.test(end));
  // Seconds since 1970 would pass as a year.
  return hasGoodClocks && !/^\d{5,}$/.test(text) && isEdtf(text) ? text : undefined;
}

/** The same for what a page says of itself, where dates of feeds are to be found too. */
export function publishedOnPage(written: string): string | undefined {
  const edtf = publishedOf(written);
  if (edtf !== undefined || !MAIL_DATE.test(written.trim())) return edtf;
  const time = Date.parse(written);
  return Number.isNaN(time) ? undefined : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** `+0300` → `+03:00`. */
function zoneOf(zone: string): string {
  if (zone === '' || zone.toUpperCase() === 'Z') return zone.toUpperCase();
  return `${zone.slice(0, 3)}:${zone.replace(':', '').slice(3) || '00'}`;
}
