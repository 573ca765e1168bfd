import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { faultOf, openCities, packCities, placeOfRow, type Town } from './reading/places/index.js';

/** A file that cannot be taken into the gazetteer, or cannot be kept. The message says which, why and what to do. */
export class GazetteerError extends Error {
  override readonly name = 'GazetteerError';
}

/** What was added from one country dump. */
export interface AddedGazetteer {
  readonly name: string;
  readonly places: number;
  readonly names: number;
  readonly path: string;
}

const folderIn = (data: string) => join(data, 'gazetteer');

/** The bytes of the gazetteers in a data folder, in order of their names. Throws a GazetteerError where one is damaged. */
export async function addedGazetteers(data: string): Promise<Uint8Array[]> {
  const folder = folderIn(data);
  const files = await readdir(folder).catch(() => []);
  return Promise.all(
    files
      .filter((file) => file.endsWith('.bin'))
      .sort()
      .map(async (file) => {
        const path = join(folder, file);
        const bytes = await readFile(path);
        try {
          openCities(bytes);
        } catch (cause) {
          const again = 'Add it again with `dateline gazetteer add`, or delete it.';
          throw new GazetteerError(`${path} is damaged or of another version. ${again}`, { cause });
        }
        return bytes;
      }),
  );
}

/**
 * Takes country dumps of GeoNames into a data folder, each under the name of its file, with the alternate names of the
 * other files. Throws a GazetteerError where a file is none of these or damaged: what was there before stays as it was.
 */
export async function addGazetteers(files: readonly string[], data: string): Promise<AddedGazetteer[]> {
  const kinds = await Promise.all(files.map(async (file) => ({ file, kind: await kindOf(file) })));
  const dumps = kinds.filter(({ kind }) => kind === 'places').map(({ file }) => file);
  const others = kinds.filter(({ kind }) => kind === 'names').map(({ file }) => file);
  if (dumps.length === 0)
    throw new GazetteerError(
      `${others.join(', ')}: alternate names alone; name the country dump of their places too.`,
    );
  const alternates = new Map<number, string[]>();
  for (const file of others) await takeNames(file, alternates);
  // All are read before one is written.
  const packed = [];
  for (const file of dumps) packed.push(await pack(file, alternates));
  const folder = folderIn(data);
  return Promise.all(
    packed.map(async ({ bytes, name, ...counts }) => {
      const path = join(folder, `${name}.bin`);
      await keep(path, folder, bytes);
      return { name, path, ...counts };
    }),
  );
}

async function keep(path: string, folder: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.part`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(draft, bytes);
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => {});
    const why = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
    throw new GazetteerError(
      `${path} cannot be written (${why}). Name a folder that you may write to with --data.`,
      {
        cause,
      },
    );
  }
}

/** The lines of a file with their numbers, without the empty ones. */
async function* linesOf(file: string): AsyncGenerator<{ line: string; number: number }> {
  const stream = createReadStream(file, 'utf8');
  let number = 0;
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      if (line !== '') yield { line, number };
    }
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
    throw new GazetteerError(`${file} cannot be read (${why}).`, { cause });
  } finally {
    stream.destroy();
  }
}

/** A row of alternate names: its number, that of the place, a language, the name, and up to six more columns. */
function isNameRow(line: string): boolean {
  const columns = line.split('\t');
  const isNumbered = /^\d{1,9}$/.test(columns[0] ?? '') && /^\d{1,8}$/.test(columns[1] ?? '');
  return isNumbered && columns.length >= 4 && columns.length <= 10;
}

async function kindOf(file: string): Promise<'places' | 'names'> {
  for await (const { line } of linesOf(file)) {
    if (isNameRow(line)) return 'names';
    const fault = faultOf(line);
    if (fault === undefined) return 'places';
    if (line.startsWith('PK'))
      throw new GazetteerError(`${file} is packed. Unzip it and name the .txt in it.`);
    throw new GazetteerError(
      `${file} is no country dump of GeoNames: in its first line, ${fault}. Such files (IQ.txt) are at https://download.geonames.org/export/dump/.`,
    );
  }
  throw new GazetteerError(`${file} is empty.`);
}

async function takeNames(file: string, into: Map<number, string[]>): Promise<void> {
  for await (const { line, number } of linesOf(file)) {
    if (!isNameRow(line)) throw damaged(file, number, 'it is no row of alternate names');
    const [, id, language = '', name = ''] = line.split('\t');
    // Links, post codes and the codes of airports are no names.
    if (language.length > 3 || language === '' || name === '') continue;
    const place = Number(id);
    into.set(place, [...(into.get(place) ?? []), name]);
  }
}

async function pack(file: string, alternates: ReadonlyMap<number, readonly string[]>) {
  const towns: Town[] = [];
  const hash = createHash('sha256');
  for await (const { line, number } of linesOf(file)) {
    const fault = faultOf(line);
    if (fault !== undefined) throw damaged(file, number, fault);
    const town = placeOfRow(line, alternates.get(Number(line.split('\t', 1)[0])));
    if (!town) continue;
    towns.push(town);
    hash.update(JSON.stringify(town));
  }
  if (towns.length === 0) throw new GazetteerError(`${file} has no populated place and no division in it.`);
  const name = basename(file, extname(file)).replace(/[^\w-]/g, '_');
  const facts = { source: `GeoNames (www.geonames.org), CC BY 4.0: ${basename(file)}`, extents: {} };
  const bytes = packCities(towns, { ...facts, version: `${name}-${hash.digest('hex').slice(0, 8)}` });
  openCities(bytes);
  const names = towns.reduce((sum, town) => sum + town.names.length, 0);
  return { bytes, name, places: towns.length, names };
}

function damaged(file: string, line: number, fault: string): GazetteerError {
  return new GazetteerError(
    `${file} is damaged or cut short: in line ${line}, ${fault}. Fetch it again; what was added before stays in use.`,
  );
}
