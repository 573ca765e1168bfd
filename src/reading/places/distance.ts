import { EARTH_RADIUS, kilometres, type Point } from '../../record/index.js';
import { firstWhere } from '../search.js';

export { kilometres, type Point };

const DEGREE = Math.PI / 180;

/** The point that lies so many kilometres from another in a direction, in degrees clockwise from the north; to 0.0001°. */
export function destination({ lat, lon }: Point, distance: number, bearing: number): Point {
  const [angle, turn, up] = [distance / EARTH_RADIUS, bearing * DEGREE, lat * DEGREE];
  const sine = Math.sin(up) * Math.cos(angle) + Math.cos(up) * Math.sin(angle) * Math.cos(turn);
  const across = Math.atan2(
    Math.sin(turn) * Math.sin(angle) * Math.cos(up),
    Math.cos(angle) - Math.sin(up) * sine,
  );
  const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;
  const turned = lon + across / DEGREE;
  return { lat: round(Math.asin(sine) / DEGREE), lon: round(((turned + 540) % 360) - 180) };
}

interface NamedPoint extends Point {
  readonly name: string;
}

/**
 * Makes a finder of how far, in kilometres, a place is from the nearest of some others that do not have its name;
 * Infinity where there is none. It looks at those of about the same latitude alone: no place that is farther north or
 * south than the nearest found so far can be nearer.
 */
export function nearestOf(places: readonly NamedPoint[]): (place: NamedPoint) => number {
  const distinct = [
    ...new Map(places.map((place) => [`${place.name} ${place.lat} ${place.lon}`, place])).values(),
  ];
  const sorted = distinct.sort((a, b) => a.lat - b.lat);
  return (place) => {
    const middle = firstWhere(sorted, ({ lat }) => lat >= place.lat);
    let nearest = Infinity;
    const look = (other: NamedPoint): boolean => {
      if (Math.abs(other.lat - place.lat) * DEGREE * EARTH_RADIUS > nearest + 1) return false;
      if (other.name !== place.name) nearest = Math.min(nearest, kilometres(place, other));
      return true;
    };
    for (let at = middle; at < sorted.length && look(sorted[at] as NamedPoint); at++);
    for (let at = middle - 1; at >= 0 && look(sorted[at] as NamedPoint); at--);
    return nearest;
  };
}
