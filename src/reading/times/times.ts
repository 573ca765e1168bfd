import type { Note, Published, TimeExpression } from '../../record/index.js';

/** What a report says of time. Both lists stand in the order of the text, and in neither do two overlap. */
export interface Times {
  readonly published: Published | null;
  /** Every time as TIMEX3 bounds it, without "since" or "until", the two ends of a range apart. */
  readonly expressions: readonly TimeExpression[];
  /** The stretches of time that something can fill, with the words that open or bound them: "since 3 May", "3 to 5 May". */
  readonly stretches: readonly TimeExpression[];
  readonly notes: readonly Note[];
}
