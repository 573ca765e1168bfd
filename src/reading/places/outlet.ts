import type { NameToWeigh } from './divisions.js';
import { foldName } from './fold.js';
import type { Gazetteer } from './gazetteer.js';
import type { PlaceWords } from './words.js';

/** A town with fewer people has no paper that leaves its state unsaid, and its name may be a word: "Sun", "Post". */
const LEAST = 10_000;
const LONGEST = 3;

/** The places in the name of an outlet: Toledo in "The Toledo Blade". A local paper writes of its own state. */
export function placesOfOutlet(
  outlet: string | null | undefined,
  gazetteer: Gazetteer,
  words: PlaceWords,
): NameToWeigh[] {
  const parts = (outlet ?? '').split(/[\s,/|–—-]+/).filter((part) => /^\p{Lu}/u.test(part));
  const found: NameToWeigh[] = [];
  for (let at = 0; at < parts.length; at++) {
    for (let length = Math.min(LONGEST, parts.length - at); length > 0; length--) {
      const name = parts.slice(at, at + length).join(' ');
      if (words.common.has(name.toLowerCase()) || words.notPlaces.has(foldName(name))) continue;
      const places = gazetteer
        .find(name)
        .filter((place) => place.population >= LEAST || place.precision === 'region');
      if (places.length === 0) continue;
      found.push({ key: `outlet ${foldName(name)}`, places });
      at += length - 1;
      break;
    }
  }
  return found;
}
