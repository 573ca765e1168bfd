import type { Document, Sentence, Token } from '../text/index.js';
import { foldName } from './fold.js';
import type { Gazetteer, Place } from './gazetteer.js';
import { isArticle, isCapital, isCompass, isParticle, type PlaceWords } from './words.js';

/** A name of the gazetteer as it stands: tokens `first` to before `last` of a sentence, and what it may mean. */
export interface BareName {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** The folded name, the same for all spellings in capitals or not. */
  readonly key: string;
  readonly places: readonly Place[];
}

/** The longest names of the gazetteer in a sentence, left to right. `index` is that of the sentence. */
export function namesOf(
  document: Document,
  index: number,
  gazetteer: Gazetteer,
  words: PlaceWords,
): BareName[] {
  const found: BareName[] = [];
  const sentence = document.sentences[index];
  if (!sentence) return found;
  let at = sentence.first;
  while (at < sentence.last) {
    const starts = startsName(document.tokens, at, sentence);
    const name = starts ? longestAt(document, index, at, gazetteer, words) : undefined;
    if (name) found.push(name);
    at = name ? name.last : at + 1;
  }
  return found;
}

/** A capital, or the article of "al-Qaim". */
function startsName(tokens: readonly Token[], at: number, sentence: Sentence): boolean {
  const [word = '', hyphen = '', name = ''] = [tokens[at]?.text, tokens[at + 1]?.text, tokens[at + 2]?.text];
  if (isCapital(word)) return true;
  return at + 2 < sentence.last && isArticle(word) && hyphen === '-' && isCapital(name);
}

function longestAt(
  document: Document,
  sentence: number,
  first: number,
  gazetteer: Gazetteer,
  words: PlaceWords,
): BareName | undefined {
  const start = document.tokens[first]?.start ?? 0;
  for (const last of endsOf(document, first, document.sentences[sentence]?.last ?? 0, gazetteer.longest)) {
    const end = document.tokens[last - 1]?.end ?? start;
    const text = document.text.slice(start, end);
    const key = foldName(text);
    if (!mayBeName(text, key, words)) continue;
    // "Marshall, Texas" is a town, and "Marshall" hardly ever.
    if (words.notPlaces.has(key) && !isBeforeRegion(document, last, gazetteer)) continue;
    const mayBeRegion = isBehindTown(document, first);
    const places = gazetteer.find(key).filter((place) => mayBeRegion || !isAbbreviation(place, key, words));
    if (places.length > 0) return { sentence, first, last, start, end, key, places };
  }
  return undefined;
}

/** Whether a comma and a region stand behind the token before which a name ends: ", Texas", ", New Mexico". */
function isBeforeRegion({ text, tokens }: Document, last: number, gazetteer: Gazetteer): boolean {
  if (tokens[last]?.text !== ',') return false;
  const start = tokens[last + 1]?.start ?? 0;
  return [tokens[last + 1], tokens[last + 2]].some(
    (end) =>
      end !== undefined &&
      isCapital(end.text) &&
      gazetteer.find(text.slice(start, end.end)).some((place) => place.id.startsWith('area:')),
  );
}

/** "us" and "Us" are not the United States. */
function mayBeName(text: string, key: string, words: PlaceWords): boolean {
  // "Central and South America" has no place called Central.
  if (key.length < 2 || isCompass(key)) return false;
  return !words.initials.has(key) || text === text.toUpperCase();
}

/** "Springfield, Ill."; "upstate New York", "the state of Washington". */
function isBehindTown({ tokens }: Document, first: number): boolean {
  const [before = '', word = ''] = [tokens[first - 2]?.text, tokens[first - 1]?.text];
  return word === ',' || /^(?:upstate|rural)$/i.test(word) || (word === 'of' && /^state$/i.test(before));
}

/** "Ill" is Illinois only as "Springfield, Ill." */
function isAbbreviation(place: Place, key: string, words: PlaceWords): boolean {
  return words.abbreviations.has(key) && place.precision === 'region';
}

/** Where a name that starts at a token may end, the longest first: each end has a word of a name before it. */
function endsOf(document: Document, first: number, limit: number, longest: number): number[] {
  const ends: number[] = [];
  let count = 0;
  for (let at = first; at < limit && count < longest; at++) {
    const part = at === first ? firstPart(document, at) : partAt(document, at);
    if (part === 'none') break;
    if (part !== 'mark') count++;
    if (part === 'end') ends.unshift(at + 1);
  }
  return ends;
}

/** The article of "al-Qaim" is no name by itself. */
function firstPart(document: Document, at: number): 'end' | 'inside' {
  return isCapital(document.tokens[at]?.text ?? '') ? 'end' : 'inside';
}

/** What a token is in a name that goes on: a word that may end it, a word or mark inside it, or no part of it. */
function partAt(document: Document, at: number): 'end' | 'inside' | 'mark' | 'none' {
  const [before, token] = [document.tokens[at - 1], document.tokens[at]];
  if (!before || !token || !isJoined(document.text, before, token)) return 'none';
  // "Cox's Bazar" is one name.
  if (token.text === '-' || /^['’][sS]$/.test(token.text)) return 'mark';
  // "W.Va."
  if (token.text === '.' && /^\p{Lu}$/u.test(before.text)) return 'mark';
  // "Côte d'Ivoire"
  if (isCapital(token.text) || /^[dl]['’]\p{Lu}/u.test(token.text)) return 'end';
  // "Mazar-i-sharif"
  if (before.text === '-' && /^\p{Ll}{2,}$/u.test(token.text)) return 'end';
  return isParticle(token.text) || isArticle(token.text) ? 'inside' : 'none';
}

/** Whether two tokens are words of one name: side by side, or with a hyphen that touches both. */
function isJoined(text: string, before: Token, token: Token): boolean {
  const gap = text.slice(before.end, token.start);
  if (token.text === '-' || before.text === '-') return gap === '';
  return gap === ' ' || gap === '\u00a0' || gap === '';
}
