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

/** What is known of the grammar of a document, token by token, and its noun phrases in order (they do not overlap). */
export interface Grammar {
  readonly tags: readonly Tag[];
  /** Lower case: "struck" → "strike". */
  readonly lemmas: readonly string[];
  readonly phrases: readonly Phrase[];
}
