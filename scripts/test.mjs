import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './changes.mjs';
import { countsOf } from './counts.mjs';
import { commandOf, runNode } from './run.mjs';
import { setUp } from './setup.mjs';

try {
  setUp();
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const tsc = commandOf('typescript', 'tsc');
const results = join(ROOT, '.cache/tests.json');
const outcomes = [
  check('Types', tsc, ['-p', '.']),
  ...(existsSync(join(ROOT, 'web/tsconfig.json'))
    ? [check('Types of the desk', tsc, ['-p', 'web', '--noEmit'])]
    : []),
  check('Lint', commandOf('@biomejs/biome', 'biome'), ['check', '.']),
  tests(process.argv.slice(2)),
];
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** A check that passes or fails as a whole. */
function check(name, script, args) {
  const isGood = runNode(script, args, { quiet: true }) === 0;
  console.log(`${isGood ? '✓' : '✗'} ${name}`);
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 };
}

function tests(args) {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  rmSync(results, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const status = runNode(commandOf('vitest', 'vitest'), ['run', ...reporters, ...args]);
  return countsOf(existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined, status);
}
