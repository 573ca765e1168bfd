/** One pair to learn from: the values of its signs, whether it is one incident, and how much it counts. */
export interface Example {
  readonly values: ReadonlyMap<string, number>;
  readonly isSame: boolean;
  readonly counts: number;
}

export interface Options {
  /** The weight of each sign as guessed; a learned one never has the other direction. */
  readonly guesses: ReadonlyMap<string, number>;
  /** Signs that keep their guess. */
  readonly held: ReadonlySet<string>;
  /** How strongly weights are held near the guesses. */
  readonly ridge: number;
  readonly steps: number;
}

/**
 * Logistic regression with a ridge around guesses, by gradient descent with moments (Adam, Kingma and Ba 2015) over
 * all examples, no weight against its direction. The same examples give the same weights.
 */
export function learn(
  examples: readonly Example[],
  { guesses, held, ridge, steps }: Options,
): Map<string, number> {
  const names = ['bias', ...guesses.keys()];
  const at = new Map(names.map((name, index) => [name, index]));
  const rows: Row[] = examples.map(({ values, isSame, counts }) => {
    const columns = [...values].map(([name, value]): [number, number] => [at.get(name) ?? -1, value]);
    return {
      columns: [[0, 1] as [number, number], ...columns.filter(([column]) => column > 0)],
      isSame,
      counts,
    };
  });
  const start = names.map((name) => guesses.get(name) ?? 0);
  const weights = Float64Array.from(start);
  const [mean, square] = [new Float64Array(names.length), new Float64Array(names.length)];
  for (let step = 1; step <= steps; step++) {
    const slope = weights.map((weight, index) => (index === 0 ? 0 : ridge * (weight - (start[index] ?? 0))));
    for (const row of rows) addSlope(slope, row, weights);
    const rate = 0.1 / Math.sqrt(1 + step / 50);
    for (const [index, name] of names.entries()) {
      if (held.has(name)) continue;
      const next = (weights[index] ?? 0) - rate * moments(index, slope[index] ?? 0, step);
      weights[index] = name !== 'bias' && next * (start[index] ?? 0) < 0 ? 0 : next;
    }
  }
  return new Map(names.map((name, index) => [name, weights[index] ?? 0]));

  /** Which way and how far a weight moves, from the mean of its slopes and of their squares. */
  function moments(index: number, pull: number, step: number): number {
    mean[index] = 0.9 * (mean[index] ?? 0) + 0.1 * pull;
    square[index] = 0.999 * (square[index] ?? 0) + 0.001 * pull * pull;
    const [m, v] = [(mean[index] ?? 0) / (1 - 0.9 ** step), (square[index] ?? 0) / (1 - 0.999 ** step)];
    return m / (Math.sqrt(v) + 1e-8);
  }
}

interface Row {
  readonly columns: readonly [number, number][];
  readonly isSame: boolean;
  readonly counts: number;
}

/** Adds what one example would have the weights move by. */
function addSlope(slope: Float64Array, { columns, isSame, counts }: Row, weights: Float64Array): void {
  let score = 0;
  for (const [column, value] of columns) score += value * (weights[column] ?? 0);
  const error = counts * (1 / (1 + Math.exp(-score)) - (isSame ? 1 : 0));
  for (const [column, value] of columns) slope[column] = (slope[column] ?? 0) + error * value;
}
