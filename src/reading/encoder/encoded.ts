/** Tokens `first` to before `last`, and what they are. */
export interface Marked {
  readonly first: number;
  readonly last: number;
  readonly kind: string;
}

/** What the encoder says of a document, token by token: an entry for every token, in their order. */
export interface Encoded {
  /** Tags of the Penn Treebank, with HYPH, ADD, NFP and XX as OntoNotes has them. */
  readonly tags: readonly string[];
  /** The token that a token hangs on, -1 for a root. Never in another sentence, and never in a circle. */
  readonly heads: readonly number[];
  /** How a token hangs on its head: ClearNLP labels (nsubj, dobj, prep, pobj …), "root" for a root. */
  readonly labels: readonly string[];
  /** Proper names, times and amounts, in order, none over another: the 18 kinds of OntoNotes. */
  readonly named: readonly Marked[];
  /**
   * Parties, places and things as conflict analysts mark them, descriptions included ("U.S. service members"): person,
   * organisation, location, nationality, vehicle, weapon. In order of their first token; one may lie in another.
   */
  readonly described: readonly Marked[];
}
