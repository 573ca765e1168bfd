import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { addedGazetteers } from './gazetteers.js';
import {
  type DecisionInput,
  decide,
  type JoinedAnswer,
  joinedAnswer,
  joinReport,
  joinWaiting,
} from './join-kept.js';
import { type Joiner, prepareJoiner } from './joining/index.js';
import {
  createReader,
  type Engine,
  gazetteerFrom,
  type Language,
  type Lists,
  openLanguage,
  type Reader,
} from './reading/index.js';
import type { ChoosingRule, KeptDecision, KeptMember, Reading, ReportInput } from './record/index.js';
import { openStore, type Store } from './store/index.js';

export { type AddedGazetteer, addGazetteers, GazetteerError } from './gazetteers.js';
export type { DecisionInput, JoinedAnswer } from './join-kept.js';
export { hasStore, openStore } from './store/index.js';

/** Where the store is: a PostgreSQL server by its address, else a folder for the embedded one (default `./data`). */
export interface HouseOptions {
  readonly databaseUrl?: string | undefined;
  readonly folder?: string | undefined;
}

/** The rooms, met: a reader, a joiner and a store, and the verbs that need several of them. */
export interface House {
  readonly reader: Reader;
  readonly store: Store;
  /**
   * Reads a report, keeps it and joins it with the others. A report that is already kept, read by this reader, gives
   * the reading that is kept.
   */
  keep(report: ReportInput): Promise<{ hash: string; isNew: boolean; reading: Reading }>;
  /** A joined incident by its id or by one of its members, with the values that the rule shows; undefined where there is none. */
  joined(asked: string | KeptMember, rule?: ChoosingRule): Promise<JoinedAnswer | undefined>;
  /** Enters what somebody decided of members that are kept, and joins what stands around them anew. */
  decide(input: DecisionInput): Promise<KeptDecision[]>;
  close(): Promise<void>;
}

/**
 * Loads what reading needs from the package: word lists, gazetteer and language model. Throws where a file of it is
 * missing. The model runs on the native engine where that is installed, on the portable one elsewhere; `engine` asks
 * for one of them. `folder` is a data folder: gazetteers that were added to it are looked up too.
 */
export async function openReader(engine?: Engine, folder?: string): Promise<Reader> {
  const [about, cities, language, added] = await Promise.all([
    readFile(new URL('../package.json', import.meta.url), 'utf8'),
    model('gazetteer-cities.bin'),
    openShippedLanguage(engine),
    folder === undefined ? [] : addedGazetteers(folder),
  ]);
  const gazetteer = gazetteerFrom({
    cities,
    added,
    countries: lists('places/countries'),
    areas: lists('places/areas'),
    towns: lists('places/towns'),
  });
  const { version } = JSON.parse(about) as { version: string };
  return createReader({ version, lists, gazetteer, language });
}

async function openShippedLanguage(engine: Engine | undefined): Promise<Language> {
  const [card, vocabulary, graph] = await Promise.all([
    model('language/language.json'),
    model('language/vocab.txt'),
    model('language/language.onnx'),
  ]);
  const language = await openLanguage(
    { card: card.toString(), vocabulary: vocabulary.toString(), model: graph },
    engine,
  );
  return {
    ...language,
    async run(inputs) {
      // A long report has many windows, and requests that wait get their turn between them.
      await setImmediate();
      return language.run(inputs);
    },
  };
}

/** A file of the package's models. Throws an Error that names it and says what to do. */
async function model(name: string): Promise<Buffer> {
  const url = new URL(`../models/${name}`, import.meta.url);
  try {
    return await readFile(url);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split(',')[0] : String(cause);
    throw new Error(
      `${fileURLToPath(url)} is a part of Dateline and cannot be read (${reason}); install Dateline again.`,
      { cause },
    );
  }
}

/** A word list of the package, by its path below `reading`. */
const lists: Lists = (name) => readFileSync(new URL(`./reading/${name}.txt`, import.meta.url), 'utf8');

/** Loads what joining needs from the package. Throws where a file of it is missing. */
export function openJoiner(): Joiner {
  return prepareJoiner((name) =>
    name === 'agencies'
      ? lists('text/agencies')
      : readFileSync(new URL(`./joining/${name}.txt`, import.meta.url), 'utf8'),
  );
}

/**
 * Opens the reader and the store. Throws a StoreError where the store cannot be opened. Reports that are stored and not
 * joined yet (a store of an earlier Dateline) are joined beside the other work, one by one.
 */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const [reader, store] = await Promise.all([
    openReader(undefined, options.folder ?? './data'),
    openStore(options),
  ]);
  const joiner = openJoiner();
  let isOver = false;
  // What fails here waits on and is tried again at the next start; whoever asks the store for it is told.
  const waiting = joinWaiting(store, joiner, { isOver: () => isOver, failed: () => {} }).catch(() => 0);
  return {
    reader,
    store,
    async keep(report) {
      const reading = await reader.read(report);
      const { hash, isNew } = await store.keep(report, reading);
      if (await store.isWaiting(hash)) await joinReport(store, joiner, hash);
      const kept = isNew ? undefined : await store.report(hash);
      return { hash, isNew, reading: kept?.reading ?? reading };
    },
    joined: (asked, rule) => joinedAnswer(store, joiner, asked, rule),
    decide: (input) => decide(store, joiner, input),
    async close() {
      isOver = true;
      await waiting;
      await store.close();
    },
  };
}
