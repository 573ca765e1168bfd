import type { Document } from '../text/index.js';
import type { Card } from './card.js';
import type { Peg, Told } from './encoded.js';
import { softmax } from './told.js';

/** What the arcs of a model are called, and what distance adds to their scores. */
export type ArcTables = Card['incidents'];

/** What a word may be to an incident, several words at a time: "killed" and the like mark the number of a toll. */
export type Part =
  | 'actor'
  | 'recipient'
  | 'means'
  | 'killed'
  | 'injured'
  | 'missing'
  | 'abducted'
  | 'detained'
  | 'displaced';

/** What one word at most is to an incident or, for the speaker, to a claim. */
export type Pointer = 'when' | 'where' | 'speaker';

/** A token, and how likely it is what was asked for. */
export interface Likely {
  readonly token: number;
  readonly chance: number;
}

/** What the heads say of the words of one document. */
export interface Arcs {
  /** How likely it is that a token has this part in a peg's incident, between 0 and 1. */
  part(peg: Peg, part: Part, token: number): number;
  /** Those of some tokens that have this part with at least this chance, in their order. */
  likely(peg: Peg, part: Part, tokens: readonly number[], least: number): Likely[];
  /** How likely each of these tokens is the one that is pointed at, and last that none is: together they are 1. */
  point(peg: Peg, pointer: Pointer, tokens: readonly number[]): Float32Array;
  /** How likely it is that two pegs tell of one incident. */
  link(one: Peg, other: Peg): number;
  /** The chance of each realis, of being what the report is about, and of each stance. */
  realis(peg: Peg): ReadonlyMap<string, number>;
  core(peg: Peg): number;
  stance(peg: Peg): ReadonlyMap<string, number>;
}

/** Gives what scores arcs between the words of a document, however far apart. */
export function prepareArcs(tables: ArcTables): (document: Document, told: Told) => Arcs {
  const { parts, pointers, realis, stances, key, bias, apart, sentencesApart } = tables;
  const rowOf = new Map([...parts, ...pointers, 'link'].map((arc, row) => [arc, row]));
  const farWords = ((apart[0]?.length ?? 1) - 1) / 2;
  const farSentences = ((sentencesApart[0]?.length ?? 1) - 1) / 2;
  const root = Math.sqrt(key);

  return ({ sentences, tokens }, { keys }) => {
    const sentenceOf = new Int32Array(tokens.length);
    for (const [number, { first, last }] of sentences.entries()) sentenceOf.fill(number, first, last);
    const scores = ({ token: from, query }: Peg, arc: string, tokens: readonly number[]): Float64Array => {
      const row = rowOf.get(arc) ?? 0;
      const [byWords, byLines] = [apart[row] ?? [], sentencesApart[row] ?? []];
      const [line, base] = [sentenceOf[from] ?? 0, bias[row] ?? 0];
      const found = products(query.subarray(row * key, (row + 1) * key), keys, tokens);
      for (let index = 0; index < tokens.length; index++) {
        const to = tokens[index] as number;
        const words = farWords + bounded(to - from, farWords);
        const lines = farSentences + bounded((sentenceOf[to] as number) - line, farSentences);
        const byPlace = (byWords[words] as number) + (byLines[lines] as number);
        found[index] = (found[index] as number) / root + byPlace + base;
      }
      return found;
    };
    const score = (peg: Peg, arc: string, to: number) => scores(peg, arc, [to])[0] ?? 0;
    const likely = (peg: Peg, part: Part, tokens: readonly number[], least: number): Likely[] => {
      const found: Likely[] = [];
      const all = scores(peg, part, tokens);
      for (let index = 0; index < tokens.length; index++) {
        const likelihood = chance(all[index] as number);
        if (likelihood >= least) found.push({ token: tokens[index] as number, chance: likelihood });
      }
      return found;
    };
    const nowhere = ({ facts }: Peg, pointer: Pointer) =>
      facts[realis.length + 1 + stances.length + pointers.indexOf(pointer)] ?? 0;
    return {
      part: (peg, part, token) => chance(score(peg, part, token)),
      likely,
      point: (peg, pointer, tokens) =>
        softmax(Float32Array.of(...scores(peg, pointer, tokens), nowhere(peg, pointer))),
      link: (one, other) => chance((score(one, 'link', other.token) + score(other, 'link', one.token)) / 2),
      realis: ({ facts }) => named(realis, softmax(facts.subarray(0, realis.length))),
      core: ({ facts }) => chance(facts[realis.length] ?? 0),
      stance: ({ facts }) =>
        named(stances, softmax(facts.subarray(realis.length + 1, realis.length + 1 + stances.length))),
    };
  };
}

/** The product of a row with the key of each token. Four at a time: a processor need not wait for one to begin the next. */
function products(row: Float32Array, keys: Float32Array, tokens: readonly number[]): Float64Array {
  const [wide, width] = [Float64Array.from(row), row.length];
  const found = new Float64Array(tokens.length);
  for (let at = 0; at < tokens.length; at += 4) {
    const a = (tokens[at] as number) * width;
    const b = (tokens[at + 1] ?? 0) * width;
    const c = (tokens[at + 2] ?? 0) * width;
    const d = (tokens[at + 3] ?? 0) * width;
    let [ofA, ofB, ofC, ofD] = [0, 0, 0, 0];
    for (let number = 0; number < width; number++) {
      const factor = wide[number] as number;
      ofA += factor * (keys[a + number] as number);
      ofB += factor * (keys[b + number] as number);
      ofC += factor * (keys[c + number] as number);
      ofD += factor * (keys[d + number] as number);
    }
    // A number that is written beyond the end of an array of numbers is dropped.
    found[at] = ofA;
    found[at + 1] = ofB;
    found[at + 2] = ofC;
    found[at + 3] = ofD;
  }
  return found;
}

const bounded = (distance: number, far: number) => Math.max(-far, Math.min(far, distance));
const chance = (score: number) => 1 / (1 + Math.exp(-score));
const named = (names: readonly string[], chances: Float32Array) =>
  new Map(names.map((name, at) => [name, chances[at] ?? 0]));
