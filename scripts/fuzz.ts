import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { anyEncoded } from '../src/reading/any-encoded.fixture.js';
import { anyText, checkReading } from '../src/reading/any-text.fixture.js';
import { reader } from '../src/reading/reader.fixture.js';

// Reads texts that chance makes up, and stops at the first that breaks the reader: `npm run fuzz`.
const BATCH = 1_000;

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    model: { type: 'string', default: '1000' },
    seed: { type: 'string' },
  },
});
const seed = number('seed', values.seed ?? String(Math.trunc(Math.random() * 2 ** 31)));
console.log(`seed ${seed}`);
const isGood =
  (await fuzz('stages', number('cases', values.cases), anyEncoded)) &&
  (await fuzz('model', number('model', values.model), undefined));
process.exitCode = isGood ? 0 : 1;

/** Whether all cases pass. The first that fails is made as small as it gets, and shown. */
async function fuzz(name: string, cases: number, encode: Parameters<typeof reader>[0]): Promise<boolean> {
  const { read } = await reader(encode);
  const property = fc.asyncProperty(anyText, async (text) => {
    checkReading(await read({ text, published: '2024-02-08' }));
  });
  const begun = performance.now();
  for (let done = 0; done < cases; ) {
    const numRuns = Math.min(BATCH, cases - done);
    const batch = { seed: (seed + done) | 0, numRuns };
    const result = await fc.check(property, batch);
    if (result.failed) {
      const again = name === 'stages' ? `--cases ${numRuns} --model 0` : `--cases 0 --model ${numRuns}`;
      console.log(`\n${fc.defaultReportMessage(result)}`);
      console.log(`Again: npm run fuzz -- --seed ${batch.seed} ${again}`);
      return false;
    }
    done += numRuns;
    tell(name, done, cases, (performance.now() - begun) / 1000);
  }
  if (process.stderr.isTTY) process.stderr.write('\n');
  return true;
}

/** On a terminal one line that is written over; elsewhere a line now and then. */
function tell(name: string, done: number, cases: number, seconds: number): void {
  const line = `${name}: ${done} of ${cases} cases, ${seconds.toFixed(0)} s`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line}`);
  else if (done === cases || (done / BATCH) % 50 === 0) console.error(line);
}

function number(name: string, written: string): number {
  if (/^-?\d+$/.test(written)) return Number(written);
  console.error(`--${name} takes a whole number, not "${written}".`);
  process.exit(2);
}
