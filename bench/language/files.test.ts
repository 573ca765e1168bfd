import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatOf, readGold } from './files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-gold-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const conllu =
  '# a comment\n1-2\tcannot\t_\t_\t_\t_\t_\t_\t_\t_\n1\tcan\t_\t_\t_\t_\t_\t_\t_\t_\n2\tnot\t_\t_\t_\t_\t_\t_\t_\t_\n';

describe('what a file is', () => {
  it.each([
    [conllu, 'CoNLL-U'],
    ['-DOCSTART- -X- O O\n\nOmar NNP B-NP B-PER\n', 'CoNLL names'],
    ['[ O\nOmar B-PER\n] O\n', 'CoNLL names'],
    ['1\tOmar\tB-PER\t-\t-\n', 'CoNLL names'],
    ['[\n  {"id": "a", "text": "A"}]', 'reports'],
    ['{"id": "a", "text": "A"}\n', 'reports'],
  ])('is told by its content: %j', (content, format) => {
    expect(formatOf(content)).toBe(format);
  });

  it('does not hang on its name, and it may be gzipped', () => {
    expect(readGold(file('plain.txt', conllu)).documents[0]?.text).toBe('cannot');
    expect(readGold(file('packed', gzipSync(conllu))).documents[0]?.text).toBe('cannot');
    expect(readGold(file('reports.conllu', '[{"id": "a", "text": "A day."}]'))).toMatchObject({
      format: 'reports',
      documents: [{ id: 'a', text: 'A day.' }],
    });
  });

  it('is named with what is wrong where nothing can be read', () => {
    expect(() => readGold(join(folder, 'none'))).toThrow(/none: there is no such file/);
    expect(() => readGold(file('empty', ''))).toThrow(/empty: is neither/);
    expect(() => readGold(file('broken', `${'1\tone'.padEnd(20, '\t')}\n3\ttwo\n`))).toThrow(/broken:\d+: /);
    expect(() => readGold(folder)).toThrow(/documents\.json/);
  });
});

describe('a folder of re3d', () => {
  const document = { _id: 'd', text: '🚨 The Guard left Tal Meran ' };
  const entity = (begin: number, end: number, type = 'Location', documentId = 'd') =>
    JSON.stringify({ documentId, begin, end, type });

  it('gives names by code points, without white space at their borders, from folders in it too', () => {
    file('Ministry/documents.json', `${JSON.stringify(document)}\n`);
    file(
      'Ministry/entities.json',
      [entity(2, 11, 'Organisation'), entity(17, 99), entity(2, 5, 'Person', 'x')].join('\n'),
    );
    const { documents, format } = readGold(folder);
    expect([format, documents.map(({ id }) => id)]).toEqual(['re3d', ['Ministry-d']]);
    expect(
      documents[0]?.names?.map(({ start, end, kind }) => [document.text.slice(start, end), kind]),
    ).toEqual([
      ['The Guard', 'Organisation'],
      ['Tal Meran', 'Location'],
    ]);
  });

  it('sets aside what cannot be read, with its line', () => {
    file('documents.json', `${JSON.stringify(document)}\n{"_id": "e"}\n{`);
    file('entities.json', `${entity(2, 11)}\n${entity(60, 70)}\n${entity(1, 2)}\n`);
    const { documents, warnings } = readGold(folder);
    expect(documents.map(({ names }) => names?.length)).toEqual([1]);
    expect(warnings.map((warning) => /(\w+\.json:\d+)/.exec(warning)?.[1]).toSorted()).toEqual([
      'documents.json:2',
      'documents.json:3',
      'entities.json:2',
      'entities.json:3',
    ]);
  });
});
