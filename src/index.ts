/** Dateline as a library: `import { read } from 'dateline'`. */
import { type House, type HouseOptions, openHouse, openJoiner, openReader } from './house.js';
import type { Joiner, JoiningDecision } from './joining/index.js';
import type { Reader } from './reading/index.js';
import { type JoinedIncident, type Reading, ReportInput } from './record/index.js';

let reader: Promise<Reader> | undefined;
let joiner: Joiner | undefined;

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

/**
 * Joins what several reports gave: one record for each incident that they tell of, with every value, the reports that
 * give it and how many independent sources stand behind it. The same readings give the same records, in whatever order
 * they come. `decisions` are what people said of pairs of incidents; they are obeyed, the last that was said of a pair.
 */
export function joinReadings(
  readings: Iterable<Reading>,
  decisions?: readonly JoiningDecision[],
): JoinedIncident[] {
  joiner ??= openJoiner();
  return joiner.joined(readings, decisions);
}

export type { JoiningDecision } from './joining/index.js';
export { type Format, formats, publish } from './publishing/index.js';
export * from './record/index.js';
export { type House, type HouseOptions, type Joiner, openHouse, openJoiner, openReader, type Reader };
