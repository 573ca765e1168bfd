import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ROOT } from './changes.mjs';
import { runNode } from './run.mjs';

const NEEDED = [20, 20];

/** Installs and builds what is missing or has changed. Throws an Error with a clear line where that fails. */
export function setUp() {
  checkNode(process.versions.node);
  if (!isInstalled(ROOT)) install();
  build();
}

/** Throws where the Node that runs this is too old. */
export function checkNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  throw new Error(
    `Dateline needs Node ${NEEDED.join('.')} or later, and this is ${version}. See https://nodejs.org.`,
  );
}

/**
 * Whether `node_modules` has what package-lock.json names, at those versions. npm writes what it has installed into
 * `node_modules/.package-lock.json` when it is done, so an install that was broken off does not count. Packages for
 * other platforms are optional and not there.
 * @param {string} root the folder that package-lock.json is in
 */
export function isInstalled(root) {
  const installed = packagesIn(join(root, 'node_modules/.package-lock.json'));
  if (installed === undefined) return false;
  const wanted = packagesIn(join(root, 'package-lock.json')) ?? {};
  return Object.entries(wanted)
    .filter(([path, { optional, devOptional }]) => path !== '' && !optional && !devOptional)
    .every(([path, { version }]) => installed[path]?.version === version);
}

function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

function install() {
  console.error('Installing (npm ci) …');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const status = npm?.endsWith('.js')
    ? runNode(npm, args)
    : spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' }).status;
  if (status !== 0) throw new Error('npm ci failed; see above.');
}
