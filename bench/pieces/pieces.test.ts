import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { piecesBench } from './index.js';

const vectors = new URL('../../src/reading/encoder/fixture/pieces.jsonl', import.meta.url).pathname;

async function run(file: string): Promise<string[]> {
  const printed: string[] = [];
  const openReader = () => Promise.reject(new Error('no reader is needed'));
  await piecesBench.run([file], { openReader, print: (line) => printed.push(line), warn: () => {} });
  return printed;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-pieces-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the bench of word pieces', () => {
  it('counts the lines that agree with the reference', async () => {
    const [said, figures] = await run(vectors);
    expect(said).toMatch(/^(\d+) of \1 lines have the ids of the reference tokenizer\.$/);
    expect(figures).toMatch(/^lines=(\d+) same=\1$/);
  });

  it('shows the first line that does not', async () => {
    const file = join(folder, 'other.jsonl');
    const lines = [
      { text: 'drone', ids: [18465] },
      { text: 'a drone', ids: [1037, 7] },
      { text: 'b', ids: [] },
    ];
    writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    expect(await run(file)).toEqual([
      '1 of 3 lines have the ids of the reference tokenizer.',
      'The first that differs: "a drone"',
      '  reference 1037 7',
      '  ours      1037 18465',
      'lines=3 same=1',
    ]);
  });

  it('says which line is none', async () => {
    const file = join(folder, 'broken.jsonl');
    writeFileSync(file, '{"text": "a", "ids": [1037]}\n\n{"text": "b"}\n');
    await expect(run(file)).rejects.toThrow(/broken\.jsonl:3: is not/);
  });
});
