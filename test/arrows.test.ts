import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** What may stand in the house: one file in each place, with imports along the arrows. */
const allowed: Record<string, string[]> = {
  'src/record/index.ts': ["'./span.js'", "'zod'", "'edtf'"],
  'src/record/report.ts': ["'./span.js'", "'node:crypto'", "'zod'"],
  'src/record/codebook.ts': ["'node:module'", "'zod'"],
  'src/reading/index.ts': [
    "'./lists.js'",
    "'./text/index.js'",
    "'./claims/index.js'",
    "'../record/index.js'",
  ],
  'src/reading/text/document.ts': ["'../../record/index.js'", "'../lists.js'", "'edtf'"],
  'src/reading/encoder/engine.ts': ["'onnxruntime-node'", "'onnxruntime-web'"],
  'src/reading/syntax/index.ts': ["'./grammar.js'", "'../text/index.js'", "'../encoder/index.js'"],
  'src/reading/times/rules/dates.ts': [
    "'../read.js'",
    "'../../../record/index.js'",
    "'../../names/index.js'",
  ],
  'src/reading/claims/index.ts': ["'../incidents/index.js'", "'../places/index.js'", "'../times/index.js'"],
  'src/joining/index.ts': ["'../record/index.js'"],
  'src/gathering/index.ts': ["'./page/index.js'", "'../record/index.js'", "'node:fs'", "'undici'"],
  'src/gathering/page/index.ts': ["'../published.js'", "'../../record/index.js'"],
  'src/store/index.ts': ["'../record/index.js'", "'pg'", "'node:net'"],
  'src/publishing/index.ts': ["'../record/index.js'"],
  'src/house.ts': ["'./reading/index.js'", "'./store/index.js'", "'./joining/index.js'", "'node:fs'"],
  'src/index.ts': ["'./house.js'", "'./record/index.js'"],
  'src/doors/cli/index.ts': ["'../../house.js'", "'../../index.js'", "'../../gathering/index.js'"],
  'src/doors/http/index.ts': ["'../../publishing/index.js'", "'../../record/index.js'", "'hono'"],
  'web/src/app.ts': ["'./list/rows.js'", "'react'"],
};

/** A line that breaks a rule, where it stands, and what the lint says of it. */
const violations: [rule: string, file: string, line: string][] = [
  ['Arrow rooms', 'src/record/span.ts', "import { a } from '../reading/index.js';"],
  ['Arrow rooms', 'src/record/span.ts', "export * from '../house.js';"],
  ...roomsApart(),
  ['Arrow rooms', 'src/reading/times/index.ts', "import { a } from '../../store/index.js';"],
  ['Arrow rooms', 'src/reading/times/rules/dates.ts', "import { a } from '../../../doors/cli/index.js';"],
  ['Arrow rooms', 'src/gathering/index.ts', "import { a } from '../house.js';"],
  ['Arrow rooms', 'src/store/index.ts', "import type { A } from '../index.js';"],
  ['Arrow rooms', 'src/publishing/index.ts', "const a = await import('../store/index.js');"],
  ['Arrow rooms', 'src/house.ts', "import { a } from './doors/cli/index.js';"],
  ['Arrow rooms', 'src/house.ts', "import { a } from './index.js';"],
  ['Arrow rooms', 'src/index.ts', "export { a } from './doors/http/index.js';"],
  ['Arrow by-index', 'src/joining/index.ts', "import { a } from '../record/span.js';"],
  ['Arrow by-index', 'src/house.ts', "import { a } from './store/server.js';"],
  ['Arrow by-index', 'src/reading/index.ts', "import { a } from './text/document.js';"],
  ['Arrow by-index', 'src/reading/claims/index.ts', "import type { A } from '../text/document.js';"],
  ['Arrow by-index', 'src/doors/http/index.ts', "export type { A } from '../../record/span.js';"],
  ['Arrow by-index', 'web/src/app.ts', "import type { A } from '../../src/record/span.js';"],
  ...laterStages(),
  ['Arrow stages', 'src/reading/text/index.ts', "const a = await import('../claims/index.js');"],
  ['Arrow stages', 'src/reading/times/rules/dates.ts', "import { a } from '../../places/index.js';"],
  ['Arrow doors', 'src/doors/cli/index.ts', "import { a } from '../../reading/index.js';"],
  ['Arrow doors', 'src/doors/cli/index.ts', "import { type A, a } from '../../store/index.js';"],
  ['Arrow doors', 'src/doors/http/index.ts', "const a = await import('../../joining/index.js');"],
  ['Arrow desk', 'web/src/app.ts', "import { a } from '../../src/record/index.js';"],
  ['Arrow desk', 'web/src/app.ts', "import * as a from '../../src/index.js';"],
  ['Arrow desk', 'web/src/app.ts', "export { a } from '../../src/publishing/index.js';"],
  ['Arrow clock', 'src/reading/times/index.ts', 'export const a = Date.now();'],
  ['Arrow clock', 'src/reading/times/index.ts', 'export const a = new Date();'],
  ['Arrow clock', 'src/joining/index.ts', 'export const a = Math.random();'],
  ['Arrow clock', 'src/record/edtf.ts', 'export const a = Date.now;'],
  ...['node:fs', 'node:fs/promises', 'node:net', 'node:https', 'node:child_process', 'undici', 'pg'].map(
    (module): [string, string, string] => ['Arrow pure', 'src/reading/text/index.ts', `import '${module}';`],
  ),
  ['Arrow pure', 'src/reading/encoder/index.ts', "import 'onnxruntime-node';"],
  ['Arrow pure', 'src/reading/syntax/index.ts', "const a = await import('onnxruntime-web');"],
  ['Arrow pure', 'src/reading/encoder/engine.ts', "import { readFileSync } from 'node:fs';"],
  ['Arrow pure', 'src/reading/text/index.ts', "import 'onnxruntime-node';"],
  ['Arrow pure', 'src/record/span.ts', "import { createHash } from 'node:crypto';"],
  ['Arrow pure', 'src/record/report.ts', "import { readFileSync } from 'node:fs';"],
  ['Arrow pure', 'src/joining/index.ts', "import { Pool } from 'pg';"],
  ...['fetch', 'process', 'setTimeout', 'performance', 'crypto'].map((name): [string, string, string] => [
    'noRestrictedGlobals',
    'src/reading/text/index.ts',
    `export const a = ${name};`,
  ]),
  ['noExplicitAny', 'src/house.ts', 'export const a: any = 1;'],
  ['noNonNullAssertion', 'src/house.ts', "export const a = [''].at(0)!.length;"],
  ['useImportType', 'src/house.ts', "import { A } from './record/index.js'; export type B = A;"],
  ['noUnusedVariables', 'src/house.ts', 'const unused = 1;'],
];

