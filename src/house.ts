import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createReader, gazetteerFrom, type Lists, type Reader } from './reading/index.js';
import type { Reading, ReportInput } from './record/index.js';
import { openStore, type Store } from './store/index.js';

export { hasStore } from './store/index.js';

/** Where the store is: a PostgreSQL server by its address, else a folder for the embedded one (default `./data`). */
export interface HouseOptions {
  readonly databaseUrl?: string | undefined;
  readonly folder?: string | undefined;
}

/** The rooms, met: a reader and a store, and the one verb that needs both. */
export interface House {
  readonly reader: Reader;
  readonly store: Store;
  /** Reads a report and keeps it. A report that is already kept, read by this reader, gives the reading that is kept. */
  keep(report: ReportInput): Promise<{ hash: string; isNew: boolean; reading: Reading }>;
  close(): Promise<void>;
}

/** Loads what reading needs from the package: word lists and the gazetteer. Throws where a file of it is missing. */
export async function openReader(): Promise<Reader> {
  const [about, cities] = await Promise.all([
    readFile(new URL('../package.json', import.meta.url), 'utf8'),
    readFile(new URL('../models/gazetteer-cities.bin', import.meta.url)),
  ]);
  const gazetteer = gazetteerFrom({
    cities,
    countries: lists('places/countries'),
    areas: lists('places/areas'),
    towns: lists('places/towns'),
  });
  return createReader({ version: (JSON.parse(about) as { version: string }).version, lists, gazetteer });
}

/** A word list of the package, by its path below `reading`. */
const lists: Lists = (name) => readFileSync(new URL(`./reading/${name}.txt`, import.meta.url), 'utf8');

/** Opens the reader and the store. Throws a StoreError where the store cannot be opened. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const [reader, store] = await Promise.all([openReader(), openStore(options)]);
  return {
    reader,
    store,
    async keep(report) {
      const reading = reader.read(report);
      const { hash, isNew } = await store.keep(report, reading);
      const kept = isNew ? undefined : await store.report(hash);
      return { hash, isNew, reading: kept?.reading ?? reading };
    },
    close: () => store.close(),
  };
}
