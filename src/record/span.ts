import { z } from 'zod';

const offset = z.int().min(0);

/** Where words stand in the text of a report: UTF-16 offsets, half-open, and the words themselves. */
export const Span = z
  .object({ start: offset, end: offset, quote: z.string() })
  .describe('Words of the report. UTF-16 offsets, half-open; text.slice(start, end) equals quote, always.');
export type Span = z.infer<typeof Span>;

/** The span of a run of characters of a text. Throws a RangeError where it does not lie inside the text. */
export function cut(text: string, start: number, end: number): Span {
  if (
    !(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length)
  ) {
    throw new RangeError(`No words stand at ${start}–${end} of a text of ${text.length} characters.`);
  }
  return { start, end, quote: text.slice(start, end) };
}

/** Whether two spans have a character in common. */
export function spansOverlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether the first span holds all of the second. */
export function spanHolds(
  outer: { start: number; end: number },
  inner: { start: number; end: number },
): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * Throws where any span of a reading, however deep, does not cut its own quote out of the text.
 * Every object that has `start`, `end` or `quote` is a span; a quote without its place fails too.
 */
export function checkSpans<R extends { readonly text: string }>(reading: R): R {
  for (const [key, value] of Object.entries(reading)) {
    if (key !== 'text' && key !== 'extra') checkWithin(reading.text, value, key);
  }
  return reading;
}

function checkWithin(text: string, value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null) return;
  const { start, end, quote } = value as Record<string, unknown>;
  const isSpan = !Array.isArray(value) && (start !== undefined || end !== undefined || quote !== undefined);
  if (isSpan) checkOne(text, { start, end, quote }, path);
  for (const [key, inner] of Object.entries(value)) checkWithin(text, inner, `${path}.${key}`);
}

function checkOne(text: string, span: Record<'start' | 'end' | 'quote', unknown>, path: string): void {
  const { start, end, quote } = span;
  if (!Number.isInteger(start) || !Number.isInteger(end)) {
    throw new Error(
      `${path}: ${JSON.stringify(quote)} has no place in the text (start ${start}, end ${end}).`,
    );
  }
  const [from, to] = [start as number, end as number];
  if (from < 0 || from >= to || to > text.length) {
    throw new Error(`${path}: ${from}–${to} is not inside a text of ${text.length} characters.`);
  }
  const words = text.slice(from, to);
  if (quote !== undefined && quote !== words) {
    throw new Error(
      `${path}: the quote is ${JSON.stringify(quote)} but the text has ${JSON.stringify(words)} there.`,
    );
  }
}
