import { z } from 'zod';
import type { ChainScores } from './chain.js';

interface LayerScores {
  readonly steps: readonly ChainScores['steps'][];
  readonly start: readonly ChainScores['start'][];
  readonly stop: readonly ChainScores['stop'][];
}

interface ArcScores {
  readonly parts: readonly string[];
  readonly pointers: readonly string[];
  readonly bias: readonly number[];
  readonly apart: readonly (readonly number[])[];
  readonly sentencesApart: readonly (readonly number[])[];
}

const numbers = z.array(z.number());
const Chain = { steps: z.array(numbers), start: numbers, stop: numbers };

/** What a language model says of itself: sizes, labels, and the scores of a label after another. */
export const Card = z
  .object({
    version: z.string(),
    /** Word pieces of a window of several sentences, and of a sentence alone. */
    window: z.int().positive(),
    longest: z.int().positive(),
    /** Of one word; the rest of a longer word is not read. */
    mostPieces: z.int().positive(),
    pieces: z.object({ pad: z.int(), unknown: z.int(), start: z.int(), end: z.int() }),
    case: z.object({
      none: z.int(),
      lower: z.int(),
      capital: z.int(),
      upper: z.int(),
      other: z.int(),
      unknown: z.int(),
    }),
    tags: z.array(z.string()).min(1),
    labels: z.array(z.string()).min(1),
    names: z.object({ kinds: z.array(z.string()), labels: z.array(z.string()), ...Chain }),
    field: z.object({
      layers: z.array(z.string()),
      labels: z.array(z.string()),
      steps: z.array(Chain.steps),
      start: z.array(Chain.start),
      stop: z.array(Chain.stop),
    }),
    incidents: z.object({
      kinds: z.array(z.string()).min(1),
      realis: z.array(z.string()).min(1),
      stances: z.array(z.string()).min(1),
      /** Arcs from an incident's word: a part may be filled by several words, a pointer has one word or none. */
      parts: z.array(z.string()),
      pointers: z.array(z.string()),
      key: z.int().positive(),
      claim: z.object({ labels: z.array(z.string()), ...Chain }),
      /** By arc (parts, pointers, link): the bias, and what words and sentences apart add, from far before to far behind. */
      bias: numbers,
      apart: z.array(numbers),
      sentencesApart: z.array(numbers),
    }),
  })
  .refine(({ longest, mostPieces }) => longest >= mostPieces + 2, 'a sentence has no room for a word')
  .refine(
    ({ names }) => isBilou(names.labels, names.kinds),
    'the labels of names are not BILOU of their kinds',
  )
  .refine(({ field }) => isBilou(field.labels, ['']), 'the labels of layers are not BILOU')
  .refine(({ names }) => fits(names, names.labels.length), 'the scores of names do not fit their labels')
  .refine(({ incidents }) => isBilou(incidents.claim.labels, ['']), 'the labels of claims are not BILOU')
  .refine(
    ({ incidents: { claim } }) => fits(claim, claim.labels.length),
    'the scores of claims do not fit their labels',
  )
  .refine(({ incidents }) => hasArcs(incidents), 'the scores of arcs do not fit the arcs')
  .refine(
    ({ field }) => field.layers.every((_, layer) => fits(layerOf(field, layer), field.labels.length)),
    'the scores of layers do not fit their labels',
  );
export type Card = z.infer<typeof Card>;

/** Reads a card. Throws an Error that says what of it is wrong. */
export function readCard(text: string): Card {
  let card: unknown;
  try {
    card = JSON.parse(text);
  } catch (error) {
    throw new Error(`The card of the language model is no JSON: ${(error as Error).message}`);
  }
  const read = Card.safeParse(card);
  if (read.success) return read.data;
  throw new Error(`The card of the language model is not as it should be:\n${z.prettifyError(read.error)}`);
}

/** The scores of one layer of descriptions. */
export function layerOf({ steps, start, stop }: LayerScores, layer: number): ChainScores {
  return { steps: steps[layer] ?? [], start: start[layer] ?? [], stop: stop[layer] ?? [] };
}

/** Outside first, then B I L U of the first kind, and so on: what `spansOf` counts on. */
function isBilou(labels: readonly string[], kinds: readonly string[]): boolean {
  const wanted = [
    'O',
    ...kinds.flatMap((kind) => ['B', 'I', 'L', 'U'].map((place) => (kind ? `${place}-${kind}` : place))),
  ];
  return labels.join(' ') === wanted.join(' ');
}

function hasArcs({ parts, pointers, bias, apart, sentencesApart }: ArcScores): boolean {
  const arcs = parts.length + pointers.length + 1;
  const isOdd = (rows: readonly (readonly number[])[]) =>
    rows.every((row) => row.length % 2 === 1 && row.length === rows[0]?.length);
  return (
    [bias, apart, sentencesApart].every((rows) => rows.length === arcs) &&
    isOdd(apart) &&
    isOdd(sentencesApart)
  );
}

function fits(chain: ChainScores, labels: number): boolean {
  return [chain.steps, chain.start, chain.stop, ...chain.steps].every((row) => row.length === labels);
}
