import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lists } from '../../src/reading/lists.fixture.js';
import type { Grammar } from '../../src/reading/syntax/index.js';
import { prepareText } from '../../src/reading/text/index.js';
import { errorLines } from './errors.js';
import { readPaths } from './files.js';
import type { FoundTime } from './gold.js';
import { timesBench } from './index.js';
import type { Prepared } from './ours.js';
import { joinedTo } from './speed.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-times-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const timeml =
  '<TimeML><DCT><TIMEX3 functionInDocument="CREATION_TIME" tid="t0" type="DATE" value="2024-02-08"/></DCT>' +
  '<TEXT>Two died on <TIMEX3 tid="t1" type="DATE" value="2024-02-05">Monday</TIMEX3>.</TEXT></TimeML>';
const cat =
  '<Document><token t_id="1" sentence="0">Today</token><token t_id="2" sentence="1">2024</token><Markables>' +
  '<TIMEX3 functionInDocument="CREATION_TIME" type="DATE" value="2024-02-08"><token_anchor t_id="1"/></TIMEX3>' +
  '<TIMEX3 type="DATE" value="2024"><token_anchor t_id="2"/></TIMEX3></Markables></Document>';

describe('the files of the times bench', () => {
  it('are those of a folder and the folders in it, in order, by what they are', () => {
    file('b.tml', timeml);
    file('a/c.xml', cat);
    file('a/notes.txt', 'no gold');
    const { gold, warnings } = readPaths([folder]);
    expect(gold.map(({ id, created, times }) => [id, created, times.length])).toEqual([
      ['c', '2024-02-08', 1],
      ['b', '2024-02-08', 1],
    ]);
    expect(warnings).toEqual([]);
  });

  it('are set aside with a warning where they are broken, and the rest is read', () => {
    file('a.tml', timeml.replace('</TEXT>', ''));
    file('b.tml', timeml);
    const { gold, warnings } = readPaths([folder]);
    expect(gold.map(({ id }) => id)).toEqual(['b']);
    expect(warnings).toEqual([expect.stringMatching(/a\.tml: line 1: <\/TimeML> .*; set aside$/)]);
  });

  it('may be reports, for speed alone', () => {
    const reports = [
      { id: 'a', text: 'A day.', published: '2024-02-08T10:00Z' },
      { id: 'b', text: 'B.' },
    ];
    const { gold, plain } = readPaths([file('reports.json', JSON.stringify(reports))]);
    expect(gold).toEqual([]);
    expect(plain).toEqual([
      { text: 'A day.', created: '2024-02-08' },
      { text: 'B.', created: undefined },
    ]);
  });

  it('must be there', () => {
    expect(() => readPaths([join(folder, 'none')])).toThrow(/none: there is no such file or folder/);
  });

  it.each([
    [[], /At least one file/],
    [['x.tml', '--rounds', 'many'], /--rounds takes a whole number/],
    [['x.tml', '--errors=-1'], /--errors takes a whole number/],
  ])('are asked for rightly: %j', async (args, message) => {
    const surroundings = { openReader: () => Promise.reject(), print: () => {}, warn: () => {} };
    await expect(timesBench.run(args, surroundings)).rejects.toThrow(message);
  });
});

describe('the misses', () => {
  const text = 'On 3 May and on 9 June it was cold, and the next day too.';
  const time = (words: string, value: string): FoundTime => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, type: 'DATE', value };
  };
  const lines = (most: number) =>
    errorLines(
      [
        { gold: time('the next day', '2024-06-10') },
        { gold: time('3 May', '2024-05-03'), found: time('3 May', '2023-05-03') },
        { gold: time('9 June', '2024-06-09'), found: time('9 June', '2023-06-09') },
        { found: time('cold', '2024') },
        { gold: time('cold', '2024'), found: time('cold', '2024') },
      ].map((pair) => ({ id: 'x', text, pair })),
      most,
    );

  it('come by kind, the commonest first, with the words and both values', () => {
    expect(lines(1)).toEqual([
      '',
      '2 × wrong value: 9 Month [9999-99-99 → 9999-99-99]',
      expect.stringContaining(
        'x:3  wanted "3 May" DATE 2024-05-03, got "3 May" DATE 2023-05-03  in "…On 3 May and',
      ),
      expect.stringContaining('"9 June" DATE 2024-06-09'),
    ]);
  });

  it('are missed and spurious ones too, but nothing that is right', () => {
    expect(lines(9).filter((line) => line.includes(' × '))).toEqual([
      '2 × wrong value: 9 Month [9999-99-99 → 9999-99-99]',
      '1 × missed: the next day',
      '1 × spurious: cold',
    ]);
  });
});

describe('texts joined for timing', () => {
  const readText = prepareText(lists);
  const prepared = (text: string): Prepared => {
    const document = readText({ text, published: '2024-02-08' });
    const { tokens } = document;
    const grammar: Grammar = {
      tags: tokens.map(() => 'X'),
      penn: tokens.map(() => 'XX'),
      lemmas: tokens.map((token) => token.text),
      heads: tokens.map((_, at) => at - 1),
      labels: tokens.map(() => 'dep'),
      phrases: [{ first: 0, last: tokens.length, head: 0 }],
    };
    return { document, grammar };
  };

  it('have every token, sentence and head in its place, and are as long as asked', () => {
    const { document, grammar } = joinedTo(60, [
      prepared('It rained on Friday.'),
      prepared('🔥 Two died. One fled.'),
    ]);
    const { text, tokens, sentences } = document;
    expect(text.length).toBeGreaterThanOrEqual(60);
    expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(tokens.map((token) => token.text));
    for (const { first, last, start, end } of sentences) {
      expect([tokens[first]?.start, tokens[last - 1]?.end]).toEqual([start, end]);
    }
    expect(grammar.heads.filter((head) => head === -1)).toHaveLength(grammar.phrases.length);
    for (const [at, head] of grammar.heads.entries()) expect([-1, at - 1]).toContain(head);
    expect(grammar.phrases.at(-1)?.last).toBe(tokens.length);
  });
});
