import { describe, expect, it } from 'vitest';
import { type ArcTables, prepareArcs } from './arcs.js';
import { documentOf } from './document.fixture.js';
import type { Peg } from './encoded.js';

const O = { labels: ['O', 'B', 'I', 'L', 'U'], steps: [], start: [], stop: [] };
const tables: ArcTables = {
  kinds: ['attack'],
  realis: ['happened', 'planned'],
  stances: ['says', 'denies'],
  parts: ['actor', 'killed'],
  pointers: ['when'],
  key: 2,
  claim: O,
  // Actor, killed, when, link.
  bias: [0, -20, 0, 0],
  apart: [
    [5, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ],
  sentencesApart: [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, -30],
    [0, 0, 0],
  ],
};

/** A peg whose rows of the query are those of the arcs; two numbers each. */
const peg = (token: number, query: number[], facts: number[] = [0, 0, 0, 0, 0, 0]): Peg => ({
  token,
  kinds: Float32Array.of(1),
  facts: Float32Array.from(facts),
  query: Float32Array.from(query),
});
const document = documentOf([
  ['Rebels', 'struck', 'Gao'],
  ['Five', 'died', 'Monday'],
]);
const far = 20 * Math.sqrt(2);
const arcsWith = (...keys: [number, number][]) =>
  prepareArcs(tables)(document, { pegs: [], said: [], keys: Float32Array.from(keys.flat()) });

describe('arcs between words', () => {
  it('are likely where query and key agree, and unlikely where they do not', () => {
    const arcs = arcsWith([far, 0], [0, 0], [-far, 0], [0, 0], [0, 0], [0, 0]);
    const struck = peg(1, [1, 0, 0, 0, 0, 0, 0, 0]);
    expect(arcs.part(struck, 'actor', 0)).toBeGreaterThan(0.99);
    expect(arcs.part(struck, 'actor', 2)).toBeLessThan(0.01);
    expect(arcs.part(struck, 'killed', 3)).toBeLessThan(0.01);
  });

  it('are scored by how far words and sentences are apart too', () => {
    const arcs = arcsWith([0, 0], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0]);
    const struck = peg(1, [0, 0, 0, 0, 0, 0, 0, 0]);
    expect(arcs.part(struck, 'actor', 0)).toBeGreaterThan(0.99);
    expect(arcs.part(struck, 'actor', 2)).toBe(0.5);
    const [own, other] = arcs.point(struck, 'when', [2, 5]);
    expect(own).toBeGreaterThan(0.49);
    expect(other).toBeLessThan(0.01);
  });

  it('point at one word or at none, and the chances add up to 1', () => {
    const arcs = arcsWith([0, 0], [0, 0], [0, 0], [0, 0], [0, 0], [0, far]);
    const died = peg(4, [0, 0, 0, 0, 0, 1, 0, 0]);
    const chances = arcs.point(died, 'when', [3, 5]);
    expect(chances[1]).toBeGreaterThan(0.99);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
    const nowhere = arcs.point(peg(4, [0, 0, 0, 0, 0, 1, 0, 0], [0, 0, 0, 0, 0, 40]), 'when', [3, 5]);
    expect(nowhere[2]).toBeGreaterThan(0.99);
    expect([...arcs.point(died, 'when', [])]).toEqual([1]);
  });

  it('link two words as much one way as the other', () => {
    const arcs = arcsWith([0, 0], [1, 2], [0, 0], [0, 0], [3, -1], [0, 0]);
    const [struck, died] = [peg(1, [0, 0, 0, 0, 0, 0, 2, 1]), peg(4, [0, 0, 0, 0, 0, 0, 1, 1])];
    expect(arcs.link(struck, died)).toBe(arcs.link(died, struck));
  });

  it('tell realis, core and stance by the facts of a word', () => {
    const arcs = arcsWith([0, 0], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0]);
    const one = peg(1, [0, 0, 0, 0, 0, 0, 0, 0], [0, 9, -9, 9, 0, 0]);
    expect(arcs.realis(one).get('planned')).toBeGreaterThan(0.99);
    expect(arcs.core(one)).toBeLessThan(0.01);
    expect(arcs.stance(one).get('says')).toBeGreaterThan(0.99);
  });
});
