import type { StyleSpecification } from 'maplibre-gl';
import type { Basemap } from '../../basemap.js';

export type Scheme = 'light' | 'dark';

const colours: Record<Scheme, Record<'sea' | 'land' | 'border' | 'coast' | 'name' | 'halo', string>> = {
  light: {
    sea: '#dfe6ea',
    land: '#f8f6f1',
    border: '#c9c3b6',
    coast: '#b4bec4',
    name: '#6a6f74',
    halo: '#f8f6f1',
  },
  dark: {
    sea: '#0f1316',
    land: '#22282d',
    border: '#3b434a',
    coast: '#3b434a',
    name: '#98a1a8',
    halo: '#1a1f23',
  },
};

/** The countries of the world and their names. There is no `glyphs`: letters are drawn from the reader's own fonts. */
export function styleOf(basemap: Basemap, scheme: Scheme): StyleSpecification {
  const colour = colours[scheme];
  return {
    version: 8,
    sources: {
      countries: { type: 'geojson', data: basemap.countries },
      borders: { type: 'geojson', data: basemap.borders },
      labels: { type: 'geojson', data: basemap.labels },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour.sea } },
      {
        id: 'land',
        type: 'fill',
        source: 'countries',
        paint: { 'fill-color': colour.land, 'fill-antialias': true },
      },
      {
        id: 'coast',
        type: 'line',
        source: 'countries',
        paint: { 'line-color': colour.coast, 'line-width': 0.6 },
      },
      {
        id: 'border',
        type: 'line',
        source: 'borders',
        paint: { 'line-color': colour.border, 'line-width': 0.9 },
      },
      {
        id: 'names',
        type: 'symbol',
        source: 'labels',
        // The larger the country, the earlier its name.
        filter: ['<=', ['get', 'rank'], ['step', ['zoom'], 0, 2.4, 1, 3.4, 2, 4.6, 3]],
        layout: {
          'text-field': ['get', 'name'],
          'text-size': ['interpolate', ['linear'], ['zoom'], 1, 10, 6, 14],
          'text-letter-spacing': 0.06,
          'text-max-width': 7,
          'text-padding': 6,
        },
        paint: { 'text-color': colour.name, 'text-halo-color': colour.halo, 'text-halo-width': 1.2 },
      },
    ],
  };
}
