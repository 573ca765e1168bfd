import { type Component, type ParsedComponents, type ParsedResult, parse } from 'chrono-node';
import type { FoundTime } from '../gold.js';
import { dayValue, noonOf, notAfter, pad, partOfDay, unitAgo, weekValue, yearValue } from './values.js';
import { endsOf, found, type Peer, trimmed, type Words } from './words.js';

/** chrono-node: dates and clock times. What it knows of a time, not what it supplies, says how fine the value is. */
export const chronoPeer: Peer = { name: 'chrono-node', readLine };

function readLine(line: Words, created: string): FoundTime[] {
  const reference = noonOf(created);
  return parse(line.text, { instant: reference, timezone: 0 }).flatMap((result) =>
    timesOf(result, line, reference),
  );
}

function timesOf({ text, index, start, end }: ParsedResult, line: Words, reference: Date): FoundTime[] {
  const from = line.start + index;
  const words = { text, start: from, end: from + text.length };
  const ends = end ? endsOf(words) : undefined;
  if (end && ends) {
    return [timeOf(start, ends[0], reference), timeOf(end, ends[1], reference)];
  }
  const whole = trimmed(words);
  return whole ? [timeOf(start, whole, reference)] : [];
}

function timeOf(components: ParsedComponents, words: Words, reference: Date): FoundTime {
  if (/^(?:right |just )?now$/i.test(words.text)) return found(words, 'DATE', 'PRESENT_REF');
  const date = dateOf(components, reference);
  const clock = clockOf(components, words.text);
  return clock === undefined
    ? found(words, 'DATE', dateValue(components, date, words.text))
    : found(words, 'TIME', `${dayValue(date)}T${clock}`);
}

/** "05:34" or "MO"; undefined where the words are no time of day. It also knows the hour of "two days later". */
function clockOf(components: ParsedComponents, words: string): string | undefined {
  if (!components.isCertain('hour')) return partOfDay(words);
  if (/\bdays?\b/i.test(words)) return undefined;
  return `${pad(components.get('hour') ?? 0)}:${pad(components.get('minute') ?? 0)}`;
}

/** As fine as what it knows; TIMEX3 gives "two years ago" as a year, and "the end of May" as a month. */
function dateValue(components: ParsedComponents, date: Date, words: string): string {
  const knows = (...some: Component[]) => some.some((component) => components.isCertain(component));
  const unit = unitAgo(words);
  if (unit === 'week' || /\bweeks?$/i.test(words)) return weekValue(date);
  const year = yearValue(date.getUTCFullYear());
  if (unit === 'year' || !knows('month', 'day', 'weekday')) return year;
  const month = `${year}-${pad(date.getUTCMonth() + 1)}`;
  const isPartOfMonth = /^(?:end|beginning|start|middle) of\b/i.test(words);
  if (unit === 'month' || isPartOfMonth || !knows('day', 'weekday')) return month;
  return `${month}-${pad(date.getUTCDate())}`;
}

/** Its day at noon, a weekday or a day without a year taken back to before the reference: it reads news. */
function dateOf(components: ParsedComponents, reference: Date): Date {
  const [year = 0, month = 1, day = 1] = (['year', 'month', 'day'] as const).map(
    (component) => components.get(component) ?? undefined,
  );
  const date = new Date(Date.UTC(2000, month - 1, day, 12));
  date.setUTCFullYear(year, month - 1, day);
  if (components.isCertain('year')) return date;
  if (components.isCertain('month')) return notAfter(date, reference, 'year');
  return components.isCertain('weekday') && !components.isCertain('day')
    ? notAfter(date, reference, 'week')
    : date;
}
