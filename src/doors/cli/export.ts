import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { Format } from '../../publishing/index.js';
import { type Io, OutputClosed, PlainError, writerOn } from './io.js';
import { storePlace } from './place.js';
import type { Verbs } from './verbs.js';

export interface ExportOptions {
  readonly format: Format;
  readonly output?: string;
  readonly data?: string;
  readonly names?: boolean;
}

/** `dateline export`: writes every incident that is stored as a file of the format, piece by piece. Gives the exit status. */
export async function exportCommand(options: ExportOptions, io: Io, verbs: Verbs): Promise<number> {
  const place = storePlace(options.data, io.env);
  if (place.folder !== undefined) await refuseEmptyFolder(place.folder);
  const store = await verbs.openStore(place);
  try {
    const pieces = await verbs.publish(options.format, store.everyIncident(), {
      names: options.names ?? false,
    });
    if (options.output === undefined || options.output === '-') await toStream(pieces, io);
    else await toFile(pieces, options.output);
  } finally {
    await store.close();
  }
  return 0;
}

/** Opening a folder makes a store in it, and whoever mistyped its name would get an empty file. */
async function refuseEmptyFolder(folder: string): Promise<void> {
  const { hasStore } = await import('../../house.js');
  if (hasStore(folder)) return;
  throw new PlainError(`${folder}: no store is there; \`dateline read --keep\` makes one`);
}

async function toStream(pieces: AsyncIterable<string>, io: Io): Promise<void> {
  const out = writerOn(io.stdout);
  try {
    for await (const piece of pieces) await out.write(piece);
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error;
  } finally {
    out.close();
  }
}

/** Writes beside the file and puts it in place at the end, so that a file that is there is whole. */
async function toFile(pieces: AsyncIterable<string>, path: string): Promise<void> {
  const draft = `${path}.part`;
  const file = createWriteStream(draft);
  const out = writerOn(file);
  try {
    for await (const piece of pieces) await out.write(piece);
    file.end();
    await finished(file);
    await rename(draft, path);
  } catch (error) {
    file.destroy();
    await rm(draft, { force: true });
    throw error instanceof Error && 'code' in error ? new PlainError(`${path}: ${error.message}`) : error;
  }
}
