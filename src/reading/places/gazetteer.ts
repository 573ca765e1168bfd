import type { Precision } from '../../record/index.js';

/** One place of the gazetteer. */
export interface Place {
  /** Such as `geonames:98182`, or `country:IQ` and `area:red-sea` for our own tables. */
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2; several for an area that lies in several countries; null for a sea. */
  readonly country: string | readonly string[] | null;
  readonly lat: number;
  readonly lon: number;
  readonly precision: Precision;
  readonly population: number;
}

/** Where places are looked up. Handed in by the house; a lookup is by exact name in any case ("baghdad", "Baghdad"). */
export interface Gazetteer {
  /** Which data this is, such as `gazetteer-2026-11`: it stands on every record. */
  readonly version: string;
  /** All places of that name, most populous first; empty where there is none. */
  find(name: string): readonly Place[];
  /** The number of words of the longest name, so that a stage knows how far to look. */
  readonly longest: number;
}
