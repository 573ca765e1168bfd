import { tableLines } from '../language/table.js';
import { lengthLines, linearity } from '../speed/lengths.js';
import type { Ours, Prepared } from './ours.js';
import type { TextToRead, TimesReader } from './reader.js';

const LENGTHS = [50_000, 100_000, 200_000, 400_000];
/** Texts beyond so many characters are not timed: one of the peers reads some 13,000 a second. */
const MOST = 100_000;
const GAP = '\n\n';
/** Characters of a report of the usual length: speeds are given in such reports. */
const REPORT = 3000;

export interface Speeds {
  readonly lines: readonly string[];
  readonly figures: Readonly<Record<string, string>>;
}

/**
 * How fast each reader is on the same texts, in turns: the median of some rounds, after one that does not count. Ours is
 * the times stage alone, its document and grammar given; a peer reads from the text. Then how our time grows with length.
 */
export function measureSpeed(
  readers: readonly TimesReader[],
  ours: Ours,
  prepared: readonly Prepared[],
  all: readonly TextToRead[],
  rounds: number,
): Speeds {
  const texts = firstOf(all);
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  const reports = characters / REPORT;
  const took = readers.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, { read }] of readers.entries()) {
      const seconds = secondsOf(() => texts.forEach(read));
      if (round > 0) took[at]?.push(seconds);
    }
  }
  const speeds = readers.map(({ name }, at) => ({ name, perSecond: reports / median(took[at] ?? []) }));
  const rows = speeds.map(({ name, perSecond }) => [
    name,
    perSecond.toFixed(0),
    (perSecond * REPORT).toFixed(0),
  ]);
  // Once before it counts: what runs first runs slowly.
  ours.read(joinedTo(LENGTHS.at(-1) ?? 0, prepared));
  const byLength = LENGTHS.map((length) => {
    const joined = joinedTo(length, prepared);
    const seconds = Math.min(...[1, 2, 3].map(() => secondsOf(() => ours.read(joined))));
    return { length, charactersPerSecond: joined.document.text.length / seconds };
  });
  return {
    lines: [
      '',
      `speed on ${texts.length} texts, ${characters} characters, ${rounds} rounds (dateline: the times stage alone)`,
      ...tableLines(['', 'reports/s', 'characters/s'], rows),
      ...lengthLines(byLength),
    ],
    figures: {
      ...Object.fromEntries(
        speeds.map(({ name, perSecond }) => [
          `${name.replaceAll(/\W+/g, '_')}_reports_per_second`,
          perSecond.toFixed(1),
        ]),
      ),
      linear: linearity(byLength).toFixed(2),
    },
  };
}

function firstOf(texts: readonly TextToRead[]): readonly TextToRead[] {
  let characters = 0;
  return texts.filter(({ text }, at) => {
    characters += text.length;
    return at === 0 || characters <= MOST;
  });
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

function secondsOf(work: () => unknown): number {
  const begun = performance.now();
  work();
  return (performance.now() - begun) / 1000;
}

/** Prepared texts one after another, as often as it takes, until they are as long: every offset moved to its place. */
export function joinedTo(length: number, prepared: readonly Prepared[]): Prepared {
  const pieces: Prepared[] = [];
  for (let at = 0, sum = 0; sum < length && prepared.length > 0; at++) {
    const piece = prepared[at % prepared.length] as Prepared;
    pieces.push(piece);
    sum += Math.max(1, piece.document.text.length + GAP.length);
  }
  return joined(pieces);
}

function joined(pieces: readonly Prepared[]): Prepared {
  const all: Prepared[] = [];
  let [from, first] = [0, 0];
  for (const piece of pieces) {
    all.push(moved(piece, from, first));
    from += piece.document.text.length + GAP.length;
    first += piece.document.tokens.length;
  }
  const text = pieces.map(({ document }) => document.text + GAP).join('');
  const documents = all.map(({ document }) => document);
  const grammars = all.map(({ grammar }) => grammar);
  return {
    document: {
      ...documents[0],
      input: { ...documents[0]?.input, text },
      text,
      parts: documents.flatMap(({ parts }) => parts),
      sentences: documents.flatMap(({ sentences }) => sentences),
      tokens: documents.flatMap(({ tokens }) => tokens),
      unrelated: documents.flatMap(({ unrelated }) => unrelated),
    },
    grammar: {
      tags: grammars.flatMap(({ tags }) => tags),
      penn: grammars.flatMap(({ penn }) => penn),
      lemmas: grammars.flatMap(({ lemmas }) => lemmas),
      heads: grammars.flatMap(({ heads }) => heads),
      labels: grammars.flatMap(({ labels }) => labels),
      phrases: grammars.flatMap(({ phrases }) => phrases),
    },
  };
}

/** A text as it is where its first character stands at `from` and its first token is number `first`. */
function moved({ document, grammar }: Prepared, from: number, first: number): Prepared {
  const shifted = <T extends { readonly start: number; readonly end: number }>(span: T): T => {
    return { ...span, start: span.start + from, end: span.end + from };
  };
  const counted = <T extends { readonly first: number; readonly last: number }>(words: T): T => {
    return { ...words, first: words.first + first, last: words.last + first };
  };
  return {
    document: {
      ...document,
      parts: document.parts.map(shifted),
      sentences: document.sentences.map((sentence) => counted(shifted(sentence))),
      tokens: document.tokens.map(shifted),
      unrelated: document.unrelated.map(shifted),
    },
    grammar: {
      ...grammar,
      heads: grammar.heads.map((head) => (head < 0 ? head : head + first)),
      phrases: grammar.phrases.map((phrase) => ({ ...counted(phrase), head: phrase.head + first })),
    },
  };
}
