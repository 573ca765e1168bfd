import type { ReportInput } from '../../src/record/index.js';

/** The lengths that texts are joined to, in characters: a reader that is linear is as fast at each. */
export const LENGTHS: readonly number[] = [50_000, 100_000, 200_000, 400_000];
/** How often each length is read; the fastest counts, since what else the machine does only ever slows it. */
const TIMES = 2;

/** How fast a text of some length is read. */
export interface LengthSpeed {
  readonly length: number;
  readonly charactersPerSecond: number;
}

/** Reads the texts of some reports, joined to one text of each length, and times it. Few texts come round again. */
export async function speedsByLength(
  read: (report: ReportInput) => unknown,
  reports: readonly ReportInput[],
  lengths: readonly number[] = LENGTHS,
): Promise<LengthSpeed[]> {
  const joined = reports.map(({ text }) => `${text}\n\n`).join('');
  const speeds: LengthSpeed[] = [];
  for (const length of lengths) {
    const text = joined.repeat(Math.ceil(length / joined.length)).slice(0, length);
    let seconds = Number.POSITIVE_INFINITY;
    for (let time = 0; time < TIMES; time++)
      seconds = Math.min(seconds, await secondsFor(() => read({ text })));
    speeds.push({ length, charactersPerSecond: length / seconds });
  }
  return speeds;
}

/** The speed at the last length by that at the first: 1 where time grows as the text does, less where it grows faster. */
export function linearity(speeds: readonly LengthSpeed[]): number {
  return (speeds.at(-1)?.charactersPerSecond ?? Number.NaN) / (speeds[0]?.charactersPerSecond ?? Number.NaN);
}

/** The table "time by length", a line for each length. */
export function lengthLines(speeds: readonly LengthSpeed[]): string[] {
  const rows = speeds.map(({ length, charactersPerSecond }) => {
    const seconds = (length / charactersPerSecond).toFixed(2);
    return `  ${String(length).padStart(10)}  ${seconds.padStart(7)}  ${charactersPerSecond.toFixed(0).padStart(12)}`;
  });
  return ['time by length', '  characters  seconds  characters/s', ...rows];
}

async function secondsFor(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
