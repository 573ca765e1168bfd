import type { GoldDocument, Kind, LabelledWord } from './gold.js';
import type { Scheme } from './kinds.js';

/** The names that a reader found, and whose kinds they have. A reader may have several such lists. */
export interface SaidNames {
  readonly list: string;
  readonly scheme: Scheme;
  readonly names: readonly Kind[];
}

/** What a reader says of a document. */
export interface Said {
  readonly words: readonly LabelledWord[];
  /** Undefined where it was handed the sentences. */
  readonly sentences: readonly { readonly start: number; readonly end: number }[] | undefined;
  readonly names: readonly SaidNames[];
}

/** How a reader is handed a document: its text alone, or its words and sentences too. */
export type Mode = 'text' | 'tokens';

/** Seconds on the clock, and seconds of the processor, which a busy machine changes less. */
export interface Took {
  readonly seconds: number;
  readonly processor: number;
}

/** What a piece of work in this process takes. */
export async function timed(work: () => unknown): Promise<Took> {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - begun) / 1000, processor: (user + system) / 1e6 };
}

/** A reader that takes part: ours or a peer. */
export interface Contestant {
  readonly name: string;
  /** What it says of each document. In mode "tokens" one that cannot take words reads the text all the same. */
  read(documents: readonly GoldDocument[], mode: Mode): Promise<Said[]>;
  /** What it takes to read the texts, its work alone. */
  time(texts: readonly string[]): Promise<Took>;
  close(): Promise<void>;
}
