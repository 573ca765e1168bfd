import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runBench } from '../run.js';
import { openCompromise, partOf } from './peers/compromise.js';
import { openWink } from './peers/wink.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-language-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function bench(...words: string[]) {
  const [printed, warned]: [string[], string[]] = [[], []];
  const status = await runBench(['language', ...words], {
    openReader: () => Promise.reject(new Error('not needed')),
    print: (line) => printed.push(line),
    warn: (line) => warned.push(line),
  });
  return { status, printed, warned: warned.join('\n') };
}

describe('npm run bench -- language', () => {
  const names = 'Rebels O\nshelled O\nTal B-LOC\nMeran I-LOC\n. O\n\nOmar B-PER\nfled O\n. O\n';

  it('says how it is used where its words are wrong', async () => {
    const file = join(folder, 'names');
    writeFileSync(file, names);
    for (const words of [[], [file, '--rounds', '-1'], [file, '--python', join(folder, 'no-python')]]) {
      expect(await bench(...words)).toMatchObject({ status: 2, warned: expect.stringContaining('Usage: ') });
    }
    expect(await bench(join(folder, 'none'))).toMatchObject({
      status: 1,
      warned: expect.stringContaining('none'),
    });
  });

  it('names the ids of a file where none of those asked for is in it', async () => {
    const [file, ids] = [join(folder, 'names'), join(folder, 'ids')];
    writeFileSync(file, names);
    writeFileSync(ids, 'another\n');
    expect(await bench(file, '--documents', ids)).toMatchObject({
      status: 1,
      warned: expect.stringContaining(file),
    });
  });

  it('measures us and the peers, and ends with one line of figures', async () => {
    const file = join(folder, 'names');
    writeFileSync(file, names);
    const { status, printed } = await bench(file, '--rounds', '1');
    expect(status).toBe(0);
    expect(printed.join('\n')).toContain(
      "1 documents, 8 words in 2 sentences; the file's words and sentences handed over",
    );
    expect(printed.at(-1)).toMatch(
      /names_named_f1=[\d.]+ .*pieces_per_second=\d+ .*whole_times_wink=[\d.]+ .*memory_mb=\d+/,
    );
  });
});

describe('peers', () => {
  const text = 'Gunmen shot Omar Haddad in Baghdad. They fled.';
  const document = { id: 'a', text, words: [], sentences: [], names: undefined };

  it.each([
    ['wink-nlp', openWink],
    ['compromise', openCompromise],
  ])('%s tells words and sentences by their place in the text', async (_, open) => {
    const [said] = await (await open()).read([document], 'text');
    const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(said?.words.map(cut)).toEqual(expect.arrayContaining(['Gunmen', 'Baghdad', 'fled']));
    expect(said?.sentences?.map(cut)).toEqual(['Gunmen shot Omar Haddad in Baghdad.', 'They fled.']);
    for (const { names } of said?.names ?? []) {
      expect(names.map((name) => [cut(name), name.kind])).toContainEqual(['Baghdad', 'place']);
    }
  });

  it.each([
    [['Noun', 'ProperNoun', 'City'], 'PROPN'],
    [['Verb', 'PastTense'], 'VERB'],
    [['Verb', 'Copula'], 'AUX'],
    [['Unheard'], 'X'],
  ])('tags of compromise as parts of speech: %j', (tags, part) => {
    expect(partOf(tags)).toBe(part);
  });
});
