import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lists } from '../../src/reading/lists.fixture.js';
import { countriesOf } from '../../src/reading/places/tables.js';
import { f1, precision, recall } from '../language/count.js';
import { errorLines } from './errors.js';
import { readEupeg } from './eupeg.js';
import type { GoldText, GoldToponym } from './gold.js';
import { placesBench } from './index.js';
import { type FoundToponym, pairsOf, scoresOf } from './score.js';

const countries = countriesOf(lists('places/countries'));
const folder = mkdtempSync(join(tmpdir(), 'dateline-places-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text = 'Floods hit Paris and Texas, not Mexico.';
const entry = (name: string, from: number, lat: number, lon: number, more = '') => {
  const start = [...text.slice(0, text.indexOf(name))].length + from;
  return `<location><name>${name}</name><start>${start}</start><end>${start + name.length}</end><lat>${lat}</lat><lon>${lon}</lon>${more}</location>`;
};
const corpus = (...entries: readonly string[]) =>
  `<articles><article><source>x</source><text>${text}</text><locations>${entries.join('')}</locations></article></articles>`;

describe('a file of EUPEG', () => {
  it.each([0, 1])('is read whether it counts from 0 or from 1: %i', (from) => {
    const { texts, lost } = readEupeg('a', corpus(entry('Paris', from, 33.7, -95.6)), countries);
    expect(lost).toBe(0);
    expect(texts[0]?.toponyms).toEqual([
      { start: 11, end: 16, quote: 'Paris', point: { lat: 33.7, lon: -95.6 } },
    ]);
  });

  it('is read where it counts in characters and not in UTF-16', () => {
    const file = corpus(entry('Texas', 0, 31, -99))
      .replace(/Floods/, '🔥loods')
      .replace(/<start>21/, '<start>21');
    const { texts } = readEupeg('a', file, countries);
    expect(texts[0]?.toponyms[0]).toMatchObject({ start: 22, end: 27, quote: 'Texas' });
  });

  it('is read where a toponym has its words in <phrase> and its entry in a tag of its own', () => {
    const toponym =
      '<toponym><start>11</start><end>16</end><phrase>Paris</phrase><gaztag><name>Paris, Texas</name><fcode>PPLA2</fcode><lat>33.7</lat><lon>-95.6</lon></gaztag></toponym>';
    const { texts } = readEupeg(
      'a',
      `<articles><article><text>${text}</text><toponyms>${toponym}</toponyms></article></articles>`,
      countries,
    );
    expect(texts[0]?.toponyms[0]).toMatchObject({ quote: 'Paris', point: { lat: 33.7, lon: -95.6 } });
  });

  it('takes a toponym that stands inside another for a part of it', () => {
    const inner = '<location><name>Paris, Texas</name></location>';
    const { texts } = readEupeg(
      'a',
      corpus(entry('Paris', 1, 33.7, -95.6, inner), entry('Texas', 1, 31, -99)),
      countries,
    );
    expect(texts[0]?.toponyms.map(({ quote }) => quote)).toEqual(['Paris', 'Texas']);
  });

  it('says which entries are countries: by name and point, or by feature code', () => {
    const page = (title: string) => `<page>https://en.wikipedia.org/wiki/${title}</page>`;
    const { texts } = readEupeg(
      'a',
      corpus(
        entry('Paris', 1, 33.7, -95.6),
        entry('Texas', 1, 42, 43.5, page('Georgia_(country)')),
        entry('Mexico', 1, 19.4, -99.1, page('Mexico_City')),
      ),
      countries,
    );
    expect(texts[0]?.toponyms.map(({ country }) => country)).toEqual([undefined, undefined, undefined]);
    const [mexico] = readEupeg('a', corpus(entry('Mexico', 1, 23, -102, page('Mexico'))), countries).texts;
    expect(mexico?.toponyms[0]?.country).toBe('MX');
    const coded = readEupeg('a', corpus(entry('Mexico', 1, 23, -102, '<fcode>PPLC</fcode>')), countries);
    expect(coded.texts[0]?.toponyms[0]?.country).toBeUndefined();
  });

  it('counts for recognition alone where a toponym has no point, and loses those whose words are not there', () => {
    const { texts, lost } = readEupeg(
      'a',
      corpus(
        '<location><name>Paris</name><start>11</start><end>16</end></location>',
        '<location><name>Atlantis</name><start>0</start><end>8</end></location>',
      ),
      countries,
    );
    expect(lost).toBe(1);
    expect(texts[0]?.toponyms).toEqual([{ start: 11, end: 16, quote: 'Paris' }]);
  });
});

const gold = (start: number, more: Partial<GoldToponym> = {}): GoldToponym => {
  return { start, end: start + 5, quote: 'Place', point: { lat: 0, lon: 0 }, ...more };
};
const found = (start: number, more: Partial<FoundToponym> = {}): FoundToponym => {
  return { start, end: start + 5, name: 'Place', country: 'XX', lat: 0, lon: 0, gazetteer: null, ...more };
};
const goldText = (...toponyms: GoldToponym[]): GoldText => ({
  id: 'x:0',
  text: 'Place '.repeat(20),
  toponyms,
});

describe('the scores', () => {
  it('count a pair with the same borders as exact, and one that shares words as overlapping', () => {
    // Two gold, three found: one exact, one that is wider, one spurious.
    const pairs = pairsOf(goldText(gold(0), gold(10)), [found(0), found(8, { end: 15 }), found(30)]);
    const { exact, overlapping } = scoresOf(pairs);
    expect(exact).toEqual({ gold: 2, got: 3, right: 1 });
    expect(overlapping).toEqual({ gold: 2, got: 3, right: 2 });
    expect(precision(overlapping)).toBeCloseTo(66.67, 2);
    expect(recall(overlapping)).toBe(100);
    expect(f1(overlapping)).toBe(80);
  });

  it('count a place within 161 km as right, and a gold toponym that is not found as wrong', () => {
    // 1 degree of latitude is 111.2 km, 1.5 are 166.8 km; the third is not found.
    const pairs = pairsOf(goldText(gold(0), gold(10), gold(20)), [
      found(0, { lat: 1 }),
      found(10, { lat: 1.5 }),
    ]);
    const { endToEnd, mean, median } = scoresOf(pairs);
    expect(endToEnd).toEqual({ gold: 3, got: 2, right: 1 });
    expect(recall(endToEnd)).toBeCloseTo(33.33, 2);
    expect(f1(endToEnd)).toBe(40);
    expect(mean).toBeCloseTo((111.19 + 166.79) / 2, 1);
    expect(median).toBeCloseTo(166.79, 1);
  });

  it('score a country by its code, and beside that by distance alone', () => {
    const country = { country: 'CA', point: { lat: 60, lon: -95 } };
    const far = { country: 'CA', lat: 56, lon: -106 };
    const right = scoresOf(pairsOf(goldText(gold(0, country)), [found(0, far)]));
    expect([right.endToEnd.right, right.byDistance.right, right.mean]).toEqual([1, 0, 0]);
    const near = { country: 'US', lat: 60, lon: -95 };
    const wrong = scoresOf(pairsOf(goldText(gold(0, country)), [found(0, near)]));
    expect([wrong.endToEnd.right, wrong.byDistance.right]).toEqual([0, 1]);
  });

  it('leave out of the distances what has no point, in gold or as found', () => {
    const { point: _, ...pointless } = gold(0);
    const { endToEnd, overlapping } = scoresOf(
      pairsOf(goldText(pointless, gold(10)), [found(0), found(10, { lat: null, lon: null })]),
    );
    expect(overlapping).toEqual({ gold: 2, got: 2, right: 2 });
    expect(endToEnd).toEqual({ gold: 1, got: 1, right: 0 });
  });

  it('have the area under the curve of the logarithm: 0 where all is right, 1 where all is as wrong as can be', () => {
    const all = (lat: number, lon: number) =>
      scoresOf(pairsOf(goldText(gold(0), gold(10)), [found(0, { lat, lon }), found(10, { lat, lon })])).area;
    expect(all(0, 0)).toBe(0);
    expect(all(0, 180)).toBeCloseTo(1, 3);
    // One right, one 111.2 km off: the mean of 0 and ln 112.2, by ln 20,039.
    const half = scoresOf(pairsOf(goldText(gold(0), gold(10)), [found(0), found(10, { lat: 1 })])).area;
    expect(half).toBeCloseTo(4.72 / 2 / 9.905, 3);
  });
});

describe('the misses', () => {
  it('come by kind, the commonest first', () => {
    const one = goldText(gold(0), gold(6), gold(12));
    const pairs = pairsOf(one, [found(0, { lat: 9 }), found(30)]).map((pair) => ({ text: one, pair }));
    const lines = errorLines(pairs, 9);
    expect(lines.filter((line) => /^\d/.test(line))).toEqual([
      '2 × missed: Place → nothing',
      '1 × elsewhere: Place → Place (XX, null)',
      expect.stringMatching(/^1 × spurious/),
    ]);
    expect(lines.find((line) => line.includes(' km '))).toContain('1001 km x:0 [Place] Place');
  });
});

describe('the bench', () => {
  const run = (...args: readonly string[]) => {
    const lines: string[] = [];
    const surroundings = {
      openReader: () => Promise.reject(),
      print: (line: string) => lines.push(line),
      warn: (line: string) => lines.push(`! ${line}`),
    };
    return placesBench.run(args, surroundings).then(() => lines);
  };

  it.each([
    [[], /At least one file/],
    [['x.xml', '--rounds', 'many'], /--rounds takes a whole number/],
    [['x.xml', '--half', 'third'], /Nothing could be read/],
  ])('says what is wrong: %j', async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
  });

  it('prints a table of ours and the baseline, and the figures on the last line', async () => {
    const path = join(folder, 'own.xml');
    writeFileSync(
      path,
      corpus(entry('Paris', 1, 48.86, 2.35), entry('Texas', 1, 31.5, -99.3), entry('Mexico', 1, 23, -102)),
    );
    const lines = await run(path, '--rounds', '0');
    expect(lines.filter((line) => /^(?:dateline|most populous)/.test(line))).toHaveLength(4);
    expect(lines.at(-1)).toMatch(/^texts=1 dateline_exact_f1=100\.0 .*dateline_f1_161=100\.0/);
  });

  it('sets a broken file aside', async () => {
    const path = join(folder, 'broken.xml');
    writeFileSync(path, '<articles><article>');
    await expect(run(path)).rejects.toThrow(/Nothing could be read/);
  });
});
