import type { KeptIncident } from '../record/index.js';
import { type Cell, columns, rowOf } from './row.js';

/** What a spreadsheet takes for the start of a formula; the wide forms are read as the narrow ones in some locales. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
const NEEDS_QUOTES = /[",\r\n]/;

/** RFC 4180: a header, then an incident a line; lines end in CR LF. */
export async function* csv(incidents: AsyncIterable<KeptIncident>): AsyncIterable<string> {
  yield line(columns);
  for await (const kept of incidents) {
    const row = rowOf(kept);
    yield line(columns.map((column) => row[column] ?? null));
  }
}

const line = (cells: readonly Cell[]) => `${cells.map(cellText).join(',')}\r\n`;

/**
 * A cell as it stands in the file; null is empty. Text that a spreadsheet would run as a formula gets an apostrophe in
 * front: a report is written by strangers, and a headline such as `=HYPERLINK("http://…")` must stay a headline.
 */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
