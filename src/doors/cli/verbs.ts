import type { AddedGazetteer, House, HouseOptions } from '../../house.js';
import type { Format, PublishOptions } from '../../publishing/index.js';
import type { Reader } from '../../reading/index.js';
import type { JoinedIncident, KeptIncident, Reading } from '../../record/index.js';
import type { Store } from '../../store/index.js';

/** What the desk's server is told. */
export interface ServeOptions {
  readonly host: string;
  /** One that is taken or refused; where there is none, the first free one from 8484 on. */
  readonly port?: number;
  readonly databaseUrl?: string | undefined;
  readonly folder?: string | undefined;
  readonly examples?: boolean;
  readonly log: (line: string) => void;
}

/** The verbs of the house that the command line calls. A test hands in its own. */
export interface Verbs {
  /** `folder` is the data folder whose added gazetteers are looked up too. */
  openReader(folder: string): Promise<Reader>;
  /** Adds GeoNames files to the gazetteer of a data folder. Throws where one is no such file, and changes nothing then. */
  addGazetteers(files: readonly string[], folder: string): Promise<readonly AddedGazetteer[]>;
  openHouse(options: HouseOptions): Promise<House>;
  /** Joins readings: one record for each incident that they tell of. */
  joinReadings(readings: readonly Reading[]): Promise<readonly JoinedIncident[]>;
  /** The store alone: what is kept already needs no reader. */
  openStore(options: HouseOptions): Promise<Store>;
  serve(options: ServeOptions): Promise<{ readonly url: string; close(): Promise<void> }>;
  publish(
    format: Format,
    incidents: AsyncIterable<KeptIncident>,
    options: PublishOptions,
  ): Promise<AsyncIterable<string>>;
}

/** The real ones. Each room is loaded when it is first needed: `dateline --version` needs none. */
export const verbs: Verbs = {
  openReader: async (folder) => (await import('../../house.js')).openReader(undefined, folder),
  addGazetteers: async (files, folder) => (await import('../../house.js')).addGazetteers(files, folder),
  openHouse: async (options) => (await import('../../house.js')).openHouse(options),
  joinReadings: async (readings) => (await import('../../house.js')).openJoiner().joined(readings),
  openStore: async (options) => (await import('../../house.js')).openStore(options),
  serve: async (options) => (await import('../http/index.js')).serve(options),
  publish: async (format, incidents, options) =>
    (await import('../../publishing/index.js')).publish(format, incidents, options),
};
