import type { Lists } from '../lists.js';
import { countriesOf } from './tables.js';

/**
 * Gives the country of a nationality word, as ISO 3166-1 alpha-2: "Iraqi", "Iraqis", "IRAQI" and "Afghan" have one,
 * "iraqi", "Kurd" and "Iraq" have none. "US" and "UK" count, since they stand where an adjective stands ("US troops").
 */
export function prepareCountryOfWord(lists: Lists): (word: string) => string | undefined {
  const codes = new Map<string, string>();
  const countries = countriesOf(lists('places/countries'));
  const names = new Set(countries.flatMap(({ name, otherNames }) => [name, ...otherNames]));
  for (const { code, nationalities } of countries) {
    for (const word of nationalities) {
      if (!codes.has(word)) codes.set(word, code);
      if (!codes.has(word.toUpperCase())) codes.set(word.toUpperCase(), code);
    }
  }
  // "Philippines" is no plural of "Philippine".
  return (word) => codes.get(word) ?? (names.has(word) ? undefined : singular(codes, word));
}

/** "Iraqis" and "Dutchmen"; not "US" as the plural of "U". */
function singular(codes: ReadonlyMap<string, string>, word: string): string | undefined {
  if (/..[sS]$/.test(word)) return codes.get(word.slice(0, -1));
  return /.men$/.test(word) ? codes.get(`${word.slice(0, -3)}man`) : undefined;
}
