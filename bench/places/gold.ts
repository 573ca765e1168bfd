import { kilometres } from '../../src/reading/places/distance.js';
import { foldName } from '../../src/reading/places/fold.js';
import type { Country } from '../../src/reading/places/index.js';

/** A toponym as people annotated it. Offsets are UTF-16 and half-open. */
export interface GoldToponym {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Absent where nobody could say where it is: then it counts for recognition alone. */
  readonly point?: { readonly lat: number; readonly lon: number };
  /** ISO 3166-1 alpha-2 where the entry is a country: it is then right by this code, not by a distance. */
  readonly country?: string;
}

/** A text with its toponyms, in the order of their places. */
export interface GoldText {
  readonly id: string;
  readonly text: string;
  readonly toponyms: readonly GoldToponym[];
}

/** What a file says of an entry beside its coordinates. */
export interface Entry {
  /** The names that the entry goes by: the title of its page, its name in a gazetteer, the words of the text. */
  readonly names: readonly string[];
  /** The feature code of GeoNames, such as PCLI, where the file has one. */
  readonly code?: string | undefined;
  readonly point: { readonly lat: number; readonly lon: number };
}

/** Within how many kilometres of our middle of a country another middle of it lies; Russia has them far apart. */
const SAME_COUNTRY = 1800;

/**
 * The country that an entry is, if it is one: GeoNames calls it a political entity (PCL…), or, where the file has no such
 * codes, its first name is a country's and its point lies where that country is. "Georgia" in the United States is none.
 */
export function countryOf(entry: Entry, countries: readonly Country[]): string | undefined {
  if (entry.code !== undefined && !entry.code.startsWith('PCL')) return undefined;
  const names = (entry.code === undefined ? entry.names.slice(0, 1) : entry.names).map(foldName);
  return countries.find(
    ({ name, otherNames, ...middle }) =>
      [name, ...otherNames].some((one) => names.includes(foldName(one))) &&
      kilometres(middle, entry.point) < SAME_COUNTRY,
  )?.code;
}
