import type { Precision } from '../../record/index.js';

/** One place of the gazetteer. */
export interface Place {
  /** Such as `geonames:98182`, or `country:IQ`, `area:red-sea` and `town:cd-komanda` for our own tables. */
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2; several for an area that lies in several countries; null for a sea. */
  readonly country: string | readonly string[] | null;
  readonly lat: number;
  readonly lon: number;
  readonly precision: Precision;
  readonly population: number;
  /** The first-level division, as GeoNames codes it: "US.IL". */
  readonly division?: string;
  /** The second-level division, as GeoNames codes it: "US.IL.167". */
  readonly district?: string;
  /** What kind of town it is, such as `capital`. */
  readonly kind?: string;
  /** Whether the name that it was found under is not the one that it goes by. */
  readonly isAlternate?: boolean;
  /** South, west, north and east edge of a country, in degrees: where "northern Nigeria" is. */
  readonly extent?: readonly [number, number, number, number];
}

/** The name says that it is a division and no town. */
const DIVISION_WORD =
  /\b(?:county|parish|province|governorate|district|region|state|oblast|raion|prefecture|department|canton|division|territory|borough|municipality|agency)\b/i;

/** Whether a place is a country, region, sea or border of our own tables, or a division by its name, and no town. */
export function isBroad(place: Place): boolean {
  if (place.id.startsWith('country:') || place.id.startsWith('area:')) return true;
  return isDivision(place) && DIVISION_WORD.test(place.name);
}

/** Whether a place is a first- or second-level division of GeoNames. */
export const isDivision = ({ kind }: Place) => kind === 'region' || kind === 'district';

/** Where places are looked up. Handed in by the house; a lookup is by exact name in any case ("baghdad", "Baghdad"). */
export interface Gazetteer {
  /** Which data this is, such as `gazetteer-2026-11`: it stands on every record. */
  readonly version: string;
  /** All places of that name, most populous first; empty where there is none. */
  find(name: string): readonly Place[];
  /**
   * Towns of a country (ISO 3166-1 alpha-2) whose names are other spellings of this one, most alike first: "Bint Jbeil"
   * finds Bent Jbaïl in LB. A gazetteer may do without.
   */
  alike?(name: string, country: string): readonly Place[];
  /** The number of words of the longest name, so that a stage knows how far to look. */
  readonly longest: number;
}
