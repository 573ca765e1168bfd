import type { GoldCoreference, GoldMention } from './gold.js';
import type { SaidMention } from './ours.js';
import type { Cluster } from './score.js';

/** When two mentions are the same: both borders alike, or the head of ours a head of the other. */
export type Matching = 'span' | 'head';

/** The gold mention that each of ours is; one to one, those with the same borders first. */
export function matched(
  gold: GoldCoreference,
  said: readonly SaidMention[],
  matching: Matching,
): Map<SaidMention, GoldMention> {
  const found = new Map<SaidMention, GoldMention>();
  const taken = new Set<GoldMention>();
  const pair = (fits: (ours: SaidMention, theirs: GoldMention) => boolean) => {
    for (const ours of said) {
      if (found.has(ours)) continue;
      const theirs = gold.mentions.find((mention) => !taken.has(mention) && fits(ours, mention));
      if (theirs === undefined) continue;
      found.set(ours, theirs);
      taken.add(theirs);
    }
  };
  pair((ours, theirs) => ours.start === theirs.start && ours.end === theirs.end);
  if (matching === 'head') {
    pair((ours, theirs) =>
      theirs.heads.some(({ start, end }) => start < ours.headEnd && ours.headStart < end),
    );
  }
  return found;
}

/** The clusters of both sides with one set of keys. Clusters of one mention are left out where `singletons` says so. */
export function clustersOf(
  gold: GoldCoreference,
  said: readonly SaidMention[],
  matching: Matching,
  singletons: 'in' | 'out',
): { gold: Cluster[]; got: Cluster[] } {
  const pairs = matched(gold, said, matching);
  const counting = gold.mentions.filter(({ cluster }) => gold.named.has(cluster));
  const least = singletons === 'in' ? 1 : 2;
  const big = (clusters: Cluster[]) => clusters.filter((cluster) => cluster.length >= least);
  return {
    gold: big(grouped(counting.map(({ key, cluster }) => [key, cluster]))),
    got: big(grouped(said.map((mention, at) => [pairs.get(mention)?.key ?? `ours ${at}`, mention.cluster]))),
  };
}

function grouped(mentions: readonly (readonly [key: string, cluster: string])[]): Cluster[] {
  const clusters = new Map<string, string[]>();
  for (const [key, cluster] of mentions) {
    const known = clusters.get(cluster);
    if (known) known.push(key);
    else clusters.set(cluster, [key]);
  }
  return [...clusters.values()];
}

/** A link that a system made, from a mention to a name, and whether people have both in one cluster. */
export interface Link {
  readonly from: SaidMention;
  readonly to: SaidMention;
  /** Undefined where people marked nothing at one of the two. */
  readonly isRight: boolean | undefined;
}

/** For each mention but the first name of its cluster, the link to the name before it (to the next one where none is before). */
export function linksOf(gold: GoldCoreference, said: readonly SaidMention[]): Link[] {
  const pairs = matched(gold, said, 'head');
  const names = new Map<string, SaidMention[]>();
  for (const mention of said) {
    if (mention.kind === 'name') names.set(mention.cluster, [...(names.get(mention.cluster) ?? []), mention]);
  }
  return said.flatMap((from): Link[] => {
    const others = names.get(from.cluster) ?? [];
    const before = others.findLast((name) => name.headStart < from.headStart);
    const to = before ?? (from.kind === 'name' ? undefined : others[0]);
    if (to === undefined) return [];
    const [theirs, other] = [pairs.get(from), pairs.get(to)];
    const isMarked = theirs !== undefined && other !== undefined;
    return [{ from, to, isRight: isMarked ? theirs.cluster === other.cluster : undefined }];
  });
}
