import { pairUp } from '../record/pairing.js';

/** Mentions that stand for one and the same, by their keys. A key is in one cluster only. */
export type Cluster = readonly string[];

/** Right parts of what the answer says (precision) and of what the gold says (recall), as sums to be added up. */
export interface Sums {
  readonly right: number;
  readonly got: number;
  readonly found: number;
  readonly gold: number;
}

export const NO_SUMS: Sums = { right: 0, got: 0, found: 0, gold: 0 };

export function addSums(a: Sums, b: Sums): Sums {
  return { right: a.right + b.right, got: a.got + b.got, found: a.found + b.found, gold: a.gold + b.gold };
}

/** In per cent; 0 where nothing was said or wanted. */
export function figuresOf({ right, got, found, gold }: Sums): { p: number; r: number; f: number } {
  const p = got === 0 ? 0 : (100 * right) / got;
  const r = gold === 0 ? 0 : (100 * found) / gold;
  return { p, r, f: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

/** MUC (Vilain et al. 1995): links. A cluster of n is worth n - 1, less one for each more part the other side has it in. */
export function muc(gold: readonly Cluster[], got: readonly Cluster[]): Sums {
  const [right, all] = linksKept(got, indexOf(gold));
  const [found, wanted] = linksKept(gold, indexOf(got));
  return { right, got: all, found, gold: wanted };
}

function linksKept(
  clusters: readonly Cluster[],
  other: ReadonlyMap<string, number>,
): [kept: number, all: number] {
  let kept = 0;
  let all = 0;
  for (const cluster of clusters) {
    const parts = new Set(cluster.map((mention) => other.get(mention) ?? mention));
    kept += cluster.length - parts.size;
    all += cluster.length - 1;
  }
  return [kept, all];
}

/** B³ (Bagga and Baldwin 1998): for each mention, how much of its cluster is in its cluster on the other side. */
export function bCubed(gold: readonly Cluster[], got: readonly Cluster[]): Sums {
  const [right, all] = shares(got, indexOf(gold));
  const [found, wanted] = shares(gold, indexOf(got));
  return { right, got: all, found, gold: wanted };
}

function shares(
  clusters: readonly Cluster[],
  other: ReadonlyMap<string, number>,
): [sum: number, mentions: number] {
  let sum = 0;
  let mentions = 0;
  for (const cluster of clusters) {
    for (const count of countsIn(cluster, other).values()) sum += (count * count) / cluster.length;
    mentions += cluster.length;
  }
  return [sum, mentions];
}

/**
 * CEAF (Luo 2005): the clusters of both sides paired off, one to one, as well as can be. `entities` scores a pair by
 * 2|A∩B| / (|A|+|B|), each cluster worth one (φ4); `mentions` by |A∩B|, each cluster worth its mentions (φ3).
 */
export function ceaf(gold: readonly Cluster[], got: readonly Cluster[], by: 'entities' | 'mentions'): Sums {
  const at = indexOf(got);
  const shared = gold.map((cluster) => countsIn(cluster, at));
  const gain = (ours: number, theirs: number) => {
    const both = shared[theirs]?.get(ours) ?? 0;
    return by === 'mentions' ? both : (2 * both) / ((gold[theirs]?.length ?? 0) + (got[ours]?.length ?? 0));
  };
  const pairs = pairUp([...got.keys()], [...gold.keys()], gain);
  const best = pairs.reduce((sum, { likeness }) => sum + likeness, 0);
  const size = (clusters: readonly Cluster[]) =>
    by === 'entities' ? clusters.length : clusters.reduce((sum, cluster) => sum + cluster.length, 0);
  return { right: best, got: size(got), found: best, gold: size(gold) };
}

/** How many mentions of a cluster are in each cluster of the other side. */
function countsIn(cluster: Cluster, other: ReadonlyMap<string, number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const mention of cluster) {
    const at = other.get(mention);
    if (at !== undefined) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return counts;
}

function indexOf(clusters: readonly Cluster[]): Map<string, number> {
  return new Map(clusters.flatMap((cluster, at) => cluster.map((mention) => [mention, at] as const)));
}
