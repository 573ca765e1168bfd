import type { prepareEncoder } from './encoder/index.js';
import { shippedLanguage } from './encoder/language.fixture.js';
import { createReader, type Reader } from './index.js';
import { lists } from './lists.fixture.js';
import { shippedGazetteer } from './places/gazetteer.fixture.js';

/** A reader with the lists, the gazetteer and the language model of the package, for tests; `encode` stands in for the model. */
export async function reader(encode?: ReturnType<typeof prepareEncoder>): Promise<Reader> {
  const language = await shippedLanguage();
  return createReader({ version: 'test', lists, gazetteer: shippedGazetteer(), language }, encode);
}
