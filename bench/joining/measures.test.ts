import { describe, expect, it } from 'vitest';
import { bCubed, ceafEntity, type Partition, pairwise } from './measures.js';

const partition = (...clusters: string[]): Partition =>
  new Map(clusters.flatMap((cluster) => [...cluster].map((report) => [report, cluster] as const)));

describe('measures of clusters of reports', () => {
  const gold = partition('abc', 'd', 'ef');

  it('are 1 where all is right', () => {
    for (const measure of [bCubed, pairwise, ceafEntity]) {
      expect(measure(gold, partition('abc', 'd', 'ef'))).toEqual({ precision: 1, recall: 1, f: 1 });
    }
  });

  // Worked by hand: a and b find 2 of 3, c 1 of 3; d, e and f are right but for one cluster of three.
  it('count what is right of the answer and of the gold', () => {
    const got = partition('ab', 'c', 'def');
    expect(bCubed(gold, got).precision).toBeCloseTo((1 + 1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 6);
    expect(bCubed(gold, got).recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1 + 1) / 6);
    expect(pairwise(gold, got)).toMatchObject({ precision: 2 / 4, recall: 2 / 4 });
    // abc–ab 4/5 and ef–def 4/5; d and c are left over.
    expect(ceafEntity(gold, got).precision).toBeCloseTo(1.6 / 3);
    expect(ceafEntity(gold, got).recall).toBeCloseTo(1.6 / 3);
  });
});
