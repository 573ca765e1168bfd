import type { ReportInput } from '../record/index.js';
import { byteOrderMark, decode } from './decode.js';
import { asFailure, GatherError } from './failure.js';
import { idAtStart, idOf, parseJson, refuseLongText, reportOf } from './json.js';
import { type ContentKind, kindOf, refuseBinary, refuseFeed } from './kind.js';
import { MAX_JSON, MAX_LINE, MAX_PAGE, MAX_TEXT, MAX_TEXT_BYTES, megabytes, spelled } from './limits.js';
import { type Line, splitLines } from './lines.js';

/** A report, or why there is none, and where it came from: a path, an address, or a line of one of these. */
export type Gathered =
  | { readonly source: string; readonly report: ReportInput }
  | {
      readonly source: string;
      /** The id that the unreadable report would have had; null where it cannot be told. */
      readonly id: string | null;
      readonly error: { readonly code: string; readonly message: string };
    };

/** What is known of some bytes: what to call them in messages, and what they were sent as. */
export interface Origin {
  readonly name: string;
  readonly mediaType?: string | undefined;
  /** The address of a page, for the links in it. */
  readonly address?: string | undefined;
}

const mostBytes: Record<ContentKind, number> = {
  text: MAX_TEXT_BYTES,
  html: MAX_PAGE,
  json: MAX_JSON,
  'json lines': Number.POSITIVE_INFINITY,
};

/** Enough to tell what some bytes are. */
export const HEAD = 4096;

/** The reports in some bytes: a text, a page, a JSON object or list, or JSON lines. Never throws: see `Gathered`. */
export async function reportsFromBytes(bytes: Uint8Array, origin: Origin): Promise<Gathered[]> {
  try {
    const kind = kindOfBytes(bytes.subarray(0, HEAD), origin);
    if (bytes.length > mostBytes[kind]) throw tooLong(kind);
    if (kind === 'json lines') return await collect(reportsFromLines(inOne(bytes), origin.name));
    return await reportsFrom(kind, bytes, origin);
  } catch (error) {
    return [failed(origin.name, error)];
  }
}

/** What kind of content some bytes are the start of. Throws a GatherError where they are empty, binary or a feed. */
export function kindOfBytes(head: Uint8Array, origin: Origin): ContentKind {
  if (head.length === 0) throw new GatherError('empty', 'is empty');
  refuseBinary(head);
  const mark = byteOrderMark(head);
  const start = new TextDecoder(mark?.encoding ?? 'latin1').decode(head);
  refuseFeed(start.replace(/^(?:\ufeff|ï»¿)/, ''));
  return kindOf(start, origin.name, origin.mediaType);
}

/** How many bytes of a kind are read, and the error for more. */
export const limitOf = (kind: ContentKind) => mostBytes[kind];

export function tooLong(kind: ContentKind): GatherError {
  const most = kind === 'text' ? `${spelled(MAX_TEXT)} characters` : megabytes(mostBytes[kind]);
  const advice = kind === 'json' ? '; write it as JSON lines, one report a line' : '';
  return new GatherError('too_long', `is longer than ${most}, the limit for ${nameOfKind[kind]}${advice}`);
}

const nameOfKind: Record<ContentKind, string> = {
  text: 'one report',
  html: 'a page',
  json: 'one JSON value',
  'json lines': 'JSON lines',
};

/** The reports in JSON lines: one for each line that is not blank, in order, in constant memory. */
export async function* reportsFromLines(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Gathered> {
  for await (const line of splitLines(chunks, MAX_LINE)) yield reportFromLine(line, `${name}:${line.number}`);
}

function reportFromLine(line: Line, source: string): Gathered {
  let id: string | null = null;
  try {
    if ('head' in line) {
      id = idAtStart(Buffer.from(line.head).toString());
      throw new GatherError('too_long', `is longer than ${megabytes(MAX_LINE)}, the limit for one line`);
    }
    const text = lineText(line.bytes);
    id = idAtStart(text);
    const value = parseJson(text);
    id = idOf(value);
    return { source, report: reportOf(value) };
  } catch (error) {
    return failed(source, error, id);
  }
}

/** The text of a line. Throws a GatherError where it is not in UTF-8. */
export function lineText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new GatherError('encoding', 'is not in UTF-8, as JSON lines must be');
  }
}

async function reportsFrom(kind: ContentKind, bytes: Uint8Array, origin: Origin): Promise<Gathered[]> {
  const text = await decode(bytes, origin.mediaType);
  if (!/\S/.test(text)) throw new GatherError('empty', 'has no words in it');
  if (kind === 'json') return await reportsFromJson(text, origin.name);
  if (kind === 'text') {
    refuseLongText(text);
    return [{ source: origin.name, report: { text } }];
  }
  // The tree of a page is heavy to load, and most inputs are no pages.
  const { reportFromPage } = await import('./page/index.js');
  return [{ source: origin.name, report: reportFromPage(text, origin.address) }];
}

/** A JSON object, a list of them, or, in a file that is only called `.json`, JSON lines. */
async function reportsFromJson(text: string, name: string): Promise<Gathered[]> {
  const trimmed = text.trim();
  const first = trimmed.split('\n', 1)[0] ?? '';
  if (first.length < trimmed.length && isJsonObject(first)) {
    return await collect(reportsFromLines(inOne(Buffer.from(text)), name));
  }
  const value = parseJson(text);
  if (!Array.isArray(value)) return [reportFromValue(value, name)];
  if (value.length === 0) throw new GatherError('empty', 'is an empty list');
  return value.map((each, index) => reportFromValue(each, `${name}[${index}]`));
}

/** Whether a line is a JSON object by itself. */
export function isJsonObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function reportFromValue(value: unknown, source: string): Gathered {
  try {
    return { source, report: reportOf(value) };
  } catch (error) {
    return failed(source, error, idOf(value));
  }
}

/** What takes the place of a report. */
export function failed(source: string, error: unknown, id: string | null = null): Gathered {
  return { source, id, error: asFailure(error) };
}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function collect(gathered: AsyncIterable<Gathered>): Promise<Gathered[]> {
  const all: Gathered[] = [];
  for await (const each of gathered) all.push(each);
  return all;
}
