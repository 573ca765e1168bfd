import { readFileSync } from 'node:fs';
import type { Lists } from '../lists.js';
import type { Gazetteer } from './gazetteer.js';
import { gazetteerFrom } from './tables.js';

/** The word lists as they stand in the source tree. */
export const lists: Lists = (name) => readFileSync(new URL(`../${name}.txt`, import.meta.url), 'utf8');

/** The file of towns as it is shipped. */
export function shippedCities(): Uint8Array {
  return readFileSync(new URL('../../../models/gazetteer-cities.bin', import.meta.url));
}

/** The gazetteer as it is shipped. */
export function shippedGazetteer(): Gazetteer {
  return gazetteerFrom({
    cities: shippedCities(),
    countries: lists('places/countries'),
    areas: lists('places/areas'),
    towns: lists('places/towns'),
  });
}
