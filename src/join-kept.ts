/** Joins what is stored: what the store keeps and what the joiner says meet here. */
import { type Cluster, type Joiner, type JoiningDecision, type Member, memberKey } from './joining/index.js';
import type {
  ChoosingRule,
  JoinedIncident,
  KeptDecision,
  KeptMember,
  KeptReport,
  Reading,
} from './record/index.js';
import type { StandingMember, Store, StoredArchive, StoredCluster } from './store/index.js';

/** A joined incident with the reports that tell of it, and what people decided of its members. */
export interface JoinedAnswer {
  /** Its reports are known by their hashes, in every part of it. */
  readonly joined: JoinedIncident;
  readonly reports: KeptReport[];
  /** Every entry on any of its members, in the order in which they were made. */
  readonly decisions: KeptDecision[];
}

/** What somebody says of a member and each of some others. */
export interface DecisionInput {
  readonly member: KeptMember;
  readonly others: readonly KeptMember[];
  readonly verdict: KeptDecision['verdict'];
  readonly by?: string | undefined;
}

/** Joins a kept report with the others: what was joined of an earlier reading of it is replaced. */
export async function joinReport(store: Store, joiner: Joiner, hash: string): Promise<void> {
  await store.joining(async (archive) => {
    const found = (await archive.readings([hash])).get(hash);
    if (!found) return;
    const before = await archive.forget(hash);
    const reading = compared({ ...found.reading, id: hash });
    const { keyed, links } = await joiner.linksOf(reading, (keys, most) => archive.sharing(keys, most));
    await archive.keep(reading, keyed, links);
    await regroup(archive, joiner, [...before, ...keyed.map(({ member }) => member)], before);
    await archive.done(hash);
  });
}

const BATCH = 50;

interface Waiting {
  isOver?(): boolean;
  /** Throws where it is not given. */
  failed?(hash: string, error: unknown): void;
}

/**
 * Joins the reports that wait for it, the oldest first, each in a transaction of its own: those of a store that an
 * earlier Dateline made, and those that were kept when the process ended. Stops where `isOver` says so. One that cannot
 * be joined is told to `failed`, and the others go on.
 */
export async function joinWaiting(
  store: Store,
  joiner: Joiner,
  { isOver = () => false, failed }: Waiting = {},
): Promise<number> {
  let count = 0;
  let hashes = await store.waiting(BATCH);
  while (hashes.length > 0) {
    for (const hash of hashes) {
      if (isOver()) return count;
      try {
        await joinReport(store, joiner, hash);
        count += 1;
      } catch (error) {
        if (!failed) throw error;
        failed(hash, error);
      }
    }
    hashes = await store.waiting(BATCH, hashes.at(-1));
  }
  return count;
}

/** Enters what somebody decided, and joins the neighbourhood anew. Gives the new entries. */
export async function decide(store: Store, joiner: Joiner, input: DecisionInput): Promise<KeptDecision[]> {
  const { member, others, verdict, by = '' } = input;
  return store.joining(async (archive) => {
    const entries: KeptDecision[] = [];
    for (const other of others) entries.push(await archive.decide({ by, verdict, a: member, b: other }));
    await regroup(archive, joiner, [member, ...others], []);
    return entries;
  });
}

/** A joined incident by its id or by one of its members. Undefined where there is none. */
export async function joinedAnswer(
  store: Store,
  joiner: Joiner,
  asked: string | KeptMember,
  rule?: ChoosingRule,
): Promise<JoinedAnswer | undefined> {
  const found = await store.joinedOne(asked);
  if (!found) return undefined;
  const kept = await store.readings([...new Set(found.members.map(({ report }) => report))]);
  const cluster = clusterFrom(found, kept);
  if (cluster.members.length === 0) return undefined;
  const joined = joiner.recordOf(cluster, readingsIn(cluster), rule);
  const reports = joined.sources.flatMap(({ report }) => kept.get(report)?.kept ?? []);
  return { joined, reports, decisions: await store.decisions(found.members) };
}

type KeptReadings = Awaited<ReturnType<StoredArchive['readings']>>;

