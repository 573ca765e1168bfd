import type { Reader } from './reading/index.js';
import type { Reading, ReportInput } from './record/index.js';
import type { Store } from './store/index.js';

/** Where the store is: a PostgreSQL server by its address, else a folder for the embedded one (default `./data`). */
export interface HouseOptions {
  readonly databaseUrl?: string;
  readonly folder?: string;
}

/** The rooms, met: a reader and a store, and the one verb that needs both. */
export interface House {
  readonly reader: Reader;
  readonly store: Store;
  /** Reads a report and keeps it. A report that is already kept gives the reading that is kept. */
  keep(report: ReportInput): Promise<{ hash: string; isNew: boolean; reading: Reading }>;
  close(): Promise<void>;
}

/** Loads what reading needs from the package: word lists and the gazetteer. */
export async function openReader(): Promise<Reader> {
  throw new Error('not yet');
}

/** Opens the reader and the store. Throws a StoreError where the store cannot be opened. */
export async function openHouse(_options: HouseOptions = {}): Promise<House> {
  throw new Error('not yet');
}
