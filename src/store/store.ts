import { Kysely, PostgresDialect } from 'kysely';
import { joining } from './archive.js';
import * as clusters from './clusters.js';
import type { Connection } from './connection.js';
import { decisionsOn } from './decisions.js';
import * as find from './find.js';
import type { Store } from './interface.js';
import { keep } from './keep.js';
import { migrate } from './migrations.js';
import { recentReadings } from './recent.js';
import type { Tables } from './tables.js';

/** The store on a database, with its tables brought up to date. Closes the database where that cannot be done. */
export async function storeOn(kind: Store['kind'], { connect, close }: Connection): Promise<Store> {
  // The connection is ended by its own `close`, whether Kysely ever used it or not.
  const pool = { connect, end: async () => {} };
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db);
  } catch (error) {
    await close();
    throw error;
  }
  const recent = recentReadings();
  let closed: Promise<void> | undefined;
  return {
    kind,
    keep: (report, reading) => keep(db, report, reading),
    report: (hash) => find.report(db, hash),
    reports: (page) => find.reports(db, page),
    incidents: (filter, page) => find.incidents(db, filter, page),
    everyIncident: (filter) => find.everyIncident(db, filter),
    joining: (work) => joining(db, recent, work),
    waiting: (limit, after) => find.waiting(db, limit, after),
    isWaiting: (hash) => find.isWaiting(db, hash),
    joined: (filter, page) => clusters.joined(db, filter, page),
    joinedOne: (asked) => clusters.joinedOne(db, asked),
    decisions: (members) => decisionsOn(db, members),
    readings: (hashes) => find.readings(db, hashes),
    close: () => {
      closed ??= db.destroy().then(close);
      return closed;
    },
  };
}
