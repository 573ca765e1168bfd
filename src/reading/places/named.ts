import type { Document, Token } from '../text/index.js';
import { foldName } from './fold.js';
import type { Place } from './gazetteer.js';
import type { Mention } from './mentions.js';
import {
  isArticle,
  isCalendar,
  isCapital,
  isCompass,
  isParticle,
  type PlaceKind,
  type PlaceWords,
  type Style,
} from './words.js';

/** A name of the gazetteer with the word that tells its kind, if one stands by it: "Homs | province". */
export interface Named extends Mention {
  readonly kind?: PlaceKind;
}

/** A name with a word that tells its kind: "Mashtal neighborhood", "Kabul airport", "Camp Speicher", "Lucas County". */
export interface TypedRun {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly kind: PlaceKind;
  readonly word: string;
  /** Where the name without that word stands, tokens `from` to before `to`. */
  readonly from: number;
  readonly to: number;
}

const LONGEST_WORD = 4;
const LONGEST_RUN = 6;
/** Words that open a sentence with a capital and are no part of a name. */
const OPENER =
  /^(?:the|a|an|in|at|on|near|from|to|of|by|with|for|and|but|after|before|during|outside|around|this|that|these|those|his|her|its|their|our|when|while|as|one|two|three|four|five|six|seven|eight|nine|ten|some|all|another|several|many|most|each|every|no|police|local)$/i;

/** A sentence with what is known of it. */
interface Line {
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly last: number;
  readonly style: Style;
  readonly mentions: readonly Mention[];
  readonly words: PlaceWords;
}

/** All names with a word that tells their kind, in order; where two overlap, the longer. */
export function typedRuns(
  document: Document,
  sentence: number,
  style: Style,
  mentions: readonly Mention[],
  words: PlaceWords,
): TypedRun[] {
  const { first, last } = document.sentences[sentence] ?? { first: 0, last: 0 };
  const line: Line = { tokens: document.tokens, first, last, style, mentions, words };
  const runs: TypedRun[] = [];
  for (let at = first; at < last; at++) {
    if (!words.kindStarts.has(wordAt(line, at).toLowerCase())) continue;
    for (const found of [namedInFront(line, at), namedBehind(line, at)]) {
      if (!found) continue;
      const [start, end] = [line.tokens[found.first]?.start ?? 0, line.tokens[found.last - 1]?.end ?? 0];
      runs.push({ sentence, start, end, ...found });
    }
  }
  return longestOnly(runs);
}

type Found = Omit<TypedRun, 'sentence' | 'start' | 'end'>;

/** "Kabul | airport": the name in front of a word of place. */
function namedInFront(line: Line, at: number): Found | undefined {
  const found = typeWord(line, at, line.words.after);
  if (!found || goesOn(line, at + found.length)) return undefined;
  const from = line.style === 'plain' ? nameStart(line, at) : mentionStart(line, at);
  if (from === undefined) return undefined;
  return { first: from, last: at + found.length, kind: found.kind, word: found.word, from, to: at };
}

/** "Camp | Speicher", "the town of | Goma": the name behind a word of place. */
function namedBehind(line: Line, at: number): Found | undefined {
  const found = typeWord(line, at, line.words.before);
  if (!found) return undefined;
  const start = at + found.length;
  const isProper = isCapital(wordAt(line, start - 1));
  // "Fauquier County Board" is not a county called Board, as "County Cork" is one called Cork.
  if ((!isProper || found.word === 'county') && isNamedInFront(line, at)) return undefined;
  const from = /^of$/i.test(wordAt(line, start)) ? start + 1 : start;
  const to = nameEnd(line, start, from, isProper);
  return to === undefined ? undefined : { first: at, last: to, kind: found.kind, word: found.word, from, to };
}

/** "Solino district of Port-au-Prince" is not the district of that name. */
function isNamedInFront(line: Line, at: number): boolean {
  const before = wordAt(line, at - 1);
  return at > line.first && isCapital(before) && adjoinsAt(line, at - 1) && !isNoName(line, before);
}

function nameEnd(line: Line, start: number, from: number, isProper: boolean): number | undefined {
  const mention = line.mentions.find((other) => other.first === from);
  if (mention && (from !== start || isProper)) return mention.last;
  // Only "Camp Speicher" and "Highway 7": a small letter makes "the camp Speicher built" of it.
  if (line.style !== 'plain' || from !== start || !isProper) return undefined;
  let to = from;
  while (to < Math.min(line.last, from + 3) && adjoinsAt(line, to - 1)) {
    const word = wordAt(line, to);
    if (!/^[\p{Lu}\d]/u.test(word) || isNoName(line, word)) break;
    to++;
  }
  return to > from ? to : undefined;
}

