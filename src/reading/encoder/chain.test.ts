import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChainScores, prepareChain, spansOf } from './chain.js';

const score = fc.integer({ min: -40, max: 40 }).map((number) => number / 8);
const step = fc.oneof({ weight: 2, arbitrary: score }, { weight: 1, arbitrary: fc.constant(-10_000) });

/** A chain whose first label may follow any, and scores for so many words. */
const tasks = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([labels, words]) => {
    const row = fc.array(score, { minLength: labels, maxLength: labels });
    const steps = fc.array(fc.array(step, { minLength: labels, maxLength: labels }), {
      minLength: labels,
      maxLength: labels,
    });
    const chain = fc.record({
      start: row,
      stop: row,
      steps: steps.map((rows) => rows.map(([, ...rest]) => [0, ...rest])),
    });
    return fc.record({
      chain,
      words: fc.constant(words),
      scores: fc.array(row, { minLength: words, maxLength: words }),
    });
  });

/** The sum of a row of labels. */
function sumOf(row: readonly number[], chain: ChainScores, scores: readonly (readonly number[])[]): number {
  return row.reduce((sum, label, word) => {
    const before = row[word - 1];
    const into = before === undefined ? chain.start[label] : chain.steps[before]?.[label];
    const out = word === row.length - 1 ? (chain.stop[label] ?? 0) : 0;
    return sum + (into ?? 0) + (scores[word]?.[label] ?? 0) + out;
  }, 0);
}

function allRows(words: number, labels: number): number[][] {
  if (words === 0) return [[]];
  return allRows(words - 1, labels).flatMap((row) =>
    Array.from({ length: labels }, (_, label) => [...row, label]),
  );
}

describe('the best row of labels', () => {
  it('is the best of all rows', () => {
    fc.assert(
      fc.property(tasks, ({ chain, words, scores }) => {
        const found = [
          ...prepareChain(chain)(words, Float32Array.from(scores.flat()), 0, chain.start.length),
        ];
        const best = Math.max(...allRows(words, chain.start.length).map((row) => sumOf(row, chain, scores)));
        expect(sumOf(found, chain, scores)).toBeCloseTo(best, 6);
      }),
      { numRuns: 500 },
    );
  });

  it('reads its scores from where it is told to', () => {
    const chain = {
      start: [0, 0],
      stop: [0, 0],
      steps: [
        [0, 0],
        [0, 0],
      ],
    };
    const scores = Float32Array.of(9, 0, /**/ 0, 1, 9, 9, /**/ 1, 0, 9, 9, /**/ 0, 1);
    expect([...prepareChain(chain)(3, scores, 2, 4)]).toEqual([1, 0, 1]);
  });

  it('takes no step that is ruled out, whatever the scores', () => {
    const wild = fc.oneof(score, fc.constantFrom(Number.NaN, Infinity, -Infinity, 3e38));
    // Outside, then B I L U of one kind, as in language.json.
    const no = -10_000;
    const chain = {
      start: [0, 0, no, no, 0],
      stop: [0, no, no, 0, 0],
      steps: [
        [0, 0, no, no, 0],
        [no, no, 0, 0, no],
        [no, no, 0, 0, no],
        [0, 0, no, no, 0],
        [0, 0, no, no, 0],
      ],
    };
    fc.assert(
      fc.property(fc.array(wild, { minLength: 5, maxLength: 60 }), (numbers) => {
        const words = Math.floor(numbers.length / 5);
        const row = [...prepareChain(chain)(words, Float32Array.from(numbers), 0, 5)];
        expect(row).toHaveLength(words);
        for (const [word, label] of row.slice(1).entries())
          expect(chain.steps[row[word] ?? -1]?.[label]).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('of no words is empty', () => {
    expect([...prepareChain({ start: [0], stop: [0], steps: [[0]] })(0, new Float32Array(0), 0, 1)]).toEqual(
      [],
    );
  });
});

describe('spans of labels', () => {
  const [O, B, I, L, U] = [0, 1, 2, 3, 4];
  const spans = (...row: number[]) =>
    spansOf(Int32Array.from(row)).map(({ first, last, kind }) => [first, last, kind]);

  it('run from B to L, and are one word at U', () => {
    expect(spans(B, I, L, O, U, B + 4, L + 4)).toEqual([
      [0, 3, 0],
      [4, 5, 0],
      [5, 7, 1],
    ]);
  });

  it('are none where half of one is missing', () => {
    expect(spans(I, L)).toEqual([]);
    expect(spans(B, I, I)).toEqual([]);
    expect(spans(B, O, L)).toEqual([]);
    expect(spans(B, L + 4)).toEqual([]);
    expect(spans(B, B, L)).toEqual([[1, 3, 0]]);
  });

  it('of any labels are in order and none over another', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 })), (row) => {
        let end = 0;
        for (const { first, last, kind } of spansOf(Int32Array.from(row))) {
          expect(first).toBeGreaterThanOrEqual(end);
          expect(last).toBeGreaterThan(first);
          expect([0, 1, 2]).toContain(kind);
          end = last;
        }
        expect(end).toBeLessThanOrEqual(row.length);
      }),
    );
  });
});
