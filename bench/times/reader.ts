import type { FoundTime } from './gold.js';

/** A text to read: `created` (YYYY-MM-DD) is the day that relative times are counted from. */
export interface TextToRead {
  readonly id?: string;
  readonly text: string;
  readonly created: string | undefined;
}

/** A reader of times that takes part: ours or a peer. */
export interface TimesReader {
  readonly name: string;
  readonly read: (text: TextToRead) => FoundTime[];
}
