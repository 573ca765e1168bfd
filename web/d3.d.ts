/** The parts of the d3 packages that the basemap uses; they ship no types of their own. */
declare module 'd3-geo' {
  import type { GeoJSON, Position } from 'geojson';
  export interface Projection {
    scale(scale: number): Projection;
    translate(by: [number, number]): Projection;
    precision(pixels: number): Projection;
  }
  export function geoEquirectangular(): Projection;
  /** In steradians. */
  export function geoArea(shape: GeoJSON): number;
  export function geoCentroid(shape: GeoJSON): Position;
}
declare module 'd3-geo-projection' {
  import type { Projection } from 'd3-geo';
  import type { FeatureCollection } from 'geojson';
  export function geoProject(shape: FeatureCollection, projection: Projection): FeatureCollection;
}
