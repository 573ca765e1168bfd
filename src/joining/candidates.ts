import type { Profile } from './profile.js';
import { hash, RARE, type WordWeight } from './words.js';

/** The most members that share keys with a new one to be compared with it: those that share most. */
export const MOST_CANDIDATES = 200;

const WORDS = 8;
const PERSONS = 10;
const COPIES = 4;

/**
 * Keys that members of one incident are likely to share, for an index: place and day; rare words, the place's name and
 * persons, each with the week of publication; the names of victims and pieces of the text whenever it was published.
 * What shares no key is never compared.
 */
export function candidateKeys(profile: Profile, weight: WordWeight): string[] {
  const keys = [
    ...placeKeys(profile),
    ...wordKeys(profile, weight),
    ...personKeys(profile),
    ...copyKeys(profile),
    ...tollKeys(profile),
  ];
  if (profile.hub !== undefined) keys.push(`hub ${profile.hub}`);
  return [...new Set(keys)].sort();
}

/** Two grids, half a step apart, so that what is less than half a step apart shares a cell of one of them. */
function cells(value: number, step: number): string[] {
  return [`a${Math.floor(value / step)}`, `b${Math.floor(value / step + 0.5)}`];
}

/** Weeks by the day of publication, else by the day that is told; `?` where neither is known. */
function weeksOf({ story, days }: Profile): string[] {
  const day = story.published ?? days?.first;
  return day === undefined ? ['?'] : cells(day, 10);
}

function dayCells({ days, story }: Profile): string[] {
  const { published } = story;
  const first = days?.first ?? (published === undefined ? undefined : published - 2);
  const last = days?.last ?? published;
  if (first === undefined || last === undefined || last - first > 14) return [];
  return [...new Set([...cells(first, 6), ...cells(last, 6)])];
}

function placeKeys(profile: Profile): string[] {
  const { place } = profile;
  if (!place?.isFine) return [];
  const squares = cells(place.lat, 1).flatMap((lat) => cells(place.lon, 1).map((lon) => `${lat} ${lon}`));
  return squares.flatMap((square) => dayCells(profile).map((day) => `at ${square} ${day}`));
}

function wordKeys(profile: Profile, weight: WordWeight): string[] {
  const { story, words, core, place } = profile;
  const vectors = core ? [words, story.words] : [words];
  const rarest = vectors.flatMap(({ weights }) =>
    [...weights]
      .filter(([word]) => weight(word) >= RARE / 2)
      .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
      .slice(0, WORDS)
      .map(([word]) => word),
  );
  const names = [...(core ? story.placeWords : []), ...(place?.words ?? [])].filter(
    (word) => weight(word) >= 4,
  );
  return weeksOf(profile).flatMap((week) => [...rarest, ...names].map((word) => `word ${word} ${week}`));
}

/** A trial comes years after: persons whom a report names are keys whenever it was published, the first of them. */
function personKeys({ core, victims, story }: Profile): string[] {
  const harmed = victims.map((victim) => [...victim].sort().join(' '));
  return [...harmed, ...(core ? story.persons.slice(0, PERSONS) : [])].map((name) => `person ${name}`);
}

/** The smallest of a text's runs of words, by several orders that have nothing to do with each other (MinHash, Broder 1997). */
function copyKeys({ core, story }: Profile): string[] {
  if (!core || story.shingles.size === 0) return [];
  return Array.from({ length: COPIES }, (_, order) => {
    let least = Infinity;
    for (const shingle of story.shingles) least = Math.min(least, hash(String(shingle), order + 1));
    return `text ${order} ${least}`;
  });
}

/** A high toll is rare: forty-three killed in one week is one incident, however it is told. */
function tollKeys(profile: Profile): string[] {
  const figures = ['killed', 'injured'].flatMap((outcome) =>
    (profile.tolls.get(outcome) ?? []).filter(({ low }) => low >= 5).map(({ low }) => `${outcome} ${low}`),
  );
  return figures.flatMap((figure) =>
    weeksOf(profile).map((week) => `toll ${figure} ${profile.countries[0] ?? ''} ${week}`),
  );
}
