import type { Document, Sentence } from '../text/index.js';
import { isBroad } from './gazetteer.js';
import type { BareName } from './scan.js';
import { isArticle, isCalendar, isCapital, isCompass, isLocative, type PlaceWords } from './words.js';

/** A sentence with its names of the gazetteer in order, and the one that is looked at. */
export interface Neighbourhood {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly words: PlaceWords;
  readonly bare: readonly BareName[];
  readonly index: number;
}

const ADJECTIVE_ENDS =
  /^(?:and|said|says|has|had|have|was|were|will|would|is|are|for|with|after|before|from|over|that|which|who|when|where|while|but|against|since|during|also|may|can|could|should|did|does|not|the|into|than|as|to|on|of|in|at|by|or)$/;

/** "US troops" against "in the US": whether a lower-case noun follows. */
export function isAdjective(name: BareName, { document, sentence }: Neighbourhood): boolean {
  const next = name.last < sentence.last ? (document.tokens[name.last]?.text ?? '') : '';
  return /^\p{Ll}{3,}/u.test(next) && !ADJECTIVE_ENDS.test(next);
}

/** "West Nile virus", "Rift Valley fever": whether a disease stands behind a name that ends here. */
export function isDisease(text: string, end: number): boolean {
  return /^['’s]*\s(?:virus|fever|flu|encephalitis|disease|measles|variant|strain)(?!\p{L})/iu.test(
    text.slice(end, end + 20),
  );
}

/** For each name of a sentence, whether the words before or behind say that a place stands here; see `isLocated`. */
export function locatedIn(around: Omit<Neighbourhood, 'index'>): boolean[] {
  const located: boolean[] = [];
  for (const [index, name] of around.bare.entries()) {
    located.push(isLocated(name, { ...around, index }, located[index - 1] ?? false));
  }
  return located;
}

/** "in Nice", "Nice, France", a dateline. `isLast` is whether it is so of the name before. */
function isLocated(name: BareName, around: Neighbourhood, isLast: boolean): boolean {
  if (around.sentence.part === 'dateline' || isBeforeContainer(name, around)) return true;
  const at = wordBefore(name, around);
  if (hasKindBehind(name, around)) return true;
  if (at < around.sentence.first) return false;
  return isPointedAt(at, around) || (isLast && isListed(name, around));
}

/** The token in front of a name, without "the", "southern" and the like. */
function wordBefore(name: BareName, { document, sentence }: Neighbourhood): number {
  const text = (at: number) => document.tokens[at]?.text ?? '';
  let at = name.first - 1;
  while (at >= sentence.first && /^(?:the|a|an)$/i.test(text(at))) at--;
  while (at >= sentence.first && (isCompass(text(at)) || text(at) === '-')) at--;
  return at;
}

/** "in", "near"; "Camp"; "the town of". */
function isPointedAt(at: number, { document, sentence, words }: Neighbourhood): boolean {
  const word = document.tokens[at]?.text ?? '';
  if (isLocative(word) || words.before.has(word.toLowerCase())) return true;
  const kind = at > sentence.first ? (document.tokens[at - 1]?.text.toLowerCase() ?? '') : '';
  return word === 'of' && (words.before.has(kind) || PEOPLE_OF.test(kind));
}

/** "residents of Marshall", "the mayor of Remington". */
const PEOPLE_OF =
  /^(?:residents?|natives?|people|citizens|inhabitants|outskirts|streets|suburbs?|mayor|parts?|centre|center|north|south|east|west)$/;
/** "a Beckley man", "Nixa police". */
const HOME = /^(?:man|men|woman|women|residents?|natives?|teen|teenager|couple|police|firefighters|area)$/;

function hasKindBehind(name: BareName, { document, sentence, words }: Neighbourhood): boolean {
  const word = document.tokens[name.last]?.text ?? '';
  return name.last < sentence.last && (words.after.has(word.toLowerCase()) || HOME.test(word));
}

/** "in Homs, Hama and Idlib": what is true of the first is true of all. */
function isListed(name: BareName, around: Neighbourhood): boolean {
  const previous = around.bare[around.index - 1];
  if (!previous) return false;
  const between = around.document.text.slice(previous.end, name.start);
  return /^(?:,|,? and|,? or| &)\s(?:the )?$/.test(between);
}

/** "…, Illinois": a comma, then a country or region of our own tables. */
function isBeforeContainer(name: BareName, { document, bare, index }: Neighbourhood): boolean {
  const next = bare[index + 1];
  if (!next?.places.some(isBroad)) return false;
  return /^,\s$/.test(document.text.slice(name.end, next.start));
}

