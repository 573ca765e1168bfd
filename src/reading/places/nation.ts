import type { Lists } from '../lists.js';
import { prepareCountryOfWord } from './nationalities.js';
import { type Country, countriesOf } from './tables.js';

/** Gives the country that a nationality word stands for: "Turkish" and "Turks" → Turkey; undefined for other words. */
export function prepareNation(lists: Lists): (word: string) => Country | undefined {
  const codeOf = prepareCountryOfWord(lists);
  const countries = new Map(countriesOf(lists('places/countries')).map((country) => [country.code, country]));
  return (word) => countries.get(codeOf(word) ?? '');
}

/** Gives the country of a name, "Costa Rica" or "US": also where it is part of the name of an organisation. */
export function prepareCountryNamed(lists: Lists): (name: string) => Country | undefined {
  const countries = countriesOf(lists('places/countries'));
  const named = new Map(
    countries.flatMap((country) => [country.name, ...country.otherNames].map((name) => [name, country])),
  );
  return (name) => named.get(name);
}
