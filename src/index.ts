/** Dateline as a library: `import { read } from 'dateline'`. */
import { type House, type HouseOptions, openHouse, openReader } from './house.js';
import type { Reader } from './reading/index.js';
import { type Reading, ReportInput } from './record/index.js';

let reader: Promise<Reader> | undefined;

/**
 * Reads one report: what happened, who did it to whom, where, when, how many were harmed, and who says so. Every value
 * carries the words that it rests on (UTF-16 offsets into `text`). The first call loads the word lists, the gazetteer and the language model.
 * Rejects with a ZodError where the report has no text or a field is of the wrong form.
 */
export async function read(report: ReportInput): Promise<Reading> {
  const input = ReportInput.parse(report);
  reader ??= openReader();
  return (await reader).read(input);
}

export { type Format, formats, publish } from './publishing/index.js';
export * from './record/index.js';
export { type House, type HouseOptions, openHouse, openReader, type Reader };
