import { readFileSync } from 'node:fs';
import { createReader, gazetteerFrom, type Reader } from './index.js';
import { lists } from './lists.fixture.js';

/** A reader with the lists and the gazetteer of the package, for tests. */
export function reader(): Reader {
  const cities = readFileSync(new URL('../../models/gazetteer-cities.bin', import.meta.url));
  const gazetteer = gazetteerFrom({
    cities,
    countries: lists('places/countries'),
    areas: lists('places/areas'),
    towns: lists('places/towns'),
  });
  return createReader({ version: 'test', lists, gazetteer });
}
