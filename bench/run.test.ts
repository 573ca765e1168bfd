import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reader } from '../src/reading/index.js';
import type { Reading } from '../src/record/index.js';
import { loadReports } from './record/annotated.js';
import { runBench } from './run.js';

const goldFile = new URL('./record/fixture/gold.json', import.meta.url).pathname;
const gotFile = new URL('./record/fixture/got.json', import.meta.url).pathname;

/** A reader that knows the readings of the fixture, and cannot read the reports that have none there. */
function fakeReader(): Reader {
  const readings = new Map(loadReports(gotFile).map((reading) => [reading.text, reading]));
  return {
    version: 'fake',
    models: {},
    async read(report) {
      const reading = readings.get(report.text);
      if (!reading) throw new Error('no reading of this text');
      return reading as unknown as Reading;
    },
  };
}

async function bench(...words: string[]) {
  const [printed, warned]: [string[], string[]] = [[], []];
  const status = await runBench(words, {
    openReader: async () => fakeReader(),
    print: (line) => printed.push(line),
    warn: (line) => warned.push(line),
  });
  return { status, printed: printed.join('\n'), warned: warned.join('\n') };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('npm run bench', () => {
  it.each([[[]], [['nosuch']], [['toString']]])(
    'lists the benches where the first word names none: %j',
    async (words) => {
      const { status, printed, warned } = await bench(...words);
      expect(status).toBe(2);
      expect(printed).toBe('');
      expect(warned).toContain('npm run bench -- record FILE');
      expect(warned).toContain('npm run bench -- speed FILE');
    },
  );

  it.each([
    [['record']],
    [['record', goldFile, goldFile]],
    [['record', goldFile, '--cores']],
    [['speed', goldFile, '--rounds', 'many']],
  ])('says how a bench is used where its words are wrong: %j', async (words) => {
    const { status, warned } = await bench(...words);
    expect(status).toBe(2);
    expect(warned).toContain('Usage: ');
  });

  it('names a file that cannot be read and why', async () => {
    const broken = join(folder, 'broken.jsonl');
    writeFileSync(broken, '{"id": "a", "text": "A"}\n{"id": \n');
    expect(await bench('record', broken)).toMatchObject({
      status: 1,
      warned: expect.stringContaining(`${broken}:2`),
    });
    writeFileSync(broken, '[{"id": "a"}]');
    expect(await bench('record', broken)).toMatchObject({
      status: 1,
      warned: expect.stringContaining('entry 1'),
    });
    expect(await bench('record', join(folder, 'none.json'))).toMatchObject({ status: 1 });
  });
});

describe('record', () => {
  it('keeps the readings, prints the table, and ends with one line of figures', async () => {
    const out = join(folder, 'deep', 'readings.jsonl');
    const { status, printed, warned } = await bench('record', goldFile, '--out', out);
    const table = readFileSync(new URL('./record/fixture/expected.txt', import.meta.url), 'utf8').split(
      'own-1',
    )[0];
    expect(status).toBe(0);
    expect(printed.startsWith(table?.trimEnd() ?? '?')).toBe(true);
    expect(printed.split('\n').at(-1)).toMatch(
      /^kind_f1=50\.0 .*incidents_f1=62\.5 .*record_f1=56\.8 reports=5 unread=1 reports_per_second=[\d.]+$/,
    );
    expect(warned).toBe('own-5: no reading of this text');
    expect(loadReports(out).map(({ id }) => id)).toEqual(['own-1', 'own-2', 'own-3', 'own-4', 'own-5']);
  });

  it('takes JSON lines, and prints a line for each report when asked', async () => {
    const lines = join(folder, 'gold.jsonl');
    writeFileSync(
      lines,
      loadReports(goldFile)
        .map((report) => `${JSON.stringify(report)}\n`)
        .join(''),
    );
    const { printed } = await bench('record', lines, '--docs', '--core', '--out', join(folder, 'out.jsonl'));
    const expected = readFileSync(new URL('./record/fixture/expected-core.txt', import.meta.url), 'utf8');
    expect(printed.startsWith(expected.trimEnd())).toBe(true);
  });

  it('never shows the reader what was annotated', async () => {
    const seen: object[] = [];
    await runBench(['record', goldFile, '--out', join(folder, 'out.jsonl')], {
      openReader: async () => ({
        ...fakeReader(),
        async read(report) {
          seen.push(report);
          return {} as Reading;
        },
      }),
      print: () => {},
      warn: () => {},
    });
    expect(seen).toHaveLength(5);
    for (const report of seen) expect(Object.keys(report).toSorted()).toEqual(['id', 'published', 'text']);
  });

  it('sets aside a report that cannot be handed to a reader', async () => {
    const file = join(folder, 'gold.json');
    writeFileSync(file, JSON.stringify([{ id: 'x', text: 'Shells fell.', published: 'last week' }]));
    const { status, warned } = await bench('record', file, '--out', join(folder, 'out.jsonl'));
    expect(status).toBe(0);
    expect(warned).toMatch(/^x: .*"published"/);
  });
});

describe('speed', () => {
  it('measures beside a peer and ends with one line of figures', async () => {
    const file = join(folder, 'readable.json');
    writeFileSync(file, JSON.stringify(loadReports(goldFile).slice(0, 4)));
    const [read, lines]: [string[], string[]] = [[], []];
    const status = await runBench(['speed', file, '--rounds', '1'], {
      openReader: async () => ({
        ...fakeReader(),
        async read({ text }) {
          read.push(text);
          return {} as Reading;
        },
      }),
      print: (line) => lines.push(line),
      warn: () => {},
    });
    expect(status).toBe(0);
    expect(lines).toContain('time by length');
    const lengths = read.map((text) => text.length).filter((length) => length >= 50_000);
    expect([...new Set(lengths)]).toEqual([50_000, 100_000, 200_000, 400_000]);
    expect(lines.at(-1)).toMatch(
      /^reports=4 words=\d+ reports_per_second=[\d.]+ words_per_second=\d+ first_report_ms=\d+ peer_reports_per_second=\S+ .*times_peer=[\d.]+ linear=[\d.]+$/,
    );
  });
});
