import recognizers from '@microsoft/recognizers-text-date-time';
import type { FoundTime } from '../gold.js';
import { endsOf, found, type Peer, trimmed, type Words } from './words.js';

/** One reading of some words; of two, the first is in the past. */
export interface Resolution {
  /** Not there in "early 1941". */
  readonly timex?: string;
  readonly type: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
}

interface Recognized {
  readonly start: number;
  readonly end: number;
  readonly resolution?: { readonly values?: readonly Resolution[] };
}

const recognize = recognizers.recognizeDateTime as unknown as (
  text: string,
  culture: string,
  options: number,
  reference: Date,
) => Recognized[];

/** @microsoft/recognizers-text-date-time: all kinds of times. Its `timex` is near to TIMEX3. */
export const recognizersPeer: Peer = { name: 'recognizers', readLine };

function readLine(line: Words, created: string): FoundTime[] {
  const [year = 2000, month = 1, date = 1] = created.split('-').map(Number);
  // It counts from the local clock.
  const reference = new Date(year, month - 1, date, 12);
  return recognize(line.text, 'en-us', 0, reference).flatMap(({ start, end, resolution }) => {
    const text = line.text.slice(start, end + 1);
    const words = { text, start: line.start + start, end: line.start + end + 1 };
    return timesOf(words, resolution?.values ?? [], created);
  });
}

/** A range gives both its ends where the words have them. `created` is YYYY-MM-DD. */
export function timesOf(words: Words, resolutions: readonly Resolution[], created: string): FoundTime[] {
  const resolution = pastOf(resolutions, created);
  const whole = trimmed(words);
  if (!resolution || !whole) return [];
  const range = /^\(([^,]+),([^,]+),[^,]*\)$/.exec(resolution.timex ?? '');
  const ends = range && endsOf(words);
  if (!range || !ends) return [timeOf(whole, resolution, created)];
  const { start, end, type } = resolution;
  return [
    timeOf(ends[0], { timex: range[1] ?? '', type, ...(start && { start }) }, created),
    timeOf(ends[1], { timex: range[2] ?? '', type, ...(end && { start: end }) }, created),
  ];
}

/** The latest reading that is not after the day of publication, else the first. */
function pastOf(resolutions: readonly Resolution[], created: string): Resolution | undefined {
  const past = resolutions.filter((resolution) => (dayOf(resolution) ?? '9') <= created);
  return past.at(-1) ?? resolutions[0];
}

/** YYYY-MM-DD where it has a day; of "by 12 September" that is an end. */
function dayOf({ value, start, end }: Resolution): string | undefined {
  return [value, start, end]
    .find((each) => each !== undefined && /^\d{4}-\d\d-\d\d/.test(each))
    ?.slice(0, 10);
}

function timeOf(words: Words, resolution: Resolution, created: string): FoundTime {
  // "early 1941" and "the end of 1944" have no timex of their own, and are resolved to this year: their words say more.
  const { timex = /\b\d{4}\b/.exec(words.text)?.[0] ?? '', type } = resolution;
  if (type === 'duration') return found(words, 'DURATION', timex);
  if (type === 'set') return found(words, 'SET', timex);
  if (/_REF$/.test(timex)) return found(words, 'DATE', timex);
  const value = filledTimex(timex, dayOf(resolution), created);
  return found(words, value.includes('T') ? 'TIME' : 'DATE', value);
}

/** `timex` with what it leaves open ("XXXX-10-07", "XXXX-WXX-5", "T21", "SU") filled in. */
function filledTimex(timex: string, resolved: string | undefined, created: string): string {
  const [, day = '', clock] = /^([^T]*)(?:T(.*))?$/.exec(timex) ?? [];
  const filled = day === '' ? created : filledDay(day, resolved, created);
  if (clock === undefined) return filled;
  return `${filled}T${/^\d\d$/.test(clock) ? `${clock}:00` : clock}`;
}

function filledDay(day: string, resolved: string | undefined, created: string): string {
  if (/^(?:SP|SU|FA|WI)$/.test(day)) return `${created.slice(0, 4)}-${day}`;
  const [, first, years] = /^\((\d{4})-01-01,\d{4}-01-01,P(10|100)Y\)$/.exec(day) ?? [];
  if (first) return first.slice(0, years === '10' ? 3 : 2);
  if (day.startsWith('(')) return resolved ?? day;
  if (resolved === undefined) return day;
  return /^XXXX-WXX-\d$/.test(day) ? resolved : day.replace(/^XXXX/, resolved.slice(0, 4));
}
