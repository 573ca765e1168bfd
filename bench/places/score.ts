import { kilometres } from '../../src/reading/places/distance.js';
import { NOTHING, plus, type Tally } from '../language/count.js';
import type { GoldText, GoldToponym } from './gold.js';

/** A toponym as a reader gives it. */
export interface FoundToponym {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly country: string | readonly string[] | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly gazetteer: string | null;
}

/** A gold toponym with what was found there, or one of both that has no counterpart. */
export interface Pair {
  readonly gold?: GoldToponym | undefined;
  readonly found?: FoundToponym | undefined;
}

/** Kilometres within which a place is right. */
const RIGHT = 161;
/** Half the way around the earth, in kilometres: the worst error there can be. */
const WORST = 20_039;

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Pairs the toponyms of a text, each with one at most: first the same borders, then those that share most characters. */
export function pairsOf({ toponyms }: GoldText, found: readonly FoundToponym[]): Pair[] {
  const candidates = toponyms
    .flatMap((gold) => found.map((one) => ({ gold, one, likeness: likeness(gold, one) })))
    .filter(({ likeness: shared }) => shared > 0)
    .toSorted((a, b) => b.likeness - a.likeness || a.gold.start - b.gold.start || a.one.start - b.one.start);
  const partners = new Map<GoldToponym, FoundToponym>();
  const taken = new Set<FoundToponym>();
  for (const { gold, one } of candidates) {
    if (partners.has(gold) || taken.has(one)) continue;
    partners.set(gold, one);
    taken.add(one);
  }
  return [
    ...toponyms.map((gold) => ({ gold, found: partners.get(gold) })),
    ...found.filter((one) => !taken.has(one)).map((one) => ({ found: one })),
  ];
}

const hasSameBorders = (a: Extent, b: Extent) => a.start === b.start && a.end === b.end;

function likeness(a: Extent, b: Extent): number {
  return hasSameBorders(a, b)
    ? Number.POSITIVE_INFINITY
    : Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

/** How far off a pair is, in kilometres; undefined where there is nothing to compare. */
export function distanceOf({ gold, found }: Pair): number | undefined {
  if (!gold?.point || !found || found.lat === null || found.lon === null) return undefined;
  return kilometres(gold.point, { lat: found.lat, lon: found.lon });
}

/** As `distanceOf`, but a country is 0 km off under its own code, and never right under another. */
export function errorOf(pair: Pair): number | undefined {
  const { gold, found } = pair;
  if (!gold?.country || !found) return distanceOf(pair);
  return found.country === gold.country ? 0 : Math.max(distanceOf(pair) ?? WORST, RIGHT + 1);
}

export interface Scores {
  readonly exact: Tally;
  readonly overlapping: Tally;
  /** Found and right: within 161 km, and a country by its code. */
  readonly endToEnd: Tally;
  /** The same by distance alone. */
  readonly byDistance: Tally;
  /** Kilometres, of the gold toponyms that were found: mean, median, and the area under the curve of the logarithm, 0 to 1. */
  readonly mean: number | undefined;
  readonly median: number | undefined;
  readonly area: number | undefined;
}

/** What is right of some pairs. Gold toponyms without a point count for `exact` and `overlapping` alone. */
export function scoresOf(pairs: readonly Pair[]): Scores {
  let [exact, overlapping, endToEnd, byDistance] = [NOTHING, NOTHING, NOTHING, NOTHING];
  const errors: number[] = [];
  for (const pair of pairs) {
    const { gold, found } = pair;
    const one = (isRight: boolean) => ({
      gold: Number(!!gold),
      got: Number(!!found),
      right: Number(isRight),
    });
    exact = plus(exact, one(!!gold && !!found && hasSameBorders(gold, found)));
    overlapping = plus(overlapping, one(!!gold && !!found));
    if (gold && !gold.point) continue;
    const error = errorOf(pair);
    endToEnd = plus(endToEnd, one(error !== undefined && error <= RIGHT));
    byDistance = plus(byDistance, one((distanceOf(pair) ?? WORST) <= RIGHT));
    if (error !== undefined) errors.push(error);
  }
  errors.sort((a, b) => a - b);
  return {
    exact,
    overlapping,
    endToEnd,
    byDistance,
    mean: errors.length === 0 ? undefined : errors.reduce((sum, error) => sum + error, 0) / errors.length,
    median: errors[errors.length >> 1],
    area: areaOf(errors),
  };
}

/** The area under the curve of the logarithms of the errors, smallest first, as a share of what the worst would give. */
function areaOf(sorted: readonly number[]): number | undefined {
  if (sorted.length < 2) return undefined;
  const logs = sorted.map((error) => Math.log(error + 1));
  const inner = logs.reduce((sum, log) => sum + log, 0) - ((logs[0] ?? 0) + (logs.at(-1) ?? 0)) / 2;
  return inner / ((logs.length - 1) * Math.log(WORST));
}
