import { type Container, countriesOfPlace, liesIn } from './containers.js';
import { nearestOf } from './distance.js';
import { type DivisionShares, shareOfDivision } from './divisions.js';
import { isBroad, isDivision, type Place } from './gazetteer.js';
import type { Named } from './named.js';

/** What speaks for a place, each part in the same unit: the logarithm of how much likelier it makes it. */
export interface Parts {
  /** How large and well known it is. */
  readonly prior: number;
  /** That the report is about its country. */
  readonly country: number;
  /** That the report is about its first-level division. */
  readonly division: number;
  /** What the words put the name into. */
  readonly inside: number;
  /** That other places of the report are near. */
  readonly near: number;
}

/** A place that a name may mean, with its score: the higher, the likelier. */
export interface Scored {
  readonly place: Place;
  readonly score: number;
  readonly parts: Parts;
  /** Whether the words put the name somewhere where this place is not. */
  readonly isElsewhere?: boolean;
  /** What the words put the name into, where that speaks for this place. */
  readonly container?: Container;
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
const DIVISION = 2.5;
const HOLDS = 2.5;
const NEAR = 2;
/** Kilometres over which nearness to another place of the report fades. */
const FADE = 120;
/** Of a name with so many meanings only the likeliest are weighed: the rest are hamlets. */
const MOST = 300;

/** How much a seat of government counts beside its people, and a part of a town. */
const RANKS: Readonly<Record<string, number>> = {
  capital: 1.5,
  seat: 0.6,
  'lesser seat': 0.3,
  section: -0.5,
};

/** How likely a place is what its name means, before anything else is known of the report. */
export function prior(place: Place): number {
  if (place.id.startsWith('country:')) return 9;
  if (place.id.startsWith('area:')) return place.precision === 'area' ? 8.5 : 6.5;
  if (place.id.startsWith('town:')) return LISTED;
  const size = Math.log10(Math.max(100, place.population));
  if (isDivision(place)) return Math.min(6.5, size) - (place.precision === 'district' ? 1 : 0.5);
  return size + (RANKS[place.kind ?? ''] ?? 0) - (place.isAlternate ? 1.5 : 0);
}

/** What a report is about, and what the words around each name put it into. */
export interface Context {
  readonly containers: readonly (readonly Container[])[];
  readonly shares: CountryShares;
  readonly divisions: DivisionShares;
}

/**
 * Scores what each name may mean, best first: by how large and well known a place is, by the countries and divisions
 * that the report is about, by what the words put it into, and by its distance to the places that are already sure.
 */
export function resolve(names: readonly Named[], context: Context): Scored[][] {
  const all = withNamesakes(names, context.containers);
  const held = namesHeld(names, context.containers);
  const alone = names.map((name, index) => {
    const hasRival = name.places.some((place) => place.precision === 'region');
    return rank(
      likeliest(name.places).map((place) => {
        const parts = partsOf(place, hasRival, context);
        return scored(place, { ...parts, inside: holding(place, held.get(index)) });
      }),
    );
  });
  const placed = alone.map((ranked, index) =>
    rank(
      ranked.map((one) =>
        isCountryAlone(one.place, ranked) ? one : putInside(one, all[index] ?? [], alone),
      ),
    ),
  );
  const sure = placed.flatMap((ranked) =>
    isSure(ranked) && ranked[0] && isFine(ranked[0].place) ? [ranked[0].place] : [],
  );
  const nearest = nearestOf(sure);
  const near = (place: Place) => (isFine(place) ? NEAR * Math.exp(-nearest(place) / FADE) : 0);
  return placed.map((ranked) =>
    ranked.length < 2 ? ranked : rank(ranked.map((one) => withPart(one, { near: near(one.place) }))),
  );
}

/** A country whose name is that of a region too is less sure of its name: Georgia. */
const RIVALLED = 7.5;

/** The prior of a place among others of its name: `hasRival` is whether a region is one of them. */
export function priorAmong(place: Place, hasRival: boolean): number {
  return hasRival && place.precision === 'country' ? RIVALLED : prior(place);
}

function partsOf(place: Place, hasRival: boolean, { shares, divisions }: Context): Parts {
  const share = Math.max(0, ...countriesOfPlace(place).map((country) => shares.get(country) ?? 0));
  const division = shareOfDivision(place, divisions);
  return {
    prior: priorAmong(place, hasRival),
    country: share * SHARE + (share >= SOME ? MENTIONED : 0),
    division: DIVISION * division,
    inside: 0,
    near: 0,
  };
}

function likeliest(places: readonly Place[]): readonly Place[] {
  return places.length <= MOST ? places : places.toSorted((a, b) => prior(b) - prior(a)).slice(0, MOST);
}

/** The names that a name is said to hold, by its index: "Buffalo" of "New York" in "Buffalo, New York". */
function namesHeld(
  names: readonly Named[],
  containers: readonly (readonly Container[])[],
): Map<number, Named[]> {
  const held = new Map<number, Named[]>();
  for (const [index, name] of names.entries()) {
    for (const container of containers[index] ?? []) {
      if ('name' in container) held.set(container.name, [...(held.get(container.name) ?? []), name]);
    }
  }
  return held;
}

/** How surely what a name is said to hold must lie in one of its meanings: a part of a town lies within 10 km. */
const HELD = 0.78;

/** "Buffalo, New York" is in the state and "Manhattan, New York" in the city: the meaning that holds what it should. */
function holding(place: Place, held: readonly Named[] = []): number {
  if (place.precision === 'country' || place.precision === 'area') return 0;
  return held.some((name) => name.places.some((inner) => liesIn(inner, place) > HELD)) ? HOLDS : 0;
}

function scored(place: Place, parts: Parts): Scored {
  const { prior: size, country, division, inside, near } = parts;
  return { place, parts, score: size + country + division + inside + near };
}

function withPart(one: Scored, part: Partial<Parts>): Scored {
  return { ...one, ...scored(one.place, { ...one.parts, ...part }) };
}

/** From how many people a town may be named in a report that has nothing else of its country. */
const FAMOUS = 100_000;

/**
 * Nothing, where the best meaning cannot be meant: a small town in a country that the report has nothing to do with,
 * while the village that is meant is in no gazetteer. "Boni" in a report from Mali is not in Germany.
 */
export function plausible(ranked: readonly Scored[], shares: CountryShares): readonly Scored[] {
  const best = ranked[0];
  if (!best || isBroad(best.place) || shares.size === 0) return ranked;
  const share = Math.max(0, ...countriesOfPlace(best.place).map((country) => shares.get(country) ?? 0));
  if (best.isElsewhere && best.place.population < FAMOUS) return [];
  // "Leon County" is not in León, Mexico, nor "Salif" in Algeria.
  const isKnown =
    best.place.population >= (best.place.isAlternate ? 1.5 * FAMOUS : FAMOUS) &&
    best.place.precision === 'city';
  return share >= SOME || (isKnown && !best.isElsewhere) ? ranked : [];
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

/** A country lies in no other, whatever stands around its name ("the U.S. and China"); but "Georgia" may be a state. */
function isCountryAlone({ precision }: Place, ranked: readonly Scored[]): boolean {
  return precision === 'country' && !ranked.some(({ place }) => place.precision === 'region');
}

/** A meaning with what the words say of where it is. */
function putInside(
  one: Scored,
  containers: readonly Container[],
  alone: readonly (readonly Scored[])[],
): Scored {
  if (containers.length === 0) return one;
  const fits = containers.map((container) => ({ container, fit: fitIn(one.place, container, alone) }));
  const best = fits.reduce((a, b) => (b.fit > a.fit ? b : a));
  if (best.fit < 0.05) {
    return { ...withPart(one, { inside: one.parts.inside + NOT_CONTAINED }), isElsewhere: true };
  }
  const more = withPart(one, { inside: one.parts.inside + CONTAINED * best.fit });
  return { ...more, container: best.container };
}

/** How well a place lies in a container, 0 to 1. */
function fitIn(place: Place, container: Container, alone: readonly (readonly Scored[])[]): number {
  if ('country' in container) return countriesOfPlace(place).includes(container.country) ? 0.8 : 0;
  const outers = alone[container.name] ?? [];
  const best = outers[0]?.score ?? 0;
  // A less likely meaning of the outer name counts less: "Paris, Texas" against "Paris, Georgia".
  return Math.max(
    0,
    ...outers.map((outer) => liesIn(place, outer.place) * Math.exp((outer.score - best) / 4)),
  );
}

const isFine = (place: Place) => place.precision !== 'country' && place.precision !== 'area';

function isSure(ranked: readonly Scored[]): boolean {
  const [best, next] = ranked;
  return best !== undefined && best.score >= 4 && (next === undefined || best.score - next.score >= 2);
}

function rank(all: readonly Scored[]): Scored[] {
  return all.toSorted((a, b) => b.score - a.score || (a.place.id < b.place.id ? -1 : 1));
}

/** The chance of each meaning among all of its name, between 0 and 1. */
export function chances(ranked: readonly Scored[]): number[] {
  const best = ranked[0]?.score ?? 0;
  const weights = ranked.map(({ score }) => Math.exp(score - best));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => Math.round((weight / sum) * 1000) / 1000);
}
