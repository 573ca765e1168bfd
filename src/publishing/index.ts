import type { KeptIncident } from '../record/index.js';

export const formats = ['csv', 'geojson', 'jsonl'] as const;
export type Format = (typeof formats)[number];

/** The media type and the file ending of each format. */
export const fileTypes: Record<Format, { mediaType: string; ending: string }> = {
  csv: { mediaType: 'text/csv; charset=utf-8', ending: 'csv' },
  geojson: { mediaType: 'application/geo+json; charset=utf-8', ending: 'geojson' },
  jsonl: { mediaType: 'application/jsonl; charset=utf-8', ending: 'jsonl' },
};

/** Writes incidents as a file of the format, piece by piece. */
export async function* publish(
  _format: Format,
  _incidents: AsyncIterable<KeptIncident>,
): AsyncIterable<string> {
  throw new Error('not yet');
}
