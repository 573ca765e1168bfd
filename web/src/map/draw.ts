import basemapUrl from 'virtual:basemap';
import * as maplibre from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Family, KeptJoined } from '../../../src/record/index.js';
import type { Basemap } from '../../basemap.js';
import { type Cluster, clusters, type Dot, isOneSpot } from '../clusters.js';
import { clusterElement, incidentElement } from './marker.js';
import { type Scheme, styleOf } from './style.js';

export interface DrawnIncident extends Dot {
  readonly family: Family;
  readonly entry: KeptJoined;
}

/** A map that is drawn. */
export interface DrawnMap {
  paint(scheme: Scheme): void;
  /** Draws these, and marks the one that is open; moves to it where it is out of view. */
  show(incidents: readonly DrawnIncident[], open: string | undefined): void;
  remove(): void;
}

interface Handlers {
  readonly current: {
    onChoose(incident: DrawnIncident): void;
    /** The incidents that a marker stands for, while it is pointed at or open; empty when it is not. */
    onShow(incidents: readonly DrawnIncident[]): void;
  };
}

/** Marks nearer than this are drawn as one, in pixels. */
const NEAR = 40;
/** Closer than this nothing is gained by zooming: the gazetteer knows towns, not streets. */
const CLOSEST = 10;

/** Draws the basemap in a box. The popup's content is drawn by others, in the element given. Throws where there is no WebGL. */
export async function drawMap(box: HTMLElement, content: HTMLElement, handlers: Handlers): Promise<DrawnMap> {
  maplibre.setWorkerUrl(workerUrl);
  const response = await fetch(basemapUrl);
  if (!response.ok) throw new Error('the countries could not be loaded');
  const basemap: Basemap = await response.json();
  const map = new maplibre.Map({
    container: box,
    style: styleOf(basemap, 'light'),
    center: [30, 28],
    zoom: 1.2,
    maxZoom: CLOSEST + 1,
    renderWorldCopies: false,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(
    new maplibre.AttributionControl({
      compact: false,
      customAttribution: 'Natural Earth · places: GeoNames',
    }),
    'bottom-right',
  );

  const popup = new maplibre.Popup({
    closeButton: false,
    offset: 14,
    maxWidth: '300px',
    focusAfterOpen: false,
  });
  popup.setDOMContent(content);

  // Tells whoever waits for the picture, as a test does, that it is whole.
  map.on('idle', () => box.setAttribute('data-drawn', 'true'));

  let incidents: readonly DrawnIncident[] = [];
  let chosen: string | undefined;
  let step = Number.NaN;
  let markers: maplibre.Marker[] = [];

  const open = (cluster: Cluster<DrawnIncident>) => {
    handlers.current.onShow(cluster.dots);
    popup.setLngLat([cluster.lon, cluster.lat]).addTo(map);
  };
  const enter = (cluster: Cluster<DrawnIncident>) => {
    const [only] = cluster.dots;
    if (only && cluster.dots.length === 1) return handlers.current.onChoose(only);
    if (isOneSpot(cluster.dots) || map.getZoom() >= CLOSEST) return open(cluster);
    popup.remove();
    map.fitBounds(boundsOf(cluster.dots), { padding: 50, maxZoom: CLOSEST });
  };
  const draw = () => {
    for (const marker of markers) marker.remove();
    step = stepOf(map.getZoom());
    const parts = clusters(incidents, step, NEAR);
    markers = parts.map((cluster) => {
      const holdsChosen = cluster.dots.some((dot) => dot.id === chosen);
      const [only] = cluster.dots;
      const element =
        only && cluster.dots.length === 1 ? incidentElement(only) : clusterElement(cluster.dots);
      element.dataset.chosen = String(holdsChosen);
      element.addEventListener('click', (event) => {
        event.stopPropagation();
        enter(cluster);
      });
      if (cluster.dots.length === 1) {
        for (const name of ['mouseenter', 'focus']) element.addEventListener(name, () => open(cluster));
        for (const name of ['mouseleave', 'blur']) element.addEventListener(name, () => popup.remove());
      }
      return new maplibre.Marker({ element }).setLngLat([cluster.lon, cluster.lat]).addTo(map);
    });
  };
  map.on('zoom', () => {
    if (stepOf(map.getZoom()) !== step) draw();
  });
  let isMoved = false;
  map.on('movestart', (event) => {
    // Only what a person does has an event of the page behind it.
    if (event.originalEvent) isMoved = true;
  });
  const fitAll = (animate: boolean) =>
    map.fitBounds(boundsOf(incidents), { padding: 44, maxZoom: 5, animate });
  const resize = new ResizeObserver(() => {
    map.resize();
    if (!isMoved && incidents.length > 0) fitAll(false);
  });
  resize.observe(box);

  return {
    paint: (scheme) => map.setStyle(styleOf(basemap, scheme)),
    show(next, open) {
      const hasNews = next !== incidents;
      incidents = next;
      chosen = open;
      const isSeen = (dot: Dot) => map.getBounds().contains([dot.lon, dot.lat]);
      const isFirst = Number.isNaN(step);
      if (hasNews && next.length > 0 && (isFirst || !next.some(isSeen)))
        fitAll(!isFirst && isMotionWelcome());
      const dot = next.find((each) => each.id === open);
      if (dot && !isSeen(dot)) map.easeTo({ center: [dot.lon, dot.lat], animate: isMotionWelcome() });
      if (next.length > 0 || !isFirst) draw();
    },
    remove() {
      resize.disconnect();
      map.remove();
    },
  };
}

/** Markers are gathered anew at each half step of the zoom, not at each frame. */
const stepOf = (zoom: number) => Math.floor(zoom * 2) / 2;

const isMotionWelcome = () => !matchMedia('(prefers-reduced-motion: reduce)').matches;

function boundsOf(dots: readonly Dot[]): maplibre.LngLatBounds {
  const bounds = new maplibre.LngLatBounds();
  for (const dot of dots) bounds.extend([dot.lon, dot.lat]);
  return bounds;
}
