import { openEmbedded } from './embedded.js';
import type { Store } from './interface.js';
import { openServer } from './server.js';
import { storeOn } from './store.js';

export type { StandingMember, StoredArchive, StoredLink, StoredMember } from './archive.js';
export type { ShownCluster, StoredCluster } from './clusters.js';
export { hasStore } from './embedded.js';
export { StoreError, type StoreErrorCode } from './errors.js';
export type { Listing, Page, Store } from './interface.js';

export interface StoreOptions {
  /** The address of a PostgreSQL server and database; where there is none, or an empty one, a folder is used. */
  readonly databaseUrl?: string | undefined;
  /** Where the embedded database keeps its files: `data` in the working folder, if nothing else is named. */
  readonly folder?: string | undefined;
}

/** Opens the store, made where there is none. Throws a StoreError that says what is wrong and what to do. */
export async function openStore({ databaseUrl, folder = 'data' }: StoreOptions = {}): Promise<Store> {
  return databaseUrl
    ? storeOn('server', await openServer(databaseUrl))
    : storeOn('embedded', await openEmbedded(folder));
}
