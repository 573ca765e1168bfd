import { describe, expect, it } from 'vitest';
import { openCities, packCities, type Town, townsNamed, townsSounding } from './cities.js';

const town = (id: number, name: string, more: Partial<Town> = {}): Town => ({
  id,
  name,
  names: [name.toLowerCase()],
  sound: '',
  lat: 0,
  lon: 0,
  division: 'IQ.01',
  kind: 'town',
  population: 0,
  ...more,
});
const facts = { version: 'test', source: 'made up', extents: {} };

describe('a file of towns', () => {
  it('gives back what went in', () => {
    const place = town(98182, 'Baghdad', {
      lat: 33.3406,
      lon: -44.4009,
      population: 7_216_000,
      kind: 'capital',
    });
    const [found] = townsNamed(openCities(packCities([place], facts)), 'baghdad');
    expect(found).toMatchObject({
      id: 'geonames:98182',
      name: 'Baghdad',
      country: 'IQ',
      division: 'IQ.01',
      lat: 33.3406,
      lon: -44.4009,
      population: 7_216_000,
      precision: 'city',
      isAlternate: false,
    });
  });

  it('lists towns of one name with the most populous first, and tells alternate names', () => {
    const towns = [
      town(1, 'Springfield', { population: 100 }),
      town(2, 'Springfield', { population: 5000 }),
      town(3, 'Otherfield', { names: ['otherfield', 'springfield'], population: 300 }),
    ];
    const found = townsNamed(openCities(packCities(towns, facts)), 'springfield');
    expect(found.map(({ id, isAlternate }) => [id, isAlternate])).toEqual([
      ['geonames:2', false],
      ['geonames:3', true],
      ['geonames:1', false],
    ]);
  });

  it('finds every name of a large file, and none that is not in it', () => {
    const towns = Array.from({ length: 1000 }, (_, index) => town(index + 1, `Place${index * 7}`));
    const cities = openCities(packCities(towns, facts));
    for (const { name, id } of towns) {
      expect(townsNamed(cities, name.toLowerCase()).map((found) => found.id)).toEqual([`geonames:${id}`]);
    }
    for (const name of ['', 'a', 'place1', 'place', 'zz', 'place69930'])
      expect(townsNamed(cities, name)).toEqual([]);
  });

  it('finds by sound what is kept by sound only', () => {
    const cities = openCities(
      packCities([town(1, 'Bent Jbaïl', { names: ['bent jbail'], sound: 'bntjbl' })], facts),
    );
    expect(townsSounding(cities, 'bntjbl')).toHaveLength(1);
    expect(townsNamed(cities, 'bntjbl')).toEqual([]);
    expect(townsSounding(cities, '')).toEqual([]);
  });

  it('makes the same bytes whatever the order of the towns', () => {
    const towns = [town(2, 'Basra'), town(1, 'Arbil'), town(3, 'Arbil')];
    expect(packCities(towns, facts)).toEqual(packCities([...towns].reverse(), facts));
  });

  it('refuses bytes that are no such file, and a file cut short', () => {
    expect(() => openCities(new Uint8Array())).toThrow('no gazetteer');
    expect(() => openCities(new TextEncoder().encode('PK\u0003\u0004 something else'))).toThrow(
      'no gazetteer',
    );
    const bytes = packCities([town(1, 'Arbil')], facts);
    expect(() => openCities(bytes.subarray(0, bytes.length - 3))).toThrow(/bytes and should have/);
  });
});
