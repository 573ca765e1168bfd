#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/doors/cli/main.js', import.meta.url);

if (existsSync(main)) {
  const { run } = await import(main.href);
  await run();
} else {
  process.stderr.write('dateline: not built yet; run `npm run build` in the folder of the package first\n');
  process.exitCode = 2;
}
