import { readFileSync } from 'node:fs';

/** Words of a text: by UTF-16 offsets, or by a quote and which occurrence of it is meant (`nth`, 1 is the first). */
export interface Words {
  readonly start?: number;
  readonly end?: number;
  readonly quote?: string;
  readonly nth?: number;
}

export interface AnnotatedTime extends Words {
  readonly edtf?: string | null;
}

export interface AnnotatedPlace extends Words {
  readonly name?: string;
  readonly country?: string | readonly string[] | null;
  readonly lat?: number | null;
  readonly lon?: number | null;
  readonly precision?: string;
}

export interface AnnotatedParty {
  readonly role: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}

export interface AnnotatedToll extends Words {
  readonly outcome: string;
  readonly low: number;
  readonly high?: number | null;
}

export interface AnnotatedIncident {
  readonly kind: string;
  readonly realis: string;
  readonly core?: boolean;
  readonly mentions?: readonly Words[];
  readonly when?: AnnotatedTime | null;
  readonly where?: AnnotatedPlace | null;
  readonly who?: readonly AnnotatedParty[];
  readonly means?: readonly Words[];
  readonly toll?: readonly AnnotatedToll[];
}

export interface AnnotatedClaim extends Words {
  readonly speaker?: string | { readonly name: string } | null;
  readonly stance?: string;
}

/** A report with its incidents and claims, annotated by hand or read: what both files of a comparison hold. */
export interface AnnotatedReport {
  readonly id: string;
  readonly text: string;
  readonly incidents?: readonly AnnotatedIncident[];
  readonly claims?: readonly AnnotatedClaim[];
}

/** The first character and the one after the last, in UTF-16 units. */
export type Extent = readonly [start: number, end: number];

/** Where words stand in a text; undefined where they do not. */
export function extentOf(text: string, words: Words): Extent | undefined {
  const { start, end, quote, nth = 1 } = words;
  if (start !== undefined && end !== undefined && Number.isInteger(start)) return [start, end];
  if (!quote) return undefined;
  let at = -1;
  for (let left = nth; left > 0; left--) at = text.indexOf(quote, at + 1);
  return at < 0 ? undefined : [at, at + quote.length];
}

/** How many characters two extents share. */
export function sharedCharacters(a: Extent | undefined, b: Extent | undefined): number {
  return a && b ? Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0])) : 0;
}

/**
 * The reports of a file: one JSON array, or JSON lines. Other keys of a report are left on it.
 * Throws where the file cannot be opened, is no JSON, or has an entry without `id` and `text`; says which.
 */
export function loadReports(path: string): AnnotatedReport[] {
  const content = readFileSync(path, 'utf8').trim();
  const entries = content.startsWith('[') ? parse(content, path) : parseLines(content, path);
  for (const [index, entry] of (entries as Partial<AnnotatedReport>[]).entries()) {
    if (typeof entry?.id !== 'string' || typeof entry.text !== 'string') {
      throw new Error(`${path}: entry ${index + 1} has no "id" and "text". Is this a file of reports?`);
    }
  }
  return entries as AnnotatedReport[];
}

function parseLines(content: string, path: string): unknown[] {
  const lines = content.split('\n').map((line, index) => ({ line, place: `${path}:${index + 1}` }));
  return lines.filter(({ line }) => line.trim() !== '').map(({ line, place }) => parse(line, place));
}

function parse(json: string, place: string): unknown[] {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Error(`${place}: is not JSON (${(error as Error).message}).`);
  }
}
