import type { KeptIncident } from '../record/index.js';
import { csv } from './csv.js';
import { geojson } from './geojson.js';
import { jsonl } from './jsonl.js';
import { withholdNames } from './withhold.js';

export const formats = ['csv', 'geojson', 'jsonl'] as const;
export type Format = (typeof formats)[number];

/** The media type and the file ending of each format. */
export const fileTypes: Record<Format, { mediaType: string; ending: string }> = {
  csv: { mediaType: 'text/csv; charset=utf-8', ending: 'csv' },
  geojson: { mediaType: 'application/geo+json; charset=utf-8', ending: 'geojson' },
  jsonl: { mediaType: 'application/jsonl; charset=utf-8', ending: 'jsonl' },
};

export interface PublishOptions {
  /** Leaves the names of persons who suffered an incident in the file. Left out, they are withheld. */
  readonly names?: boolean;
}

const writers = { csv, geojson, jsonl };

/**
 * Writes incidents as a file of the format, piece by piece, in the order in which they come. Incidents of one report
 * must come one after another, as the store gives them: names are withheld report by report (see `withhold.ts`).
 */
export function publish(
  format: Format,
  incidents: AsyncIterable<KeptIncident>,
  options: PublishOptions = {},
): AsyncIterable<string> {
  return writers[format](options.names === true ? incidents : withholdNames(incidents));
}
