import { rowsOf } from './lists.js';

/** How much a word says about which incident is meant: 0 for words of grammar, most for words that few reports have. */
export type WordWeight = (word: string) => number;

/** The weight of a word that no list knows: a name, a street, a number of a house. */
export const RARE = 8;

/** Reads the list of common words: a word and in how many of 10,000 reports it stands. */
export function wordWeights(list: string): WordWeight {
  const weights = new Map(
    rowsOf(list).map(([word = '', count = '']) => [word, Math.min(RARE, Math.log(10_000 / Number(count)))]),
  );
  return (word) => weights.get(word) ?? RARE;
}

/**
 * The words of a text, lower case, without accents and without the s of a plural: "The protesters' trucks" gives
 * "the", "protester", "truck". Numbers of one digit and single letters are left out.
 */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words: string[] = [];
  for (const [word] of plain.matchAll(/[\p{L}\p{N}]{2,}/gu)) words.push(singular(word));
  return words;
}

const singular = (word: string) => (word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word);

/** The words of a text, each with how often it stands there times its weight, and the length of the whole. */
export interface WordVector {
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

/** Words that stand often count for more, but less and less (1 + log n), as is usual in search. */
export function vectorOf(words: readonly string[], weight: WordWeight): WordVector {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weights = new Map<string, number>();
  let squares = 0;
  for (const [word, count] of counts) {
    const value = (1 + Math.log(count)) * weight(word);
    if (value <= 0) continue;
    weights.set(word, value);
    squares += value * value;
  }
  return { weights, length: Math.sqrt(squares) };
}

/** The cosine of two vectors, 0 to 1: how alike two texts are in words. */
export function cosine(a: WordVector, b: WordVector): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [short, long] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, value] of short.weights) sum += value * (long.weights.get(word) ?? 0);
  return Math.min(1, sum / (a.length * b.length));
}

/** The weights of the words that both sets have, rarest first and by the alphabet where they are alike. */
export function sharedWords(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  weight: WordWeight,
): { word: string; weight: number }[] {
  return [...a]
    .filter((word) => b.has(word))
    .map((word) => ({ word, weight: weight(word) }))
    .sort((x, y) => y.weight - x.weight || (x.word < y.word ? -1 : 1));
}

const SHINGLE = 5;

/** Every run of five words, as one number each: what copies have in common. */
export function shinglesOf(words: readonly string[]): ReadonlySet<number> {
  const shingles = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at++) {
    shingles.add(hash(words.slice(at, at + SHINGLE).join(' ')));
  }
  return shingles;
}

/** The share of the shorter text's runs of words that the other has, 0 to 1. */
export function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  if (short.size === 0) return 0;
  let shared = 0;
  for (const shingle of short) if (long.has(shingle)) shared += 1;
  return shared / short.size;
}

/** FNV-1a, 32 bits: a number for a text, the same on every machine. */
export function hash(text: string, seed = 0x811c9dc5): number {
  let value = seed;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}