/** A common word needs more than "in": "the city of Reading", "Reading, England". */
export function hasTownWord(name: BareName, around: Neighbourhood): boolean {
  if (isBeforeContainer(name, around)) return true;
  const [kind = '', of] = [
    around.document.tokens[name.first - 2]?.text,
    around.document.tokens[name.first - 1]?.text,
  ];
  return of === 'of' && around.words.before.has(kind.toLowerCase());
}

/**
 * "Paris Hilton", "Kabul University", "Mr Washington": whether a word next to it makes it part of another name.
 * `isOwn` is whether it is a name of our own tables, which hyphens and words in front leave as it is ("Iraq-Syria").
 */
export function isPartOfLongerName(name: BareName, around: Neighbourhood, isOwn: boolean): boolean {
  if (goesOn(name, around)) return true;
  // "Mahim Bay" is not the region of Bay; "Iraq-Syria" and "Mr. X in Texas" are what they are.
  if (isOwn)
    return name.places.every(({ precision }) => precision === 'region') && isBehindName(name, around);
  return goesOnInSmall(name, around) || goesOnWithHyphen(name, around) || beginsEarlier(name, around);
}

/** A capital word behind it that is no place, day or word of place: "Kabul University". */
function goesOn(name: BareName, { document, sentence, words, bare, index }: Neighbourhood): boolean {
  const [last, next] = [document.tokens[name.last - 1], document.tokens[name.last]];
  if (!last || !next || name.last >= sentence.last) return false;
  if (!/^[ \u00a0]$/.test(document.text.slice(last.end, next.start))) return false;
  if (!isCapital(next.text) || isCalendar(next.text)) return false;
  const following = bare[index + 1];
  if (following?.first === name.last && following.places.some(isBroad)) return false;
  const word = next.text.toLowerCase();
  const second = document.tokens[name.last + 1]?.text.toLowerCase() ?? '';
  return !words.after.has(word) && !words.after.has(`${word} ${second}`);
}

/** "Morne à Cabrit" is not Morne, nor "Ain al-Hilweh" Ain. */
function goesOnInSmall(name: BareName, { document, sentence }: Neighbourhood): boolean {
  const [small = '', after = ''] = [document.tokens[name.last]?.text, document.tokens[name.last + 1]?.text];
  if (name.last + 1 >= sentence.last) return false;
  if (/^(?:à|de|del|da|do|du|des|la|bin)$/.test(small) && isCapital(after)) return true;
  return isArticle(small) && !isCapital(small) && after === '-';
}

/** "Dara-e Suf", "Tal-Whatever": a hyphen that touches both. */
function goesOnWithHyphen(name: BareName, { document, bare, index }: Neighbourhood): boolean {
  const [last, hyphen, behind] = [name.last - 1, name.last, name.last + 1].map((at) => document.tokens[at]);
  if (hyphen?.text !== '-' || hyphen.start !== last?.end || behind?.start !== hyphen.end) return false;
  const isWord = isCapital(behind.text) || /^(?:e|i|ye|yi|ul|al|el)$/.test(behind.text);
  return isWord && bare[index + 1]?.first !== name.last + 1;
}

/** A region whose name is one short word, right behind a word in capitals. */
function isBehindName(name: BareName, around: Neighbourhood): boolean {
  return (
    name.key.length <= 5 &&
    around.document.tokens[name.first - 1]?.text !== '-' &&
    beginsEarlier(name, around)
  );
}

/** A capital word in front that is no place, nationality, day or point of the compass: "Mr Washington". */
function beginsEarlier(name: BareName, { document, sentence, words, bare, index }: Neighbourhood): boolean {
  const at = name.first - 1;
  const previous = document.tokens[at]?.text ?? '';
  const before = bare[index - 1];
  if (at < sentence.first || before?.last === name.first) return false;
  if (previous === '-') return isCapital(document.tokens[at - 1]?.text ?? '') && before?.last !== at;
  if (!isCapital(previous) || at === opensAt(document, sentence)) return false;
  if (isCompass(previous) || isCalendar(previous)) return false;
  return words.countryOfWord(previous) === undefined && !words.before.has(previous.toLowerCase());
}

/** The first word of a sentence, whose capital says nothing. */
export function opensAt(document: Document, sentence: Sentence): number {
  let at = sentence.first;
  while (at < sentence.last && !/^\p{L}/u.test(document.tokens[at]?.text ?? '')) at++;
  return at;
}
