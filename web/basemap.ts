import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoArea, geoCentroid, geoEquirectangular } from 'd3-geo';
import { geoProject } from 'd3-geo-projection';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';

type Country = Feature<Polygon | MultiPolygon, { name: string }>;
type Atlas = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

/** What the map draws under the incidents: three GeoJSON collections. */
export interface Basemap {
  readonly countries: FeatureCollection;
  readonly borders: FeatureCollection;
  readonly labels: FeatureCollection;
}

const MODULE = 'virtual:basemap';

/** Gives `import address from 'virtual:basemap'`: where the page finds the world's countries, made from Natural Earth. */
export function basemap(): Plugin {
  let isBuild = false;
  return {
    name: 'basemap',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    configureServer(server) {
      server.middlewares.use('/basemap.json', (_request, response) => {
        response.setHeader('content-type', 'application/json').end(JSON.stringify(makeBasemap()));
      });
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      if (!isBuild) return 'export default "/basemap.json";';
      const asset = this.emitFile({
        type: 'asset',
        name: 'basemap.json',
        source: JSON.stringify(makeBasemap()),
      });
      return `export default import.meta.ROLLUP_FILE_URL_${asset};`;
    },
  };
}

function makeBasemap(): Basemap {
  const require = createRequire(import.meta.url);
  const atlas: Atlas = JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8'));
  const raw = feature(atlas, atlas.objects.countries) as FeatureCollection<
    Polygon | MultiPolygon,
    { name: string }
  >;
  const inner = mesh(atlas, atlas.objects.countries, (a, b) => a !== b);
  const labels = raw.features.map(label).filter((each) => each !== undefined);
  return {
    countries: flat(raw),
    borders: flat({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: {}, geometry: inner }],
    }),
    labels: { type: 'FeatureCollection', features: labels },
  };
}

/**
 * Cuts shapes at the line of 180° that the atlas stitches them across (else a wedge lies over the North Atlantic),
 * and rounds to hundredths of a degree, about a kilometre: finer than the atlas is.
 */
function flat(collection: FeatureCollection): FeatureCollection {
  const degrees = geoEquirectangular()
    .scale(180 / Math.PI)
    .translate([0, 0])
    .precision(0);
  const cut = geoProject(collection, degrees);
  for (const each of cut.features) {
    if ('coordinates' in each.geometry) roundAll(each.geometry.coordinates);
  }
  return cut;
}

function roundAll(coordinates: unknown[]): void {
  if (typeof coordinates[0] === 'number') {
    const [x, y] = coordinates as Position;
    // Screen coordinates run downwards.
    coordinates.splice(
      0,
      coordinates.length,
      Math.round((x ?? 0) * 100) / 100,
      Math.round((y ?? 0) * -100) / 100,
    );
    return;
  }
  for (const inner of coordinates) roundAll(inner as unknown[]);
}

/** The name of a country at the middle of its largest piece. `rank` 0 is for the largest countries. */
function label(country: Country): Feature | undefined {
  const pieces =
    country.geometry.type === 'Polygon' ? [country.geometry.coordinates] : country.geometry.coordinates;
  const areas = pieces.map((coordinates) => geoArea({ type: 'Polygon', coordinates }));
  const largest = areas.indexOf(Math.max(...areas));
  const coordinates = pieces[largest];
  if (!coordinates || !country.properties.name) return undefined;
  const area = areas[largest] ?? 0;
  const rank = area > 0.04 ? 0 : area > 0.008 ? 1 : area > 0.0015 ? 2 : 3;
  const middle = geoCentroid({ type: 'Polygon', coordinates });
  const properties = { name: country.properties.name, rank };
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: middle } };
}
