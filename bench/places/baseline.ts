import { isBroad, type Place } from '../../src/reading/places/gazetteer.js';
import type { Gazetteer } from '../../src/reading/places/index.js';
import type { FoundToponym } from './score.js';

/** The most populous place of a name: a country before a region before a town, since those hold the most people. */
function mostPopulous(name: string, gazetteer: Gazetteer): Place | undefined {
  const size = (place: Place) => {
    if (place.precision === 'country') return Number.POSITIVE_INFINITY;
    return isBroad(place) ? Number.MAX_VALUE : place.population;
  };
  return gazetteer
    .find(name)
    .reduce<Place | undefined>(
      (best, place) => (best && size(best) >= size(place) ? best : place),
      undefined,
    );
}

/** Each span with the most populous place of its words, from the gazetteer that we use too; without one, no place. */
export function baselineOf(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
  gazetteer: Gazetteer,
): FoundToponym[] {
  return spans.flatMap(({ start, end }) => {
    const place = mostPopulous(text.slice(start, end), gazetteer);
    return place ? [{ start, end, ...place, gazetteer: place.id }] : [];
  });
}
