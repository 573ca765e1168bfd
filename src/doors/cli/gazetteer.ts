import { type Io, PlainError, printable } from './io.js';
import { DEFAULT_FOLDER } from './place.js';
import type { Verbs } from './verbs.js';

/** `dateline gazetteer add`: takes files of GeoNames into the data folder. Gives the exit status. */
export async function gazetteerCommand(
  files: readonly string[],
  options: { readonly data?: string },
  io: Io,
  verbs: Verbs,
): Promise<number> {
  const added = await verbs.addGazetteers(files, options.data ?? DEFAULT_FOLDER).catch((error) => {
    throw error instanceof Error && error.name === 'GazetteerError' ? new PlainError(error.message) : error;
  });
  for (const { name, places, names, path } of added) {
    const counted = `${places.toLocaleString('en')} places with ${names.toLocaleString('en')} names`;
    io.stdout.write(`${printable(`${name}: ${counted} are in ${path}`)}\n`);
  }
  return 0;
}
