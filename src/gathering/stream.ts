import {
  failed,
  type Gathered,
  HEAD,
  isJsonObject,
  kindOfBytes,
  limitOf,
  type Origin,
  reportsFromBytes,
  reportsFromLines,
  tooLong,
} from './bytes.js';
import { byteOrderMark } from './decode.js';
import { GatherError } from './failure.js';
import type { ContentKind } from './kind.js';
import { MAX_LINE } from './limits.js';

/**
 * The reports in a stream of bytes. JSON lines come one at a time, each as soon as it is asked for; anything else is
 * held in memory up to the limit of its kind. `kind` says what the stream is where that is known.
 */
export async function* reportsFromStream(
  chunks: AsyncIterable<Uint8Array>,
  origin: Origin,
  kind?: ContentKind,
): AsyncGenerator<Gathered> {
  const source = peekable(chunks);
  try {
    const isLines = kind === 'json lines' || (await holdsLines(source, origin));
    if (isLines) {
      refuseWideLines(await source.peek(HEAD));
      yield* reportsFromLines(source.all(), origin.name);
    } else {
      yield* await reportsFromBytes(await whole(source, origin), origin);
    }
  } catch (error) {
    yield failed(origin.name, error);
  } finally {
    await source.close();
  }
}

/** Whether a stream is JSON lines: it is called so, or its first line is a JSON object by itself. */
async function holdsLines(source: Peekable, origin: Origin): Promise<boolean> {
  const kind = kindOfBytes(await source.peek(HEAD), origin);
  if (kind !== 'json' || /\.json$/i.test(origin.name)) return kind === 'json lines';
  const head = await source.peek(MAX_LINE, 0x0a);
  const end = head.indexOf(0x0a);
  return isJsonObject(
    Buffer.from(end === -1 ? head : head.subarray(0, end))
      .toString()
      .replace(/^\ufeff/, ''),
  );
}

function refuseWideLines(head: Uint8Array): void {
  const mark = byteOrderMark(head);
  if (mark && mark.encoding !== 'utf-8') {
    throw new GatherError('encoding', `is in ${mark.encoding.toUpperCase()}; JSON lines must be in UTF-8`);
  }
}

async function whole(source: Peekable, origin: Origin): Promise<Uint8Array> {
  const kind = kindOfBytes(await source.peek(HEAD), origin);
  const bytes = await source.peek(limitOf(kind) + 1);
  if (bytes.length > limitOf(kind)) throw tooLong(kind);
  return bytes;
}

interface Peekable {
  /** The first bytes, `wanted` of them or more unless the stream ends before, or up to the chunk that holds `until`. */
  peek(wanted: number, until?: number): Promise<Uint8Array>;
  /** The whole stream, what was peeked at included. */
  all(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

function peekable(chunks: AsyncIterable<Uint8Array>): Peekable {
  const iterator = chunks[Symbol.asyncIterator]();
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isUsedUp = false;
  return {
    async peek(wanted, until) {
      let isFound = until !== undefined && pieces.some((piece) => piece.includes(until));
      while (!isFound && !isUsedUp && length < wanted) {
        const next = await iterator.next();
        if (next.done) isUsedUp = true;
        else {
          pieces.push(next.value);
          length += next.value.length;
          isFound = until !== undefined && next.value.includes(until);
        }
      }
      return pieces.length === 1 ? (pieces[0] as Uint8Array) : Buffer.concat(pieces);
    },
    async *all() {
      for (let piece = pieces.shift(); piece; piece = pieces.shift()) yield piece;
      if (!isUsedUp) yield* { [Symbol.asyncIterator]: () => iterator };
    },
    async close() {
      await iterator.return?.();
    },
  };
}
