import type { HouseOptions } from '../../house.js';

/** The data folder where none is named. */
export const DEFAULT_FOLDER = './data';

/** Where the store is: a folder that was asked for, else the server of DATABASE_URL, else `./data`. */
export function storePlace(
  data: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): HouseOptions {
  if (data !== undefined) return { folder: data };
  return env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : { folder: DEFAULT_FOLDER };
}
