import type { Reading } from '../record/index.js';
import { withoutAccents } from './outlets.js';

/** Words in a row that are compared. */
const SHINGLE = 4;
/** How much of the shorter text must stand in the other, where neither credits the other and where one does. */
const COPIED = 0.25;
const COPIED_WITH_CREDIT = 0.12;
/** A copy keeps at least one run of so many words. Shorter ones are what any report says: "was shot in the leg on". */
const LONG_RUN = 8;
/** Minima in a sketch. One in common makes two texts candidates: of texts that are 3 % alike one pair in 20 is missed. */
const SKETCH = 96;

/** Up to so many texts are all compared with each other, which is quicker than sketches. */
const FEW = 24;

/** A report as copies are told by: its runs of words, and what says which of two is the copy. */
export interface Text {
  readonly id: string;
  readonly words: Words;
  /** What its outlet is known by. */
  readonly outlet: string | undefined;
  readonly isAgency: boolean;
  /** The outlets that it credits as a whole or in its words. */
  readonly credits: ReadonlySet<string>;
  /** When it was published; infinite where that is not known. */
  readonly published: number;
}

/** The runs of four words of a text, in stretches that nothing was cut out of. */
export interface Words {
  readonly stretches: readonly (readonly string[])[];
  readonly shingles: ReadonlySet<string>;
  readonly count: number;
}

/**
 * The words that a report says itself. Quoted speech, which two outlets may both have heard, and lines of another story
 * are left out, unless hardly anything else is there.
 */
export function ownWords({ text, report }: Reading): Words {
  const own = report.parts.filter(({ kind }) => kind === 'body' || kind === 'caption');
  const body = own.map(({ start, end }) => text.slice(start, end)).join('\n') || text;
  const unquoted = body.split(/"[^"\n]*"|“[^”\n]*”|«[^»\n]*»/u).map(wordsOf);
  const words = sum(unquoted) < LONG_RUN ? [wordsOf(body)] : unquoted;
  const stretches = words.map(runs);
  return { stretches, shingles: new Set(stretches.flat()), count: sum(words) };
}

const sum = (stretches: readonly string[][]) => stretches.reduce((count, { length }) => count + length, 0);

const wordsOf = (text: string): string[] =>
  withoutAccents(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu) ?? [];

function runs(words: readonly string[]): string[] {
  return words.slice(SHINGLE - 1).map((_, index) => words.slice(index, index + SHINGLE).join(' '));
}

/**
 * For each copy the first report of its wire. Texts with a minimum in common are compared (MinHash: A. Broder, "On the
 * resemblance and containment of documents", 1997), and one is a copy where enough of the shorter of the two stands in
 * the other, so that a text that was cut short, added to or lightly rewritten is found too. The original is the one
 * without credit, then an agency's, then the earlier, then the longer. A copy of a copy goes back to the first.
 */
export function copiesAmong(texts: readonly Text[]): Map<string, string> {
  const inOrder = [...texts].sort(originalFirst);
  const candidatesOf = candidates(inOrder);
  const origin = new Map<string, string>();
  inOrder.forEach((text, place) => {
    const best = [...candidatesOf(place)]
      .map((index) => ({ index, share: shareCopied(text, inOrder[index] as Text) }))
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share || a.index - b.index)[0];
    const source = best && inOrder[best.index];
    if (source) origin.set(text.id, origin.get(source.id) ?? source.id);
  });
  return origin;
}

function originalFirst(a: Text, b: Text): number {
  return (
    Number(creditsAnother(a)) - Number(creditsAnother(b)) ||
    Number(b.isAgency) - Number(a.isAgency) ||
    (a.published === b.published ? 0 : a.published - b.published) ||
    b.words.count - a.words.count ||
    (a.id < b.id ? -1 : 1)
  );
}

const creditsAnother = ({ credits, outlet }: Text) => [...credits].some((key) => key !== outlet);

/** How much of the shorter text stands in the other, 0 to 1; 0 where that is too little to be a copy. */
export function shareCopied(a: Text, b: Text): number {
  const [short, long] = a.words.count <= b.words.count ? [a, b] : [b, a];
  const { covered, longest } = coverOf(short.words, long.words);
  const share = short.words.count === 0 ? 0 : covered / short.words.count;
  const credits = (one: Text, other: Text) => other.outlet !== undefined && one.credits.has(other.outlet);
  const enough = credits(a, b) || credits(b, a) ? COPIED_WITH_CREDIT : COPIED;
  return longest >= Math.min(LONG_RUN, Math.max(SHINGLE, short.words.count)) && share >= enough ? share : 0;
}

/** How many words of a text lie in runs that the other has as well, and how long the longest stretch of them is. */
function coverOf({ stretches }: Words, other: Words): { covered: number; longest: number } {
  const total = { covered: 0, longest: 0 };
  for (const runs of stretches) {
    let length = 0;
    for (const run of runs) {
      const more = length === 0 ? SHINGLE : 1;
      const isShared = other.shingles.has(run);
      length = isShared ? length + more : 0;
      total.covered += isShared ? more : 0;
      total.longest = Math.max(total.longest, length);
    }
  }
  return total;
}

/** For the place of each text, the places before it of texts that share a minimum with it, or of all where they are few. */
function candidates(texts: readonly Text[]): (place: number) => Iterable<number> {
  if (texts.length <= FEW) return (place) => Array.from({ length: place }, (_, index) => index);
  const places = new Map<string, number[]>();
  const found = texts.map((text, place) => {
    const before = new Set<number>();
    for (const key of sketchOf(text.words.shingles)) {
      const here = places.get(key) ?? [];
      for (const other of here) before.add(other);
      here.push(place);
      places.set(key, here);
    }
    return before;
  });
  return (place) => found[place] ?? [];
}

/** The least hash of a text's runs under each of the hash functions, with the number of the function. */
function sketchOf(shingles: ReadonlySet<string>): string[] {
  if (shingles.size === 0) return [];
  const minima = new Uint32Array(SKETCH).fill(0xffffffff);
  for (const run of shingles) {
    const hash = hashOf(run);
    for (let index = 0; index < SKETCH; index++) {
      const mixed = mix(hash ^ Math.imul(index + 1, 0x9e3779b1));
      if (mixed < (minima[index] as number)) minima[index] = mixed;
    }
  }
  return [...minima].map((minimum, index) => `${index}:${minimum}`);
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Spreads 32 bits: the finaliser of MurmurHash3 (A. Appleby, in the public domain). */
function mix(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
