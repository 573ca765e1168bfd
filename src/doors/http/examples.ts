import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { reportsFromBytes } from '../../gathering/index.js';
import type { House } from '../../house.js';
import { keepReports } from './keep.js';

const EXAMPLES = fileURLToPath(new URL('../../../examples/reports.jsonl', import.meta.url));

/** Keeps the example reports, which are invented and say so, in a store that has no reports. Gives how many there are. */
export async function keepExamples(
  house: House,
  log: (line: string) => void,
  path = EXAMPLES,
): Promise<number> {
  const { total } = await house.store.reports({ limit: 1 });
  if (total > 0) return 0;
  const gathered = await reportsFromBytes(await readFile(path), {
    name: path,
    mediaType: 'application/jsonl',
  });
  log('Reading the example reports …');
  // What is kept last is listed first, and the file begins with what shows most.
  const lastFirst = [...gathered].reverse();
  const { kept, errors } = await keepReports(house, lastFirst, log);
  for (const error of errors) log(error.message);
  return kept.length;
}
