import { CONTROLS, IDEOGRAPHS, MARKS, PUNCTUATION } from './characters.js';

/** The ids of the word pieces of a text, as BERT's uncased tokenizer cuts it. None where nothing is left to cut. */
export type Pieces = (text: string) => readonly number[];

/** The pieces of a vocabulary and their ids; "##" stands before one that goes on. */
export type Vocabulary = ReadonlyMap<string, number>;

/** In code points. A longer word is unknown as a whole. */
const LONGEST_WORD = 100;
const MOST_KEPT = 50_000;

const GONE = new RegExp(`[${CONTROLS}]`, 'gu');
const ACCENTS = new RegExp(`[${MARKS}]`, 'gu');
const ALONE = `${PUNCTUATION}${IDEOGRAPHS}`;
const WORDS = new RegExp(`[${ALONE}]|[^\\s${ALONE}]+`, 'gu');

/** Gives what cuts words into pieces. What it has cut it keeps for a while: words come again. */
export function preparePieces(vocabulary: Vocabulary, unknown: number): Pieces {
  const kept = new Map<string, readonly number[]>();
  return (text) => {
    const known = kept.get(text);
    if (known) return known;
    const pieces = wordsOf(text).flatMap((word) => piecesOf(word, vocabulary, unknown));
    if (kept.size >= MOST_KEPT) kept.clear();
    if (text.length <= LONGEST_WORD) kept.set(text, pieces);
    return pieces;
  };
}

/** Words and marks, small and without accents. Letters one by one: a sigma that ends a word is no other sigma. */
function wordsOf(text: string): string[] {
  const bare = text.replace(GONE, '').normalize('NFD').replace(ACCENTS, '');
  return bare.replaceAll('Σ', 'σ').toLowerCase().match(WORDS) ?? [];
}

/** The longest piece first, then the longest that goes on from there. */
function piecesOf(word: string, vocabulary: Vocabulary, unknown: number): number[] {
  if (word.length > LONGEST_WORD && [...word].length > LONGEST_WORD) return [unknown];
  const pieces: number[] = [];
  for (let from = 0; from < word.length; ) {
    const [id, to] = longestFrom(word, from, vocabulary);
    if (id === undefined) return [unknown];
    pieces.push(id);
    from = to;
  }
  return pieces;
}

function longestFrom(
  word: string,
  from: number,
  vocabulary: Vocabulary,
): [id: number | undefined, to: number] {
  const before = from > 0 ? '##' : '';
  for (let to = word.length; to > from; to--) {
    const id = vocabulary.get(before + word.slice(from, to));
    if (id !== undefined) return [id, to];
  }
  return [undefined, from];
}
