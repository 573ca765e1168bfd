import { describe, expect, it } from 'vitest';
import { openCities, townAt } from './cities.js';
import { kilometres } from './distance.js';
import { foldName } from './fold.js';
import { lists, shippedCities, shippedGazetteer } from './gazetteer.fixture.js';
import { areasOf, countriesOf, townsOf } from './tables.js';

const gazetteer = shippedGazetteer();
const countries = countriesOf(lists('places/countries'));
const areas = areasOf(lists('places/areas'));
const towns = townsOf(lists('places/towns'));
const townsByCountry = new Map<string, { lat: number; lon: number }[]>();
const cities = openCities(shippedCities());
for (let index = 0; index < cities.header.towns; index++) {
  const { country, lat, lon } = townAt(cities, index);
  const list = townsByCountry.get(String(country));
  if (list) list.push({ lat, lon });
  else townsByCountry.set(String(country), [{ lat, lon }]);
}

/** How far a point is from the nearest town of a country, in kilometres; 0 where a country has no towns. */
function offCountry(point: { lat: number; lon: number }, country: string): number {
  const all = townsByCountry.get(country) ?? [];
  return all.length === 0
    ? 0
    : all.reduce((least, town) => Math.min(least, kilometres(point, town)), Infinity);
}

describe('the table of countries', () => {
  it('has every code once', () => {
    const codes = countries.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toHaveLength(250);
    expect(codes.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
  });

  it('has no name for two countries', () => {
    const names = countries.flatMap(({ name, otherNames }) => [
      ...new Set([name, ...otherNames].map(foldName)),
    ]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('has the middle of each country near one of its towns', () => {
    const far = countries.filter((country) => offCountry(country, country.code) > 400);
    expect(far.map(({ name }) => name)).toEqual(['Antarctica', 'Greenland']);
  });

  it('has capitals that the gazetteer finds in the country', () => {
    const lost = countries.flatMap(({ code, capitals }) =>
      capitals
        .filter((capital) => !gazetteer.find(capital).some((place) => place.country === code))
        .map((capital) => `${code} ${capital}`),
    );
    expect(lost).toEqual([]);
  });
});

describe('the table of regions and seas', () => {
  it('has every place once, with a middle on the globe', () => {
    const keys = areas.map(({ name, countries: where }) => `${foldName(name)} ${where.join()}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    for (const area of areas) {
      expect(Math.abs(area.lat), area.name).toBeLessThanOrEqual(90);
      expect(Math.abs(area.lon), area.name).toBeLessThanOrEqual(180);
    }
  });

  it('names countries that there are', () => {
    const codes = new Set(countries.map(({ code }) => code));
    expect(areas.flatMap((area) => area.countries).filter((code) => !codes.has(code))).toEqual([]);
  });

  it('puts each region near a town of its country', () => {
    const lost = areas.filter(
      ({ precision, countries: [country = '', ...more], ...point }) =>
        precision === 'region' && more.length === 0 && offCountry(point, country) > 250,
    );
    // Where hardly anybody lives.
    expect(lost.map(({ name }) => name)).toEqual([
      'Yanomami territory',
      'Guerguerat',
      'Chukotka',
      'Kuril Islands',
      'Novaya Zemlya',
    ]);
  });
});

describe('the table of towns', () => {
  it('puts each town near another town of its country', () => {
    const lost = towns.filter((town) => offCountry(town, town.country) > 350);
    // A fort in the Sahara.
    expect(lost.map(({ country, name }) => `${country} ${name}`)).toEqual(['NE Madama']);
  });
});

describe('the gazetteer', () => {
  it('finds a name in any case, and nothing for nothing', () => {
    expect(gazetteer.find('baghdad')[0]?.id).toBe('geonames:98182');
    expect(gazetteer.find('BAGHDAD')[0]?.id).toBe('geonames:98182');
    expect(gazetteer.find('')).toEqual([]);
    expect(gazetteer.find('Qwertyuiop')).toEqual([]);
  });

  it('has a country before the towns of its name', () => {
    expect(gazetteer.find('Lebanon')[0]).toMatchObject({ id: 'country:LB', precision: 'country' });
    expect(
      gazetteer
        .find('Georgia')
        .slice(0, 2)
        .map(({ id }) => id),
    ).toEqual(['country:GE', 'area:us-georgia']);
  });

  it('has seas without a country and borderlands with several', () => {
    expect(gazetteer.find('Red Sea')[0]).toMatchObject({
      id: 'area:red-sea',
      country: null,
      precision: 'area',
    });
    expect(gazetteer.find('Kashmir')[0]?.country).toEqual(['IN', 'PK']);
  });

  it('finds other spellings of a town in a country, and none in another', () => {
    const [town] = gazetteer.alike?.('Dayr al-Zoor', 'SY') ?? [];
    expect(town && kilometres(town, { lat: 35.34, lon: 40.14 })).toBeLessThan(5);
    expect(gazetteer.alike?.('Dayr al-Zoor', 'BR')).toEqual([]);
  });
});
