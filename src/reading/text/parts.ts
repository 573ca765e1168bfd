import type { Part, PartKind } from '../../record/index.js';

/** A line of the text with its offsets, white space at both ends left out. Never empty. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The lines of a text that have words in them, in order. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*/g)) {
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const words = match[0].trim();
    lines.push({ start, end: start + words.length, text: words });
  }
  return lines;
}

/** "BAGHDAD, Feb 8 (AFP) —", "KABUL (Reuters) -", "Mogadishu, 3 March –": a place in front, a dash behind. */
const DATELINE =
  /^(?=.{2,90}?(?:\s[-–—]{1,2}|—)\s)(?:\p{Lu}[\p{L}.'’-]+(?:[ ,/]+|$)){1,6}?(?:(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2} \p{L}{3,9}\.?)(?:,? \d{4})?,? ?)?(?:\([^()]{2,40}\) ?)?[-–—]{1,2}\s/u;

/** The length of a dateline at the front of a line, its dash included; 0 where there is none. */
function datelineLength(line: string): number {
  const found = DATELINE.exec(line)?.[0] ?? '';
  // "Damascus – the capital – …" is a sentence: a dateline is in capitals, or has a date or an agency in it.
  const isDateline = /\d|\(/.test(found) || /^(?:[^\p{Ll}]{3,}?[,\s])+[^\p{Ll}]*$/u.test(found);
  return isDateline ? found.trimEnd().length : 0;
}

/** The parts of the report, in order: each line is of one part, but for a dateline at the front of the body. */
export function partsOf(
  lines: readonly Line[],
  isOther: (line: Line) => boolean,
  title?: string | null,
): Part[] {
  const firstBody = lines.findIndex((line, index) => !isOther(line) && !isTitleAt(lines, index, title));
  return lines.flatMap((line, index) => {
    if (isOther(line)) return [part('unrelated', line.start, line.end)];
    if (isTitleAt(lines, index, title)) return [part('title', line.start, line.end)];
    return index === firstBody ? firstLineOfBody(line) : [part('body', line.start, line.end)];
  });
}

function firstLineOfBody(line: Line): Part[] {
  const length = datelineLength(line.text);
  const rest = line.text.slice(length);
  const bodyStart = line.end - rest.trimStart().length;
  return [
    ...(length > 0 ? [part('dateline', line.start, line.start + length)] : []),
    ...(bodyStart < line.end ? [part('body', bodyStart, line.end)] : []),
  ];
}

function isTitleAt(lines: readonly Line[], index: number, title?: string | null): boolean {
  const line = lines[index];
  return index === 0 && line !== undefined && isTitle(line, lines[1], title);
}

function isTitle(line: Line, next: Line | undefined, title?: string | null): boolean {
  if (title && line.text === title.trim()) return true;
  const words = line.text.split(/\s+/).length;
  return next !== undefined && words >= 3 && words <= 20 && !/[.!?…:;,"”’)]$/.test(line.text);
}

function part(kind: PartKind, start: number, end: number): Part {
  return { kind, start, end };
}
