import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handmadeReading } from './reading.fixture.js';
import { checkSpans, cut, spanHolds, spansOverlap } from './span.js';

describe('cut', () => {
  it('gives the words at the offsets', () => {
    expect(cut('Shells fell on 𝒳.', 0, 6)).toEqual({ start: 0, end: 6, quote: 'Shells' });
  });

  it('counts UTF-16 units, as JavaScript does', () => {
    expect(cut('𝒳 fell', 3, 7).quote).toBe('fell');
  });

  it.each([
    [-1, 3],
    [2, 2],
    [3, 2],
    [0, 7],
    [0.5, 3],
    [Number.NaN, 3],
  ])('refuses %d–%d of a text of six characters', (start, end) => {
    expect(() => cut('Shells', start, end)).toThrow(RangeError);
  });

  it('gives spans that pass the check, of any text', () => {
    const textAndSpan = fc
      .string({ unit: 'binary', minLength: 1 })
      .chain((text) => fc.tuple(fc.constant(text), fc.nat(text.length), fc.nat(text.length)))
      .filter(([, one, other]) => one !== other);
    fc.assert(
      fc.property(textAndSpan, ([text, one, other]) => {
        const span = cut(text, Math.min(one, other), Math.max(one, other));
        expect(checkSpans({ text, names: [span] }).names[0]?.quote).toBe(text.slice(span.start, span.end));
      }),
    );
  });
});

describe('spansOverlap and spanHolds', () => {
  const [left, right] = [
    { start: 0, end: 4 },
    { start: 4, end: 8 },
  ];

  it('have nothing in common where one ends as the other starts', () => {
    expect(spansOverlap(left, right)).toBe(false);
    expect(spansOverlap(left, { start: 3, end: 8 })).toBe(true);
  });

  it('hold themselves, and what lies inside, and nothing that sticks out', () => {
    expect(spanHolds(left, left)).toBe(true);
    expect(spanHolds(left, { start: 1, end: 3 })).toBe(true);
    expect(spanHolds(left, { start: 1, end: 5 })).toBe(false);
  });
});

describe('checkSpans', () => {
  it('lets a right reading through and gives it back', () => {
    const reading = handmadeReading();
    expect(checkSpans(reading)).toBe(reading);
  });

  it.each([
    ['another quote', { start: 0, end: 6, quote: 'Shell' }, 'the text has "Shells"'],
    ['the quote in another case', { start: 0, end: 6, quote: 'shells' }, 'the text has "Shells"'],
    ['no start', { end: 6, quote: 'Shells' }, 'has no place in the text'],
    ['no end', { start: 0, quote: 'Shells' }, 'has no place in the text'],
    ['a quote without its place', { quote: 'Shells' }, 'has no place in the text'],
    ['half a character', { start: 0.5, end: 6 }, 'has no place in the text'],
    ['no characters', { start: 3, end: 3, quote: '' }, 'is not inside a text'],
    ['its ends the wrong way round', { start: 6, end: 0 }, 'is not inside a text'],
    ['an end beyond the text', { start: 7, end: 13 }, 'is not inside a text'],
    ['a start before the text', { start: -1, end: 3 }, 'is not inside a text'],
  ])('refuses a span with %s', (_, span, message) => {
    expect(() => checkSpans({ text: 'Shells fell.', places: [{ name: 'x', ...span }] })).toThrow(message);
  });

  it('names where the wrong span stands, however deep', () => {
    const reading = handmadeReading();
    const toll = reading.incidents[0]?.toll[0];
    if (toll) toll.quote = 'at least 13 people';
    expect(() => checkSpans(reading)).toThrow('incidents.0.toll.0: the quote is "at least 13 people"');
  });

  it('finds any one quote that was changed', () => {
    const paths = quotePaths(handmadeReading());
    expect(paths.length).toBeGreaterThan(12);
    for (const path of paths) {
      const reading = handmadeReading();
      const span = path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], reading);
      (span as { quote: string }).quote += '!';
      expect(() => checkSpans(reading), path.join('.')).toThrow(path.join('.'));
    }
  });

  it('does not look into what was handed in as extra', () => {
    expect(() =>
      checkSpans({ text: 'Shells fell.', extra: { start: 90, end: 2, quote: 'no' } }),
    ).not.toThrow();
  });
});

/** The ways to every object that has a quote. */
function quotePaths(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  const here = 'quote' in value ? [[...path]] : [];
  return [...here, ...Object.entries(value).flatMap(([key, inner]) => quotePaths(inner, [...path, key]))];
}
