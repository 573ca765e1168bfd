import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lines, type Place, segments } from './segments.js';

/** A text of several scripts, with characters of two UTF-16 units, and spans anywhere in it and a little outside. */
const marked = fc
  .string({ unit: 'binary', maxLength: 80 })
  .chain((text) =>
    fc.record({
      text: fc.constant(text),
      spans: fc.array(
        fc.record({
          start: fc.integer({ min: -2, max: text.length + 2 }),
          length: fc.integer({ min: 0, max: 30 }),
        }),
        { maxLength: 12 },
      ),
    }),
  )
  .map(({ text, spans }) => ({
    text,
    spans: spans.map(({ start, length }) => ({ start, end: start + length })),
  }));

const isInside = (text: string, span: Place) =>
  span.start >= 0 && span.start < span.end && span.end <= text.length;

describe('segments', () => {
  it('gives runs that joined are the text', () => {
    fc.assert(
      fc.property(marked, ({ text, spans }) => {
        expect(
          segments(text, spans)
            .map((run) => run.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('gives each span runs that joined are its quote, and none to a span outside the text', () => {
    fc.assert(
      fc.property(marked, ({ text, spans }) => {
        const runs = segments(text, spans);
        for (const span of spans) {
          const quote = runs
            .filter((run) => run.spans.includes(span))
            .map((run) => run.text)
            .join('');
          expect(quote).toBe(isInside(text, span) ? text.slice(span.start, span.end) : '');
        }
      }),
    );
  });

  it('puts the shortest span of a run last, so that a toll inside a claim shows as a toll', () => {
    const text = 'police said four people were killed there';
    const claim = { start: 12, end: 41, field: 'claim' };
    const toll = { start: 12, end: 35, field: 'toll' };
    const run = segments(text, [toll, claim]).find((each) => each.text === 'four people were killed');
    expect(run?.spans.map((span) => span.field)).toEqual(['claim', 'toll']);
  });

  it('keeps spans that cross each other apart', () => {
    const runs = segments('abcdef', [
      { start: 0, end: 4 },
      { start: 2, end: 6 },
    ]);
    expect(runs.map((run) => [run.text, run.spans.length])).toEqual([
      ['ab', 1],
      ['cd', 2],
      ['ef', 1],
    ]);
  });
});

describe('lines', () => {
  it('joined with line breaks are the text', () => {
    const withBreaks = fc.tuple(fc.array(fc.string({ maxLength: 12 })), marked).map(([parts, { spans }]) => {
      return { text: parts.join('\n'), spans };
    });
    fc.assert(
      fc.property(withBreaks, ({ text, spans }) => {
        const joined = lines(segments(text, spans)).map((line) => line.runs.map((run) => run.text).join(''));
        expect(joined.join('\n')).toBe(text);
      }),
    );
  });

  it('knows where each line and each run of it stands', () => {
    const text = 'BAGHDAD\n\nTwo were hurt\n';
    const all = lines(segments(text, [{ start: 3, end: 12 }]));
    for (const line of all) {
      expect(text.slice(line.start, line.end)).toBe(line.runs.map((run) => run.text).join(''));
      for (const run of line.runs) expect(text.slice(run.start, run.end)).toBe(run.text);
    }
    expect(all.map((line) => text.slice(line.start, line.end))).toEqual(['BAGHDAD', '', 'Two were hurt', '']);
  });
});
