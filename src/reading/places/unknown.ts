import type { Name } from '../../record/index.js';
import { firstWhere } from '../search.js';
import { type Document, isOwn, type Sentence } from '../text/index.js';
import { countriesOfPlace, liesIn, nationalityBefore } from './containers.js';
import { coverOf } from './cover.js';
import type { Place } from './gazetteer.js';
import type { TypedRun } from './named.js';
import { isDisease } from './neighbours.js';
import { countryPlace, explicitAnchor, isTown, type Surroundings } from './sites.js';
import {
  isArticle,
  isCalendar,
  isCapital,
  isCompass,
  isParticle,
  type PlaceWords,
  type Style,
} from './words.js';

/** A name in capitals that no gazetteer knows, where the words say that a place stands: "in Yaingangpokpi". */
export type UnknownPlace = Omit<TypedRun, 'kind' | 'word'>;

const LONGEST = 4;
/** How many sentences back the country of an unknown place is looked for. */
const BACK = 2;
const PLACED =
  /^(?:in|near|at|outside|around|from|towards?|between|inside|into|reached|captured|seized|entered|village|town|city|hamlet|nearby|neighbouring|neighboring|and)$/i;
/** "the village of Yahidne", "the suburb of Gogjali". */
const OF_PLACE =
  /^(?:village|town|city|hamlet|suburb|quarter|neighbou?rhood|district|community|settlement|port|camp|outskirts|island|municipality|commune)s?$/i;
/** Capital words behind "in" and "at" that are no places. */
const NO_PLACE =
  /^(?:I|He|She|It|We|They|God|English|Arabic|French|Spanish|Russian|Parliament|Congress|Senate|Cabinet|Operation|Ramadan|Eid|Christmas|Easter|Ashura|Operation|Article|Section|Chapter|Group|Round|Game|Grade|Mr|Mrs|Ms|Dr|President|Prime|Minister|Judge|Islam|Covid|Dec|Nov|Oct|Sept|Aug|Jan|Feb|GMT|UTC|BST|EST)\b/;

/** The places that no gazetteer knows, in plain sentences. `taken` are the spans that mean something already. */
export function unknownPlaces(
  document: Document,
  names: readonly Name[],
  taken: readonly { start: number; end: number }[],
  words: PlaceWords,
  styles: readonly Style[],
): UnknownPlace[] {
  const found: UnknownPlace[] = [];
  const others = names.filter((name) => name.type !== 'place' && name.type !== 'facility');
  const cover = coverOf(document.text, [...taken, ...others]);
  const namedPlaces = names.filter((name) => name.type === 'place');
  const ends = new Set(taken.map(({ end }) => end));
  const isPlaceEnd = (offset: number) => found.at(-1)?.end === offset || ends.has(offset);
  for (const [index, sentence] of document.sentences.entries()) {
    if (!isOwn(sentence)) continue;
    const named = namedRuns(document, sentence, index, namedPlaces).filter(
      (run) => !cover.touches(run) && isPlaced(document, sentence, run, isPlaceEnd),
    );
    for (const run of named) cover.take(run);
    found.push(...named);
    if (styles[index] !== 'plain') continue;
    for (const run of capitalRuns(document, sentence, index, words)) {
      if (!cover.touches(run) && isPlaced(document, sentence, run, isPlaceEnd)) found.push(run);
    }
  }
  return found;
}

/** The runs of words in capitals of a sentence. */
function capitalRuns(
  document: Document,
  sentence: Sentence,
  index: number,
  words: PlaceWords,
): UnknownPlace[] {
  const runs: UnknownPlace[] = [];
  let at = sentence.first;
  while (at < sentence.last) {
    const run = runAt(document, sentence, index, at, words);
    if (run) runs.push(run);
    at = run ? run.last : at + 1;
  }
  return runs;
}

