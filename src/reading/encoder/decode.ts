import { type Card, layerOf } from './card.js';
import { type BestRow, prepareChain, spansOf } from './chain.js';
import type { Marked, Peg, Said } from './encoded.js';
import type { Outputs } from './engine.js';
import { prepareTold } from './told.js';
import { arcsOf, bestHeads } from './tree.js';
import type { Stretch, Window } from './windows.js';

/** What is known of a document so far: see Encoded. */
export interface Draft {
  readonly tags: string[];
  readonly heads: number[];
  readonly labels: string[];
  readonly named: Marked[];
  readonly described: Marked[];
  readonly told: { readonly pegs: Peg[]; readonly said: Said[]; readonly keys: Float32Array };
}

/** Writes what the graph gave for a window into what is known of its document. Windows come in order. */
export type Decode = (window: Window, outputs: Outputs, draft: Draft) => void;

/** Where the numbers of a stretch begin in the rows of its window, and how many words the window has. */
interface Place {
  readonly offset: number;
  readonly words: number;
}

/** A document of which nothing is known: so many tokens that hang on nothing. */
export function blankDraft(tokens: number, card: Card): Draft {
  const fill = <T>(value: T) => Array.from({ length: tokens }, () => value);
  const told = { pegs: [], said: [], keys: new Float32Array(tokens * card.incidents.key) };
  return { tags: fill('XX'), heads: fill(-1), labels: fill('root'), named: [], described: [], told };
}

/** Gives what turns the numbers of a window into tags, a tree for each sentence, and spans. */
export function prepareDecoder(card: Card): Decode {
  const names = prepareChain(card.names);
  const layers = card.field.layers.map((_, layer) => prepareChain(layerOf(card.field, layer)));
  const readTold = prepareTold(card);
  return ({ stretches }, outputs, draft) => {
    const words = stretches.reduce((sum, { first, last }) => sum + last - first, 0);
    let offset = 0;
    for (const stretch of stretches) {
      const place = { offset, words };
      readTags(stretch, place, outputs, card, draft);
      readTree(stretch, place, outputs, card, draft);
      draft.named.push(...namedIn(stretch, place, outputs, card, names));
      draft.described.push(...describedIn(stretch, place, outputs, card, layers));
      readTold(stretch, offset, outputs, draft.told);
      offset += stretch.last - stretch.first;
    }
  };
}

function readTags(
  { first, last }: Stretch,
  { offset }: Place,
  { tag }: Outputs,
  { tags }: Card,
  draft: Draft,
): void {
  for (let at = first; at < last; at++)
    draft.tags[at] = tags[best(tag, offset + at - first, tags.length)] ?? 'XX';
}

/** The graph scores labels for the head that it likes best; where the tree has another, the label still fits mostly. */
function readTree(
  { first, last }: Stretch,
  place: Place,
  { arc, label }: Outputs,
  { labels }: Card,
  draft: Draft,
): void {
  const { offset, words } = place;
  const arcs = arcsOf(last - first, (word, head) => {
    const column = head < 0 ? 0 : 1 + offset + head;
    return arc[(offset + word) * (1 + words) + column] ?? Number.NaN;
  });
  for (const [word, head] of bestHeads(arcs).entries()) {
    const said = labels[best(label, offset + word, labels.length)] ?? 'dep';
    draft.heads[first + word] = head < 0 ? -1 : first + head;
    draft.labels[first + word] = head < 0 ? 'root' : said === 'root' ? 'dep' : said;
  }
}

function namedIn(
  { first, last }: Stretch,
  { offset }: Place,
  { name }: Outputs,
  { names }: Card,
  bestRow: BestRow,
): Marked[] {
  const width = names.labels.length;
  const row = bestRow(last - first, name, offset * width, width);
  return spansOf(row).map((span) => marked(span, first, names.kinds[span.kind] ?? ''));
}

/** Of every layer, in order of the first token, the longer first. Two layers may mark the same words as one kind. */
function describedIn(
  { first, last }: Stretch,
  { offset }: Place,
  { field: scores }: Outputs,
  { field }: Card,
  layers: readonly BestRow[],
): Marked[] {
  const width = field.labels.length;
  const stride = width * layers.length;
  const spans = layers.flatMap((bestRow, layer) => {
    const kind = (field.layers[layer] ?? '').replace(/ inside$/, '');
    const row = bestRow(last - first, scores, offset * stride + layer * width, stride);
    return spansOf(row).map((span) => marked(span, first, kind));
  });
  const sorted = spans.sort((a, b) => a.first - b.first || b.last - a.last);
  return sorted.filter((span, at) => !sorted.slice(0, at).some((other) => isSame(span, other)));
}

function marked({ first, last }: { first: number; last: number }, offset: number, kind: string): Marked {
  return { first: offset + first, last: offset + last, kind };
}

function isSame(a: Marked, b: Marked): boolean {
  return a.first === b.first && a.last === b.last && a.kind === b.kind;
}

/** The place of the highest number of a row. */
function best(scores: Float32Array, row: number, width: number): number {
  const from = row * width;
  let top = 0;
  for (let at = 1; at < width; at++) if ((scores[from + at] ?? 0) > (scores[from + top] ?? 0)) top = at;
  return top;
}
