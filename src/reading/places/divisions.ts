import { countriesOfPlace } from './containers.js';
import type { Place } from './gazetteer.js';
import type { Named } from './named.js';
import { type CountryShares, prior } from './resolve.js';

/** How much of a report is about each first-level division, by the code of GeoNames ("US.OH"): 0 to 1. */
export type DivisionShares = ReadonlyMap<string, number>;

/** A name with the places that it may mean. */
export type NameToWeigh = Pick<Named, 'key' | 'places'>;

/** What a place of the list of weights for its division: how likely it is what its name means. */
type Weigh = (place: Place) => number;

/** How often the names are weighed again by what came out. */
const ROUNDS = 2;
/** How much a share of the round before pulls the meaning of a name. */
const PULL = 3;
/** Meanings that are weighed of one name. */
const MOST = 60;

/**
 * The divisions that a report is about. A local paper seldom names its state: the places that it names must agree on
 * one, each name with a say that is shared out among its meanings. `outlet` are names in the name of the paper.
 */
export function divisionShares(
  names: readonly NameToWeigh[],
  shares: CountryShares,
  outlet: readonly NameToWeigh[] = [],
): DivisionShares {
  const distinct = [...new Map([...names, ...outlet].map((name) => [name.key, name])).values()];
  const pools = distinct.flatMap((name) => poolOf(name, shares));
  let divisions: DivisionShares = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    const before = divisions;
    divisions = sharesOf(pools, (place) => PULL * (before.get(place.division ?? '') ?? 0));
  }
  return divisions;
}

interface Option {
  readonly place: Place;
  readonly score: number;
}

/** The meanings of a name that lie in divisions; none where it is the name of a country. */
function poolOf(name: NameToWeigh, shares: CountryShares): Option[][] {
  const { places } = name;
  if (places.some(({ precision }) => precision === 'country' || precision === 'area')) return [];
  const options = places.slice(0, MOST).map((place) => {
    const share = Math.max(0, ...countriesOfPlace(place).map((country) => shares.get(country) ?? 0));
    return { place, score: prior(place) + 4 * share };
  });
  return options.some(({ place }) => place.division) ? [options] : [];
}

function sharesOf(pools: readonly (readonly Option[])[], pull: Weigh): Map<string, number> {
  const weights = new Map<string, number>();
  for (const options of pools) {
    const chances = options.map(({ place, score }) => Math.exp(score + pull(place)));
    const sum = chances.reduce((total, chance) => total + chance, 0);
    const byDivision = new Map<string, number>();
    for (const [at, { place }] of options.entries()) {
      if (!place.division) continue;
      byDivision.set(place.division, (byDivision.get(place.division) ?? 0) + (chances[at] ?? 0) / sum);
    }
    for (const [division, weight] of byDivision) weights.set(division, (weights.get(division) ?? 0) + weight);
  }
  // One name alone says little: it would only pull its own meaning.
  const total = Math.max(2, pools.length);
  return new Map([...weights].map(([division, weight]) => [division, weight / total]));
}

/** How much of a report is about the division that a place is or lies in. */
export function shareOfDivision(place: Place, divisions: DivisionShares): number {
  return place.division === undefined ? 0 : (divisions.get(place.division) ?? 0);
}