function roomsApart(): [string, string, string][] {
  const rooms = ['reading', 'joining', 'gathering', 'store', 'publishing'];
  return rooms.flatMap((room) =>
    [...rooms, 'doors/cli']
      .filter((other) => other !== room)
      .map((other): [string, string, string] => [
        'Arrow rooms',
        `src/${room}/index.ts`,
        `import type { A } from '../${other}/index.js';`,
      ]),
  );
}

function laterStages(): [string, string, string][] {
  const stages = ['text', 'encoder', 'syntax', 'names', 'times', 'places', 'incidents', 'claims'];
  return stages.flatMap((stage, position) =>
    stages
      .slice(position + 1)
      .map((later): [string, string, string] => [
        'Arrow stages',
        `src/reading/${stage}/index.ts`,
        `import { a } from '../${later}/index.js';`,
      ]),
  );
}

interface Diagnostic {
  readonly category: string;
  readonly severity: string;
  readonly message: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}

/** Lints a tree of files (path → lines) with the rules of the house. */
function lint(folder: string, files: Readonly<Record<string, readonly string[]>>) {
  mkdirSync(folder);
  cpSync(join(root, 'lint'), join(folder, 'lint'), { recursive: true });
  cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  for (const [path, lines] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${lines.join('\n')}\n`);
  }
  const flags = ['--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none'];
  const run = spawnSync(process.execPath, [biome, 'lint', ...flags, '.'], { cwd: folder, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: Diagnostic[] };
  return { status: run.status, errors: diagnostics.filter(({ severity }) => severity === 'error') };
}

/** All violations in their files, one a line. The names on a line get a number, so that lines do not collide. */
function plantAll() {
  const files: Record<string, string[]> = {};
  const planted = violations.map(([rule, path, line], index) => {
    const lines = files[path] ?? [];
    files[path] = lines;
    lines.push(line.replace(/\b[aA]\b/g, (name) => `${name}${index}`));
    return { rule, path, line, number: lines.length };
  });
  return { files, planted };
}

function importAll(sources: readonly string[]): string[] {
  const names = sources.map((_, index) => `a${index}`);
  const imports = sources.map((source, index) => `import { a${index} } from ${source};`);
  return [...imports, `export const all = [${names.join(', ')}];`];
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-arrows-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the lint', () => {
  it('lets imports along the arrows pass, types at the doors and the desk, and anything in tests', () => {
    const files = Object.entries(allowed).map(([path, sources]) => [path, importAll(sources)]);
    const { status, errors } = lint(join(folder, 'allowed'), {
      ...Object.fromEntries(files),
      'src/doors/mcp/index.ts': ["export type { Reader } from '../../reading/index.js';"],
      'src/doors/mcp/call.ts': [
        "import type { Store } from '../../store/index.js';",
        'export type Kept = Store;',
      ],
      'web/src/types.ts': [
        'import type {',
        '  Reading,',
        "} from '../../src/record/index.js';",
        'export type Read = Reading;',
      ],
      'src/record/edtf.ts': ['export const day = new Date(0).toISOString();'],
      'src/reading/text/text.test.ts': [
        "import { readFileSync } from 'node:fs';",
        "import { server } from '../../store/server.js';",
        'export const all = [readFileSync, server, Date.now(), process.cwd()];',
      ],
    });
    expect(errors).toEqual([]);
    expect(status).toBe(0);
  });
});

// One run for all: starting the linter is what takes the time.
describe('the lint fails on', () => {
  const { files, planted } = plantAll();
  let result: ReturnType<typeof lint>;
  beforeAll(() => {
    result = lint(join(folder, 'planted'), files);
  });

  it.each(planted)('$rule: $path: $line', ({ rule, path, number }) => {
    const said = result.errors
      .filter(({ location }) => location.path === path && location.start.line === number)
      .map(({ category, message }) => `${category} ${message}`);
    expect(result.status).toBe(1);
    expect(said.join('\n')).toContain(rule);
  });
});
