import { entries, type Lists, rows } from '../lists.js';
import type { Document, Sentence } from '../text/index.js';
import { foldName } from './fold.js';
import { prepareCountryOfWord } from './nationalities.js';
import { areasOf, countriesOf, withoutComma } from './tables.js';

/** What a word such as "airport" or "province" makes of the name that it stands with. */
export type PlaceKind = 'site' | 'section' | 'town' | 'district' | 'region';

/** The words that the finding of places goes by. */
export interface PlaceWords {
  readonly after: ReadonlyMap<string, PlaceKind>;
  readonly before: ReadonlyMap<string, PlaceKind>;
  /** The first words of the words of place, lower case: a quick look before the long one. */
  readonly kindStarts: ReadonlySet<string>;
  /** Lower case: words that are a place only where the words around them say so. */
  readonly common: ReadonlySet<string>;
  /** Folded first names of persons. */
  readonly firstNames: ReadonlySet<string>;
  readonly notPlaces: ReadonlySet<string>;
  /** Folded names of our own tables that are written in capitals only ("US", "DRC"), so that "us" is none. */
  readonly initials: ReadonlySet<string>;
  /** Folded forms of "Calif.", "N.Y." and ",New York", which are a region behind a town only. */
  readonly abbreviations: ReadonlySet<string>;
  /** The capital of a country, by its code. */
  readonly capitals: ReadonlyMap<string, string>;
  readonly countryNames: ReadonlyMap<string, string>;
  countryOfWord(word: string): string | undefined;
}

export function placeWordsOf(lists: Lists): PlaceWords {
  const kinds = rows(lists('places/place-words')).map(([word = '', kind, where = '']) => ({
    word,
    kind: kind as PlaceKind,
    where,
  }));
  const side = (sides: readonly string[]) =>
    new Map(kinds.filter(({ where }) => sides.includes(where)).map(({ word, kind }) => [word, kind]));
  const countries = countriesOf(lists('places/countries'));
  const areas = areasOf(lists('places/areas'));
  const ownNames = [...countries, ...areas].flatMap(({ name, otherNames }) => [
    name,
    ...otherNames.map(withoutComma),
  ]);
  return {
    after: side(['after', 'both']),
    before: side(['before', 'both']),
    kindStarts: new Set(kinds.map(({ word }) => /^[^ -]+/.exec(word)?.[0] ?? word)),
    common: new Set(entries(lists('places/common-words'))),
    firstNames: new Set(
      rows(lists('names/first-names')).flatMap(([name = '', , word]) =>
        word === 'word' ? [] : [foldName(name)],
      ),
    ),
    notPlaces: new Set(entries(lists('places/not-places')).map(foldName)),
    initials: initialsOf(ownNames),
    abbreviations: new Set(
      areas.flatMap((area) => area.otherNames.filter((name) => /^,|\.$/.test(name))).map(foldName),
    ),
    capitals: new Map(countries.flatMap(({ code, capitals: [first] }) => (first ? [[code, first]] : []))),
    countryNames: new Map(countries.map(({ code, name }) => [code, name])),
    countryOfWord: prepareCountryOfWord(lists),
  };
}

/** "VT" is in capitals only, but "Vt." is the same when folded. */
function initialsOf(names: readonly string[]): Set<string> {
  const isInitials = (name: string) => /^(?:\p{Lu}\.?){2,}$/u.test(name);
  const others = new Set(names.filter((name) => !isInitials(name)).map(foldName));
  return new Set(
    names
      .filter(isInitials)
      .map(foldName)
      .filter((key) => !others.has(key)),
  );
}

/** How a sentence is written: in "title" and "capitals" a capital letter says little. */
export type Style = 'plain' | 'title' | 'capitals';

/** The style of each sentence of a document. */
export function stylesOf(document: Document): Style[] {
  return document.sentences.map((sentence) => styleOf(document, sentence));
}

function styleOf(document: Document, sentence: Sentence): Style {
  let [words, long, capital, upper] = [0, 0, 0, 0];
  for (let at = sentence.first; at < sentence.last; at++) {
    const word = document.tokens[at]?.text ?? '';
    if (!/^\p{L}{2}/u.test(word)) continue;
    words++;
    if (word === word.toUpperCase()) upper++;
    if (word.length < 4) continue;
    long++;
    if (isCapital(word)) capital++;
  }
  if (words >= 3 && upper / words > 0.7) return 'capitals';
  // "Fighting in Suwayda, Syria." has a full stop, as a headline has not.
  return long >= 4 && capital / long > 0.75 && !/[.]$/.test(document.tokens[sentence.last - 1]?.text ?? '')
    ? 'title'
    : 'plain';
}

/** Whether a word begins with a capital letter; most words are told by their first code unit. */
export function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word);
}

const COMPASS =
  /^(?:(?:north|south)(?:[ -]?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?|north|south|central|coastal|mid|upper|lower|greater|downtown)$/i;
/** "northern", "south", "central": a part of the place whose name follows. */
export const isCompass = (word: string) => COMPASS.test(word);
const ARTICLE = /^(?:al|el|ad|an|ar|as|ash|at|az|ez|es|ed|et|er)$/i;
/** The Arabic article, as in "al-Qaim": a name may begin with it in lower case. */
export const isArticle = (word: string) => ARTICLE.test(word);
const PARTICLE =
  /^(?:de|da|del|della|di|du|dos|das|do|la|las|los|le|les|of|and|the|sur|en|au|aux|bin|à|am|an|im|ob|na|nad|upon|on|sobre|y|e|i|o)$/i;
/** A small word inside the name of a place: "Rio de Janeiro", "Trinidad and Tobago", "Port-au-Prince". */
export const isParticle = (word: string) => PARTICLE.test(word);
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary)?|feb(?:ruary)?|march|mar|april|apr|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i;
/** A day of the week or a month: with a capital, but part of no name. */
export const isCalendar = (word: string) => CALENDAR.test(word);
const LOCATIVE =
  /^(?:in|near|at|from|to|outside|around|across|inside|into|toward|towards|through|throughout|within|between|via|over|off|reach|reached|entered|left|captured|seized|retook|besieged|bombed|shelled|visited|visiting|attacking|striking|hitting|shelling|bombing|nearby|above|below|beyond|surrounding|neighbouring|neighboring|leaving|entering|leave|enter|east|west|north|south|northeast|northwest|southeast|southwest)$/i;
/** A word that has a place behind it: "in", "near", "outside". */
export const isLocative = (word: string) => LOCATIVE.test(word);
