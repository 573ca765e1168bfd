import { daysOf } from '../../src/record/index.js';
import type { Labelled } from './labelled.js';
import type { Partition } from './measures.js';

/** Every report alone. */
export const singletons = (reports: readonly Labelled[]): Partition =>
  new Map(reports.map(({ input }) => [input.id, input.id]));

export interface Window {
  /** The least cosine of two reports that are joined. */
  readonly likeness: number;
  /** The most days between their days of publication. */
  readonly days: number;
}

/** What did best on the training part of the Gun Violence Corpus (`npm run bench -- joining FILE --tune`). */
export const tuned: Window = { likeness: 0.175, days: 21 };

/**
 * TF-IDF with a date window: reports whose cosine is high enough and which were published within so many days of each
 * other are joined, and so are those that are joined with the same (single linkage).
 */
export function tfidf(reports: readonly Labelled[], { likeness, days }: Window): Partition {
  const vectors = vectorsOf(reports);
  const published = reports.map(({ input }) => daysOf(input.published ?? '')?.first ?? Number.NaN);
  const up = reports.map((_, at) => at);
  const root = (at: number): number => (up[at] === at ? at : root(up[at] ?? at));
  for (const [a, b, value] of pairsSharing(vectors)) {
    const gap = Math.abs((published[a] ?? Number.NaN) - (published[b] ?? Number.NaN));
    if (value >= likeness && !(gap > days)) up[root(b)] = root(a);
  }
  return new Map(reports.map(({ input }, at) => [input.id, String(root(at))]));
}

/** The window that has the highest B³ F on labelled reports. */
export function tune(reports: readonly Labelled[], score: (got: Partition) => number): Window {
  let best = { window: tuned, score: -1 };
  for (const days of [1, 2, 3, 5, 7, 10, 14, 21, 30]) {
    for (let likeness = 0.1; likeness < 0.6; likeness += 0.025) {
      const window = { likeness: Math.round(likeness * 1000) / 1000, days };
      const value = score(tfidf(reports, window));
      if (value > best.score) best = { window, score: value };
    }
  }
  return best.window;
}

type Vector = ReadonlyMap<string, number>;

function vectorsOf(reports: readonly Labelled[]): Vector[] {
  const counts = reports.map(({ input }) => {
    const count = new Map<string, number>();
    for (const [word] of `${input.title ?? ''} ${input.text}`.toLowerCase().matchAll(/\b\w\w+\b/g)) {
      count.set(word, (count.get(word) ?? 0) + 1);
    }
    return count;
  });
  const having = new Map<string, number>();
  for (const count of counts) for (const word of count.keys()) having.set(word, (having.get(word) ?? 0) + 1);
  return counts.map((count) => {
    const values = [...count].map(([word, times]): [string, number] => [
      word,
      (1 + Math.log(times)) * Math.log((1 + reports.length) / (1 + (having.get(word) ?? 0))),
    ]);
    const length = Math.hypot(...values.map(([, value]) => value)) || 1;
    return new Map(values.map(([word, value]) => [word, value / length]));
  });
}

/** Every pair that shares words, with its cosine; words that a tenth of the reports have are read but add no pairs. */
function* pairsSharing(vectors: readonly Vector[]): Generator<[number, number, number]> {
  const having = placesOf(vectors);
  const isRare = (list: readonly number[]) => list.length <= Math.max(50, vectors.length / 10);
  for (const [a, vector] of vectors.entries()) {
    const lists = [...vector.keys()].map((word) => having.get(word) ?? []).filter(isRare);
    const after = new Set(lists.flat().filter((b) => b > a));
    for (const b of after) yield [a, b, dot(vector, vectors[b] ?? new Map())];
  }
}

/** In which vectors each word stands. */
function placesOf(vectors: readonly Vector[]): Map<string, number[]> {
  const having = new Map<string, number[]>();
  for (const [at, vector] of vectors.entries()) {
    for (const word of vector.keys()) {
      const list = having.get(word);
      if (list) list.push(at);
      else having.set(word, [at]);
    }
  }
  return having;
}

function dot(a: Vector, b: Vector): number {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, value] of short) sum += value * (long.get(word) ?? 0);
  return sum;
}
