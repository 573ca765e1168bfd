import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { loadReports } from '../record/annotated.js';
import { readColumns } from './columns.js';
import { readConllu } from './conllu.js';
import { type Format, type Gold, GoldError } from './gold.js';
import { readRe3d } from './re3d.js';

/** Reads a gold file by what is in it, whatever it is called. Throws a GoldError that says what is wrong and where. */
export function readGold(path: string): Gold {
  const about = statSync(path, { throwIfNoEntry: false });
  if (!about) throw new GoldError(`${path}: there is no such file.`);
  const gold = about.isDirectory() ? readRe3d(path) : readFile(path);
  if (gold.documents.length > 0) return gold;
  throw new GoldError([...gold.warnings.slice(0, 5), `${path}: nothing in it could be read.`].join('\n'));
}

function readFile(path: string): Gold {
  const bytes = readFileSync(path);
  const content = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  const format = formatOf(content);
  if (format === 'CoNLL-U') return readConllu(path, content);
  return format === 'reports' ? readReports(path) : readColumns(path, content);
}

/** What a file's content looks like; "CoNLL names" where it is nothing else. */
export function formatOf(content: string): Exclude<Format, 're3d'> {
  if (/^\s*(?:\{|\[\s*[{\]])/.test(content)) return 'reports';
  const row = /^(?!#|-DOCSTART-).*\S.*$/m.exec(content)?.[0] ?? '';
  return /^\d+(?:[-.]\d+)?\t/.test(row) && row.split('\t').length >= 10 ? 'CoNLL-U' : 'CoNLL names';
}

function readReports(path: string): Gold {
  const documents = loadReports(path).map(({ id, text }) => {
    return { id, text, words: [], sentences: [], names: undefined };
  });
  return { path, format: 'reports', documents, hasText: true, warnings: [] };
}
