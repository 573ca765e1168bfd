import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { UsageError } from '../bench.js';

export const usage =
  'muc4 --in FILE.jsonl --out FILE.json [--key FILE.jsonl] [--documents FILE] [--every N/M] [--held-out] ' +
  '[--readings FILE.jsonl] [--docs]';

export interface Options {
  readonly in: string;
  readonly out: string;
  readonly key: string | undefined;
  readonly readings: string | undefined;
  readonly docs: boolean;
  /** Whether a text is one that was asked for: by its place among the lines of the file, from 0, and its name. */
  readonly isChosen: (index: number, docid: string) => boolean;
}

/** The options of the bench. Throws a UsageError where they are others, or a list of documents cannot be read. */
export function readOptions(args: readonly string[]): Options {
  const values = parse(args);
  if (values.in === undefined || values.out === undefined) {
    throw new UsageError(`--in and --out are needed. Usage: ${usage}`);
  }
  if (values['held-out'] && values.every !== undefined) {
    throw new UsageError(`--held-out is --every 5/5: give one of them. Usage: ${usage}`);
  }
  const isInShare = shareOf(values['held-out'] ? '5/5' : (values.every ?? '1/1'));
  const listed = values.documents === undefined ? undefined : namesIn(values.documents);
  return {
    in: values.in,
    out: values.out,
    key: values.key,
    readings: values.readings,
    docs: values.docs,
    isChosen: (index, docid) => isInShare(index) && (listed === undefined || listed.has(docid)),
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = {
    in: text,
    out: text,
    key: text,
    documents: text,
    every: text,
    readings: text,
    'held-out': flag,
    docs: flag,
  };
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message} Usage: ${usage}`);
  }
}

/** `5/5` is the fifth, tenth … text of a file; `1-4/5` are all the others. */
function shareOf(words: string): (index: number) => boolean {
  const [, first = '', last = first, of = ''] = /^(\d+)(?:-(\d+))?\/(\d+)$/.exec(words) ?? [];
  const [from, to, size] = [Number(first), Number(last), Number(of)];
  if (!(from >= 1 && from <= to && to <= size)) {
    throw new UsageError(`--every takes N/M or N-N/M, such as 5/5 or 1-4/5, not "${words}". Usage: ${usage}`);
  }
  return (index) => from - 1 <= index % size && index % size <= to - 1;
}

function namesIn(file: string): Set<string> {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return new Set(lines.map((line) => line.trim()).filter((line) => line !== ''));
  } catch (error) {
    throw new UsageError(`--documents: ${(error as Error).message}`);
  }
}
