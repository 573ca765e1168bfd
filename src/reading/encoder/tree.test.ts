import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcsOf, bestHeads } from './tree.js';

/** Scores row by row: the root's first, then each word's. */
const headsOf = (rows: readonly (readonly number[])[]) =>
  bestHeads(arcsOf(rows.length, (word, head) => rows[word]?.[head + 1] ?? Number.NaN));

const sumOf = (rows: readonly (readonly number[])[], heads: readonly number[]) =>
  heads.reduce((sum, head, word) => sum + (rows[word]?.[head + 1] ?? 0), 0);

function hangsOnRoot(heads: readonly number[]): boolean {
  return heads.every((_, word) => {
    let at = word;
    for (let steps = 0; at >= 0 && steps <= heads.length; steps++) at = heads[at] ?? -1;
    return at < 0;
  });
}

function allTrees(words: number): number[][] {
  const grow = (left: number): number[][] =>
    left === 0
      ? [[]]
      : grow(left - 1).flatMap((row) => Array.from({ length: words + 1 }, (_, head) => [...row, head - 1]));
  return grow(words).filter((heads) => heads.every((head, word) => head !== word) && hangsOnRoot(heads));
}
const trees = new Map([1, 2, 3, 4, 5].map((words) => [words, allTrees(words)]));

const matrix = (words: number, score: fc.Arbitrary<number>) =>
  fc.array(fc.array(score, { minLength: words + 1, maxLength: words + 1 }), {
    minLength: words,
    maxLength: words,
  });

describe('the best tree', () => {
  it('is the best of all trees', () => {
    const score = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.float({ noNaN: true, min: -50, max: 50 }));
    const tasks = fc.integer({ min: 1, max: 5 }).chain((words) => matrix(words, score));
    fc.assert(
      fc.property(tasks, (rows) => {
        const best = Math.max(...(trees.get(rows.length) ?? []).map((heads) => sumOf(rows, heads)));
        const heads = headsOf(rows);
        expect(hangsOnRoot(heads)).toBe(true);
        expect(sumOf(rows, heads)).toBeCloseTo(best, 6);
      }),
      { numRuns: 2000 },
    );
  });

  it('is each word’s best head where those are a tree already', () => {
    expect(
      headsOf([
        [1, 0, 9, 0],
        [8, 0, 0, 0],
        [1, 0, 9, 0],
      ]),
    ).toEqual([1, -1, 1]);
  });

  it('has several roots where that is best', () => {
    expect(
      headsOf([
        [9, 0, 1],
        [9, 1, 0],
      ]),
    ).toEqual([-1, -1]);
  });

  it('breaks a circle where it costs least', () => {
    expect(
      headsOf([
        [5, 0, 9],
        [1, 9, 0],
      ]),
    ).toEqual([-1, 0]);
  });

  it('breaks a circle in a circle', () => {
    // 0 and 1 go round, and with 2 once more; the root is far, nearest by word 2.
    const rows = [
      [-90, 0, 9, 8],
      [-90, 9, 0, 7],
      [-80, 6, 5, 0],
    ];
    expect(headsOf(rows)).toEqual([2, 0, -1]);
  });

  it('is a tree of any size and any scores, none or beyond measure too', () => {
    const wild = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(Number.NaN, Infinity, -Infinity, 1e38, -1e38, -10_000),
    );
    const tasks = fc.integer({ min: 0, max: 30 }).chain((words) => matrix(words, wild));
    fc.assert(
      fc.property(tasks, (rows) => {
        const heads = headsOf(rows);
        expect(heads).toHaveLength(rows.length);
        expect(heads.every((head, word) => head >= -1 && head < rows.length && head !== word)).toBe(true);
        expect(hangsOnRoot(heads)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('of the longest sentence is found though every word likes the next and the last the first', () => {
    const words = 510;
    const likes = (word: number) => (word + 1) % words;
    const heads = bestHeads(
      arcsOf(words, (word, head) => (head < 0 ? -5 - (word === 77 ? -1 : 0) : head === likes(word) ? 9 : 0)),
    );
    expect(heads[77]).toBe(-1);
    expect(heads.every((head, word) => word === 77 || head === likes(word))).toBe(true);
  });

  it('of the longest sentence is found though circles lie in circles all the way', () => {
    const words = 510;
    // Each word likes the one before best; word 0 likes word 1 best, then 2, and so on: one more in the circle each time.
    const scoreOf = (word: number, head: number) =>
      head < 0 ? -1e5 : head === word - 1 ? 100 : word === 0 ? 50 - head / 100 : -1e4;
    const heads = bestHeads(arcsOf(words, scoreOf));
    expect(hangsOnRoot(heads)).toBe(true);
    expect(heads.slice(1)).toEqual(Array.from({ length: words - 1 }, (_, word) => word));
    expect(heads[0]).toBe(-1);
  });
});