/** The names of a sentence that the language model takes for places. */
function namedRuns(
  document: Document,
  sentence: Sentence,
  index: number,
  names: readonly Name[],
): UnknownPlace[] {
  const found: UnknownPlace[] = [];
  for (let at = firstWhere(names, ({ end }) => end > sentence.start); at < names.length; at++) {
    const { start, end, quote } = names[at] as Name;
    if (start >= sentence.end) break;
    if (!/^(?:\p{Lu}|[ae]l-\p{Lu})[\p{L}\p{M}'’. -]+$/u.test(quote) || quote.length < 4) continue;
    if (isDisease(document.text, end)) continue;
    const first = firstWhere(document.tokens, (token) => token.end > start);
    const last = firstWhere(document.tokens, (token) => token.start >= end);
    found.push({ sentence: index, first, last, start, end, from: first, to: last });
  }
  return found;
}

function runAt(
  document: Document,
  sentence: Sentence,
  index: number,
  first: number,
  words: PlaceWords,
): UnknownPlace | undefined {
  const { tokens } = document;
  let last = first;
  for (let at = first; at < Math.min(sentence.last, first + 2 * LONGEST); at++) {
    const part = partAt(document, at, at === first, words);
    if (part === 'none') break;
    if (part === 'name') last = at + 1;
  }
  if (last === first) return undefined;
  const [start, end] = [tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0];
  const text = document.text.slice(start, end);
  const isInitials = /^[\p{Lu}\p{N}.-]+$/u.test(text);
  if (isInitials || text.length < 3 || NO_PLACE.test(text)) return undefined;
  if (words.common.has(text.toLowerCase())) return undefined;
  return { sentence: index, first, last, start, end, from: first, to: last };
}

/** What a token is in a name: a word of it, a mark or small word inside it, or no part of it. */
function partAt(
  document: Document,
  at: number,
  isFirst: boolean,
  words: PlaceWords,
): 'name' | 'inside' | 'none' {
  const [before, token] = [document.tokens[at - 1], document.tokens[at]];
  if (!token || (!isFirst && token.start - (before?.end ?? 0) > 1)) return 'none';
  const { text } = token;
  if (isCapital(text)) return isCalendar(text) || words.countryOfWord(text) !== undefined ? 'none' : 'name';
  if (text === '-') return token.start === before?.end ? 'inside' : 'none';
  const isSmall = isArticle(text) ? isNameArticle(document, at) : !isFirst && isNameParticle(text);
  return isSmall ? 'inside' : 'none';
}

/** "Tall al Hamis", "Tel as-Samn"; "Flights at Gardermoen" is no name. */
function isNameArticle(document: Document, at: number): boolean {
  return /^[ae]l$/i.test(document.tokens[at]?.text ?? '') || document.tokens[at + 1]?.text === '-';
}

function isNameParticle(text: string): boolean {
  return isParticle(text) && !/^(?:and|of|in|on|the)$/.test(text);
}

/** Whether the words before the run say that it is a place, or it goes on with a list of such. */
function isPlaced(
  document: Document,
  sentence: Sentence,
  run: UnknownPlace,
  isPlaceEnd: (offset: number) => boolean,
): boolean {
  let at = run.first - 1;
  while (at > sentence.first && isCompass(document.tokens[at]?.text ?? '')) at--;
  const word = document.tokens[at]?.text ?? '';
  if (at < sentence.first) return false;
  if (/^of$/.test(word)) return OF_PLACE.test(document.tokens[at - 1]?.text ?? '');
  if (/^and$/.test(word)) {
    return [' and ', ', and '].some(
      (link) => document.text.endsWith(link, run.start) && isPlaceEnd(run.start - link.length),
    );
  }
  return PLACED.test(word);
}

/** The country of "the Ethiopian town of …". */
function nationAnchor(run: UnknownPlace, around: Surroundings): Place | undefined {
  return countryPlace(nationalityBefore(around.document, run, around.words), around);
}

/** The country of the nearest place of the same sentence, else of the last one in the two sentences before. */
function localCountry(run: UnknownPlace, around: Surroundings): Place | undefined {
  let [nearest, least] = [undefined as string | undefined, Number.POSITIVE_INFINITY];
  const close = around.meant.slice(Math.max(0, run.sentence - BACK), run.sentence + 1).flat();
  for (const { name, place } of close) {
    if (!name.isOwnPlace) continue;
    const [country, ...more] = place ? countriesOfPlace(place) : [];
    const distance = (run.sentence - name.sentence) * 1000 + Math.abs(name.first - run.first);
    if (country && more.length === 0 && distance < least) [nearest, least] = [country, distance];
  }
  return countryPlace(nearest, around);
}

/** What is known of such a place: the country or region that the words put it into, else the main country. */
export function placeOfUnknown(
  run: UnknownPlace,
  around: Surroundings,
): { place: Place; name: string; rule: string } | undefined {
  const anchor =
    explicitAnchor(run, around) ?? nationAnchor(run, around) ?? localCountry(run, around) ?? around.main;
  if (!anchor) return undefined;
  const text = around.document.text.slice(run.start, run.end);
  const [country] = countriesOfPlace(anchor);
  const alike = country ? (around.gazetteer.alike?.(text, country) ?? []) : [];
  const town =
    anchor.precision === 'country' ? alike[0] : alike.find((other) => liesIn(other, anchor) >= 0.2);
  if (town) {
    return { place: town, name: text, rule: `another spelling of ${town.name}, by its sound` };
  }
  const place = isTown(anchor) ? { ...anchor, precision: 'exact' as const } : anchor;
  const rule = `in no gazetteer; by ${anchor.name}, which the words around it or the report name`;
  return { place, name: `${text}, ${anchor.name}`, rule };
}
