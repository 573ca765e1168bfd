import { runBench } from './run.js';

process.exitCode = await runBench(process.argv.slice(2), {
  // Loaded only when a bench asks, so that a bench can time it.
  openReader: async () => (await import('../src/house.js')).openReader(),
  print: (line) => console.log(line),
  warn: (line) => console.error(line),
});
