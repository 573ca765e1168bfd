import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openReader } from './house.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'dateline-house-'));
afterAll(() => rmSync(copy, { recursive: true }));

describe('the reader of the package', () => {
  it('reads, and names its models', async () => {
    const reader = await openReader();
    const reading = await reader.read({ text: 'Gunmen killed three soldiers in Gao.' });
    expect(reading.incidents.map(({ kind }) => kind)).toEqual(['attack']);
    expect(reading.reader).toEqual({ version: reader.version, models: reader.models });
    expect(Object.keys(reader.models)).toEqual(['gazetteer', 'language']);
  });

  it('names the file that is missing', () => {
    for (const path of ['src', 'package.json', 'models/gazetteer-cities.bin'])
      cpSync(join(root, path), join(copy, path), { recursive: true });
    mkdirSync(join(copy, 'models/language'));
    for (const path of ['node_modules', 'models/language/language.json', 'models/language/vocab.txt'])
      symlinkSync(join(root, path), join(copy, path));
    const code = `import { openReader } from ${JSON.stringify(join(copy, 'src/house.ts'))}; await openReader();`;
    const { stderr, status } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', code],
      {
        cwd: copy,
        encoding: 'utf8',
      },
    );
    expect(stderr).toContain(
      'language.onnx is a part of Dateline and cannot be read (ENOENT: no such file or directory)',
    );
    expect(status).toBe(1);
  });
});
