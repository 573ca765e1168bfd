import type { Document, Sentence } from '../text/index.js';
import type { Card } from './card.js';
import { caseOf, hasLower } from './case.js';
import type { Inputs } from './engine.js';
import type { Pieces } from './pieces.js';

/** Tokens with a parse and names of their own (`first` to before `last`): a sentence, or a part of one too long. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** What the graph reads at once: stretches one after another. */
export interface Window {
  readonly stretches: readonly Stretch[];
  readonly inputs: Inputs;
}

/** A stretch in numbers: the word pieces of each token, its case, and how many pieces there are, the end with them. */
interface Numbered extends Stretch {
  readonly ids: readonly (readonly number[])[];
  readonly cases: readonly number[];
  readonly size: number;
}

/** Cuts a document into windows: whole sentences, as many as go into one. A sentence too long for one has its own. */
export function* windowsOf(document: Document, card: Card, pieces: Pieces): Generator<Window> {
  let held: Numbered[] = [];
  let size = 1;
  for (const sentence of document.sentences) {
    for (const stretch of stretchesOf(document, sentence, card, pieces)) {
      if (held.length > 0 && size + stretch.size > card.window) {
        yield windowOf(held, size, card);
        held = [];
        size = 1;
      }
      held.push(stretch);
      size += stretch.size;
    }
  }
  if (held.length > 0) yield windowOf(held, size, card);
}

/** A sentence in numbers; in several stretches where it is longer than the longest that can be read. */
function* stretchesOf(
  document: Document,
  sentence: Sentence,
  card: Card,
  pieces: Pieces,
): Generator<Numbered> {
  const words = document.tokens.slice(sentence.first, sentence.last).map((token) => token.text);
  const isHidden = !words.some(hasLower);
  let [first, ids, cases, size] = [sentence.first, [] as (readonly number[])[], [] as number[], 1];
  for (const [index, word] of words.entries()) {
    const own = piecesOfWord(word, card, pieces);
    const token = sentence.first + index;
    if (ids.length > 0 && 1 + size + own.length > card.longest) {
      yield { first, last: token, ids, cases, size };
      [first, ids, cases, size] = [token, [], [], 1];
    }
    ids.push(own);
    cases.push(isHidden ? card.case.unknown : caseOf(word, card));
    size += own.length;
  }
  if (ids.length > 0) yield { first, last: sentence.last, ids, cases, size };
}

/** At least one: a word of which nothing is left to cut is unknown. */
function piecesOfWord(word: string, card: Card, pieces: Pieces): readonly number[] {
  const all = pieces(word);
  if (all.length === 0) return [card.pieces.unknown];
  return all.length > card.mostPieces ? all.slice(0, card.mostPieces) : all;
}

function windowOf(stretches: readonly Numbered[], size: number, card: Card): Window {
  const words = stretches.reduce((sum, { ids }) => sum + ids.length, 0);
  const inputs = {
    ids: new Int32Array(size).fill(card.pieces.end),
    case: new Int32Array(size).fill(card.case.none),
    first: new Int32Array(words),
    sentence: new Int32Array(words),
  };
  inputs.ids[0] = card.pieces.start;
  let [piece, word] = [1, 0];
  for (const [number, { ids, cases }] of stretches.entries()) {
    for (const [index, own] of ids.entries()) {
      inputs.first[word] = piece;
      inputs.sentence[word] = number;
      inputs.ids.set(own, piece);
      inputs.case.fill(cases[index] ?? card.case.other, piece, piece + own.length);
      piece += own.length;
      word++;
    }
    piece++;
  }
  return { stretches: stretches.map(({ first, last }) => ({ first, last })), inputs };
}
