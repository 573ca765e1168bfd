import { type Kysely, sql } from 'kysely';
import type { IncidentFilter, KeptIncident, KeptReport, Reading } from '../record/index.js';
import { conditionOf } from './filter.js';
import type { Listing, Page } from './interface.js';
import type { Card } from './keep.js';
import { plain } from './plain.js';
import type { Tables } from './tables.js';

/** How many incidents are in memory at a time when all are asked for. */
const BATCH = 200;
const PAGE = 100;

type Database = Kysely<Tables>;

/** See `Store.report`. */
export async function report(
  db: Database,
  hash: string,
): Promise<{ kept: KeptReport; reading: Reading } | undefined> {
  const row = await readReports(db)
    .select('readings.body')
    .where('reports.hash', '=', plain(hash))
    .executeTakeFirst();
  return row && { kept: keptReport(row), reading: JSON.parse(row.body) };
}

/** See `Store.readings`. */
export async function readings(
  db: Database,
  hashes: readonly string[],
): Promise<Map<string, { kept: KeptReport; reading: Reading }>> {
  const rows = await readReports(db)
    .select(['reports.hash', 'readings.body'])
    .where(sql<boolean>`reports.hash = any(${hashes.map(plain)}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.hash, { kept: keptReport(row), reading: JSON.parse(row.body) }]));
}

/** See `Store.waiting`. */
export async function waiting(db: Database, limit: number, after?: string): Promise<string[]> {
  const rows = await db
    .selectFrom('reports')
    .select('hash')
    .where(sql<boolean>`joined is distinct from latest`)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`arrived > (select arrived from reports where hash = ${after ?? ''})`),
    )
    .orderBy('arrived')
    .limit(limit)
    .execute();
  return rows.map(({ hash }) => hash);
}

/** Whether a report is kept whose latest reading is not joined. */
export async function isWaiting(db: Database, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom('reports')
    .select('hash')
    .where('hash', '=', plain(hash))
    .where(sql<boolean>`joined is distinct from latest`)
    .executeTakeFirst();
  return row !== undefined;
}

/** See `Store.reports`. */
export async function reports(
  db: Database,
  { offset = 0, limit = PAGE }: Page = {},
): Promise<Listing<KeptReport>> {
  const { total } = await db.selectFrom('reports').select(count).executeTakeFirstOrThrow();
  const rows = await readReports(db).orderBy('reports.arrived', 'desc').offset(offset).limit(limit).execute();
  return { total, entries: rows.map(keptReport) };
}

/** See `Store.incidents`. */
export async function incidents(
  db: Database,
  filter: IncidentFilter = {},
  { offset = 0, limit = PAGE }: Page = {},
): Promise<Listing<KeptIncident>> {
  const found = passing(db, filter);
  const { total } = await found.select(count).executeTakeFirstOrThrow();
  const rows = await inOrder(found).offset(offset).limit(limit).execute();
  return { total, entries: rows.map(keptIncident) };
}

/** See `Store.everyIncident`. Each batch starts where the last one ended, so that none is skipped or given twice. */
export async function* everyIncident(
  db: Database,
  filter: IncidentFilter = {},
  batch = BATCH,
): AsyncGenerator<KeptIncident> {
  const found = inOrder(passing(db, filter)).limit(batch);
  let rows = await found.execute();
  while (rows.length > 0) {
    yield* rows.map(keptIncident);
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    const { arrived, position } = last;
    rows = await found
      .where('reports.arrived', '<=', arrived)
      .where(sql<boolean>`(reports.arrived < ${arrived} or incidents.position > ${position})`)
      .execute();
  }
}

const count = sql<number>`count(*)::int`.as('total');

function readReports(db: Database) {
  return db
    .selectFrom('reports')
    .innerJoin('readings', 'readings.id', 'reports.latest')
    .select(['readings.card', 'readings.incident_count', 'reports.received_at']);
}

function passing(db: Database, filter: IncidentFilter) {
  return db
    .selectFrom('incidents')
    .innerJoin('reports', 'reports.hash', 'incidents.hash')
    .innerJoin('readings', 'readings.id', 'reports.latest')
    .where(conditionOf(filter));
}

function inOrder(found: ReturnType<typeof passing>) {
  return found
    .select(['incidents.body', 'incidents.position', 'reports.arrived', 'readings.card'])
    .orderBy('reports.arrived', 'desc')
    .orderBy('incidents.position');
}

function keptReport(row: { card: string; incident_count: number; received_at: Date }): KeptReport {
  const card: Card = JSON.parse(row.card);
  return { ...card, receivedAt: row.received_at.toISOString(), incidents: row.incident_count };
}

function keptIncident(row: { card: string; body: string }): KeptIncident {
  return { report: JSON.parse(row.card), incident: JSON.parse(row.body) };
}
