import type { Feature, Point } from 'geojson';
import type { KeptIncident } from '../record/index.js';
import { type Row, rowOf } from './row.js';

/** RFC 7946: one FeatureCollection, a feature a line. */
export async function* geojson(incidents: AsyncIterable<KeptIncident>): AsyncIterable<string> {
  yield '{"type":"FeatureCollection","features":[';
  let before = '\n';
  for await (const kept of incidents) {
    yield `${before}${JSON.stringify(featureOf(kept))}`;
    before = ',\n';
  }
  yield '\n]}\n';
}

/** The properties are the columns of the CSV, words and all. What cannot be placed has no geometry: never 0, 0. */
function featureOf(kept: KeptIncident): Feature<Point | null, Row> {
  const { lat, lon } = kept.incident.where ?? { lat: null, lon: null };
  const placed = lat !== null && lon !== null;
  return {
    type: 'Feature',
    id: `${kept.report.hash}/${kept.incident.id}`,
    geometry: placed ? { type: 'Point', coordinates: [lon, lat] } : null,
    properties: rowOf(kept),
  };
}
