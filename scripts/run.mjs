import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './changes.mjs';

/**
 * The script of a package that a command runs; undefined where the package is not installed.
 * @param {string} name of the package
 * @param {string} command
 */
export function commandOf(name, command) {
  const folder = join(ROOT, 'node_modules', name);
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  const { bin } = JSON.parse(readFileSync(file, 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Runs a script with this Node in the root of the project, and gives its exit status.
 * @param {string} script
 * @param {string[]} args
 * @param {{ quiet?: boolean }} [options] quiet: what it says is shown only when it fails
 */
export function runNode(script, args, { quiet = false } = {}) {
  const stdio = quiet ? 'pipe' : 'inherit';
  const { status, error, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: ROOT,
    stdio,
  });
  if (error) throw error;
  if (quiet && status !== 0) process.stderr.write(Buffer.concat([stdout, stderr]));
  return status ?? 1;
}
