/** Parts of speech of Universal Dependencies. */
export type Tag =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** A noun phrase: tokens `first` to before `last`, and its head. "the burnt-out vehicle" has the head "vehicle". */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

/** What is known of the grammar of a document: an entry for every token, and its noun phrases. */
export interface Grammar {
  /** Parts of speech of Universal Dependencies. */
  readonly tags: readonly Tag[];
  /** Tags of the Penn Treebank: "VBD", "NNS". */
  readonly penn: readonly string[];
  /** Lower case: "struck" → "strike". */
  readonly lemmas: readonly string[];
  /** The token that a token hangs on, -1 for a root. Never in another sentence, and never in a circle. */
  readonly heads: readonly number[];
  /** How a token hangs on its head: ClearNLP labels ("nsubj", "dobj", "prep"), "root" for a root. */
  readonly labels: readonly string[];
  /** In order; they do not overlap. */
  readonly phrases: readonly Phrase[];
}
