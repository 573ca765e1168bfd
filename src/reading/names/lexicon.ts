import type { NameType, SpeakerKind } from '../../record/index.js';
import { entries, type Lists, rows } from '../lists.js';
import { plainText } from './table.js';

export type Gender = 'he' | 'she';

interface FirstName {
  /** In lower case. */
  readonly name: string;
  readonly gender: Gender | undefined;
  /** Whether it is a place or a common word too. */
  readonly isWord: boolean;
}

/** The first names of the list. Throws where it is missing. */
export function firstNamesOf(lists: Lists): FirstName[] {
  return rows(lists('names/first-names')).map(([name = '', gender, word]) => ({
    name: name.toLowerCase(),
    gender: gender === 'he' || gender === 'she' ? gender : undefined,
    isWord: word === 'word',
  }));
}

/** The first names that only men or only women bear, in lower case. */
export function gendersOf(firstNames: readonly FirstName[]): Map<string, Gender> {
  return new Map(firstNames.flatMap(({ name, gender }) => (gender ? [[name, gender] as const] : [])));
}

/** The word lists of the stage, ready to be asked. All words but those of `names` are in lower case. */
export interface Lexicon {
  /** The names that lists know, as they are written: armed groups, organisations, places taken for something else. */
  readonly names: ReadonlyMap<string, NameType>;
  /** The same names in lower case. */
  readonly types: ReadonlyMap<string, NameType>;
  /** Titles of persons, and the kind of speaker that each makes; '' where it does not say. */
  readonly titles: ReadonlyMap<string, SpeakerKind | ''>;
  readonly organisationWords: ReadonlyMap<string, SpeakerKind>;
  readonly firstNames: ReadonlySet<string>;
  /** First names that only men or only women bear. */
  readonly genders: ReadonlyMap<string, Gender>;
  readonly nationalities: ReadonlySet<string>;
  /** Names of the same thing share a number. */
  readonly sameNames: ReadonlyMap<string, number>;
}

/** Reads the lists of the stage. Throws where a list is missing. */
export function lexiconOf(lists: Lists): Lexicon {
  const set = (name: string) => new Set(entries(lists(`names/${name}`)).map((word) => word.toLowerCase()));
  const map = <V extends string>(name: string) =>
    new Map(rows(lists(`names/${name}`)).map(([word = '', value = '']) => [word.toLowerCase(), value as V]));
  const names = knownNames(lists);
  const firstNames = firstNamesOf(lists);
  return {
    names,
    types: new Map([...names].map(([name, type]) => [plainText(name).toLowerCase(), type])),
    titles: map<SpeakerKind | ''>('titles'),
    organisationWords: map<SpeakerKind>('organisation-words'),
    firstNames: new Set(firstNames.flatMap(({ name, isWord }) => (isWord ? [] : [name]))),
    genders: gendersOf(firstNames),
    nationalities: set('nationalities'),
    sameNames: sameNames(lists),
  };
}

function knownNames(lists: Lists): Map<string, NameType> {
  const names = (list: string, type: NameType) =>
    rows(lists(`names/${list}`)).map(([name = '']) => [name, type] as const);
  return new Map([
    ...names('known-places', 'place'),
    ...names('organisations', 'organisation'),
    ...names('armed-groups', 'armed_group'),
  ]);
}

function sameNames(lists: Lists): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [number, names] of rows(lists('names/same-names')).entries()) {
    for (const name of names) numbers.set(name.toLowerCase(), number);
  }
  return numbers;
}

/** Whether a word is one for the people of a country or faith: "Iraqi", "Iraqis". */
export function isNationality(lexicon: Lexicon, word: string): boolean {
  const lower = word.toLowerCase();
  return lexicon.nationalities.has(lower) || lexicon.nationalities.has(lower.replace(/s$/, ''));
}
