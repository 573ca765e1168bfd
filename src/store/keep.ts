import { type Kysely, sql, type Transaction } from 'kysely';
import {
  contentHash,
  type Incident,
  type KeptReport,
  type Reading,
  type ReportInput,
  reportId,
} from '../record/index.js';
import { lookedUp } from './looked-up.js';
import { plain } from './plain.js';
import type { Tables } from './tables.js';

/** As much of a text as is searched, in UTF-16 units: PostgreSQL indexes no more than a megabyte of words. */
const SEARCHED = 200_000;
/** A statement takes 65,535 values at most; a row of incidents has eleven. */
const ROWS = 1_000;

/** See `Store.keep`. One transaction; two that keep the same report wait for one another. */
export async function keep(
  db: Kysely<Tables>,
  report: ReportInput,
  reading: Reading,
): Promise<{ hash: string; isNew: boolean }> {
  const hash = contentHash(report);
  return db.transaction().execute(async (transaction) => {
    const isNew = await keepReport(transaction, hash, report, reading);
    const id = await keepReading(transaction, hash, report, reading);
    if (id !== undefined) await showReading(transaction, hash, id, reading.incidents);
    return { hash, isNew };
  });
}

async function keepReport(
  db: Transaction<Tables>,
  hash: string,
  report: ReportInput,
  reading: Reading,
): Promise<boolean> {
  const title = reading.report.title ?? report.title ?? '';
  const searched = plain(`${title}\n${report.text}`.slice(0, SEARCHED));
  const words = sql<string>`to_tsvector('english', ${searched})`;
  const added = await db
    .insertInto('reports')
    .values({ hash, body: JSON.stringify(report), words })
    .onConflict((conflict) => conflict.doNothing())
    .returning('hash')
    .executeTakeFirst();
  if (added) return true;
  // Holds back another reading of this report until ours is in, so that the one that came last is the latest.
  await db.selectFrom('reports').select('hash').where('hash', '=', hash).forUpdate().execute();
  return false;
}

/** The number of the new reading; undefined where this reader has read the report before. */
async function keepReading(
  db: Transaction<Tables>,
  hash: string,
  report: ReportInput,
  reading: Reading,
): Promise<string | undefined> {
  const { version, models } = reading.reader;
  const sorted = Object.entries(models).sort(([a], [b]) => (a < b ? -1 : 1));
  const added = await db
    .insertInto('readings')
    .values({
      hash,
      reader: JSON.stringify([version, sorted]),
      card: JSON.stringify(cardOf(hash, report, reading)),
      incident_count: reading.incidents.length,
      body: JSON.stringify(reading),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added?.id;
}

async function showReading(
  db: Transaction<Tables>,
  hash: string,
  latest: string,
  incidents: readonly Incident[],
): Promise<void> {
  await db.updateTable('reports').set({ latest }).where('hash', '=', hash).execute();
  await db.deleteFrom('incidents').where('hash', '=', hash).execute();
  for (let from = 0; from < incidents.length; from += ROWS) {
    const rows = incidents
      .slice(from, from + ROWS)
      .map((incident, index) => rowOf(hash, from + index, incident));
    await db.insertInto('incidents').values(rows).execute();
  }
}

/** What every list says of a report. */
export type Card = Omit<KeptReport, 'receivedAt' | 'incidents'>;

function cardOf(hash: string, report: ReportInput, reading: Reading): Card {
  return {
    hash,
    id: reportId(report),
    title: reading.report.title ?? report.title ?? null,
    outlet: reading.report.outlet ?? report.outlet ?? null,
    url: reading.report.url ?? report.url ?? null,
    published: reading.report.published,
    invented: report.extra?.invented === true,
  };
}

function rowOf(hash: string, position: number, incident: Incident) {
  const { kind, core, when, where } = incident;
  return {
    hash,
    position,
    ...lookedUp(kind, core, when, where),
    body: JSON.stringify(incident),
  };
}
