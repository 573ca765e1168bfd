import { hash } from '../../src/joining/words.js';
import type { Reading } from '../../src/record/index.js';
import { daysOf } from '../../src/record/index.js';
import type { Labelled } from './labelled.js';
import { moved, movedBy } from './readings.js';

/**
 * Moves the reports of each incident by whole weeks, so that all incidents fall into so many weeks: what happened years
 * apart becomes near in time, and only place, persons and words tell it apart. Days of the week stay as they are.
 */
export function dense(
  reports: readonly Labelled[],
  readings: ReadonlyMap<string, Reading>,
  weeks: number,
): { reports: Labelled[]; readings: Map<string, Reading> } {
  const firsts = new Map<string, number>();
  for (const { label, input } of reports) {
    const day = daysOf(input.published ?? '')?.first ?? 0;
    firsts.set(label, Math.min(firsts.get(label) ?? day, day));
  }
  const shift = (label: string) => {
    const week = Math.floor((firsts.get(label) ?? 0) / 7);
    return 7 * (BASE + (hash(label) % weeks) - week);
  };
  return {
    reports: reports.map((report) => ({
      ...report,
      input: {
        ...report.input,
        published: report.input.published && moved(report.input.published, shift(report.label)),
      },
    })),
    readings: new Map(
      reports.flatMap(({ input, label }) => {
        const reading = readings.get(input.id);
        return reading ? [[input.id, movedBy(reading, shift(label))] as const] : [];
      }),
    ),
  };
}

/** A week of 2020. */
const BASE = 2610;
