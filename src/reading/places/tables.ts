import type { Precision } from '../../record/index.js';
import { rows } from '../lists.js';
import { type Cities, openCities, townsNamed, townsSounding } from './cities.js';
import { kilometres } from './distance.js';
import { foldName } from './fold.js';
import { type Gazetteer, isDivision, type Place } from './gazetteer.js';
import { likeness, soundOf } from './sound.js';

/** A row of `countries.txt`. */
export interface Country {
  readonly code: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  /** The seat of government first. */
  readonly capitals: readonly string[];
  readonly lat: number;
  readonly lon: number;
  /** "Iraqi", "Iraqi" for a person: adjectives and nouns, in the singular. */
  readonly nationalities: readonly string[];
  /** `country`, but for a territory of another state. */
  readonly precision: Extract<Precision, 'country' | 'region' | 'city'>;
}

/** A row of `areas.txt`. */
export interface Area {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly countries: readonly string[];
  readonly precision: Extract<Precision, 'region' | 'area'>;
  readonly division?: string;
}

/** How alike two spellings must be to be of one name, 0 to 1. */
const ALIKE = 0.5;

/** A row of `towns.txt`: a place that the towns of GeoNames lack. */
export interface OwnTown {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly country: string;
}

/** The rows of the list of towns. */
export function townsOf(list: string): OwnTown[] {
  return rows(list).map(([name = '', others = '', lat, lon, country = '']) => ({
    name,
    otherNames: several(others),
    lat: Number(lat),
    lon: Number(lon),
    country,
  }));
}

/** The rows of the list of countries. */
export function countriesOf(list: string): Country[] {
  return rows(list).map(
    ([code = '', name = '', others = '', capitals = '', lat, lon, words = '', precision]) => ({
      code,
      name,
      otherNames: several(others),
      capitals: several(capitals),
      lat: Number(lat),
      lon: Number(lon),
      nationalities: several(words),
      precision: precision === 'region' || precision === 'city' ? precision : 'country',
    }),
  );
}

/** The rows of the list of regions, seas and borderlands. */
export function areasOf(list: string): Area[] {
  return rows(list).map(([name = '', others = '', lat, lon, countries = '', precision, division]) => ({
    name,
    otherNames: several(others),
    lat: Number(lat),
    lon: Number(lon),
    countries: several(countries),
    precision: precision === 'area' ? 'area' : 'region',
    ...(division ? { division } : {}),
  }));
}

/**
 * The gazetteer, from the bytes of `models/gazetteer-cities.bin`, the texts of the lists `places/countries`,
 * `places/areas` and `places/towns`, and the bytes of gazetteers that the user added. Countries and regions come before
 * towns of the same name. Throws where the bytes are no gazetteer.
 */
export function gazetteerFrom(parts: {
  cities: Uint8Array;
  countries: string;
  areas: string;
  towns?: string;
  added?: readonly Uint8Array[];
}): Gazetteer {
  const cities = openCities(parts.cities);
  const all = [cities, ...(parts.added ?? []).map(openCities)];
  const own = ownPlaces(
    cities,
    countriesOf(parts.countries),
    areasOf(parts.areas),
    townsOf(parts.towns ?? ''),
  );
  const words = (name: string) => name.split(' ').length;
  return {
    version: all.map(({ header }) => header.version).join('+'),
    longest: [...own.keys()].reduce(
      (most, name) => Math.max(most, words(name)),
      Math.max(...all.map(({ header }) => header.longest)),
    ),
    alike(name, country) {
      const scored = merged(all.map((each) => townsSounding(each, soundOf(name))))
        .filter((place) => place.country === country)
        .map((place) => ({ place, score: likeness(name, place.name) }));
      return scored
        .filter(({ score }) => score >= ALIKE)
        .sort((a, b) => b.score - a.score)
        .map(({ place }) => place);
    },
    find(name) {
      const key = foldName(name);
      const towns = merged(all.map((each) => townsNamed(each, key)));
      const ours = own.get(key) ?? [];
      if (ours.length === 0) return towns;
      const kept = ours.filter((place) => !towns.some((town) => isSameTown(place, town)));
      // Our own row of a region has better middles than the towns of a division give.
      const others = towns.filter(
        (town) => !(isDivision(town) && kept.some((place) => isSameRegion(place, town))),
      );
      return [...kept, ...others];
    },
  };
}

/** Places of several gazetteers, each once, the most populous first; the first gazetteer's row of a place stays. */
function merged(lists: readonly Place[][]): Place[] {
  const [first = [], ...more] = lists.filter((list) => list.length > 0);
  if (more.length === 0) return first;
  const byId = new Map<string, Place>();
  for (const place of [first, ...more].flat()) {
    // A division goes by its code: our own has no number.
    const key = isDivision(place) ? `${place.kind} ${place.district ?? place.division}` : place.id;
    const known = byId.get(key);
    if (!known || (known.isAlternate && !place.isAlternate)) byId.set(key, place);
  }
  return [...byId.values()].sort((a, b) => b.population - a.population);
}

/** Kilometres within which two towns of one name and country are one. */
const SAME = 40;

/** A town of our own list that GeoNames has too: its own row is the better one. */
function isSameTown(own: Place, town: Place): boolean {
  return own.precision === 'city' && own.country === town.country && kilometres(own, town) < SAME;
}

function isSameRegion(own: Place, division: Place): boolean {
  return own.precision !== 'city' && own.country === division.country;
}

function ownPlaces(
  cities: Cities,
  countries: readonly Country[],
  areas: readonly Area[],
  towns: readonly OwnTown[],
): Map<string, Place[]> {
  const byName = new Map<string, Place[]>();
  const add = (names: readonly string[], place: Place) => {
    for (const key of new Set(names.map(foldName))) byName.set(key, [...(byName.get(key) ?? []), place]);
  };
  for (const country of countries) {
    const { code, name, otherNames, lat, lon, precision } = country;
    const extent = cities.header.extents[code];
    const place = { id: `country:${code}`, name, country: code, lat, lon, precision, population: 0 };
    add([name, ...otherNames], extent ? { ...place, extent } : place);
  }
  for (const area of areas) add([area.name, ...area.otherNames.map(withoutComma)], placeOfArea(area));
  for (const { name, otherNames, lat, lon, country } of towns) {
    const id = `town:${country.toLowerCase()}-${foldName(name).replaceAll(' ', '-')}`;
    add([name, ...otherNames], { id, name, country, lat, lon, precision: 'city', population: 0 });
  }
  return byName;
}

function placeOfArea(area: Area): Place {
  const { name, lat, lon, precision, countries, division } = area;
  const [first = null, ...more] = countries;
  const slug = foldName(name).replaceAll(' ', '-');
  return {
    id: `area:${more.length === 0 && first ? `${first.toLowerCase()}-` : ''}${slug}`,
    name,
    country: more.length > 0 ? countries : first,
    lat,
    lon,
    precision,
    population: 0,
    ...(division ? { division } : {}),
  };
}

/** A name that stands for a region behind a comma only has one in front: ",New York" as in "Buffalo, New York". */
export const withoutComma = (name: string) => name.replace(/^,/, '');

const several = (column: string) => column.split(';').filter((entry) => entry !== '');
