import type { Cluster, Member } from './cluster.js';
import { memberKey } from './cluster.js';
import type { Constraints } from './decisions.js';
import { average, groupsOf, type Link, type Rules, type Seed } from './grouping.js';
import type { Likeness } from './same.js';
import { hash } from './words.js';

/** Who compares two members. */
export interface Judge {
  same(a: Member, b: Member): Likeness;
  /** Whether two members may stand together at all, whatever others speak for it. */
  mayJoin(a: Member, b: Member): boolean;
}

/**
 * The clusters of a set of members that were compared, in the order of their first members. They follow from the
 * members, links and decisions alone, in whatever order these come. Members that a report is about are grouped first,
 * so that what is only mentioned in the background joins a cluster and never bridges two.
 */
export function clustersOf(
  members: readonly Member[],
  links: readonly Link[],
  constraints: Constraints,
  judge: Judge,
): Cluster[] {
  const byKey = new Map(members.map((member) => [memberKey(member), member]));
  const rules = rulesFor(byKey, links, constraints, judge);
  const seeds = seedsOf(byKey, constraints);
  const isCore = ({ members: keys }: Seed) => keys.some((key) => byKey.get(key)?.incident.core);
  const cores = groupsOf(seeds.filter(isCore), links, rules);
  const { groups, alone } = attach(
    seeds.filter((seed) => !isCore(seed)),
    cores,
    links,
    rules,
  );
  return [...groups, ...groupsOf(alone, links, rules)]
    .map((keys) => [...keys].sort())
    .sort((x, y) => ((x[0] ?? '') < (y[0] ?? '') ? -1 : 1))
    .map((keys) => clusterOf(keys, byKey, rules, constraints, judge));
}

/** One pair that speaks against counts no more than this, so that a single wrong value cannot part what much else joins. */
const LEAST = -8;

function rulesFor(
  members: ReadonlyMap<string, Member>,
  links: readonly Link[],
  { rootOf, isParted }: Constraints,
  judge: Judge,
): Rules {
  const pairKey = (a: string, b: string) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
  const scores = new Map(links.map(({ a, b, score }) => [pairKey(a, b), score]));
  const pairOf = (a: string, b: string) => [members.get(a), members.get(b)] as const;
  return {
    score(a, b) {
      const key = pairKey(a, b);
      const known = scores.get(key);
      if (known !== undefined) return known;
      const [one, other] = pairOf(a, b);
      const score = one && other ? Math.max(LEAST, judge.same(one, other).score) : LEAST;
      scores.set(key, score);
      return score;
    },
    mayJoin(a, b) {
      if (rootOf(a) === rootOf(b)) return true;
      const [one, other] = pairOf(a, b);
      return one !== undefined && other !== undefined && !isParted(a, b) && judge.mayJoin(one, other);
    },
  };
}

/** Members that people joined stand together from the start; every other member is a seed of its own. */
function seedsOf(members: ReadonlyMap<string, Member>, { rootOf }: Constraints): Seed[] {
  const together = new Map<string, string[]>();
  for (const key of [...members.keys()].sort()) {
    const root = rootOf(key);
    together.set(root, [...(together.get(root) ?? []), key]);
  }
  return [...together.values()].map((keys) => ({ key: keys[0] ?? '', members: keys }));
}

/** Puts each seed from the background to the group that it is most like, judged by what the groups were at first. */
function attach(seeds: readonly Seed[], cores: readonly string[][], links: readonly Link[], rules: Rules) {
  const groups = cores.map((keys) => [...keys]);
  const groupOf = new Map(cores.flatMap((keys, at) => keys.map((key) => [key, at] as const)));
  const near = neighbours(links);
  const offers = seeds.flatMap((seed) => {
    const reached = new Set(
      seed.members.flatMap((key) => [...(near.get(key) ?? [])].map((other) => groupOf.get(other))),
    );
    return [...reached]
      .filter((at) => at !== undefined)
      .map((at) => ({ seed, at, score: average(seed.members, cores[at] ?? [], rules) }))
      .filter(({ score }) => score > 0);
  });
  offers.sort(
    (x, y) => y.score - x.score || (x.seed.key < y.seed.key ? -1 : x.seed.key > y.seed.key ? 1 : x.at - y.at),
  );
  const placed = new Set<string>();
  for (const { seed, at } of offers) {
    const group = groups[at];
    const isFree = group?.every((key) => seed.members.every((member) => rules.mayJoin(key, member)));
    if (!group || !isFree || placed.has(seed.key)) continue;
    group.push(...seed.members);
    placed.add(seed.key);
  }
  return { groups, alone: seeds.filter(({ key }) => !placed.has(key)) };
}

function neighbours(links: readonly Link[]): Map<string, Set<string>> {
  const near = new Map<string, Set<string>>();
  for (const { a, b, score } of links) {
    if (score <= 0) continue;
    near.set(a, (near.get(a) ?? new Set()).add(b));
    near.set(b, (near.get(b) ?? new Set()).add(a));
  }
  return near;
}

function clusterOf(
  keys: readonly string[],
  members: ReadonlyMap<string, Member>,
  rules: Rules,
  constraints: Constraints,
  judge: Judge,
): Cluster {
  const found = keys.map((key) => members.get(key)).filter((member) => member !== undefined);
  return { id: idOf(keys[0] ?? ''), members: found, why: whyOf(keys, members, rules, constraints, judge) };
}

/** Two hashes of the first member's key, as one: too long to meet another by chance. */
const idOf = (key: string) =>
  `incident-${hash(key).toString(16).padStart(8, '0')}${hash(key, 0x9747b28c).toString(16).padStart(8, '0')}`;

/** A sentence for each member that is not the first: why it belongs to the one before it that it is most like. */
function whyOf(
  keys: readonly string[],
  members: ReadonlyMap<string, Member>,
  rules: Rules,
  { rootOf }: Constraints,
  { same }: Judge,
): string[] {
  return keys.slice(1).map((key, before) => {
    const others = keys.slice(0, before + 1);
    const decided = others.find((other) => rootOf(other) === rootOf(key));
    const closest = decided ?? others.reduce((x, y) => (rules.score(y, key) > rules.score(x, key) ? y : x));
    const [a, b] = [members.get(closest), members.get(key)];
    if (!a || !b) return '';
    return decided === undefined
      ? same(a, b).sentence
      : `${a.reading.id} and ${b.reading.id}: the same, as people decided.`;
  });
}
