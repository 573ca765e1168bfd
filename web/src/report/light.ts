/** A value and its words, lit together: by their key, and from which of the two ends. */
export interface Light {
  /** The keys of the values, the one that matters most last. */
  readonly keys: readonly string[];
  readonly from: 'text' | 'record';
  /** What is pointed at or has the focus. */
  readonly source: Element | null;
  /** Clicked or entered, not only pointed at. */
  readonly isChosen?: boolean;
}
