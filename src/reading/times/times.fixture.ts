import { readFileSync } from 'node:fs';
import type { ReportInput } from '../../record/index.js';
import { prepareSyntax } from '../syntax/index.js';
import { type Document, prepareText } from '../text/index.js';
import { prepareTimes, type Times } from './index.js';

const lists = (name: string): string => readFileSync(new URL(`../${name}.txt`, import.meta.url), 'utf8');
const text = prepareText(lists);
const syntax = prepareSyntax();
const times = prepareTimes(lists);

/** Reads the times of a text. Thursday 8 February 2024 is the day of publication unless another is given, or null for none. */
export function readTimes(
  words: string,
  published: string | null = '2024-02-08',
): Times & { document: Document } {
  const input: ReportInput = { text: words, published };
  const document = text(input);
  return { ...times(document, syntax(document)), document };
}

/** What was read, one line a time: `Wednesday night = 2024-02-07`. */
export function shown(words: string, published?: string | null): string[] {
  return readTimes(words, published).expressions.map(
    ({ quote, edtf, value }) => `${quote} = ${edtf ?? `(${value})`}`,
  );
}
