import type {
  IncidentFilter,
  KeptDecision,
  KeptIncident,
  KeptJoined,
  KeptMember,
  KeptReport,
  Reading,
  ReportInput,
} from '../record/index.js';
import type { StoredArchive } from './archive.js';
import type { StoredCluster } from './clusters.js';

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
  /** Does the work of joining in one transaction; those who join wait for one another. The store itself joins nothing. */
  joining<T>(work: (archive: StoredArchive) => Promise<T>): Promise<T>;
  /** Reports whose latest reading is not joined yet, those that came first before the others, after the one named. */
  waiting(limit: number, after?: string): Promise<string[]>;
  isWaiting(hash: string): Promise<boolean>;
  /** Joined incidents, that of the report that was kept last first. */
  joined(filter?: IncidentFilter, page?: Page): Promise<Listing<KeptJoined>>;
  /** One joined incident, by its id or by one of its members; undefined where there is none. */
  joinedOne(asked: string | KeptMember): Promise<StoredCluster | undefined>;
  /** What people decided of these members, in the order in which they did. */
  decisions(members: readonly KeptMember[]): Promise<KeptDecision[]>;
  /** Kept reports with their latest readings, by hash. */
  readings(hashes: readonly string[]): Promise<Map<string, { kept: KeptReport; reading: Reading }>>;
  /** Lets go of the database and the data folder; Node can then exit by itself. */
  close(): Promise<void>;
}
