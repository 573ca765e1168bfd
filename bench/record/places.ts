import type { AnnotatedPlace } from './annotated.js';

const EARTH_DIAMETER = 12_742;
/** Kilometres within which two points are the same place, by how finely the gold knows it. */
const AREA = 700;
const REGION = 250;
const TOWN = 25;
/** Kilometres (a hundred miles) within which a point is half right. */
const HALF = 161;

const PRECISIONS = ['exact', 'city', 'district', 'region', 'country', 'area'];

/** The same place, as finely as the gold has it: 1. Near it, in the same country, or too coarse: half. */
export function placeLikeness(gold: AnnotatedPlace, got: AnnotatedPlace): number {
  const sameCountry = shareCountry(gold, got);
  const distance = kilometres(gold, got);
  if (gold.precision === 'country') {
    if (!sameCountry) return 0;
    return got.precision === 'country' ? 1 : 0.5;
  }
  if (gold.precision === 'area') {
    if (distance <= AREA) return 1;
    return sameCountry ? 0.5 : 0;
  }
  const near = distance <= (gold.precision === 'region' ? REGION : TOWN);
  if (near && isFineEnough(gold, got)) return 1;
  return near || sameCountry || distance <= HALF ? 0.5 : 0;
}

/** The great-circle distance; infinite where either has no coordinates. */
function kilometres(a: AnnotatedPlace, b: AnnotatedPlace): number {
  if (a.lat == null || a.lon == null || b.lat == null || b.lon == null) return Infinity;
  const radians = Math.PI / 180;
  const height = Math.sin(((b.lat - a.lat) * radians) / 2) ** 2;
  const width = Math.sin(((b.lon - a.lon) * radians) / 2) ** 2;
  const squared = height + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * width;
  return EARTH_DIAMETER * Math.asin(Math.sqrt(squared));
}

function shareCountry(a: AnnotatedPlace, b: AnnotatedPlace): boolean {
  const [left, right] = [a, b].map((place) => [place.country ?? []].flat()) as [string[], string[]];
  return left.some((country) => right.includes(country));
}

/** A town answers for a street in it: the coordinates of an `exact` place are often those of the town. */
function isFineEnough(gold: AnnotatedPlace, got: AnnotatedPlace): boolean {
  const wanted = gold.precision === 'exact' ? 'city' : gold.precision;
  return PRECISIONS.indexOf(got.precision ?? '') <= PRECISIONS.indexOf(wanted ?? '');
}
