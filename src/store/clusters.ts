import { type Kysely, sql } from 'kysely';
import type { IncidentFilter, JoinedIncident, KeptJoined, KeptMember } from '../record/index.js';
import { conditionOf } from './filter.js';
import type { Listing, Page } from './interface.js';
import { lookedUp } from './looked-up.js';
import { plain } from './plain.js';
import type { Tables } from './tables.js';

/** A joined incident to be shown on lists; the reports are named by their hashes. */
export interface ShownCluster {
  readonly joined: JoinedIncident;
  readonly invented: boolean;
  readonly title: string | null;
}

/** A joined incident as it is stored: its members in their order, and why they are one. */
export interface StoredCluster {
  readonly id: string;
  readonly members: readonly KeptMember[];
  readonly why: readonly string[];
}

const PAGE = 100;

/** See `StoredArchive.show`. */
export async function showClusters(
  db: Kysely<Tables>,
  gone: readonly string[],
  clusters: readonly ShownCluster[],
): Promise<void> {
  const ids = [...gone, ...clusters.map(({ joined }) => joined.id)];
  if (ids.length === 0) return;
  await db.deleteFrom('clusters').where(sql<boolean>`id = any(${ids}::text[])`).execute();
  const members = clusters.flatMap(({ joined }) =>
    joined.members.map((member) => [joined.id, member] as const),
  );
  await sql`
    update members set cluster = told.cluster
    from unnest(
      ${members.map(([id]) => id)}::text[],
      ${members.map(([, { report }]) => plain(report))}::text[],
      ${members.map(([, { incident }]) => plain(incident))}::text[]
    ) as told (cluster, hash, incident)
    where members.hash = told.hash and members.incident = told.incident`.execute(db);
  for (const cluster of clusters) await db.insertInto('clusters').values(rowOf(cluster)).execute();
}

function rowOf({ joined, invented, title }: ShownCluster) {
  const { id, kind, shown, grades, members, sources, why } = joined;
  const core = members.some((member) => member.core);
  const [first] = members;
  const outlets = [...new Set(sources.flatMap(({ outlet }) => outlet ?? []))];
  const member = { report: first?.report ?? '', incident: first?.incident ?? '' };
  const reports = new Set(members.map(({ report }) => report)).size;
  const card: KeptJoined = { id, kind, shown, grades, core, reports, outlets, title, member, invented };
  const last = sql`(select reports.arrived, members.position from members
    join reports on reports.hash = members.hash
    where members.cluster = ${id} order by reports.arrived desc, members.position limit 1)`;
  return {
    id,
    arrived: sql<string>`(select arrived from ${last} as last)`,
    position: sql<number>`(select position from ${last} as last)`,
    ...lookedUp(kind, core, shown.when?.value, shown.where?.value),
    card: JSON.stringify(card),
    why: JSON.stringify(why),
  };
}

/** See `Store.joined`. */
export async function joined(
  db: Kysely<Tables>,
  filter: IncidentFilter = {},
  { offset = 0, limit = PAGE }: Page = {},
): Promise<Listing<KeptJoined>> {
  const found = db.selectFrom('clusters').where(conditionOf(filter, 'clusters'));
  const { total } = await found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .select('card')
    .orderBy('arrived', 'desc')
    .orderBy('position')
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .execute();
  return { total, entries: rows.map(({ card }) => JSON.parse(card)) };
}

/** See `Store.joinedOne`. */
export async function joinedOne(
  db: Kysely<Tables>,
  asked: string | KeptMember,
): Promise<StoredCluster | undefined> {
  const id =
    typeof asked === 'string'
      ? sql`${plain(asked)}`
      : sql`(select cluster from members where hash = ${plain(asked.report)} and incident = ${plain(asked.incident)})`;
  const found = await db
    .selectFrom('clusters')
    .select(['id', 'why'])
    .where(sql<boolean>`id = ${id}`)
    .executeTakeFirst();
  if (!found) return undefined;
  const members = await db
    .selectFrom('members')
    .select(['hash as report', 'incident'])
    .where('cluster', '=', found.id)
    .orderBy('hash')
    .orderBy('incident')
    .execute();
  return { id: found.id, why: JSON.parse(found.why), members };
}
