import type { AnnotatedTime } from './annotated.js';

const DAY = 86_400_000;

/** The same days: 1. Days in common: half. */
export function timeLikeness(gold: AnnotatedTime, got: AnnotatedTime): number {
  const [a, b] = [daysOf(gold.edtf), daysOf(got.edtf)];
  if (!a || !b) return 0;
  if (a.first === b.first && a.last === b.last) return 1;
  return a.first <= b.last && b.first <= a.last ? 0.5 : 0;
}

interface Days {
  readonly first: number;
  readonly last: number;
}

/**
 * The days of an EDTF value, as the table counts them: clock, zone and signs of doubt do not matter, and neither does
 * whether the day exists. More lenient than the reader's own `daysOf`, so that a slip in a gold file costs no row.
 */
function daysOf(edtf: string | null | undefined): Days | undefined {
  if (!edtf) return undefined;
  const [from = '', to = from] = edtf.split('/');
  const [first, last] = [firstDay(from), lastDay(to)];
  return first === undefined || last === undefined ? undefined : { first, last };
}

function firstDay(end: string): number | undefined {
  if (isOpen(end)) return -Infinity;
  const parts = calendarParts(end);
  if (!parts) return undefined;
  const { year, month = '01', day = '01' } = parts;
  return Date.UTC(Number(year.replace('X', '0')), Number(month) - 1, Number(day)) / DAY;
}

function lastDay(end: string): number | undefined {
  if (isOpen(end)) return Infinity;
  const parts = calendarParts(end);
  if (!parts) return undefined;
  const year = Number(parts.year.replace('X', '9'));
  const month = Number(parts.month ?? '12');
  // Day 0 of the next month is the last day of this one.
  return (parts.day ? Date.UTC(year, month - 1, Number(parts.day)) : Date.UTC(year, month, 0)) / DAY;
}

const isOpen = (end: string) => end === '..' || end === '';

/** Year, month and day of `2024-02-07~`; `202X` is a decade, and what is `XX` or finer than that is left out. */
function calendarParts(end: string) {
  const match = /^(\d{3}[\dX])(?:-(\d\d|XX))?(?:-(\d\d|XX))?/.exec(end.replace(/[~?%]/g, ''));
  if (!match?.[1]) return undefined;
  const month = match[2] === 'XX' ? undefined : match[2];
  const day = month === undefined || match[3] === 'XX' ? undefined : match[3];
  return { year: match[1], month, day };
}
