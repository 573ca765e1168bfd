import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportInput } from '../../src/record/index.js';
import { runBench } from '../run.js';
import { made } from './mapping/reading.fixture.js';
import { answersOf, type Template } from './template.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-muc4-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const text = 'GUNMEN SHOT A BAKER\nIN ICA.';
const row = (docid: string, more: object = {}) => ({ docid, dateline: 'LIMA, 5 MAR 90 (X)', text, ...more });
const template = (optional = false) => ({
  n: 1,
  optional,
  slots: {
    'INCIDENT: TYPE': [{ optional: false, alts: [{ value: 'ATTACK' }] }],
    'PERP: INDIVIDUAL ID': [{ optional: false, alts: [{ value: 'GUNMEN' }, { value: 'ARMED MEN' }] }],
    'HUM TGT: DESCRIPTION': [{ optional: false, alts: [{ value: 'BAKER' }] }],
  },
});

function lines(name: string, rows: readonly (object | string)[]): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    rows.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n'),
  );
  return path;
}

/** Runs the bench with a reader that finds one shooting in every text but that of `broken`. */
async function bench(...words: string[]) {
  const [printed, warned, asked]: [string[], string[], ReportInput[]] = [[], [], []];
  const out = join(folder, 'deep', 'out.json');
  const status = await runBench(['muc4', '--out', out, ...words], {
    openReader: async () => ({
      version: 'test',
      models: {},
      async read(report) {
        asked.push(report);
        if (report.id === 'broken') throw new Error('the model fails');
        const shooting = {
          words: 'SHOT',
          actors: [['GUNMEN', 'people']] as const,
          recipients: [['A BAKER', 'person']] as const,
        };
        return { ...made({ text: report.text, incidents: [shooting] }), id: report.id ?? '' };
      },
    }),
    print: (line) => printed.push(line),
    warn: (line) => warned.push(line),
  });
  const answers = () => JSON.parse(readFileSync(out, 'utf8')) as { docid: string; templates: object[] }[];
  return { status, printed, warned: warned.join('\n'), asked, answers };
}

