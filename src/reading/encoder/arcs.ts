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

/** What the heads say of the words of one document. */
export interface Arcs {
  /** How likely it is that a token has this part in a peg's incident, between 0 and 1. */
  part(peg: Peg, part: Part, token: number): number;
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

  return ({ sentences, tokens }, { keys }) => {
    const sentenceOf = new Int32Array(tokens.length);
    for (const [number, { first, last }] of sentences.entries()) sentenceOf.fill(number, first, last);
    const score = ({ token: from, query }: Peg, arc: string, to: number): number => {
      const row = rowOf.get(arc) ?? 0;
      let product = 0;
      const [ofRow, ofWord] = [row * key, to * key];
      for (let at = 0; at < key; at++) product += (query[ofRow + at] ?? 0) * (keys[ofWord + at] ?? 0);
      const words = farWords + bounded(to - from, farWords);
      const lines = farSentences + bounded((sentenceOf[to] ?? 0) - (sentenceOf[from] ?? 0), farSentences);
      const byPlace = (apart[row]?.[words] ?? 0) + (sentencesApart[row]?.[lines] ?? 0);
      return product / Math.sqrt(key) + byPlace + (bias[row] ?? 0);
    };
    const nowhere = ({ facts }: Peg, pointer: Pointer) =>
      facts[realis.length + 1 + stances.length + pointers.indexOf(pointer)] ?? 0;
    return {
      part: (peg, part, token) => chance(score(peg, part, token)),
      point: (peg, pointer, tokens) =>
        softmax(Float32Array.of(...tokens.map((token) => score(peg, pointer, token)), nowhere(peg, pointer))),
      link: (one, other) => chance((score(one, 'link', other.token) + score(other, 'link', one.token)) / 2),
      realis: ({ facts }) => named(realis, softmax(facts.subarray(0, realis.length))),
      core: ({ facts }) => chance(facts[realis.length] ?? 0),
      stance: ({ facts }) =>
        named(stances, softmax(facts.subarray(realis.length + 1, realis.length + 1 + stances.length))),
    };
  };
}

const bounded = (distance: number, far: number) => Math.max(-far, Math.min(far, distance));
const chance = (score: number) => 1 / (1 + Math.exp(-score));
const named = (names: readonly string[], chances: Float32Array) =>
  new Map(names.map((name, at) => [name, chances[at] ?? 0]));
