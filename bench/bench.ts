import type { Reader } from '../src/reading/index.js';

/** What a bench is given: the way to a reader, and where lines go. Tests give others. */
export interface Surroundings {
  readonly openReader: () => Promise<Reader>;
  /** One line of the result. */
  readonly print: (line: string) => void;
  /** One line on what was passed over. */
  readonly warn: (line: string) => void;
}

/** One thing to measure: a word after `npm run bench --`. Its last line is `figuresLine` of what it measured. */
export interface Bench {
  readonly usage: string;
  readonly summary: string;
  /** Throws a UsageError where the arguments are wrong. */
  run(args: readonly string[], surroundings: Surroundings): Promise<void>;
}

/** The caller asked for something that a bench does not do. The message says what to do instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The last line of every bench, for machines: `name=value name=value`. */
export function figuresLine(figures: Readonly<Record<string, string | number>>): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}
