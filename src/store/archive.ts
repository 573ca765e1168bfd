import { type Kysely, sql, type Transaction } from 'kysely';
import type { Incident, KeptDecision, KeptReport, Reading } from '../record/index.js';
import { type ShownCluster, showClusters } from './clusters.js';
import { decisionsOn, keepDecision } from './decisions.js';
import * as find from './find.js';
import { plain } from './plain.js';
import type { Recent } from './recent.js';
import type { Tables } from './tables.js';

/** An incident as one report tells it. The reading is what was handed in to be compared; its id is the report's hash. */
export interface StoredMember {
  readonly reading: Reading;
  readonly incident: Incident;
}

/** Two members by hash and incident, with NUL between, and how likely they are the same. */
export interface StoredLink {
  readonly a: string;
  readonly b: string;
  readonly score: number;
}

/** A member and, where the report was joined before, the joined incident that it stands in. */
export interface StandingMember extends StoredMember {
  readonly cluster: string | null;
}

/** What is stored of what is joined, while one report is being joined or one decision carried out. */
export interface StoredArchive {
  /** Kept reports with their latest readings, in full, by hash. */
  readings(hashes: readonly string[]): Promise<Map<string, { kept: KeptReport; reading: Reading }>>;
  /** Drops the members of a report and their links. Gives them and those of other reports that stood beside them. */
  forget(hash: string): Promise<readonly StandingMember[]>;
  /** The members that share most of the keys, at most so many; of those that share as many, the first by their keys. */
  sharing(keys: readonly string[], most: number): Promise<readonly StoredMember[]>;
  /** Keeps the members of one report with their keys, what is compared of its reading, and new links. */
  keep(
    reading: Reading,
    members: readonly { member: StoredMember; keys: readonly string[] }[],
    links: readonly StoredLink[],
  ): Promise<void>;
  /** The members that links, decisions and joined incidents reach from these, and the links between them. */
  around(
    members: readonly { hash: string; incident: string }[],
  ): Promise<{ members: readonly StandingMember[]; links: readonly StoredLink[] }>;
  /** Every entry on these members, in the order in which they were made. */
  decisions(members: readonly StoredMember[]): Promise<KeptDecision[]>;
  decide(entry: Omit<KeptDecision, 'id' | 'at'>): Promise<KeptDecision>;
  /** Puts these joined incidents in the place of those of the ids. */
  show(gone: readonly string[], clusters: readonly ShownCluster[]): Promise<void>;
  /** Notes that the latest reading of a report is joined. */
  done(hash: string): Promise<void>;
}

/** So many members are gone through at most; what is further away is left as it is. */
const MOST_AROUND = 600;
/** Whoever joins holds this lock: two who join at the same time would not see each other's members. */
const JOINING = 4_821_077;

type Rows = readonly {
  id: string;
  hash: string;
  incident: string;
  reading: string;
  cluster: string | null;
}[];

/** Does work on the archive in one transaction. Those who do so wait for one another. */
export async function joining<T>(
  db: Kysely<Tables>,
  recent: Recent,
  work: (archive: StoredArchive) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    // Every question here has an index. Without statistics, which an embedded database gathers late, PostgreSQL takes
    // nearly all members for ones that share a key, and would go through the whole archive.
    await sql`
      select pg_advisory_xact_lock(${sql.lit(JOINING)}), set_config('enable_seqscan', 'off', true)`.execute(
      transaction,
    );
    return work(archiveOn(transaction, recent));
  });
}

function archiveOn(db: Transaction<Tables>, recent: Recent): StoredArchive {
  const load = (rows: Rows) => membersFrom(db, recent, rows);
  return {
    readings: (hashes) => find.readings(db, hashes),
    async forget(hash) {
      const own = await rowsOf(db).where('hash', '=', hash).execute();
      // They are loaded before what was compared of the report is replaced.
      const standing = own.length === 0 ? [] : await load(await neighbours(db, own));
      await db.deleteFrom('members').where('hash', '=', hash).execute();
      return standing;
    },
    async sharing(keys, most) {
      const asked = keys.map(plain);
      // Found first, then put in order: else the order is what an index is chosen by.
      const { rows } = await sql<Rows[number]>`
        with near as materialized (
          select id, hash, incident, reading, cluster, keys from members where keys && ${asked}::text[]
        )
        select id, hash, incident, reading, cluster from near
        order by (select count(*) from unnest(keys) as key where key = any(${asked}::text[])) desc, hash, incident
        limit ${most}`.execute(db);
      return load(rows);
    },
    keep: (reading, members, links) => keepMembers(db, recent, reading, members, links),
    async around(members) {
      const found = await rowsNamed(db, members);
      const rows = await neighbours(db, found);
      return { members: await load(rows), links: await linksBetween(db, rows) };
    },
    decisions: (members) =>
      decisionsOn(
        db,
        members.map(({ reading, incident }) => ({ report: reading.id, incident: incident.id })),
      ),
    decide: (entry) => keepDecision(db, entry),
    show: (gone, clusters) => showClusters(db, gone, clusters),
    async done(hash) {
      await db.updateTable('reports').set({ joined: sql`latest` }).where('hash', '=', hash).execute();
    },
  };
}

const rowsOf = (db: Kysely<Tables>) =>
  db.selectFrom('members').select(['id', 'hash', 'incident', 'reading', 'cluster']);

