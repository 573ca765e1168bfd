import type { IncidentFilter, KeptIncident, KeptReport, Reading, ReportInput } from '../record/index.js';

/** A stretch of a list: how many entries are skipped, and how many are wanted at most. */
export interface Page {
  readonly offset?: number;
  readonly limit?: number;
}

export interface Listing<Entry> {
  readonly total: number;
  readonly entries: Entry[];
}

/** The only thing that keeps. One set of SQL on both an embedded PostgreSQL and a server. */
export interface Store {
  readonly kind: 'embedded' | 'server';
  /** Keeps a report and what was read from it; a report that is already kept, read by the same reader, is left as it is. */
  keep(report: ReportInput, reading: Reading): Promise<{ hash: string; isNew: boolean }>;
  /** A kept report with its latest reading; undefined where there is none of that hash. */
  report(hash: string): Promise<{ kept: KeptReport; reading: Reading } | undefined>;
  reports(page?: Page): Promise<Listing<KeptReport>>;
  incidents(filter?: IncidentFilter, page?: Page): Promise<Listing<KeptIncident>>;
  /** Every incident that passes the filter, in a fixed order, a batch at a time so that memory stays constant. */
  everyIncident(filter?: IncidentFilter): AsyncIterable<KeptIncident>;
  close(): Promise<void>;
}
