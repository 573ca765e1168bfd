import type { IncidentFilter, KeptIncident, KeptReport, Reading, ReportInput } from '../record/index.js';

/** A stretch of a list: how many entries are skipped (0), and how many are wanted at most (100). */
export interface Page {
  readonly offset?: number;
  readonly limit?: number;
}

export interface Listing<Entry> {
  /** How many entries there are in all, on this page or not. */
  readonly total: number;
  readonly entries: Entry[];
}

/**
 * The only thing that keeps. One set of SQL on both an embedded PostgreSQL and a server.
 * Every list has one order: the report that was kept last comes first, its incidents as the reading has them.
 */
export interface Store {
  readonly kind: 'embedded' | 'server';
  /**
   * Keeps a report and what was read from it. A report that is already kept, read by the same reader (version and
   * models), is left as it is; a reading by another reader stands beside the earlier ones, and the one that came
   * last is shown. `isNew` says whether the report was not kept before.
   */
  keep(report: ReportInput, reading: Reading): Promise<{ hash: string; isNew: boolean }>;
  /** A kept report with its latest reading; undefined where there is none of that hash. */
  report(hash: string): Promise<{ kept: KeptReport; reading: Reading } | undefined>;
  reports(page?: Page): Promise<Listing<KeptReport>>;
  incidents(filter?: IncidentFilter, page?: Page): Promise<Listing<KeptIncident>>;
  /** Every incident that passes the filter, a batch at a time so that memory stays constant. */
  everyIncident(filter?: IncidentFilter): AsyncIterable<KeptIncident>;
  /** Lets go of the database and the data folder; Node can then exit by itself. */
  close(): Promise<void>;
}
