import { lists } from '../lists.fixture.js';
import { prepareStages } from '../stages.fixture.js';
import type { Grammar } from '../syntax/index.js';
import type { Document } from '../text/index.js';
import { prepareTimes, type Times } from './index.js';

const stages = await prepareStages();
const times = prepareTimes(lists);

/** Reads the times of a text. Thursday 8 February 2024 is the day of publication unless another is given, or null for none. */
export async function readTimes(
  words: string,
  published: string | null = '2024-02-08',
): Promise<Times & { document: Document; grammar: Grammar }> {
  const { document, grammar } = await stages({ text: words, published });
  return { ...times(document, grammar), document, grammar };
}

/** The stretches that were read, one line a time: `Wednesday night = 2024-02-07`. */
export async function shown(words: string, published?: string | null): Promise<string[]> {
  return (await readTimes(words, published)).stretches.map(
    ({ quote, edtf, value }) => `${quote} = ${edtf ?? `(${value})`}`,
  );
}

/** The expressions that were read as TIMEX3 has them, one line a time: `Wednesday night = TIME 2024-02-07TNI`. */
export async function timexes(words: string, published?: string | null): Promise<string[]> {
  return (await readTimes(words, published)).expressions.map(
    ({ quote, type, value }) => `${quote} = ${type} ${value}`,
  );
}
