/** A word as somebody cut and labelled it: a person, a teacher, a reader. Offsets are UTF-16 and half-open, in its document's text. */
export interface LabelledWord {
  readonly start: number;
  readonly end: number;
  /** Penn tag (XPOS), part of speech (UPOS) and lemma; undefined where nobody gave it. */
  readonly tag?: string | undefined;
  readonly part?: string | undefined;
  readonly lemma?: string | undefined;
  /** The word of the document that it hangs on, -1 for a root. */
  readonly head?: number | undefined;
  readonly label?: string | undefined;
}

/** Characters `start` to before `end`, and what they are. */
export interface Kind {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/** A document of a gold file. */
export interface GoldDocument {
  readonly id: string;
  /** As published, or put together from its words. */
  readonly text: string;
  /** In order; none where only names are marked. */
  readonly words: readonly LabelledWord[];
  /** Words `first` to before `last`; none where there are no words. */
  readonly sentences: readonly { readonly first: number; readonly last: number }[];
  /** Undefined where nobody marked names. */
  readonly names: readonly Kind[] | undefined;
}

export type Format = 'CoNLL-U' | 'CoNLL names' | 're3d' | 'reports';

/** A gold file, read. */
export interface Gold {
  readonly path: string;
  readonly format: Format;
  readonly documents: readonly GoldDocument[];
  /** Whether the text is as published; false where it was put together from words alone. */
  readonly hasText: boolean;
  /** What was set aside and why, `FILE:LINE: …`, a sentence each. */
  readonly warnings: readonly string[];
}

/** A file that cannot be read as gold. The message names the file, the line and what to do. */
export class GoldError extends Error {
  override readonly name = 'GoldError';
}
