/** Tokens `first` to before `last`, and what they are. */
export interface Marked {
  readonly first: number;
  readonly last: number;
  readonly kind: string;
}

/** A word on which an incident may hang, or with which a claim begins: what the heads say of it, row by row. */
export interface Peg {
  readonly token: number;
  /** The chance of each kind of incident, in the order of the card; together they leave out that there is none. */
  readonly kinds: Float32Array;
  /** Scores of each realis, of core, of each stance, and of each pointer's pointing nowhere. */
  readonly facts: Float32Array;
  /** A row for each arc: its product with the key of another word scores the arc to that word. */
  readonly query: Float32Array;
}

/** Tokens `first` to before `last` of one sentence that are put in somebody's mouth. */
export interface Said extends Peg {
  readonly first: number;
  readonly last: number;
}

/** What the heads for incidents and claims say of a document. */
export interface Told {
  /** Words that an incident may hang on, in order: those whose chance is worth a look. */
  readonly pegs: readonly Peg[];
  /** In order, none over another. */
  readonly said: readonly Said[];
  /** The key of every token, row after row. */
  readonly keys: Float32Array;
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
  readonly told: Told;
}
