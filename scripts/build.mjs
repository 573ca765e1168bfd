import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesIn, hashOf, ROOT } from './changes.mjs';
import { commandOf, runNode } from './run.mjs';

const DIST = join(ROOT, 'dist');
const isTest = (path) => /\.(?:test|fixture)\.tsx?$|[\\/]fixture[\\/]/.test(path);
/** Files of src that are read at run time, beside the code that reads them. */
const isData = (path) => /\.(?:txt|json|tsv)$/.test(path);

/** What is built, from what, and with which package. */
const steps = [
  {
    name: 'code',
    says: 'Compiling',
    tool: ['typescript', 'tsc'],
    source: 'src/index.ts',
    from: ['src', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    made: 'index.js',
    build: compile,
  },
  {
    name: 'desk',
    says: 'Building the desk',
    tool: ['vite', 'vite'],
    source: 'web/vite.config.ts',
    from: ['web', 'src/record', 'package-lock.json'],
    made: 'web/index.html',
    build: () => runNode(commandOf('vite', 'vite'), ['build', '-c', 'web/vite.config.ts'], { quiet: true }),
  },
];

/**
 * Builds what has changed since it was built: the hash of what each step was made from stands in `dist/.stamp-…`.
 * Where the compiler is not installed (`npm ci --omit=dev`), what is built already is left as it is.
 * Throws an Error that names the step that failed.
 */
export function build() {
  for (const step of steps) {
    if (existsSync(join(ROOT, step.source))) buildStep(step);
  }
}

function buildStep({ name, says, tool, from, made, build }) {
  const isMade = existsSync(join(DIST, made));
  if (commandOf(...tool) === undefined) {
    if (!isMade)
      console.error(`Not built: ${tool[0]} is a development dependency; run npm ci without --omit=dev.`);
    return;
  }
  const stamp = join(DIST, `.stamp-${name}`);
  const hash = hashOf(ROOT, from, (path) => !isTest(path));
  if (isMade && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.error(`${says} …`);
  rmSync(stamp, { force: true });
  if (build() !== 0) throw new Error(`${says} failed; see above.`);
  writeFileSync(stamp, hash);
}

function compile() {
  clearCode();
  const status = runNode(commandOf('typescript', 'tsc'), ['-p', 'tsconfig.build.json']);
  if (status === 0) copyData();
  return status;
}

/** Takes away what was compiled, so that no file outlives its source; the desk has a step of its own. */
function clearCode() {
  mkdirSync(DIST, { recursive: true });
  for (const name of readdirSync(DIST)) {
    if (name !== 'web' && !name.startsWith('.stamp-')) rmSync(join(DIST, name), { recursive: true });
  }
}

function copyData() {
  const source = join(ROOT, 'src');
  for (const file of filesIn(source).filter((path) => isData(path) && !isTest(path))) {
    const target = join(DIST, file.slice(source.length + 1));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(file, target);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    build();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
