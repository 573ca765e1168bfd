/** Something that reads texts, at once or by a promise, and how long it took. Times are in seconds. */
export interface Contestant<Input> {
  readonly name: string;
  /** From before it was loaded until it had read the first input. */
  readonly firstAfter: number;
  readonly read: (input: Input) => unknown;
}

/** Loads a contestant and has it read one input. */
export async function start<Input>(
  name: string,
  load: () => Promise<(input: Input) => unknown>,
  first: Input,
): Promise<Contestant<Input>> {
  const begun = performance.now();
  const read = await load();
  await read(first);
  return { name, firstAfter: secondsSince(begun), read };
}

/**
 * How long each contestant takes for all inputs: the median of some rounds, after one that does not count.
 * They take turns in one process, so that a busy machine slows them alike.
 */
export async function race<Input>(
  contestants: readonly Contestant<Input>[],
  inputs: readonly Input[],
  rounds: number,
): Promise<number[]> {
  const times = contestants.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, { read }] of contestants.entries()) {
      const begun = performance.now();
      for (const input of inputs) await read(input);
      if (round > 0) times[index]?.push(secondsSince(begun));
    }
  }
  return times.map(median);
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

const secondsSince = (begun: number) => (performance.now() - begun) / 1000;
