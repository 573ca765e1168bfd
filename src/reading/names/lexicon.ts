import type { SpeakerKind } from '../../record/index.js';
import { entries, type Lists, rows } from '../lists.js';

/** The word lists of the stage, ready to be asked. All words are in lower case. */
export interface Lexicon {
  /** Titles of persons, and the kind of speaker that each makes; '' where it does not say. */
  readonly titles: ReadonlyMap<string, SpeakerKind | ''>;
  readonly organisationWords: ReadonlyMap<string, SpeakerKind>;
  readonly facilityWords: ReadonlySet<string>;
  readonly placeWords: ReadonlySet<string>;
  readonly eventWords: ReadonlySet<string>;
  readonly firstNames: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  readonly nationalities: ReadonlySet<string>;
  /** Names of the same thing share a number. */
  readonly sameNames: ReadonlyMap<string, number>;
}

/** Reads the lists of the stage. Throws where a list is missing. */
export function lexiconOf(lists: Lists): Lexicon {
  const set = (name: string) => new Set(entries(lists(`names/${name}`)).map((word) => word.toLowerCase()));
  const map = <V extends string>(name: string) =>
    new Map(rows(lists(`names/${name}`)).map(([word = '', value = '']) => [word.toLowerCase(), value as V]));
  return {
    titles: map<SpeakerKind | ''>('titles'),
    organisationWords: map<SpeakerKind>('organisation-words'),
    facilityWords: set('facility-words'),
    placeWords: set('place-words'),
    eventWords: set('event-words'),
    firstNames: set('first-names'),
    notNames: set('not-names'),
    nationalities: set('nationalities'),
    sameNames: sameNames(lists),
  };
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
