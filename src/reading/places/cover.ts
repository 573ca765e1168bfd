interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Which characters of a text are taken. A question costs no more than the length of what is asked about. */
export interface Cover {
  /** Whether any character of a stretch is taken. */
  touches(stretch: Stretch): boolean;
  /** Takes the characters of a stretch. */
  take(stretch: Stretch): void;
}

/** A cover of a text with some stretches taken. Offsets are UTF-16 and half-open. */
export function coverOf(text: string, taken: readonly Stretch[] = []): Cover {
  const marks = new Uint8Array(text.length);
  for (const { start, end } of taken) marks.fill(1, start, end);
  return {
    touches: ({ start, end }) => marks.subarray(start, end).includes(1),
    take: ({ start, end }) => {
      marks.fill(1, start, end);
    },
  };
}
