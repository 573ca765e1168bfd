import { readFileSync } from 'node:fs';
import { lists } from '../lists.fixture.js';
import type { Gazetteer } from './gazetteer.js';
import { gazetteerFrom } from './tables.js';

export { lists };

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
