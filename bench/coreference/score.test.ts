import { describe, expect, it } from 'vitest';
import { bCubed, ceaf, figuresOf, muc } from './score.js';

// Gold {a b c d e} {f g} {h i j k l}; the answer puts the last two together.
const gold = ['abcde', 'fg', 'hijkl'].map((cluster) => [...cluster]);
const merged = ['abcde', 'fghijkl'].map((cluster) => [...cluster]);

describe('MUC', () => {
  it('counts links', () => {
    // Answer: 4 + 6 links, of which the second cluster has one too many: 4 + (7 - 2 parts) = 9. Gold: 4 + 1 + 4 = 9, all kept.
    expect(muc(gold, merged)).toEqual({ right: 9, got: 10, found: 9, gold: 9 });
    expect(figuresOf(muc(gold, merged))).toMatchObject({ p: 90, r: 100 });
  });

  it('gives nothing for singletons, and does not count what the other side lacks as kept', () => {
    expect(muc([['a'], ['b']], [['a'], ['b']])).toEqual({ right: 0, got: 0, found: 0, gold: 0 });
    // {a x}: x is in no gold cluster, so it is a part of its own.
    expect(muc([['a', 'b']], [['a', 'x']])).toEqual({ right: 0, got: 1, found: 0, gold: 1 });
  });

  it('is that of Vilain: {A B C D} as {A B} {C D} keeps two links of three', () => {
    expect(
      muc(
        [['A', 'B', 'C', 'D']],
        [
          ['A', 'B'],
          ['C', 'D'],
        ],
      ),
    ).toEqual({ right: 2, got: 2, found: 2, gold: 3 });
  });
});

describe('B³', () => {
  it('weighs every mention alike', () => {
    // Precision: 5 mentions at 5/5, 2 at 2/7, 5 at 5/7: (5 + 4/7 + 25/7) / 12 = 16/21. Recall is whole.
    const figures = figuresOf(bCubed(gold, merged));
    expect(figures.p).toBeCloseTo((100 * 16) / 21);
    expect(figures.r).toBe(100);
  });

  it('rewards a singleton that is alone on both sides, and nothing where the mention is missing', () => {
    expect(bCubed([['a'], ['b', 'c']], [['a'], ['x']])).toEqual({ right: 1, got: 2, found: 1, gold: 3 });
  });
});

describe('CEAF', () => {
  it('pairs clusters one to one, by mentions', () => {
    // 5 of {a–e} and 5 of {h–l} are in paired clusters; {f g} is left over: 10 of 12 on both sides.
    expect(ceaf(gold, merged, 'mentions')).toEqual({ right: 10, got: 12, found: 10, gold: 12 });
  });

  it('gives each cluster one partner', () => {
    const theirs = [
      ['a', 'b'],
      ['c', 'd', 'e'],
    ];
    const ours = [
      ['a', 'c', 'd'],
      ['b', 'x'],
    ];
    // {a c d}: 1 with the first, 2 with the second; {b x}: 1 with the first. 2 + 1 = 3.
    expect(ceaf(theirs, ours, 'mentions')).toEqual({ right: 3, got: 5, found: 3, gold: 5 });
  });

  it('and by entities', () => {
    // φ4: {a–e} with itself 1; {h–l} with {f–l} 2·5/(5+7) = 5/6.
    const sums = ceaf(gold, merged, 'entities');
    expect(sums.right).toBeCloseTo(1 + 5 / 6);
    expect([sums.got, sums.gold]).toEqual([2, 3]);
  });
});

describe('no clusters', () => {
  it('are worth nothing', () => {
    for (const metric of [muc, bCubed])
      expect(metric([], [])).toEqual({ right: 0, got: 0, found: 0, gold: 0 });
    expect(figuresOf(ceaf([], [], 'entities'))).toEqual({ p: 0, r: 0, f: 0 });
    expect(figuresOf(ceaf(gold, [], 'mentions'))).toEqual({ p: 0, r: 0, f: 0 });
  });
});
