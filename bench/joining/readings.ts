import { readFileSync } from 'node:fs';
import type { Reader } from '../../src/reading/index.js';
import { daysOf, type Incident, isoDay, type Reading } from '../../src/record/index.js';
import { UsageError } from '../bench.js';
import type { Labelled } from './labelled.js';

/** The readings of labelled reports, by id: those of a file that holds them, else read now. */
export async function readingsOf(
  reports: readonly Labelled[],
  files: readonly string[],
  openReader: () => Promise<Reader>,
): Promise<Map<string, Reading>> {
  if (files.length === 0) {
    const reader = await openReader();
    const readings = new Map<string, Reading>();
    for (const { input } of reports) readings.set(input.id, await reader.read(input));
    return readings;
  }
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'));
  const all = lines.map((line) => JSON.parse(line) as Reading).filter((row) => !('error' in row));
  const readings = new Map(all.map((reading) => [reading.id, reading]));
  const missing = reports.find(({ input }) => !readings.has(input.id));
  if (missing) throw new UsageError(`${files.join(', ')}: there is no reading of ${missing.input.id}.`);
  return readings;
}

/** A reading whose days of publication and of incidents are moved by so many days; its words stay as they are. */
export function movedBy(reading: Reading, days: number): Reading {
  const { report, incidents } = reading;
  const published = report.published && { ...report.published, edtf: moved(report.published.edtf, days) };
  return {
    ...reading,
    report: { ...report, published },
    incidents: incidents.map(
      (incident): Incident =>
        incident.when
          ? { ...incident, when: { ...incident.when, edtf: moved(incident.when.edtf, days) } }
          : incident,
    ),
  };
}

export function moved(edtf: string, days: number): string {
  const range = daysOf(edtf);
  if (!range || !Number.isFinite(range.first) || !Number.isFinite(range.last)) return edtf;
  const [first, last] = [isoDay(range.first + days), isoDay(range.last + days)];
  return first === last ? first : `${first}/${last}`;
}
