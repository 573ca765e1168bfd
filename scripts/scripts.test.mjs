import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf } from './changes.mjs';
import { countsOf } from './counts.mjs';
import { checkNode, isInstalled } from './setup.mjs';

let folder;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-scripts-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(path, content) {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
}

describe('the hash of what is built', () => {
  const hash = () => hashOf(folder, ['src', 'settings.json'], (path) => !path.endsWith('.test.ts'));

  it('changes with a content, a name, a new file and a file that goes', async () => {
    const hashes = [hash()];
    const note = async (change) => {
      await change();
      hashes.push(hash());
    };
    await note(() => write('src/a.ts', '1'));
    await note(() => write('src/a.ts', '2'));
    await note(() => write('src/deep/b.txt', ''));
    await note(() => write('settings.json', '{}'));
    await note(() => rm(join(folder, 'src/a.ts')));
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('does not change with what does not count', async () => {
    await write('src/a.ts', '1');
    const before = hash();
    await write('src/a.test.ts', '1');
    await write('elsewhere.ts', '1');
    await write('src/a.ts', '1');
    expect(hash()).toBe(before);
  });
});

describe('whether the dependencies are installed', () => {
  const lock = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/dev': { version: '2.0.0', dev: true },
      'node_modules/other-platform': { version: '3.0.0', optional: true },
    },
  };
  const { '': _, 'node_modules/other-platform': __, ...here } = lock.packages;
  beforeEach(() => write('package-lock.json', lock));
  const installed = (packages) => write('node_modules/.package-lock.json', { packages });

  it('is so where all are there but those of other platforms', async () => {
    await installed(here);
    expect(isInstalled(folder)).toBe(true);
  });

  it.each([
    ['one has another version', { ...here, 'node_modules/a': { version: '1.0.1' } }],
    ['those for development are left out', { 'node_modules/a': here['node_modules/a'] }],
    ['none is there', {}],
  ])('is not so where %s', async (_case, packages) => {
    await installed(packages);
    expect(isInstalled(folder)).toBe(false);
  });

  it('is not so where npm did not get to the end', async () => {
    await mkdir(join(folder, 'node_modules/a'), { recursive: true });
    expect(isInstalled(folder)).toBe(false);
  });
});

describe('the lock file', () => {
  // With `hasInstallScript` npm runs the script of onnxruntime-node, which fetches libraries for GPUs from elsewhere,
  // and leaves the package out where it cannot. npm writes it in when the package changes: take it out again.
  it('has npm run no script of the engine of the language model', async () => {
    const { packages } = JSON.parse(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8'));
    expect(packages['node_modules/onnxruntime-node'].version).toBeDefined();
    expect(packages['node_modules/onnxruntime-node'].hasInstallScript).toBeUndefined();
    expect(packages['node_modules/protobufjs'].hasInstallScript).toBeUndefined();
  });
});

describe('the version of Node', () => {
  it.each(['20.20.0', '20.20.2', '22.0.0', '100.1.0'])('may be %s', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it.each(['20.19.9', '18.20.0', '9.99.0'])('may not be %s', (version) => {
    expect(() => checkNode(version)).toThrow(`needs Node 20.20 or later, and this is ${version}`);
  });
});

describe('counting tests', () => {
  const file = (status, ...results) => ({
    status,
    assertionResults: results.map((each) => ({ status: each })),
  });

  it('counts those that passed and those that failed', () => {
    const testResults = [file('passed', 'passed'), file('failed', 'passed', 'failed', 'failed')];
    expect(countsOf({ numPassedTests: 2, testResults }, 1)).toEqual({ passed: 2, failed: 2 });
  });

  it('counts a file that could not be loaded', () => {
    expect(countsOf({ numPassedTests: 0, testResults: [file('failed')] }, 1)).toEqual({
      passed: 0,
      failed: 1,
    });
  });

  it('counts a run that ended badly, with results or without', () => {
    expect(countsOf({ numPassedTests: 1, testResults: [file('passed', 'passed')] }, 1)).toEqual({
      passed: 1,
      failed: 1,
    });
    expect(countsOf(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts nothing twice and skips what was skipped', () => {
    expect(countsOf({ numPassedTests: 1, testResults: [file('passed', 'passed', 'pending')] }, 0)).toEqual({
      passed: 1,
      failed: 0,
    });
  });
});
