import { kilometres } from '../../record/index.js';
import type { Place, Profile } from '../profile.js';
import { sharedWords, type WordWeight } from '../words.js';
import type { Sign } from './sign.js';

/** Signs of place: the distance of the points, the countries, and whether one report names the other's place at all. */
export function placeSigns(a: Profile, b: Profile, weight: WordWeight): Sign[] {
  return [...distanceSigns(a, b), ...countrySigns(a, b), ...nameSigns(a, b, weight)];
}

function distanceSigns(one: Profile, other: Profile): Sign[] {
  const [a, b] = [one.place, other.place];
  if (!a || !b) return [];
  // Where a report names the other's place too, one of the two may have been taken for the wrong one.
  const far = isNamed(a, other) || isNamed(b, one) ? 'far-but-named' : 'far-place';
  const apart = kilometres(a, b);
  if (a.isFine && b.isFine) {
    if (apart <= 3) return [{ name: 'same-place', value: 1, says: `the same place (${a.name})` }];
    const says = `${Math.round(apart)} km apart (${a.name}, ${b.name})`;
    if (apart <= 40) return [{ name: 'near-place', value: 1, says }];
    return [{ name: far, value: Math.min(6, Math.log2(apart / 20)), says }];
  }
  const between = apart - a.radius - b.radius;
  if (between <= 0) return [{ name: 'places-overlap', value: 1, says: `${a.name} and ${b.name} may be one` }];
  const says = `${a.name} and ${b.name} are far apart`;
  return [{ name: far, value: Math.min(6, Math.log2(1 + between / 100)), says }];
}

function countrySigns({ countries: a }: Profile, { countries: b }: Profile): Sign[] {
  if (a.length === 0 || b.length === 0 || a.some((country) => b.includes(country))) return [];
  return [
    { name: 'countries-differ', value: 1, says: `${a.join(', ')} and ${b.join(', ')} are two countries` },
  ];
}

function nameSigns(a: Profile, b: Profile, weight: WordWeight): Sign[] {
  const shared = sharedWords(a.story.placeWords, b.story.placeWords, weight).filter(
    ({ weight }) => weight > 4,
  );
  const signs: Sign[] = [];
  if (shared.length > 0) {
    const sum = shared.reduce((total, word) => total + word.weight, 0);
    const words = shared.slice(0, 3).map(({ word }) => word);
    signs.push({ name: 'place-names', value: Math.log2(1 + sum / 8), says: `both name ${words.join(', ')}` });
  }
  const isUnnamed = isMissing(a.place, b) && isMissing(b.place, a);
  if (isUnnamed) {
    signs.push({ name: 'place-unnamed', value: 1, says: 'neither names the other’s place' });
  }
  return signs;
}

/** Whether a report has one of the words that name a place. */
const isNamed = ({ words }: Place, { story }: Profile) =>
  [...words].some((word) => story.words.weights.has(word));

/** Whether a report has none of the words that name a town, a village or a quarter. */
const isMissing = (place: Place | undefined, profile: Profile) =>
  place?.isLocal === true && place.words.size > 0 && !isNamed(place, profile);
