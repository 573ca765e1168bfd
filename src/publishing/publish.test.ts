import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { checkSpans, KeptIncident } from '../record/index.js';
import { cellText } from './csv.js';
import { formats, type PublishOptions, publish } from './index.js';
import { collect, kept, stream, text } from './kept.fixture.js';
import { columns } from './row.js';

const csvOf = async (incidents: KeptIncident[], options?: PublishOptions) =>
  rowsOf(await collect(publish('csv', stream(incidents), options)));
const geojsonOf = async (incidents: KeptIncident[], options?: PublishOptions) =>
  JSON.parse(await collect(publish('geojson', stream(incidents), options))) as FeatureCollection;

it('has a fixture whose spans are words of its text', () => {
  checkSpans({ text, incident: kept().incident });
});

describe('csv', () => {
  it('is a header and an incident a line, each as wide as the header', async () => {
    const rows = await csvOf([kept(), kept({ id: 'i2' })]);
    expect(rows.map((row) => row.length)).toEqual([columns.length, columns.length, columns.length]);
    expect(rows[0]).toEqual(columns);
  });

  it('has a header where there are no incidents', async () => {
    expect(await csvOf([])).toEqual([columns]);
  });

  it('keeps values and the words that they rest on', async () => {
    expect(await recordOf(kept(), { names: true })).toMatchObject({
      title: 'Drone kills teacher Amal Rashid, pupils',
      outlet: 'The Example, Daily',
      published: '2024-02-10',
      invented: 'true',
      kind: 'air_strike',
      family: 'explosion',
      when: '2024-02-09',
      when_quote: 'on Friday',
      when_rule: 'the Friday before publication',
      lat: '34.37',
      lon: '41.09',
      place_quote: 'near Al-Qaim',
      actors: 'United States',
      recipients: 'Amal Rashid | shepherd',
    });
  });

  it('takes a total and does not add its parts to it', async () => {
    expect(await recordOf(kept(), { names: true })).toMatchObject({
      killed_low: '9',
      killed_high: '9',
      killed_quote: 'Amal Rashid and eight pupils',
      toll: 'killed 8: pupils (civilian) | killed 9: Amal Rashid and eight pupils (civilian) | injured 1+: shepherd (civilian)',
    });
  });

  it('tells an open upper bound from no figure at all', async () => {
    expect(await recordOf(kept())).toMatchObject({
      injured_low: '1',
      injured_high: '',
      missing_low: '',
      missing_high: '',
    });
  });

  it('leaves cells empty for what the report does not say', async () => {
    const bare = kept({ when: undefined, where: undefined, who: [], means: [], toll: [] });
    expect(await recordOf(bare)).toMatchObject({ when: '', place: '', lat: '', actors: '', toll: '' });
  });

  it('names several countries in one cell', async () => {
    const where = { ...kept().incident.where, country: ['IQ', 'SY'] } as KeptIncident['incident']['where'];
    expect(await recordOf(kept({ where }))).toMatchObject({ country: 'IQ | SY' });
  });

  it.each(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\tx', '\rx', '＝1+1'])('disarms %j', (cell) => {
    expect(rowsOf(`${cellText(cell)}\r\n`)[0]).toEqual([`'${cell}`]);
  });

  it.each([-12.5, 7, '-12.5', '+3'])('leaves the plain number %j as it is', (cell) => {
    expect(cellText(cell)).toBe(String(cell));
  });

  it('gives back any text, but for the apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
        const [row] = rowsOf(`${cells.map(cellText).join(',')}\r\n`);
        expect(row?.map((cell, index) => (cell === cells[index] ? cell : cell.replace(/^'/, '')))).toEqual(
          cells,
        );
        expect(row?.some((cell) => /^[=@\t\r\n]/.test(cell))).toBe(false);
      }),
    );
  });

  async function recordOf(incident: KeptIncident, options?: PublishOptions) {
    const [header = [], row = []] = await csvOf([incident], options);
    return Object.fromEntries(header.map((column, index) => [column, row[index]]));
  }
});

describe('geojson', () => {
  it('places an incident at longitude, latitude, and says how finely the place is known', async () => {
    const { type, features } = await geojsonOf([kept()]);
    expect(type).toBe('FeatureCollection');
    expect(features[0]?.geometry).toEqual({ type: 'Point', coordinates: [41.09, 34.37] });
    expect(features[0]?.properties).toMatchObject({ precision: 'city', place_quote: 'near Al-Qaim' });
  });

  it('has no geometry for what cannot be placed, and does not put it at 0, 0', async () => {
    const nowhere = kept({ where: undefined });
    const unplaced = kept({ where: { ...kept().incident.where, lat: null, lon: null } as never });
    const { features } = await geojsonOf([nowhere, unplaced]);
    expect(features.map((feature) => feature.geometry)).toEqual([null, null]);
  });

  it('places what lies on the equator and the first meridian', async () => {
    const origin = kept({ where: { ...kept().incident.where, lat: 0, lon: 0 } as never });
    const { features } = await geojsonOf([origin]);
    expect(features[0]?.geometry).toEqual({ type: 'Point', coordinates: [0, 0] });
  });

  it('is a collection where there are no incidents', async () => {
    expect(await geojsonOf([])).toEqual({ type: 'FeatureCollection', features: [] });
  });
});

describe('jsonl', () => {
  it('is the incident as it is kept, one a line', async () => {
    const incidents = [kept(), kept({ id: 'i2' })];
    const lines = (await collect(publish('jsonl', stream(incidents), { names: true }))).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(incidents);
  });

  it('is still a record where names are withheld', async () => {
    const line = await collect(publish('jsonl', stream([kept()])));
    expect(() => KeptIncident.parse(JSON.parse(line))).not.toThrow();
  });
});

describe.each(formats)('any text in %s', (format) => {
  it('comes through, an incident for an incident', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), async (title, outlet) => {
        const file = await collect(publish(format, stream([kept({}, { title, outlet })]), { names: true }));
        expect(titlesIn(file).map((found) => (found === title ? found : found.replace(/^'/, '')))).toEqual([
          title,
        ]);
      }),
      { numRuns: 50 },
    );
  });

  function titlesIn(file: string): string[] {
    if (format === 'jsonl')
      return file
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).report.title);
    if (format === 'geojson')
      return JSON.parse(file).features.map(
        (feature: { properties: { title: string } }) => feature.properties.title,
      );
    const [header = [], ...rows] = rowsOf(file);
    return rows.map((row) => row[header.indexOf('title')] ?? '');
  }
});

it('writes piece by piece and does not wait for the end', async () => {
  async function* endless() {
    for (let number = 0; ; number++) yield kept({ id: `i${number}` }, { hash: `${number}` });
  }
  for (const format of formats) {
    let pieces = 0;
    for await (const _ of publish(format, endless())) if (++pieces === 100) break;
    expect(pieces).toBe(100);
  }
});

/** The rows of an RFC 4180 file. */
function rowsOf(file: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  while (cell.lastIndex < file.length) {
    const [, quoted, plain, end] =
      cell.exec(file) ?? expect.fail(`not RFC 4180 at ${cell.lastIndex}: ${file}`);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

it('has every column in the documentation', async () => {
  const page = await readFile(new URL('../../docs/exports.md', import.meta.url), 'utf8');
  expect(columns.filter((column) => !page.includes(`\`${column}\``))).toEqual([]);
});
