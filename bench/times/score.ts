import { NOTHING, plus, type Tally } from '../language/count.js';
import type { Extent, FoundTime, GoldText, GoldTime } from './gold.js';

/** A gold expression with the one that was found there, or one that has no counterpart. */
export interface Pair {
  readonly gold?: GoldTime | undefined;
  readonly found?: FoundTime | undefined;
}

export const MEASURES = ['strict', 'relaxed', 'value', 'kindly', 'type'] as const;
export type Measure = (typeof MEASURES)[number];
export type Scores = Readonly<Record<Measure, Tally>>;

/**
 * Pairs the expressions of a text, each with one at most: first those with the same borders, then those that share most
 * characters. What touches an unscored place is left out, unless it reaches a gold expression too.
 */
export function pairsOf({ times, unscored }: GoldText, found: readonly FoundTime[]): Pair[] {
  const scored = found.filter(
    (time) =>
      times.some((gold) => shared(gold, time) > 0) || !unscored.some((place) => shared(place, time) > 0),
  );
  const candidates = times
    .flatMap((gold) => scored.map((time) => ({ gold, time, likeness: likeness(gold, time) })))
    .filter(({ likeness: likely }) => likely > 0)
    .toSorted(
      (a, b) => b.likeness - a.likeness || a.gold.start - b.gold.start || a.time.start - b.time.start,
    );
  const partner = new Map<FoundTime, FoundTime>();
  for (const { gold, time } of candidates) {
    if (partner.has(gold) || partner.has(time)) continue;
    partner.set(gold, time);
    partner.set(time, gold);
  }
  return [
    ...times.map((gold) => ({ gold, found: partner.get(gold) })),
    ...scored.filter((time) => !partner.has(time)).map((time) => ({ found: time })),
  ];
}

const shared = (a: Extent, b: Extent) => Math.min(a.end, b.end) - Math.max(a.start, b.start);

function likeness(a: Extent, b: Extent): number {
  return hasSameBorders(a, b) ? Number.POSITIVE_INFINITY : shared(a, b);
}

const hasSameBorders = (a: Extent, b: Extent) => a.start === b.start && a.end === b.end;

/** What is right of some pairs by each measure. With a type, only what has that type counts, on either side. */
export function scoresOf(pairs: readonly Pair[], type?: FoundTime['type']): Scores {
  const scores: Record<Measure, Tally> = {
    strict: NOTHING,
    relaxed: NOTHING,
    value: NOTHING,
    kindly: NOTHING,
    type: NOTHING,
  };
  for (const { gold, found } of pairs) {
    const wanted = gold !== undefined && (type === undefined || gold.type === type);
    const said = found !== undefined && (type === undefined || found.type === type);
    const right = wanted && said ? rightOf(gold, found) : undefined;
    for (const measure of MEASURES) {
      const one = { gold: Number(wanted), got: Number(said), right: Number(right?.[measure] ?? false) };
      scores[measure] = plus(scores[measure], one);
    }
  }
  return scores;
}

function rightOf(gold: GoldTime, found: FoundTime): Record<Measure, boolean> {
  return {
    strict: hasSameBorders(gold, found),
    relaxed: true,
    value: gold.value !== '' && gold.value === found.value,
    kindly: gold.value !== '' && kindly(gold.value) === kindly(found.value),
    type: gold.type === found.type,
  };
}

/** A value without what says no more: case, seconds that are 0, the zone of a clock time, minutes that are left out. */
export function kindly(value: string): string {
  return value
    .toUpperCase()
    .replace(/(T\d\d:\d\d):00(?!\d)/, '$1')
    .replace(/(T\d\d(?::\d\d)*)(?:Z|[+-]\d\d(?::?\d\d)?)$/, '$1')
    .replace(/(T\d\d)$/, '$1:00');
}