async function rowsNamed(
  db: Kysely<Tables>,
  members: readonly { hash: string; incident: string }[],
): Promise<Rows> {
  if (members.length === 0) return [];
  const [hashes, incidents] = [members.map(({ hash }) => plain(hash)), members.map((m) => plain(m.incident))];
  return rowsOf(db)
    .where(sql<boolean>`(hash, incident) in (select * from unnest(${hashes}::text[], ${incidents}::text[]))`)
    .execute();
}

/** Step by step outwards, a query a step; then whole joined incidents, so that none is taken apart unseen. */
async function neighbours(db: Kysely<Tables>, start: Rows): Promise<Rows> {
  const known = new Map(start.map((row) => [row.id, row]));
  let edge = start.map(({ id }) => id);
  while (edge.length > 0) {
    const isFull = known.size >= MOST_AROUND;
    const { rows } = await sql<Rows[number]>`
      select id, hash, incident, reading, cluster from members where id in (
        select other.id from members as one join members as other on other.cluster = one.cluster
          where one.id = any(${edge}::bigint[])
        ${isFull ? sql`` : furtherFrom(edge)}
      ) order by hash, incident`.execute(db);
    const news = rows.filter(({ id }) => !known.has(id));
    for (const row of news) known.set(row.id, row);
    edge = isFull ? [] : news.map(({ id }) => id);
  }
  return [...known.values()].sort((a, b) => (`${a.hash} ${a.incident}` < `${b.hash} ${b.incident}` ? -1 : 1));
}

const furtherFrom = (edge: readonly string[]) => sql`
  union all select b from links where a = any(${edge}::bigint[])
  union all select a from links where b = any(${edge}::bigint[])
  union all select other.id from members as one
    join decisions on decisions.hash_a = one.hash and decisions.incident_a = one.incident
    join members as other on other.hash = decisions.hash_b and other.incident = decisions.incident_b
    where one.id = any(${edge}::bigint[])
  union all select other.id from members as one
    join decisions on decisions.hash_b = one.hash and decisions.incident_b = one.incident
    join members as other on other.hash = decisions.hash_a and other.incident = decisions.incident_a
    where one.id = any(${edge}::bigint[])`;

async function linksBetween(db: Kysely<Tables>, rows: Rows): Promise<StoredLink[]> {
  const ids = rows.map(({ id }) => id);
  const keyOf = new Map(rows.map(({ id, hash, incident }) => [id, `${hash}\u0000${incident}`]));
  const links = await db
    .selectFrom('links')
    .select(['a', 'b', 'score'])
    .where(sql<boolean>`a = any(${ids}::bigint[]) and b = any(${ids}::bigint[])`)
    .execute();
  return links.map(({ a, b, score }) => ({ a: keyOf.get(a) ?? '', b: keyOf.get(b) ?? '', score }));
}

/** The members of rows, in their order. What was asked for lately is at hand; the rest is one query. */
async function membersFrom(db: Kysely<Tables>, recent: Recent, rows: Rows): Promise<StandingMember[]> {
  const readings = new Map<string, Reading>();
  for (const { hash, reading } of rows) {
    const known = recent.get(`${hash} ${reading}`);
    if (known) readings.set(hash, known);
  }
  const missing = [...new Set(rows.map(({ hash }) => hash))].filter((hash) => !readings.has(hash));
  if (missing.length > 0) {
    const found = await db
      .selectFrom('compared')
      .selectAll()
      .where(sql<boolean>`hash = any(${missing}::text[])`)
      .execute();
    for (const { hash, body } of found) readings.set(hash, JSON.parse(body));
    for (const { hash, reading } of rows) {
      const loaded = readings.get(hash);
      if (loaded) recent.put(`${hash} ${reading}`, loaded);
    }
  }
  return rows.flatMap(({ hash, incident: id, cluster }) => {
    const reading = readings.get(hash);
    const incident = reading?.incidents.find((each) => each.id === id);
    return reading && incident ? [{ reading, incident, cluster }] : [];
  });
}

async function keepMembers(
  db: Transaction<Tables>,
  recent: Recent,
  reading: Reading,
  members: Parameters<StoredArchive['keep']>[1],
  links: readonly StoredLink[],
): Promise<void> {
  const hash = reading.id;
  const { latest } = await db
    .selectFrom('reports')
    .select('latest')
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  const body = JSON.stringify(reading);
  await db
    .insertInto('compared')
    .values({ hash, body })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ body }))
    .execute();
  for (const { member, keys } of members) {
    const position = reading.incidents.indexOf(member.incident);
    const row = {
      hash,
      incident: plain(member.incident.id),
      position,
      reading: latest ?? '0',
      keys: keys.map(plain),
    };
    await db.insertInto('members').values(row).execute();
  }
  recent.put(`${hash} ${latest}`, reading);
  await keepLinks(db, links);
}

async function keepLinks(db: Transaction<Tables>, links: readonly StoredLink[]): Promise<void> {
  if (links.length === 0) return;
  const ends = [...new Set(links.flatMap(({ a, b }) => [a, b]))].map((key) => key.split('\u0000'));
  const rows = await rowsNamed(
    db,
    ends.map(([hash = '', incident = '']) => ({ hash, incident })),
  );
  const idOf = new Map(rows.map(({ id, hash, incident }) => [`${hash}\u0000${incident}`, id]));
  const column = (end: 'a' | 'b') => links.map((link) => idOf.get(link[end]) ?? null);
  await sql`
    insert into links (a, b, score)
    select * from unnest(${column('a')}::bigint[], ${column('b')}::bigint[], ${links.map(({ score }) => score)}::float8[])
      as link (a, b, score) where a is not null and b is not null
    on conflict do nothing`.execute(db);
}
