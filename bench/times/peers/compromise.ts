import nlp from 'compromise';
import datePlugin from 'compromise-dates';
import type { FoundTime } from '../gold.js';
import { dayValue, noonOf, notAfter, pad, partOfDay, unitAgo, weekValue } from './values.js';
import { endsOf, found, type Peer, trimmed, type Words } from './words.js';

/** What compromise-dates says of a date. Its days are written in the time zone it was given, UTC here. */
export interface SaidDates {
  readonly start: string | null;
  readonly end: string | null;
  readonly unit?: string;
  readonly repeat?: {
    readonly interval?: Readonly<Record<string, number>>;
    readonly filter?: { readonly weekDays?: Readonly<Record<string, boolean>> };
  };
}

export type SaidDuration = Readonly<Record<string, number | null>>;

interface Said {
  readonly text: string;
  readonly offset: { readonly start: number; readonly length: number };
  readonly dates?: SaidDates;
  readonly duration?: SaidDuration;
}

interface View {
  dates(options: { today: string; timezone: string }): { json(options: object): Said[] };
  durations(): { json(options: object): Said[] };
}

nlp.plugin(datePlugin);

/** compromise-dates: dates, ranges, and durations where it has no date. */
export const compromisePeer: Peer = { name: 'compromise-dates', readLine };

function readLine(line: Words, created: string): FoundTime[] {
  const view = nlp(line.text) as unknown as View;
  const dates = view
    .dates({ today: created, timezone: 'UTC' })
    .json({ offset: true })
    .flatMap((said) => (said.dates ? datesOf(wordsOf(said, line), said.dates, created) : []));
  const durations = view
    .durations()
    .json({ offset: true })
    .flatMap((said) => durationOf(wordsOf(said, line), said.duration ?? {}));
  const isFree = ({ start, end }: FoundTime) => dates.every((date) => date.end <= start || end <= date.start);
  return [...dates, ...durations.filter(isFree)];
}

function wordsOf({ offset: { start, length } }: Said, line: Words): Words {
  const from = line.start + start;
  return { text: line.text.slice(start, start + length), start: from, end: from + length };
}

/** A range gives both its ends where the words have them. What it found and could not work out has no value. */
export function datesOf(words: Words, said: SaidDates, today: string): FoundTime[] {
  const whole = trimmed(words);
  if (!whole) return [];
  if (said.repeat) return [found(whole, 'SET', setValue(said.repeat))];
  if (said.start === null || said.end === null) return [found(whole, 'DATE', '')];
  const reference = noonOf(today);
  const bound = boundOf(words.text, said.start, said.end);
  if (said.unit === undefined && bound) {
    return [timeOf(whole, intoPast(bound, whole.text, reference), unitOf(whole.text))];
  }
  const [start, end] = [said.start, said.end].map((iso) => intoPast(iso, whole.text, reference));
  const ends = said.unit === undefined || said.unit === 'range' ? endsOf(words) : undefined;
  if (ends && start && end) {
    return [timeOf(ends[0], start, unitOf(ends[0].text)), timeOf(ends[1], end, unitOf(ends[1].text))];
  }
  return start ? [timeOf(whole, start, unitAgo(whole.text) ?? said.unit ?? unitOf(whole.text))] : [];
}

/** What "by May" or "after 1944" name: it gives all the time before or after that. */
function boundOf(words: string, start: string, end: string): string | undefined {
  const [side] = /^(?:by|before|until|till|after)\b/i.exec(words.trim()) ?? [];
  if (side === undefined) return undefined;
  if (/^(?:until|till)$/i.test(side)) return start;
  if (/^by$/i.test(side) && isEndOf(words)) return end;
  return /^(?:by|before)$/i.test(side) ? nextMoment(end) : new Date(Date.parse(start) - 1).toISOString();
}

const isEndOf = (words: string) => /\bend of\b/i.test(words);
const nextMoment = (iso: string) => new Date(Date.parse(iso) + 1).toISOString();

const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i;

/** It guesses forward: a weekday or a day without a year is taken back to before the day of publication. */
function intoPast(iso: string, words: string, reference: Date): Date {
  const date = new Date(iso);
  if (/\d{4}/.test(words)) return date;
  if (MONTH.test(words)) return notAfter(date, reference, 'year');
  return WEEKDAY.test(words) ? notAfter(date, reference, 'week') : date;
}

/** How fine some words are, where it does not say. */
function unitOf(words: string): string {
  if (/^\d{4}$/.test(words)) return 'year';
  const bare = words.replace(/\d{4}/, '');
  return MONTH.test(bare) && !/\d/.test(bare) ? 'month' : 'day';
}

function timeOf(words: Words, date: Date, unit: string): FoundTime {
  const day = dayValue(date);
  const part = partOfDay(words.text);
  if (part && unit !== 'day') return found(words, 'TIME', `${day}T${part}`);
  switch (unit) {
    case 'year':
      return found(words, 'DATE', day.slice(0, 4));
    case 'decade':
      return found(words, 'DATE', day.slice(0, 3));
    case 'century':
      return found(words, 'DATE', day.slice(0, 2));
    case 'month':
      return found(words, 'DATE', day.slice(0, 7));
    case 'week':
      return found(words, 'DATE', `${weekValue(date)}${/weekend/i.test(words.text) ? '-WE' : ''}`);
    case 'quarter':
      return found(words, 'DATE', `${day.slice(0, 4)}-Q${1 + Math.floor(date.getUTCMonth() / 3)}`);
    case 'season':
      return found(words, 'DATE', `${day.slice(0, 4)}-${seasonOf(words.text)}`);
    case 'time':
    case 'hour':
    case 'minute':
    case 'second':
    case 'millisecond':
      return found(words, 'TIME', `${day}T${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`);
    default:
      return found(words, 'DATE', day);
  }
}

function seasonOf(words: string): string {
  const [name] = /spring|summer|autumn|fall|winter/i.exec(words) ?? [];
  return name?.slice(0, 2).toUpperCase().replace('AU', 'FA') ?? '';
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** "every Monday" is XXXX-WXX-1, "every two weeks" P2W. */
function setValue({ interval = {}, filter }: NonNullable<SaidDates['repeat']>): string {
  const weekday = WEEKDAYS.findIndex((name) => filter?.weekDays?.[name]);
  return weekday >= 0 ? `XXXX-WXX-${weekday + 1}` : durationValue(interval);
}

function durationOf(words: Words, duration: SaidDuration): FoundTime[] {
  const whole = trimmed(words);
  return whole ? [found(whole, 'DURATION', durationValue(duration))] : [];
}

/** "three weeks" ({ week: 3 }) is P3W, "two hours" PT2H; one without a number ("a week": null) is one. */
export function durationValue(duration: SaidDuration): string {
  const units = Object.entries(duration).map(
    ([unit, number]) => [unit.replace(/s$/, ''), number ?? 1] as const,
  );
  const written = (names: readonly string[]) =>
    units
      .filter(([unit]) => names.includes(unit))
      .map(([unit, number]) => `${number}${unit[0]?.toUpperCase()}`);
  const days = written(['year', 'month', 'week', 'day']).join('');
  const clock = written(['hour', 'minute', 'second']).join('');
  return units.length === 0 ? '' : `P${days}${clock && `T${clock}`}`;
}
