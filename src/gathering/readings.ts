import { Reading } from '../record/index.js';
import { lineText } from './bytes.js';
import { asFailure, GatherError } from './failure.js';
import { isObject, parseJson } from './json.js';
import { megabytes } from './limits.js';
import { splitLines } from './lines.js';

/** The longest line that holds a reading, in bytes: a report and, with all its spans, some twenty times its text. */
const MAX_READING = 64 * 1024 * 1024;

/** A reading, or why a line gave none. `source` names the line. */
export type GatheredReading =
  | { readonly source: string; readonly reading: Reading }
  | { readonly source: string; readonly error: ReturnType<typeof asFailure> };

/**
 * The readings in JSON lines as `dateline read --jsonl` writes them, in order. A line that holds an error in the place
 * of a reading, or is none, gives an error, and the rest go on.
 */
export async function* readingsFromLines(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<GatheredReading> {
  for await (const line of splitLines(chunks, MAX_READING)) {
    const source = `${name}:${line.number}`;
    try {
      if ('head' in line) {
        throw new GatherError('too_long', `is longer than ${megabytes(MAX_READING)}, the limit for one line`);
      }
      yield { source, reading: readingOf(parseJson(lineText(line.bytes))) };
    } catch (error) {
      yield { source, error: asFailure(error) };
    }
  }
}

function readingOf(value: unknown): Reading {
  if (isObject(value) && isObject(value.error)) {
    const message = typeof value.error.message === 'string' ? value.error.message : 'unknown';
    throw new GatherError('unreadable', `holds an error in the place of a reading: ${message}`);
  }
  const parsed = Reading.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') || 'the line';
  throw new GatherError('bad_field', `is no reading: ${field}: ${issue?.message ?? 'is not valid'}`);
}
