import { createReader, type Reader } from './index.js';
import { lists } from './lists.fixture.js';
import { shippedGazetteer } from './places/gazetteer.fixture.js';

/** A reader with the lists and the gazetteer of the package, for tests. */
export function reader(): Reader {
  return createReader({ version: 'test', lists, gazetteer: shippedGazetteer() });
}
