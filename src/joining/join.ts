import type { ChoosingRule, JoinedIncident, Reading } from '../record/index.js';
import { candidateKeys, MOST_CANDIDATES } from './candidates.js';
import { type Cluster, type Member, memberKey } from './cluster.js';
import { clustersOf } from './clusters.js';
import { constraintsFrom, type JoiningDecision } from './decisions.js';
import type { Link } from './grouping.js';
import { joinedIncident } from './joined.js';
import type { JoiningLists } from './lists.js';
import { agenciesFrom } from './outlets.js';
import { prepareProfile } from './profile.js';
import { mayJoin, same, weightsFrom } from './same.js';
import { wordWeights } from './words.js';

/** What decides which incidents of which reports are the same. Pure: whoever stores hands in what is stored. */
export interface Joiner {
  /** Keys that an index of stored members is asked by: what shares none of them is never compared. */
  candidateKeys(member: Member): string[];
  /** Log-odds that two members tell of one incident, above 0 for it, and why, in one sentence. */
  same(a: Member, b: Member): { score: number; sentence: string };
  /**
   * The members of one report with their keys, each compared with the candidates that `sharing` gives for its keys; those
   * that score above 0 are links.
   */
  linksOf(reading: Reading, sharing: Archive['sharing']): Promise<{ keyed: Keyed[]; links: Link[] }>;
  /**
   * Clusters of members, given all links between them. What a new report changes are the clusters of the members that
   * its links reach, and of those that their links reach, and so on: hand in that neighbourhood and no more.
   */
  clustersOf(
    members: readonly Member[],
    links: readonly Link[],
    decisions?: readonly JoiningDecision[],
  ): Cluster[];
  /** Joins one report with what an archive holds, and gives the clusters of the neighbourhood that it changed. */
  joinOne(reading: Reading, archive: Archive, decisions?: readonly JoiningDecision[]): Promise<Cluster[]>;
  /** The record of one cluster. `readings` hold those of its reports in full, by id; see `joinedIncident`. */
  recordOf(cluster: Cluster, readings?: ReadonlyMap<string, Reading>, rule?: ChoosingRule): JoinedIncident;
  /** Joins all: the same readings give the same clusters, in whatever order they come. */
  join(readings: Iterable<Reading>, decisions?: readonly JoiningDecision[]): Cluster[];
  /** The same, as records: the clusters with every value, its sources and the value that the rule shows. */
  joined(
    readings: Iterable<Reading>,
    decisions?: readonly JoiningDecision[],
    rule?: ChoosingRule,
  ): JoinedIncident[];
}

/** A member with the keys that it is found by. */
export interface Keyed {
  readonly member: Member;
  readonly keys: readonly string[];
}

/** What has been joined so far, wherever it is kept. */
export interface Archive {
  /** The members that share most of the keys, at most so many; of those that share as many, the first by their keys. */
  sharing(keys: readonly string[], most: number): Promise<readonly Member[]>;
  /** Keeps new members with their keys, and new links. */
  keep(members: readonly Keyed[], links: readonly Link[]): Promise<void>;
  /** The members that links or decisions reach from these, however many steps away, and every link between them. */
  around(members: readonly Member[]): Promise<{ members: readonly Member[]; links: readonly Link[] }>;
}

/** Makes a joiner of the word list and the weights. */
export function prepareJoiner(lists: JoiningLists): Joiner {
  const weight = wordWeights(lists('common-words'));
  const weights = weightsFrom(lists('weights'));
  const agencies = agenciesFrom(lists('agencies'));
  const profileOf = prepareProfile(weight);
  const compare = (a: Member, b: Member) => same(profileOf(a), profileOf(b), weights, weight);
  const judge = {
    same: compare,
    mayJoin: (a: Member, b: Member) => mayJoin(profileOf(a), profileOf(b)),
  };
  const keysOf = (member: Member) => candidateKeys(profileOf(member), weight);

  const keyedOf = (reading: Reading): Keyed[] =>
    membersOf(reading).map((member) => ({ member, keys: keysOf(member) }));
  const linksFrom = (member: Member, candidates: readonly Member[]): Link[] =>
    candidates
      .filter((candidate) => candidate.reading.id !== member.reading.id)
      .map((candidate) => ({
        a: memberKey(candidate),
        b: memberKey(member),
        score: compare(candidate, member).score,
      }))
      .filter(({ score }) => score > 0);
  const clusters = (
    members: readonly Member[],
    links: readonly Link[],
    decisions: readonly JoiningDecision[] = [],
  ) => clustersOf(members, links, constraintsFrom(decisions), judge);

  return {
    candidateKeys: keysOf,
    same: compare,
    linksOf,
    clustersOf: clusters,
    async joinOne(reading, archive, decisions) {
      const { keyed, links } = await linksOf(reading, (keys, most) => archive.sharing(keys, most));
      await archive.keep(keyed, links);
      const near = await archive.around(membersOf(reading));
      return clusters(near.members, near.links, decisions);
    },
    recordOf: (cluster, readings = new Map(), rule) => joinedIncident(cluster, readings, rule, agencies),
    join: (readings, decisions) => joinAll(canonical(readings), decisions),
    joined(readings, decisions, rule) {
      const all = canonical(readings);
      const byId = new Map(all.map((reading) => [reading.id, reading]));
      return joinAll(all, decisions).map((cluster) => joinedIncident(cluster, byId, rule, agencies));
    },
  };

  async function linksOf(reading: Reading, sharing: Archive['sharing']) {
    const keyed = keyedOf(reading);
    const links: Link[] = [];
    for (const { member, keys } of keyed)
      links.push(...linksFrom(member, await sharing(keys, MOST_CANDIDATES)));
    return { keyed, links };
  }

  function joinAll(readings: readonly Reading[], decisions?: readonly JoiningDecision[]): Cluster[] {
    const index = openIndex();
    const links: Link[] = [];
    for (const reading of readings) {
      const keyed = keyedOf(reading);
      for (const { member, keys } of keyed)
        links.push(...linksFrom(member, index.sharing(keys, MOST_CANDIDATES)));
      for (const { member, keys } of keyed) index.add(member, keys);
    }
    return clusters(index.members, links, decisions);
  }
}

/** Every incident of a reading, as a member. */
export const membersOf = (reading: Reading): Member[] =>
  reading.incidents.map((incident) => ({ reading, incident }));

/** One reading of each report, the last that came, in the order of their ids. */
function canonical(readings: Iterable<Reading>): Reading[] {
  const byId = new Map<string, Reading>();
  for (const reading of readings) byId.set(reading.id, reading);
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Members by their keys, in memory. */
export function openIndex() {
  const byKey = new Map<string, number[]>();
  const members: Member[] = [];
  return {
    members: members as readonly Member[],
    add(member: Member, keys: readonly string[]): void {
      const at = members.push(member) - 1;
      for (const key of keys) {
        const list = byKey.get(key);
        if (list) list.push(at);
        else byKey.set(key, [at]);
      }
    },
    /** The members that share most of the keys; of those that share as many, the first that came. */
    sharing(keys: readonly string[], most: number): Member[] {
      const counts = new Map<number, number>();
      for (const key of keys)
        for (const at of byKey.get(key) ?? []) counts.set(at, (counts.get(at) ?? 0) + 1);
      return [...counts]
        .sort((x, y) => y[1] - x[1] || x[0] - y[0])
        .slice(0, most)
        .map(([at]) => members[at] as Member);
    },
  };
}
