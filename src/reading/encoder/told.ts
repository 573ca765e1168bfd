import type { Card } from './card.js';
import { prepareChain, spansOf } from './chain.js';
import type { Peg, Said } from './encoded.js';
import type { Outputs } from './engine.js';
import type { Stretch } from './windows.js';

/** What is known so far of the incidents and claims of a document: see Told. */
interface Draft {
  readonly pegs: Peg[];
  readonly said: Said[];
  readonly keys: Float32Array;
}

/** A word with less of a chance that an incident hangs on it is not kept. */
const LEAST = 0.02;

/** How many numbers the heads for incidents and claims give for a word. */
export function toldWidths({ incidents }: Card) {
  const { kinds, realis, stances, pointers, claim, bias, key } = incidents;
  return {
    trigger: 1 + kinds.length,
    facts: realis.length + 1 + stances.length + pointers.length,
    claim: claim.labels.length,
    query: bias.length * key,
    key,
  };
}

/** Gives what turns the numbers of a stretch (words from `offset` on in its window) into pegs, what is said, and keys. */
export function prepareTold(card: Card) {
  const bestRow = prepareChain(card.incidents.claim);
  const width = toldWidths(card);

  return ({ first, last }: Stretch, offset: number, outputs: Outputs, draft: Draft): void => {
    const rowOf = (output: keyof typeof width, token: number) => {
      const from = (offset + token - first) * width[output];
      return outputs[output].subarray(from, from + width[output]);
    };
    const peg = (token: number, kinds: Float32Array): Peg => ({
      token,
      kinds,
      facts: rowOf('facts', token).slice(),
      query: rowOf('query', token).slice(),
    });
    draft.keys.set(
      outputs.key.subarray(offset * width.key, (offset + last - first) * width.key),
      first * width.key,
    );
    for (let token = first; token < last; token++) {
      const chances = softmax(rowOf('trigger', token));
      if (1 - (chances[0] ?? 1) >= LEAST) draft.pegs.push(peg(token, chances.subarray(1)));
    }
    for (const span of spansOf(bestRow(last - first, outputs.claim, offset * width.claim, width.claim))) {
      const begins = first + span.first;
      draft.said.push({
        ...peg(begins, softmax(rowOf('trigger', begins)).subarray(1)),
        first: begins,
        last: first + span.last,
      });
    }
  };
}

/** Scores as chances that add up to 1. */
export function softmax(scores: Float32Array): Float32Array {
  const top = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const weights = scores.map((score) => Math.exp(score - top));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
