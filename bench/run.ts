import { archiveBench } from './archive/index.js';
import { type Bench, type Surroundings, UsageError } from './bench.js';
import { coreferenceBench } from './coreference/index.js';
import { joiningBench } from './joining/index.js';
import { languageBench } from './language/index.js';
import { muc4Bench } from './muc4/index.js';
import { piecesBench } from './pieces/index.js';
import { placesBench } from './places/index.js';
import { recordBench } from './record/index.js';
import { speedBench } from './speed/index.js';
import { timesBench } from './times/index.js';

const benches: Readonly<Record<string, Bench>> = {
  archive: archiveBench,
  coreference: coreferenceBench,
  joining: joiningBench,
  language: languageBench,
  muc4: muc4Bench,
  pieces: piecesBench,
  places: placesBench,
  record: recordBench,
  speed: speedBench,
  times: timesBench,
};

/** Runs the bench that the first word names. Gives the exit status: 2 where the words are wrong, 1 where it failed. */
export async function runBench(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const [name = '', ...args] = words;
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (!bench) {
    surroundings.warn(name === '' ? 'Which bench?' : `There is no bench "${name}".`);
    surroundings.warn(listOfBenches());
    return 2;
  }
  try {
    await bench.run(args, surroundings);
    return 0;
  } catch (error) {
    surroundings.warn(error instanceof Error ? error.message : String(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

function listOfBenches(): string {
  const lines = Object.values(benches).map(
    ({ usage, summary }) => `  npm run bench -- ${usage}\n      ${summary}`,
  );
  return ['Benches:', ...lines].join('\n');
}
