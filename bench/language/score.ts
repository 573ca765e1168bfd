import { NOTHING, plus, type Tally, tallyOf } from './count.js';
import type { GoldDocument, Kind, LabelledWord } from './gold.js';
import type { Comparison, Scheme } from './kinds.js';
import type { Said } from './said.js';

/** What is counted of words. For all but the first two, `gold` counts the words that both cut alike and gold labels. */
export const WORD_ROWS = ['sentences', 'tokens', 'XPOS', 'UPOS', 'lemma', 'UAS', 'LAS'] as const;
export type WordRow = (typeof WORD_ROWS)[number];
export type WordScores = Readonly<Record<WordRow, Tally>>;

const keyOf = ({ start, end }: { readonly start: number; readonly end: number }) => `${start} ${end}`;

/**
 * Sentences, tokens and what is said of them, over some documents. A sentence and a token are right where both their
 * borders are. A head is right where it is the same word in both. Lemmas are compared without case.
 */
export function scoreWords(documents: readonly GoldDocument[], said: readonly Said[]): WordScores {
  let total = Object.fromEntries(WORD_ROWS.map((row) => [row, NOTHING])) as WordScores;
  for (const [at, document] of documents.entries()) {
    const own = said[at];
    if (!own || document.words.length === 0) continue;
    const scores = wordsOfOne(document, own);
    total = Object.fromEntries(WORD_ROWS.map((row) => [row, plus(total[row], scores[row])])) as WordScores;
  }
  return total;
}

function wordsOfOne(document: GoldDocument, said: Said): WordScores {
  const place = new Map(said.words.map((word, index) => [keyOf(word), index]));
  const pairs: [LabelledWord, LabelledWord][] = document.words.flatMap((word) => {
    const own = said.words[place.get(keyOf(word)) ?? -1];
    return own ? [[word, own] as [LabelledWord, LabelledWord]] : [];
  });
  const headIsRight = (gold: LabelledWord, own: LabelledWord) => {
    const wanted = gold.head === undefined || gold.head < 0 ? undefined : document.words[gold.head];
    return wanted === undefined
      ? own.head === -1
      : own.head !== undefined && place.get(keyOf(wanted)) === own.head;
  };
  return {
    sentences: said.sentences
      ? tallyOf(new Set(sentenceKeys(document)), new Set(said.sentences.map(keyOf)))
      : NOTHING,
    tokens: tallyOf(new Set(document.words.map(keyOf)), new Set(said.words.map(keyOf))),
    XPOS: agreement(pairs, 'tag'),
    UPOS: agreement(pairs, 'part'),
    lemma: agreement(pairs, 'lemma'),
    UAS: countPairs(pairs, 'head', headIsRight),
    LAS: countPairs(pairs, 'head', (gold, own) => headIsRight(gold, own) && gold.label === own.label),
  };
}

function sentenceKeys({ sentences, words }: GoldDocument): string[] {
  return sentences.map(({ first, last }) =>
    keyOf({ start: words[first]?.start ?? 0, end: words[last - 1]?.end ?? 0 }),
  );
}

type Label = 'tag' | 'part' | 'lemma' | 'head';

const agreement = (pairs: readonly [LabelledWord, LabelledWord][], label: Label) =>
  countPairs(
    pairs,
    label,
    (gold, own) => String(gold[label]).toLowerCase() === String(own[label]).toLowerCase(),
  );

function countPairs(
  pairs: readonly [LabelledWord, LabelledWord][],
  label: Label,
  isRight: (gold: LabelledWord, own: LabelledWord) => boolean,
): Tally {
  const labelled = pairs.filter(([gold, own]) => gold[label] !== undefined && own[label] !== undefined);
  const right = labelled.filter(([gold, own]) => isRight(gold, own)).length;
  return { gold: labelled.length, got: labelled.length, right };
}

/** Names found, by kind: exact borders, and the kind as the comparison tells it. */
export function scoreNames(
  documents: readonly GoldDocument[],
  found: readonly (readonly Kind[])[],
  scheme: Scheme,
  comparison: Comparison,
): ReadonlyMap<string, Tally> {
  const ofSaid = comparison.ofSaid(scheme) ?? (() => undefined);
  const totals = new Map(comparison.known(scheme).map((kind) => [kind, NOTHING]));
  for (const [at, { text, names }] of documents.entries()) {
    if (names === undefined) continue;
    const wanted = byKind(text, names, comparison.ofGold, comparison.exactBorders);
    const got = byKind(text, found[at] ?? [], ofSaid, comparison.exactBorders);
    for (const [kind, tally] of totals) {
      totals.set(kind, plus(tally, tallyOf(wanted.get(kind) ?? new Set(), got.get(kind) ?? new Set())));
    }
  }
  return totals;
}

function byKind(
  text: string,
  names: readonly Kind[],
  kindOf: (kind: string) => string | undefined,
  exactBorders: boolean,
): Map<string, Set<string>> {
  const sets = new Map<string, Set<string>>();
  for (const name of names) {
    const kind = kindOf(name.kind);
    if (kind === undefined) continue;
    const set = sets.get(kind) ?? new Set();
    set.add(keyOf(exactBorders ? name : bareName(text, name)));
    sets.set(kind, set);
  }
  return sets;
}

/** "the United Nations" and "Iraq’s" without what some count to a name and others not. */
export function bareName(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  const quote = text.slice(start, end);
  const before = /^(?:the|an?)\s+(?=\S)/i.exec(quote)?.[0].length ?? 0;
  const after = /(?<=\S)\s*['’](?:s)?$/i.exec(quote.slice(before))?.[0].length ?? 0;
  return { start: start + before, end: end - after };
}
