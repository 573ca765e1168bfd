import type { Document } from '../text/index.js';
import type { ArcTables, Part, Pointer } from './arcs.js';
import type { Peg, Told } from './encoded.js';

/** What heads say of a document in which nothing happens and nobody speaks. */
export const nothingTold: Told = { pegs: [], said: [], keys: new Float32Array() };

/** A peg as a test wants it: words are given as they stand in the text, each the first of its kind. */
export interface Scripted {
  readonly word: string;
  /** Which of several such words: 1 is the first. */
  readonly nth?: number;
  readonly kind: string;
  /** How likely it is that an incident hangs on it. */
  readonly chance?: number;
  readonly realis?: string;
  readonly arcs?: Readonly<Partial<Record<Part | Pointer | 'link', readonly string[]>>>;
}

/** So large a score is as good as certain, and so is its opposite. */
const SURE = 1000;

/** What heads would say that are sure of just this, of a document of no more tokens than a key has numbers. */
export function scriptedTold(document: Document, tables: ArcTables, script: readonly Scripted[]): Told {
  const { tokens } = document;
  const { key, parts, pointers, kinds, realis, stances } = tables;
  if (tokens.length > key)
    throw new Error(`A scripted text has at most ${key} tokens, this has ${tokens.length}.`);
  const tokenOf = (word: string, nth = 1) => {
    const found = [...tokens.keys()].filter((at) => tokens[at]?.text === word)[nth - 1];
    if (found === undefined) throw new Error(`“${word}” stands nowhere in: ${document.text}`);
    return found;
  };
  const keys = new Float32Array(tokens.length * key);
  for (const at of tokens.keys()) keys[at * key + at] = SURE;

  const pegs = script.map(({ word, nth, kind, chance = 1, realis: real = 'happened', arcs = {} }): Peg => {
    const told = new Float32Array(kinds.length);
    told[kinds.indexOf(kind)] = chance;
    const facts = new Float32Array(realis.length + 1 + stances.length + pointers.length);
    facts[realis.indexOf(real)] = SURE;
    facts[realis.length] = SURE;
    const query = new Float32Array((parts.length + pointers.length + 1) * key).fill(-SURE);
    for (const [row, arc] of [...parts, ...pointers, 'link'].entries()) {
      const targets = arcs[arc as keyof typeof arcs] ?? [];
      for (const target of targets) query[row * key + tokenOf(target)] = SURE;
      const pointer = pointers.indexOf(arc);
      if (pointer >= 0)
        facts[facts.length - pointers.length + pointer] = targets.length > 0 ? -SURE : SURE * SURE * SURE;
    }
    return { token: tokenOf(word, nth), kinds: told, facts, query };
  });
  return { pegs: pegs.sort((a, b) => a.token - b.token), said: [], keys };
}