function clusterFrom({ id, members, why }: StoredCluster, kept: KeptReadings): Cluster {
  const readings = new Map<string, Reading>();
  for (const [hash, { reading }] of kept) readings.set(hash, { ...reading, id: hash });
  return {
    id,
    why,
    members: members.flatMap(({ report, incident: id }) => {
      const reading = readings.get(report);
      const incident = reading?.incidents.find((each) => each.id === id);
      return reading && incident ? [{ reading, incident }] : [];
    }),
  };
}

const readingsIn = ({ members }: Cluster) => new Map(members.map(({ reading }) => [reading.id, reading]));

type Named = KeptMember | Member;
const nameOf = (one: Named): KeptMember =>
  'reading' in one ? { report: one.reading.id, incident: one.incident.id } : one;

/** Groups the neighbourhood of some members anew. `before` are members as they stood before a report was replaced. */
async function regroup(
  archive: StoredArchive,
  joiner: Joiner,
  start: readonly Named[],
  before: readonly StandingMember[],
): Promise<void> {
  const names = start.map(nameOf).map(({ report, incident }) => ({ hash: report, incident }));
  const near = await archive.around(names);
  const decisions = inForce(await archive.decisions(near.members));
  const clusters = joiner.clustersOf(near.members, near.links, decisions);
  const stood = standingClusters([...near.members, ...before]);
  const replaced = new Set(before.flatMap(({ cluster }) => cluster ?? []));
  const news = clusters.filter(({ id, members }) => replaced.has(id) || stood.get(id) !== keysOf(members));
  const kept = new Set(clusters.filter((cluster) => !news.includes(cluster)).map(({ id }) => id));
  const gone = [...stood.keys()].filter((id) => !kept.has(id));
  await archive.show(gone, await recordsOf(archive, joiner, news));
}

const keysOf = (members: readonly Member[]) => members.map(memberKey).sort().join('\n');

function standingClusters(members: readonly StandingMember[]): Map<string, string> {
  const standing = new Map<string, Member[]>();
  for (const { cluster, reading, incident } of members) {
    if (cluster === null) continue;
    standing.set(cluster, [...(standing.get(cluster) ?? []), { reading, incident }]);
  }
  return new Map([...standing].map(([id, found]) => [id, keysOf(found)]));
}

async function recordsOf(archive: StoredArchive, joiner: Joiner, clusters: readonly Cluster[]) {
  const hashes = new Set(clusters.flatMap(({ members }) => members.map(({ reading }) => reading.id)));
  const kept = await archive.readings([...hashes]);
  return clusters.map(({ id, members, why }) => {
    const named = members.map(nameOf);
    const cluster = clusterFrom({ id, members: named, why }, kept);
    const invented = named.every(({ report }) => kept.get(report)?.kept.invented === true);
    const title = kept.get(named[0]?.report ?? '')?.kept.title ?? null;
    return { joined: joiner.recordOf(cluster, readingsIn(cluster)), invented, title };
  });
}

/** What is compared of a reading: as much of it as the joiner looks at, so that thousands can be at hand. */
function compared(reading: Reading): Reading {
  return {
    ...reading,
    claims: [],
    times: [],
    notes: [],
    names: reading.names.filter(({ type }) => type === 'person'),
    places: reading.places.map((place) => ({ ...place, candidates: [] })),
    incidents: reading.incidents.map((incident) =>
      incident.where ? { ...incident, where: { ...incident.where, candidates: [] } } : incident,
    ),
    extra: undefined,
  };
}

/** The decisions that stand, when those that were taken back are left out. */
export function inForce(entries: readonly KeptDecision[]): JoiningDecision[] {
  const standing: KeptDecision[] = [];
  const pairOf = ({ a, b }: KeptDecision) =>
    [a, b]
      .map((end) => JSON.stringify([end.report, end.incident]))
      .sort()
      .join();
  for (const entry of entries) {
    if (entry.verdict !== 'undone') standing.push(entry);
    else {
      const at = standing.findLastIndex((other) => pairOf(other) === pairOf(entry));
      if (at !== -1) standing.splice(at, 1);
    }
  }
  return standing.flatMap(({ a, b, verdict }) => (verdict === 'undone' ? [] : [{ a, b, verdict }]));
}