/** The longest word of place at a token: "refugee camp" before "refugee". */
function typeWord(
  line: Line,
  at: number,
  kinds: ReadonlyMap<string, PlaceKind>,
): { word: string; kind: PlaceKind; length: number } | undefined {
  for (let length = Math.min(LONGEST_WORD, line.last - at); length > 0; length--) {
    const slice = line.tokens.slice(at, at + length).map((token) => token.text.toLowerCase());
    const word = slice.join(' ').replace(/ - /g, '-');
    const kind = kinds.get(word);
    if (kind) return { word, kind, length };
  }
  return undefined;
}

/** "Kyoto District Court": the word of place is no end. */
function goesOn(line: Line, end: number): boolean {
  const next = wordAt(line, end);
  if (line.style !== 'plain' || end >= line.last || !adjoinsAt(line, end - 1)) return false;
  return isCapital(next) && isCapital(wordAt(line, end - 1)) && !isCalendar(next);
}

function mentionStart(line: Line, end: number): number | undefined {
  return adjoinsAt(line, end - 1) ? line.mentions.find((other) => other.last === end)?.first : undefined;
}

/** Where the run of capital words in front of a token starts. */
function nameStart(line: Line, end: number): number | undefined {
  let from = end;
  for (let at = end - 1; at >= Math.max(line.first, end - LONGEST_RUN) && adjoinsAt(line, at); at--) {
    const word = wordAt(line, at);
    if (isCapital(word) && !isNoName(line, word)) from = at;
    else if (from === end || !isLink(word)) break;
  }
  if (from === end) return undefined;
  const hasArticle =
    from - 2 >= line.first && wordAt(line, from - 1) === '-' && isArticle(wordAt(line, from - 2));
  return hasArticle ? from - 2 : from;
}

/** A hyphen or small word inside a name. "Nurses at the hospital" is no hospital of that name. */
function isLink(word: string): boolean {
  return (
    word === '-' || ((isParticle(word) || isArticle(word)) && !/^(?:and|of|in|on|at|the|an|as)$/.test(word))
  );
}

function isNoName(line: Line, word: string): boolean {
  // "Pikeville, Ky. Boone County": the state ends a sentence.
  if (word.endsWith('.') && line.words.abbreviations.has(foldName(word))) return true;
  if (OPENER.test(word) || isCalendar(word) || line.words.countryOfWord(word) !== undefined) return true;
  return isCompass(word) && /ern$/.test(word);
}

const wordAt = (line: Line, at: number) => line.tokens[at]?.text ?? '';
/** Whether the word at a token and the next one stand side by side. */
const adjoinsAt = (line: Line, at: number) => adjoins(line.tokens[at], line.tokens[at + 1]);

function adjoins(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && b.start - a.end <= 1;
}

function longestOnly(runs: readonly TypedRun[]): TypedRun[] {
  const kept: TypedRun[] = [];
  for (const run of [...runs].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (!kept.some((other) => other.start < run.end && run.start < other.end)) kept.push(run);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/**
 * What a name may mean with the word that tells its kind: "Homs province" is a region with the middle of Homs,
 * "the town of Gaza" is no strip, "Lucas County" where no such county is known stays as it was.
 */
export function narrowed(places: readonly Place[], kind: PlaceKind | undefined): readonly Place[] {
  if (kind === 'town')
    return orAll(places, (place) => place.precision === 'city' || place.precision === 'exact');
  if (kind !== 'region' && kind !== 'district') return places;
  const regions = places.filter((place) => place.precision === 'region');
  if (regions.length > 0)
    return kind === 'district' ? regions.map((place) => ({ ...place, precision: kind })) : regions;
  // "the state of Monaco"
  if (places.some((place) => place.precision === 'country')) return places;
  const towns = places.filter((place) => place.precision === 'city');
  return towns.length > 0 ? towns.map((place) => ({ ...place, precision: kind })) : places;
}

function orAll(places: readonly Place[], test: (place: Place) => boolean): readonly Place[] {
  const some = places.filter(test);
  return some.length > 0 ? some : places;
}
