/** Things wanted (in gold), said, and both. */
export interface Tally {
  readonly gold: number;
  readonly got: number;
  readonly right: number;
}

export const NOTHING: Tally = { gold: 0, got: 0, right: 0 };

/** Two sets of things told apart by their keys, counted. */
export function tallyOf(gold: ReadonlySet<string>, got: ReadonlySet<string>): Tally {
  let right = 0;
  for (const key of got) if (gold.has(key)) right++;
  return { gold: gold.size, got: got.size, right };
}

export function plus(a: Tally, b: Tally): Tally {
  return { gold: a.gold + b.gold, got: a.got + b.got, right: a.right + b.right };
}

export const sumOf = (tallies: Iterable<Tally>): Tally => [...tallies].reduce(plus, NOTHING);

/** In per cent; undefined where there is nothing to count. */
export const precision = ({ got, right }: Tally) => (got === 0 ? undefined : (100 * right) / got);
export const recall = ({ gold, right }: Tally) => (gold === 0 ? undefined : (100 * right) / gold);
export const f1 = ({ gold, got, right }: Tally) =>
  gold + got === 0 ? undefined : (200 * right) / (gold + got);

/** A figure of a table: "97.52", or "–" where there is none. */
export const shown = (value: number | undefined, digits = 2) =>
  value === undefined ? '–' : value.toFixed(digits);
