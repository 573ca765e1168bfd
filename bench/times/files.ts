import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { UsageError } from '../bench.js';
import { loadReports } from '../record/annotated.js';
import { readCat } from './cat.js';
import type { GoldText } from './gold.js';
import { readTimeml } from './timeml.js';

/** A text that is read for speed alone, and the day it was published, where that is known. */
export interface PlainText {
  readonly text: string;
  readonly created: string | undefined;
}

export interface Input {
  readonly gold: readonly GoldText[];
  readonly plain: readonly PlainText[];
  /** What was set aside and why, one line each. */
  readonly warnings: readonly string[];
}

/**
 * Reads files and folders (with the folders in them): TimeML and CAT files, told apart by their root, and JSON files of
 * reports. What cannot be read is set aside with a warning. Throws a UsageError for a path that is not there.
 */
export function readPaths(paths: readonly string[]): Input {
  const gold: GoldText[] = [];
  const plain: PlainText[] = [];
  const warnings: string[] = [];
  for (const file of paths.flatMap(filesOf)) {
    try {
      if (/\.jsonl?$/i.test(file)) plain.push(...loadReports(file).map(plainText));
      else gold.push(readGold(file, readFileSync(file, 'utf8')));
    } catch (error) {
      warnings.push(`${file}: ${(error as Error).message}; set aside`);
    }
  }
  return { gold, plain, warnings };
}

function filesOf(path: string): string[] {
  const about = statSync(path, { throwIfNoEntry: false });
  if (!about) throw new UsageError(`${path}: there is no such file or folder.`);
  if (!about.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tml|xml)$/i.test(name) && !basename(name).startsWith('.'))
    .toSorted()
    .map((name) => join(path, name));
}

function readGold(path: string, content: string): GoldText {
  const id = basename(path, extname(path));
  return /<token\s/.test(content) && !/<TimeML\b/.test(content)
    ? readCat(id, content)
    : readTimeml(id, content);
}

function plainText(report: { readonly text: string }): PlainText {
  const { published } = report as { readonly published?: unknown };
  const isDay = typeof published === 'string' && /^\d{4}-\d\d-\d\d/.test(published);
  return { text: report.text, created: isDay ? published.slice(0, 10) : undefined };
}
