import type { Gathered } from '../../gathering/index.js';
import type { Reading, ReportInput, Unreadable } from '../../record/index.js';
import { type Io, messageOf, OutputClosed, printable, UsageError, type Writer, writerOn } from './io.js';
import { DEFAULT_FOLDER, storePlace } from './place.js';
import { openProgress, type Progress } from './progress.js';
import type { Verbs } from './verbs.js';

export interface ReadOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly published?: string;
  readonly allowPrivate?: boolean;
  readonly keep?: boolean;
  readonly data?: string;
  readonly why?: boolean;
}

/** What one report gave, or why it gave nothing. */
export type Result =
  | { readonly source: string; readonly reading: Reading }
  | { readonly source: string; readonly unreadable: Unreadable };

/** Writes results, one after the other, in the form that was asked for. */
export interface Sheet {
  add(result: Result): Promise<void>;
  end(): Promise<void>;
}

/**
 * `dateline read`: reads what the inputs hold, one report at a time, and writes what each gave before it takes the next.
 * Gives the exit status: 1 where there was something to read and nothing of it could be read.
 */
export async function readCommand(
  inputs: readonly string[],
  options: ReadOptions,
  io: Io,
  verbs: Verbs,
): Promise<number> {
  if (options.json && options.jsonl) throw new UsageError('--json and --jsonl exclude each other');
  const { gather, publishedOf } = await import('../../gathering/index.js');
  const published = publishedOption(options.published, publishedOf);
  const progress = await openProgress(io.stderr, inputs.length);
  const [out, err] = [writerOn(io.stdout), writerOn(io.stderr)];
  const desk = await openDesk(options, io, verbs);
  try {
    const results = resultsOf(gather(inputs, gatherOptions(options, io, progress)), published, desk, io);
    return await writeAll(results, await sheetFor(options, out, io), err, progress, io.stdout.isTTY === true);
  } finally {
    progress.hide();
    await desk.close();
    out.close();
    err.close();
  }
}

/** Writes each result before the next is taken, and gives the exit status. */
async function writeAll(
  results: AsyncIterable<Result>,
  sheet: Sheet,
  err: Writer,
  progress: Progress,
  isShown: boolean,
): Promise<number> {
  const tally = { read: 0, failed: 0 };
  try {
    for await (const result of results) {
      const isFailure = 'unreadable' in result;
      tally[isFailure ? 'failed' : 'read'] += 1;
      if (isFailure || isShown) progress.hide();
      if (isFailure) await complain(err, result);
      await sheet.add(result);
      progress.advance();
    }
    progress.hide();
    await sheet.end();
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error;
  }
  return tally.failed > 0 && tally.read === 0 ? 1 : 0;
}

async function* resultsOf(
  all: AsyncIterable<Gathered>,
  published: string | undefined,
  desk: Desk,
  io: Io,
): AsyncGenerator<Result> {
  for await (const gathered of all) yield await resultOf(gathered, published, desk, io);
}

function gatherOptions(options: ReadOptions, io: Io, progress: Progress) {
  return {
    stdin: io.stdin,
    jsonLines: options.jsonl,
    allowPrivate: options.allowPrivate,
    finished: () => progress.finishInput(),
  };
}

function publishedOption(written: string | undefined, publishedOf: (text: string) => string | undefined) {
  if (written === undefined) return undefined;
  const edtf = publishedOf(written);
  if (edtf !== undefined) return edtf;
  throw new UsageError(`--published ${JSON.stringify(written)} is no date; write it as 2024-02-08 (EDTF)`);
}

/** Where reports are read: by the reader alone, or by the house that keeps them too. */
interface Desk {
  read(report: ReportInput): Promise<Reading>;
  close(): Promise<void>;
}

async function openDesk(options: ReadOptions, io: Io, verbs: Verbs): Promise<Desk> {
  if (!options.keep) {
    const reader = await verbs.openReader(options.data ?? DEFAULT_FOLDER);
    return { read: (report) => reader.read(report), close: async () => {} };
  }
  const house = await verbs.openHouse(storePlace(options.data, io.env));
  return { read: async (report) => (await house.keep(report)).reading, close: () => house.close() };
}

async function resultOf(
  gathered: Gathered,
  published: string | undefined,
  desk: Desk,
  io: Io,
): Promise<Result> {
  const { source } = gathered;
  if ('error' in gathered) return { source, unreadable: { id: gathered.id, error: gathered.error } };
  const { report } = gathered;
  try {
    return {
      source,
      reading: await desk.read(published && !report.published ? { ...report, published } : report),
    };
  } catch (error) {
    // A fault of ours, or of the store: this report is lost, and the next may well be read.
    if (io.env.DEBUG && error instanceof Error) io.stderr.write(`${error.stack}\n`);
    const message = `could not be read: ${messageOf(error)}`;
    return { source, unreadable: { id: report.id ?? null, error: { code: 'internal', message } } };
  }
}

async function complain(
  err: Writer,
  { source, unreadable }: Result & { unreadable: Unreadable },
): Promise<void> {
  await err.write(`dateline: ${printable(source)}: ${printable(unreadable.error.message)}\n`);
}

async function sheetFor(options: ReadOptions, out: Writer, io: Io): Promise<Sheet> {
  if (options.jsonl) return linesSheet(out);
  if (options.json) return listSheet(out);
  const { terminalSheet } = await import('./terminal/index.js');
  const hasColours = io.stdout.isTTY === true && !io.env.NO_COLOR;
  return terminalSheet(out, { columns: io.stdout.columns, hasColours, why: options.why === true });
}

const plain = (result: Result) => JSON.stringify('reading' in result ? result.reading : result.unreadable);

/** One result a line, an unreadable report too: line for line what came in. */
function linesSheet(out: Writer): Sheet {
  return {
    add: (result) => out.write(`${plain(result)}\n`),
    end: async () => {},
  };
}

/** A JSON list, written as it grows. */
function listSheet(out: Writer): Sheet {
  let count = 0;
  return {
    add(result) {
      count += 1;
      return out.write(`${count === 1 ? '[\n' : ',\n'}${plain(result)}`);
    },
    end: () => out.write(count === 0 ? '[]\n' : '\n]\n'),
  };
}
