import { readFileSync } from 'node:fs';
import type { ReportInput } from '../../src/record/index.js';
import { UsageError } from '../bench.js';

/** A report and the label of the incident that it is about. */
export interface Labelled {
  readonly input: ReportInput & { readonly id: string };
  readonly label: string;
  /** The group of reports that were written together, in a file of groups. */
  readonly group?: string;
}

interface GvcRow {
  readonly doc_id: string;
  readonly event_id: string;
  readonly title: string;
  readonly dct: string;
  readonly text: string;
}

interface GroupRow {
  readonly group: string;
  readonly reports: readonly (ReportInput & { readonly id: string })[];
  readonly incidents: readonly { readonly key: string; readonly reports: readonly string[] }[];
}

/**
 * Reads labelled reports: JSON lines of the Gun Violence Corpus (`doc_id`, `event_id`, `title`, `dct`, `text`), or a
 * JSON list of groups with reports and the incidents that they tell of. A report of several incidents is labelled with
 * the first, one of none by itself. Throws a UsageError where a file is neither.
 */
export function loadLabelled(path: string): Labelled[] {
  const text = readFileSync(path, 'utf8').trim();
  const rows: unknown[] = text.startsWith('[')
    ? JSON.parse(text)
    : text.split('\n').map((line) => JSON.parse(line));
  return rows.flatMap((row, at) => {
    if (isGvc(row)) return [fromGvc(row)];
    if (isGroup(row)) return fromGroup(row);
    throw new UsageError(`${path}: row ${at + 1} has neither doc_id and event_id nor group and reports.`);
  });
}

const has = (row: unknown, ...keys: string[]) =>
  typeof row === 'object' && row !== null && keys.every((key) => key in row);
const isGvc = (row: unknown): row is GvcRow => has(row, 'doc_id', 'event_id', 'text');
const isGroup = (row: unknown): row is GroupRow => has(row, 'group', 'reports', 'incidents');

const fromGvc = ({ doc_id: id, event_id: label, title, dct: published, text }: GvcRow): Labelled => ({
  input: { id, title, published, text },
  label,
});

function fromGroup({ group, reports, incidents }: GroupRow): Labelled[] {
  return reports.map((input) => {
    const about = incidents.find((incident) => incident.reports.includes(input.id));
    return { input, group, label: about ? `${group} ${about.key}` : `alone ${input.id}` };
  });
}
