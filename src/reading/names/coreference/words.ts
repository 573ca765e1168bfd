import type { NameType } from '../../../record/index.js';
import { type Lists, rows } from '../../lists.js';
import { firstNamesOf, type Gender, gendersOf } from '../lexicon.js';

/** What a word that can stand for a name says of what is named; see description-words.txt. */
export type Kind =
  | 'person'
  | 'people'
  | 'armed'
  | 'group'
  | 'firm'
  | 'body'
  | 'country'
  | 'town'
  | 'area'
  | 'building'
  | 'vehicle'
  | 'event';

/** The word lists of coreference. All words are in lower case. */
export interface Words {
  readonly kinds: ReadonlyMap<string, readonly Kind[]>;
  /** "spokeswoman" → "she", "king" → "he". */
  readonly genders: ReadonlyMap<string, Gender>;
  /** First names that only men or only women bear, in lower case. */
  readonly firstNames: ReadonlyMap<string, Gender>;
  readonly countries: ReadonlySet<string>;
  /** Words of titles as they stand before a name: "general", "prime", "minister". */
  readonly titles: ReadonlySet<string>;
}

/** Reads the word lists of coreference. Throws where a list is missing. */
export function wordsFrom(lists: Lists): Words {
  const kinds = new Map<string, Kind[]>();
  const genders = new Map<string, Gender>();
  for (const [word = '', kind = '', gender = ''] of rows(lists('names/coreference/description-words'))) {
    kinds.set(word, [...(kinds.get(word) ?? []), kind as Kind]);
    if (gender !== '') genders.set(word, gender as Gender);
  }
  return {
    kinds,
    genders,
    firstNames: gendersOf(firstNamesOf(lists)),
    countries: countriesOf(lists),
    titles: new Set(rows(lists('names/titles')).flatMap(([title = '']) => title.toLowerCase().split(' '))),
  };
}

/** The list of countries without its territories: "the country" may stand for these alone. */
function countriesOf(lists: Lists): Set<string> {
  const names = rows(lists('places/countries')).flatMap(([, name = '', others = '', , , , , precision]) =>
    precision === 'region' ? [] : [name, ...others.split(';')],
  );
  return new Set(names.map((name) => name.toLowerCase()));
}

const FITTING: Readonly<Record<Kind, readonly NameType[]>> = {
  person: ['person'],
  people: [],
  armed: ['armed_group'],
  group: ['armed_group', 'organisation'],
  firm: ['organisation'],
  body: ['organisation', 'armed_group'],
  country: ['place'],
  town: ['place'],
  area: ['place'],
  building: ['facility', 'place'],
  vehicle: ['vehicle', 'weapon'],
  event: ['event'],
};

/** Whether a word of one of these kinds may stand for a name of a type. */
export function fitsType(kinds: readonly Kind[], type: NameType): boolean {
  return kinds.some((kind) => FITTING[kind].includes(type));
}

const SHORT_TITLES: ReadonlyMap<string, string> = new Map([
  ['gen.', 'general'],
  ['maj.', 'major'],
  ['col.', 'colonel'],
  ['capt.', 'captain'],
  ['lt.', 'lieutenant'],
  ['sgt.', 'sergeant'],
  ['cpl.', 'corporal'],
  ['adm.', 'admiral'],
  ['cmdr.', 'commander'],
  ['sen.', 'senator'],
  ['rep.', 'representative'],
  ['gov.', 'governor'],
  ['pres.', 'president'],
  ['det.', 'detective'],
  ['dr.', 'doctor'],
  ['rev.', 'reverend'],
]);

/** "Gen." → "general": the word that a short title is short for. */
export function spelledOut(word: string): string {
  return SHORT_TITLES.get(word) ?? word;
}

/** Titles that tell whether the person is "he" or "she". */
export function genderOfTitle(word: string): Gender | undefined {
  if (/^(?:mr\.?|sir|lord|messrs\.?)$/.test(word)) return 'he';
  return /^(?:mrs\.?|ms\.?|miss|lady|dame|madam|mme\.?)$/.test(word) ? 'she' : undefined;
}