describe('npm run bench -- muc4', () => {
  it('reads texts as they were published, and writes their templates', async () => {
    const { status, asked, answers, printed } = await bench(
      '--in',
      lines('in.jsonl', [row('a', { templates: [] })]),
    );
    expect(status).toBe(0);
    expect(asked).toEqual([{ id: 'a', text, published: '1990-03-05' }]);
    const roles = { PerpOrg: [], Target: [], Victim: [], Weapon: [] };
    expect(answers()).toEqual([
      { docid: 'a', templates: [{ incident_type: 'attack', PerpInd: [['GUNMEN']], ...roles }] },
    ]);
    expect(printed.at(-1)).toMatch(/^texts=1 templates=1 texts_per_second=/);
  });

  it('sets bad rows aside, gives no template for what cannot be read, and goes on', async () => {
    const file = lines('in.jsonl', [
      '{',
      row('broken'),
      { docid: 'b', text: '' },
      row('c', { dateline: null }),
    ]);
    const { status, warned, answers, asked } = await bench('--in', file);
    expect(status).toBe(0);
    expect(warned).toContain(`${file}: line 1: `);
    expect(warned).toContain(`${file}: line 3: "text" `);
    expect(warned).toContain('broken: cannot be read (the model fails); set aside');
    expect(answers().map(({ docid, templates }) => [docid, templates.length])).toEqual([
      ['broken', 0],
      ['c', 1],
    ]);
    expect(asked.at(-1)).toEqual({ id: 'c', text });
  });

  it('scores what it read with a key', async () => {
    const file = lines('in.jsonl', [row('a'), row('b'), row('c'), row('d')]);
    const key = lines('key.jsonl', [
      row('a', { templates: [template()] }),
      row('b', { templates: [] }),
      row('c', { templates: [template(true)] }),
    ]);
    const { printed, warned } = await bench('--in', file, '--key', key, '--docs');
    // Said: 3 × (type, GUNMEN) = 6. Right: a and c, 4. Wanted: a and, since it was found, c: 4. P 66.7, R 100, F1 80.
    expect(printed.at(-1)).toMatch(
      / scored=3 ceaf_tf_p=66\.7 ceaf_tf_r=100\.0 ceaf_tf_f1=80\.0 ceaf_tf_as_gtt_f1=80\.0 /,
    );
    expect(printed).toContain('a: templates 1 1 1, fillers 2 2 2');
    expect(printed).toContain('b: templates 0 1 0, fillers 0 2 0');
    expect(printed.find((line) => line.startsWith('ALL  '))).toMatch(/66\.7\s+100\.0\s+80\.0\s+4\s+6\s+4$/);
    expect(printed.find((line) => line.startsWith('HUM TGT: DESCRIPTION'))).toMatch(/66\.7\s+100\.0\s+80\.0/);
    expect(warned).toContain('d: is not in the key');
  });

  it('writes one of the templates that are alike in what is written', () => {
    const attack: Template = {
      'INCIDENT: TYPE': [{ value: 'ATTACK' }],
      'HUM TGT: NAME': [{ value: 'ANA PAZ' }],
    };
    const elsewhere: Template = { ...attack, 'INCIDENT: LOCATION': [{ value: 'PERU' }] };
    expect(answersOf([attack, elsewhere, { 'INCIDENT: TYPE': [{ value: 'ATTACK' }] }])).toEqual([
      { incident_type: 'attack', PerpInd: [], PerpOrg: [], Target: [], Victim: [['ANA PAZ']], Weapon: [] },
      { incident_type: 'attack', PerpInd: [], PerpOrg: [], Target: [], Victim: [], Weapon: [] },
    ]);
  });

  it('reads only the texts that are asked for', async () => {
    const file = lines(
      'in.jsonl',
      ['a', 'b', 'c', 'd', 'e', 'f'].map((docid) => row(docid)),
    );
    const chosen = async (...words: string[]) =>
      (await bench('--in', file, ...words)).asked.map(({ id }) => id);
    expect(await chosen('--held-out')).toEqual(['e']);
    expect(await chosen('--every', '1-4/5')).toEqual(['a', 'b', 'c', 'd', 'f']);
    expect(await chosen('--every', '2/3')).toEqual(['b', 'e']);
    // A bad row keeps its place, so that the fifth stays the fifth.
    const gap = lines('gap.jsonl', ['{', ...['b', 'c', 'd', 'e', 'f'].map((docid) => row(docid))]);
    expect((await bench('--in', gap, '--held-out')).asked.map(({ id }) => id)).toEqual(['e']);
    const list = lines('list.txt', ['  f', '', 'e', 'nosuch']);
    expect(await chosen('--documents', list)).toEqual(['e', 'f']);
    expect(await chosen('--documents', list, '--held-out')).toEqual(['e']);
  });

  it('keeps readings and takes them from there, but for another text or day', async () => {
    const kept = join(folder, 'kept', 'readings.jsonl');
    const first = lines('in.jsonl', [row('a'), row('b')]);
    expect((await bench('--in', first, '--readings', kept)).asked).toHaveLength(2);
    const second = lines('in.jsonl', [row('a'), row('b', { text: `${text} ` }), row('c')]);
    const again = await bench('--in', second, '--readings', kept);
    expect(again.asked.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(again.answers().map(({ templates }) => templates.length)).toEqual([1, 1, 1]);
    writeFileSync(kept, `${readFileSync(kept, 'utf8')}{"id"\n`);
    const third = await bench(
      '--in',
      lines('in.jsonl', [row('a', { dateline: '6 MAR 90' }), row('c')]),
      '--readings',
      kept,
    );
    expect(third.asked.map(({ id }) => id)).toEqual(['a']);
    expect(third.warned).toMatch(/readings\.jsonl:5: is no reading/);
  });

  it.each([
    [[]],
    [['--in', 'x', '--core']],
    [['--in', 'x', '--every', '6/5']],
    [['--in', 'x', '--every', 'fifth']],
    [['--in', 'x', '--every', '1/5', '--held-out']],
  ])('says how it is used where its words are wrong: %j', async (words) => {
    const { status, warned } = await bench(...words);
    expect(status).toBe(2);
    expect(warned).toContain('Usage: muc4 --in FILE.jsonl');
  });

  it('names a file that cannot be opened, and a choice that leaves nothing', async () => {
    expect(await bench('--in', join(folder, 'none.jsonl'))).toMatchObject({
      status: 2,
      warned: expect.stringContaining('none.jsonl'),
    });
    const file = lines('in.jsonl', [row('a')]);
    expect(await bench('--in', file, '--held-out')).toMatchObject({
      status: 2,
      warned: expect.stringContaining(file),
    });
    expect((await bench('--in', file, '--documents', join(folder, 'none.txt'))).warned).toContain('none.txt');
  });
});
