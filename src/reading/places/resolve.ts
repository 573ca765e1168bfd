import { type Container, countriesOfPlace, liesIn } from './containers.js';
import { nearestOf } from './distance.js';
import { isBroad, type Place } from './gazetteer.js';
import type { Named } from './named.js';

/** A place that a name may mean, with its score: the higher, the likelier. */
export interface Scored {
  readonly place: Place;
  readonly score: number;
  /** Whether the words put the name somewhere where this place is not. */
  readonly isElsewhere?: boolean;
}

/** How much of a report is about each country: shares that add up to 1, by ISO code. */
export type CountryShares = ReadonlyMap<string, number>;

/** A town of our own list makes news, whatever its size. */
const LISTED = 3.8;
/** What share of a report must be about a country for its towns to be likely. */
const SOME = 0.04;
const CONTAINED = 4;
const NOT_CONTAINED = -2.5;
const SHARE = 4;
const MENTIONED = 0.8;
const NEAR = 2;
/** Kilometres over which nearness to another place of the report fades. */
const FADE = 120;

/** How likely a place is what its name means, before anything else is known of the report. */
export function prior(place: Place): number {
  if (place.id.startsWith('country:')) return 9;
  if (place.id.startsWith('area:')) return place.precision === 'area' ? 8.5 : 6.5;
  if (place.id.startsWith('town:')) return LISTED;
  const size = Math.log10(Math.max(100, place.population));
  const rank =
    place.kind === 'capital' ? 1.5 : place.kind === 'seat' ? 0.6 : place.kind === 'lesser seat' ? 0.3 : 0;
  return size + rank - (place.kind === 'section' ? 0.5 : 0) - (place.isAlternate ? 1.5 : 0);
}

/**
 * Scores what each name may mean, best first: by how large and well known a place is, by the countries that the report
 * is about, by what the words put it into, and by its distance to the places that are already sure.
 */
export function resolve(
  names: readonly Named[],
  containers: readonly (readonly Container[])[],
  shares: CountryShares,
): Scored[][] {
  const all = withNamesakes(names, containers);
  const context = (place: Place) => {
    const share = Math.max(0, ...countriesOfPlace(place).map((country) => shares.get(country) ?? 0));
    return share * SHARE + (share >= SOME ? MENTIONED : 0);
  };
  const alone = names.map((name) => rank(name.places, (place) => prior(place) + context(place)));
  const placed = names.map((name, index) => {
    const inside = (place: Place) => contained(place, all[index] ?? [], alone);
    const ranked = rank(name.places, (place) => prior(place) + context(place) + inside(place));
    return ranked.map((scored) => ({ ...scored, isElsewhere: inside(scored.place) === NOT_CONTAINED }));
  });
  const sure = placed.flatMap((scored) =>
    isSure(scored) && scored[0] && isFine(scored[0].place) ? [scored[0].place] : [],
  );
  const nearest = nearestOf(sure);
  const near = (place: Place) => (isFine(place) ? Math.exp(-nearest(place) / FADE) : 0);
  return placed.map((scored) =>
    scored.length < 2 ? scored : rankAgain(scored, (place) => NEAR * near(place)),
  );
}

/** From how many people a town may be named in a report that has nothing else of its country. */
const FAMOUS = 100_000;

/**
 * Nothing, where the best meaning cannot be meant: a small town in a country that the report has nothing to do with,
 * while the village that is meant is in no gazetteer. "Boni" in a report from Mali is not in Germany.
 */
export function plausible(scored: readonly Scored[], shares: CountryShares): readonly Scored[] {
  const best = scored[0];
  if (!best || isBroad(best.place) || shares.size === 0) return scored;
  const share = Math.max(0, ...countriesOfPlace(best.place).map((country) => shares.get(country) ?? 0));
  if (best.isElsewhere && best.place.population < FAMOUS) return [];
  // "Leon County" is not in León, Mexico, nor "Salif" in Algeria.
  const isKnown =
    best.place.population >= (best.place.isAlternate ? 1.5 * FAMOUS : FAMOUS) &&
    best.place.precision === 'city';
  return share >= SOME || (isKnown && !best.isElsewhere) ? scored : [];
}

/** A name that the words put somewhere once is there every time: "Springfield, Illinois … in Springfield". */
function withNamesakes(
  names: readonly Named[],
  containers: readonly (readonly Container[])[],
): (readonly Container[])[] {
  const byKey = new Map<string, Map<string, Container>>();
  for (const [index, name] of names.entries()) {
    const known = byKey.get(name.key) ?? new Map<string, Container>();
    for (const container of containers[index] ?? []) known.set(meaningOf(container, names), container);
    byKey.set(name.key, known);
  }
  return names.map((name, index) => {
    const own = containers[index] ?? [];
    return own.length > 0 ? own : [...(byKey.get(name.key)?.values() ?? [])];
  });
}

/** What a container comes to, the same for all names that may mean the same places. */
function meaningOf(container: Container, names: readonly Named[]): string {
  if ('country' in container) return container.country;
  const places = names[container.name]?.places ?? [];
  return places.map(({ id, precision }) => `${id} ${precision}`).join('|');
}

function contained(
  place: Place,
  containers: readonly Container[],
  alone: readonly (readonly Scored[])[],
): number {
  if (containers.length === 0) return 0;
  const fits = containers.map((container) => {
    if ('country' in container) return countriesOfPlace(place).includes(container.country) ? 0.8 : 0;
    const outers = alone[container.name] ?? [];
    const best = outers[0]?.score ?? 0;
    // A less likely meaning of the outer name counts less: "Paris, Texas" against "Paris, Georgia".
    return Math.max(
      0,
      ...outers.map((outer) => liesIn(place, outer.place) * Math.exp((outer.score - best) / 4)),
    );
  });
  const fit = Math.max(...fits);
  return fit < 0.05 ? NOT_CONTAINED : CONTAINED * fit;
}

const isFine = (place: Place) => place.precision !== 'country' && place.precision !== 'area';

function isSure(scored: readonly Scored[]): boolean {
  const [best, next] = scored;
  return best !== undefined && best.score >= 4 && (next === undefined || best.score - next.score >= 2);
}

function rank(places: readonly Place[], score: (place: Place) => number): Scored[] {
  return places
    .map((place) => ({ place, score: score(place) }))
    .sort((a, b) => b.score - a.score || (a.place.id < b.place.id ? -1 : 1));
}

function rankAgain(scored: readonly Scored[], more: (place: Place) => number): Scored[] {
  return scored
    .map((one) => ({ ...one, score: one.score + more(one.place) }))
    .sort((a, b) => b.score - a.score || (a.place.id < b.place.id ? -1 : 1));
}

/** The chance of each meaning among all of its name, between 0 and 1. */
export function chances(scored: readonly Scored[]): number[] {
  const best = scored[0]?.score ?? 0;
  const weights = scored.map(({ score }) => Math.exp(score - best));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => Math.round((weight / sum) * 1000) / 1000);
}
