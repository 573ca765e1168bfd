/** A point of the earth, in degrees. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** The radius of a round earth, in kilometres. */
export const EARTH_RADIUS = 6371;
const DEGREE = Math.PI / 180;

/** The great-circle distance of two points, in kilometres. */
export function kilometres(a: Point, b: Point): number {
  const across =
    Math.sin(((b.lat - a.lat) * DEGREE) / 2) ** 2 +
    Math.cos(a.lat * DEGREE) * Math.cos(b.lat * DEGREE) * Math.sin(((b.lon - a.lon) * DEGREE) / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(across)));
}
