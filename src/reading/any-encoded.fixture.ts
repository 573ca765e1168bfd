import { readFileSync } from 'node:fs';
import type { ArcTables, Encoded, Marked, Peg } from './encoder/index.js';
import type { Document } from './text/index.js';

interface Labels {
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly names: { readonly kinds: readonly string[] };
  readonly field: { readonly layers: readonly string[] };
  readonly incidents: ArcTables;
}

const card = new URL('../../models/language/language.json', import.meta.url);
const { tags, labels, names, field, incidents } = JSON.parse(readFileSync(card, 'utf8')) as Labels;
const described = field.layers.map((layer) => layer.replace(/ inside$/, ''));

/** The most words that hang together: the encoder parses no longer stretch of a sentence. */
const STRETCH = 200;

/**
 * Says just anything of a document, in place of the language model, and the same of the same words: what reads after it
 * must stand whatever comes. It takes hardly any time, so that long texts can be tried, and many.
 */
export function anyEncoded(document: Document): Promise<Encoded> {
  const below = chanceFrom(document.text);
  const pick = (from: readonly string[]) => from[below(from.length)] ?? '';
  const heads: number[] = [];
  for (const sentence of document.sentences) {
    for (let first = sentence.first; first < sentence.last; first += STRETCH) {
      heads.push(...anyTree(first, Math.min(first + STRETCH, sentence.last), below));
    }
  }
  return Promise.resolve({
    tags: document.tokens.map(() => pick(tags)),
    heads,
    labels: heads.map((head) => (head < 0 ? 'root' : pick(labels))),
    named: anyMarks(document, below, () => pick(names.kinds)),
    described: anyMarks(document, below, () => pick(described)).flatMap((mark) =>
      below(3) > 0 || mark.last - mark.first < 2 ? [mark] : [mark, { ...mark, first: mark.first + 1 }],
    ),
    told: {
      pegs: [...document.tokens.keys()].filter(() => below(8) === 0).map((token) => anyPeg(token, below)),
      said: anyMarks(document, below, () => '').map((mark) => ({ ...mark, ...anyPeg(mark.first, below) })),
      keys: anyScores(document.tokens.length * incidents.key, below),
    },
  });
}

function anyPeg(token: number, below: (limit: number) => number): Peg {
  const { kinds, realis, stances, pointers, bias, key } = incidents;
  const one = new Float32Array(kinds.length);
  one[below(kinds.length)] = below(100) / 100;
  return {
    token,
    kinds: one,
    facts: anyScores(realis.length + 1 + stances.length + pointers.length, below),
    query: anyScores(bias.length * key, below),
  };
}

function anyScores(count: number, below: (limit: number) => number): Float32Array {
  return Float32Array.from({ length: count }, () => below(400) / 100 - 2);
}

/** Heads for the words from `first` to before `last`: one tree or a few, from flat to a single chain. */
function anyTree(first: number, last: number, below: (limit: number) => number): number[] {
  const order = Array.from({ length: last - first }, (_, at) => at);
  if (below(3) > 0) shuffle(order, below);
  const reach = below(4) === 0 ? 1 : order.length;
  const heads: number[] = [];
  for (const [rank, at] of order.entries()) {
    const isRoot = rank === 0 || below(20) === 0;
    heads[at] = isRoot ? -1 : first + (order[rank - 1 - below(Math.min(rank, reach))] ?? 0);
  }
  return heads;
}

function shuffle(order: number[], below: (limit: number) => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = below(at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}

/** Spans in order, none over another, none over the end of a sentence. */
function anyMarks(document: Document, below: (limit: number) => number, kind: () => string): Marked[] {
  const marks: Marked[] = [];
  for (const sentence of document.sentences) {
    for (let first = sentence.first + below(6); first < sentence.last; ) {
      const last = Math.min(first + 1 + below(4), sentence.last);
      marks.push({ first, last, kind: kind() });
      first = last + below(8);
    }
  }
  return marks;
}

/** Whole numbers below a limit that look like chance and hang on the words alone. */
function chanceFrom(text: string): (limit: number) => number {
  let state = 1;
  for (let at = 0; at < text.length; at++) state = (Math.imul(state, 31) + text.charCodeAt(at)) | 0;
  state ||= 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}
