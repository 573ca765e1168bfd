import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Gold, type GoldDocument, GoldError, type Kind } from './gold.js';

interface Entry {
  readonly path: string;
  readonly number: number;
  readonly value: Record<string, unknown>;
}

/**
 * Reads a folder in the format of re3d: `documents.json` and `entities.json` (an entry a line), in it or in folders of
 * it. Offsets of entities count code points; white space at the border of one is left out. Ids are `FOLDER-ID`.
 */
export function readRe3d(path: string): Gold {
  const folders = hasDocuments(path) ? [path] : subfolders(path).filter(hasDocuments);
  if (folders.length === 0) {
    throw new GoldError(
      `${path}: a folder is read as re3d, and neither it nor a folder in it has documents.json.`,
    );
  }
  const warnings: string[] = [];
  const documents = folders.flatMap((folder) => documentsOf(folder, warnings));
  return { path, format: 're3d', documents, hasText: true, warnings };
}

const hasDocuments = (folder: string) => existsSync(join(folder, 'documents.json'));

function subfolders(path: string): string[] {
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [join(path, entry.name)] : [])).toSorted();
}

function documentsOf(folder: string, warnings: string[]): GoldDocument[] {
  const names = new Map<unknown, Entry[]>();
  for (const entry of linesOf(join(folder, 'entities.json'), warnings)) {
    const of = entry.value.documentId;
    names.set(of, [...(names.get(of) ?? []), entry]);
  }
  return linesOf(join(folder, 'documents.json'), warnings).flatMap(
    ({ path, number, value: { _id, text } }) => {
      if (typeof _id !== 'string' || typeof text !== 'string') {
        warnings.push(`${path}:${number}: no "_id" and "text"; document set aside`);
        return [];
      }
      const offsets = offsetsOf(text);
      const own = (names.get(_id) ?? []).flatMap((entry) => kindOf(entry, text, offsets, warnings));
      return [{ id: `${basename(folder)}-${_id}`, text, words: [], sentences: [], names: own }];
    },
  );
}

/** The UTF-16 offset of each code point of a text, and of its end. */
function offsetsOf(text: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    offsets.push(at);
    at += character.length;
  }
  return [...offsets, at];
}

function kindOf(entry: Entry, text: string, offsets: readonly number[], warnings: string[]): Kind[] {
  const { begin, end, type } = entry.value;
  const from = offsets[begin as number];
  const to = offsets[Math.min(end as number, offsets.length - 1)];
  const quote = text.slice(from, to);
  if (from === undefined || to === undefined || typeof type !== 'string' || quote.trim() === '') {
    warnings.push(
      `${entry.path}:${entry.number}: "begin" and "end" are no words of the document; name set aside`,
    );
    return [];
  }
  return [
    { start: from + quote.length - quote.trimStart().length, end: from + quote.trimEnd().length, kind: type },
  ];
}

function linesOf(path: string, warnings: string[]): Entry[] {
  if (!existsSync(path)) throw new GoldError(`${path}: is missing.`);
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index): Entry[] => {
      if (line.trim() === '') return [];
      try {
        return [{ path, number: index + 1, value: JSON.parse(line) }];
      } catch (error) {
        warnings.push(`${path}:${index + 1}: is not JSON (${(error as Error).message}); line set aside`);
        return [];
      }
    });
}
