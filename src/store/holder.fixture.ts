// A process that holds a data folder: it says the hash of every report that the store has acknowledged, and goes on
// until it is killed, or until it has kept as many as it was told to.
import { openStore } from './index.js';
import { readingOf } from './reading.fixture.js';

const [folder, most] = process.argv.slice(2);
const store = await openStore({ folder });
process.stdout.write('open\n');
for (let n = 0; n < Number(most ?? Infinity); n += 1) {
  const report = { text: `Report ${n} of process ${process.pid}: shells fell again.` };
  const { hash } = await store.keep(report, readingOf(report, [{ words: 'shells fell' }]));
  process.stdout.write(`${hash}\n`);
}
await store.close();
process.stdout.write('closed\n');
