import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addedGazetteers, addGazetteers } from './gazetteers.js';
import { lists, shippedCities } from './reading/places/gazetteer.fixture.js';
import { gazetteerFrom } from './reading/places/index.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-gazetteer-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Row {
  readonly id: number;
  readonly name: string;
  readonly others?: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly kind?: string;
  readonly code?: string;
  readonly population?: number;
}

/** A row of a country dump, with the columns that GeoNames has. */
function row({
  id,
  name,
  others = '',
  lat = 34,
  lon = 43,
  kind = 'P',
  code = 'PPL',
  population = 0,
}: Row): string {
  const where = [lat, lon, kind, code, 'IQ', '', '18', '90148', '', '', population];
  return [id, name, name, others, ...where, '', 100, 'Asia/Baghdad', '2024-01-01'].join('\t');
}

function file(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

/** The gazetteer of the package with what was added to the data folder. */
async function gazetteer() {
  const added = await addedGazetteers(join(folder, 'data'));
  return gazetteerFrom({
    cities: shippedCities(),
    countries: lists('places/countries'),
    areas: lists('places/areas'),
    added,
  });
}
const add = (...files: readonly string[]) => addGazetteers(files, join(folder, 'data'));

describe('a gazetteer that is added', () => {
  it('brings villages, parts of towns and divisions, beside the towns of the package', async () => {
    const dump = file(
      'IQ.txt',
      row({ id: 9_000_001, name: 'Umbrellawake', others: 'Umbrella Wake,أمبريلا', lat: 34.5, lon: 43.7 }),
      row({ id: 9_000_002, name: 'Hayy al Umbrella', code: 'PPLX' }),
      row({ id: 9_000_003, name: 'Qaḑā’ Umbrellat', kind: 'A', code: 'ADM3' }),
      row({ id: 9_000_004, name: 'Nahr Umbrella', kind: 'H', code: 'STM' }),
      row({ id: 9_000_005, name: 'Old Umbrella', code: 'PPLH' }),
    );
    expect(await add(dump)).toMatchObject([{ name: 'IQ', places: 3 }]);
    const { find, version } = await gazetteer();
    expect(find('Umbrellawake')).toMatchObject([
      { id: 'geonames:9000001', country: 'IQ', lat: 34.5, lon: 43.7, precision: 'city' },
    ]);
    expect(find('umbrella wake')[0]?.id).toBe('geonames:9000001');
    expect(find('Hayy al Umbrella')[0]?.precision).toBe('exact');
    expect(find('Qada Umbrellat')[0]?.precision).toBe('district');
    expect([find('Nahr Umbrella'), find('Old Umbrella')]).toEqual([[], []]);
    expect(find('Baghdad')[0]?.id).toBe('geonames:98182');
    expect(version).toMatch(/^cities-500-[\d.]+\+IQ-[0-9a-f]{8}$/);
  });

  it('takes alternate names that come with it, and no links and codes', async () => {
    const dump = file('IQ.txt', row({ id: 9_000_001, name: 'Umbrellawake' }));
    const names = file(
      'names.txt',
      ['1', '9000001', 'en', 'Parasol Town', '1', '', '', ''].join('\t'),
      ['2', '9000001', 'link', 'Example Page', '', '', '', ''].join('\t'),
      ['3', '9000009', 'en', 'Elsewhere Town', '', '', '', ''].join('\t'),
    );
    await add(dump, names);
    const { find } = await gazetteer();
    expect(find('Parasol Town')[0]).toMatchObject({ id: 'geonames:9000001', isAlternate: true });
    expect([find('Example Page'), find('Elsewhere Town')]).toEqual([[], []]);
  });

  it('gives a town that the package has once', async () => {
    await add(
      file('IQ.txt', row({ id: 98182, name: 'Baghdad', population: 7_216_000, lat: 33.3406, lon: 44.4009 })),
    );
    const { find } = await gazetteer();
    expect(find('Baghdad').filter(({ id }) => id === 'geonames:98182')).toHaveLength(1);
  });

  it('takes the place of one of the same name', async () => {
    await add(file('IQ.txt', row({ id: 9_000_001, name: 'Umbrellawake' })));
    await add(file('IQ.txt', row({ id: 9_000_002, name: 'Parasolwake' })));
    const { find } = await gazetteer();
    expect([find('Umbrellawake').length, find('Parasolwake').length]).toEqual([0, 1]);
    expect(readdirSync(join(folder, 'data/gazetteer'))).toEqual(['IQ.bin']);
  });

  it('may have any names: other scripts, combining marks, very long ones, none', async () => {
    const names = [
      'قرية',
      'e\u0301'.repeat(300),
      'Z'.repeat(5000),
      '',
      'Ŝ\u0327\u0327ilu',
      '村',
      '😀',
      'A\u0000b',
    ];
    const rows = names.map((name, index) => row({ id: 9_000_001 + index, name, others: `${name},${name}` }));
    await add(file('IQ.txt', ...rows, row({ id: 9_100_000, name: 'Umbrellawake' })));
    const { find } = await gazetteer();
    expect(find('Umbrellawake')).toHaveLength(1);
    for (const name of names) expect(() => find(name)).not.toThrow();
  });

  it('does not stall on very many places of one name', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) =>
      row({ id: 1_000_000 + index, name: 'Umbrellawake', population: index }),
    );
    await add(file('IQ.txt', ...rows));
    const { find } = await gazetteer();
    const found = find('Umbrellawake');
    expect(found.length).toBeLessThanOrEqual(255);
    expect(found[0]?.population).toBe(100_000);
  });

  it.each([
    [
      'is no dump',
      ['name,lat,lon', 'Baghdad,33,44'],
      /foreign\.txt is no country dump of GeoNames: .*1 columns, and a row has 19/,
    ],
    ['is packed', ['PK\u0003\u0004more'], /foreign\.txt is packed/],
    ['is empty', [''], /foreign\.txt is empty/],
    [
      'is cut short',
      [row({ id: 9_000_002, name: 'Two' }), '9000003\tThr'],
      /foreign\.txt is damaged or cut short: in line 2, it has 2 columns/,
    ],
    [
      'has no point',
      [row({ id: 9_000_002, name: 'Two', lat: 340 })],
      /foreign\.txt is no country dump .* no point of the globe/,
    ],
    ['has only rivers', [row({ id: 9_000_002, name: 'Two', kind: 'H' })], /no populated place/],
    ['has alternate names alone', [['1', '9000001', 'en', 'Name'].join('\t')], /alternate names alone/],
  ])('stays in use where the next file %s', async (_, lines, message) => {
    await add(file('IQ.txt', row({ id: 9_000_001, name: 'Umbrellawake' })));
    const good = file('SY.txt', row({ id: 9_000_009, name: 'Parasolwake' }));
    await expect(add(file('foreign.txt', ...lines))).rejects.toThrow(message);
    if (!/alone/.test(String(message)))
      await expect(add(good, join(folder, 'foreign.txt'))).rejects.toThrow(message);
    expect(readdirSync(join(folder, 'data/gazetteer'))).toEqual(['IQ.bin']);
    expect((await gazetteer()).find('Umbrellawake')).toHaveLength(1);
  });

  it('that is not there is named', async () => {
    await expect(add(join(folder, 'none.txt'))).rejects.toThrow(/none\.txt cannot be read \(ENOENT\)/);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('that is damaged where it is kept is named, with what to do', async () => {
    await add(file('IQ.txt', row({ id: 9_000_001, name: 'Umbrellawake' })));
    const path = join(folder, 'data/gazetteer/IQ.bin');
    writeFileSync(path, readFileSync(path).subarray(0, -3));
    await expect(gazetteer()).rejects.toThrow(/IQ\.bin is damaged or of another version\. Add it again/);
  });

  it('may be none', async () => {
    expect(await addedGazetteers(join(folder, 'nowhere'))).toEqual([]);
    mkdirSync(join(folder, 'data'));
    expect(await addedGazetteers(join(folder, 'data'))).toEqual([]);
  });
});
