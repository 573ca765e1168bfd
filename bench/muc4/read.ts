import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reader } from '../../src/reading/index.js';
import type { Reading } from '../../src/record/index.js';
import type { Surroundings } from '../bench.js';
import type { MucText } from './texts.js';

/** Reads texts one by one; a text that cannot be read is set aside with its reason, and gives undefined. */
export type ReadText = (text: MucText) => Promise<Reading | undefined>;

/**
 * A way to read texts with the reader of the house. Where a file of readings is named, those of the same text, day and
 * reader are taken from it, and new ones are added to it.
 */
export function openReading({ openReader, warn }: Surroundings, file: string | undefined): ReadText {
  let opened: Promise<Reader> | undefined;
  let kept: Map<string, Reading> | undefined;
  return async (text) => {
    opened ??= openReader();
    const reader = await opened;
    kept ??= file === undefined ? new Map() : keptReadings(file, reader, warn);
    const known = kept.get(keyOf(text.docid, text.text, text.day));
    if (known) return known;
    try {
      const reading = await reader.read(inputOf(text));
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(reading)}\n`);
      return reading;
    } catch (error) {
      warn(`${text.docid}: cannot be read (${(error as Error).message}); set aside`);
      return undefined;
    }
  };
}

const inputOf = ({ docid, text, day }: MucText) =>
  day === undefined ? { id: docid, text } : { id: docid, text, published: day };

const keyOf = (id: string, text: string, day: string | undefined) => JSON.stringify([id, text, day]);

function keptReadings(file: string, reader: Reader, warn: (line: string) => void): Map<string, Reading> {
  mkdirSync(dirname(file), { recursive: true });
  const kept = new Map<string, Reading>();
  const maker = JSON.stringify({ version: reader.version, models: reader.models });
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    try {
      const reading = JSON.parse(line) as Reading;
      const { published } = reading.report;
      const day = published?.basis === 'given' ? published.edtf : undefined;
      if (JSON.stringify(reading.reader) === maker) kept.set(keyOf(reading.id, reading.text, day), reading);
    } catch {
      warn(`${file}:${index + 1}: is no reading; read again`);
    }
  }
  return kept;
}
