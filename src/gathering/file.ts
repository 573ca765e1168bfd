import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { failed, type Gathered } from './bytes.js';
import { GatherError } from './failure.js';
import { reportsFromStream } from './stream.js';

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'may not be read (permission denied)',
  EPERM: 'may not be read (permission denied)',
  ENAMETOOLONG: 'is too long for the name of a file',
  ELOOP: 'is a link that leads in a circle',
  EIO: 'cannot be read (the disk reports an error)',
};

/** The reports in a file. Never throws: see `Gathered`. */
export async function* reportsFromFile(path: string): AsyncGenerator<Gathered> {
  try {
    const isFolder = (await stat(path)).isDirectory();
    if (isFolder) throw new GatherError('unreadable', 'is a folder; name the files in it');
    yield* reportsFromStream(chunksOf(path), { name: path });
  } catch (error) {
    yield failed(path, readable(error));
  }
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Buffer>;
  } catch (error) {
    throw readable(error);
  }
}

/** An error of the file system as one about the input. */
function readable(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined || error instanceof GatherError) return error;
  return new GatherError('unreadable', reasons[code] ?? `cannot be read (${code})`);
}
