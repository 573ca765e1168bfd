import type { Document } from '../text/index.js';
import { isOwn } from '../text/index.js';
import { countriesOfPlace } from './containers.js';
import { isBroad, type Place } from './gazetteer.js';
import type { Named } from './named.js';
import { type CountryShares, priorAmong } from './resolve.js';
import { isCapital, type PlaceWords } from './words.js';

/** A town of this many people speaks for its country with full weight. */
const LARGE = 100_000;
/** Words of local papers in the United States, which seldom name their country. */
const US_WORD = /^(?:Sheriff|Deputies|County)$/;
/** Names as well as nationality words: they have been counted as names. */
const INITIALS = /^(?:US|U\.S\.|UK)$/;
/** A name counts at most this often, so that one word does not outvote the rest. */
const MOST = 3;

/**
 * How much of a report is about each country: by names of countries, nationality words, and the likeliest meaning of
 * each other name. Names inside other names ("Iraqi Army", "Kabul University") count too.
 */
export function countryShares(document: Document, names: readonly Named[], words: PlaceWords): CountryShares {
  const weights = new Map<string, number>();
  const seen = new Map<string, number>();
  const add = (key: string, country: string, weight: number) => {
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    if (times <= MOST) weights.set(country, (weights.get(country) ?? 0) + weight);
  };
  for (const name of names) {
    const weight = document.sentences[name.sentence]?.part === 'dateline' ? 2 : 1;
    for (const [country, chance] of meanings(name)) add(`${name.key} ${country}`, country, chance * weight);
  }
  for (const word of capitalWords(document)) {
    if (US_WORD.test(word)) add('US words', 'US', 0.5);
    const country = words.countryOfWord(word);
    if (country && !INITIALS.test(word)) add(country, country, 0.8);
  }
  const sum = [...weights.values()].reduce((total, weight) => total + weight, 0);
  return new Map([...weights].map(([country, weight]) => [country, weight / sum]));
}

/** The words with a capital in the own sentences. */
function capitalWords(document: Document): string[] {
  return document.sentences
    .filter(isOwn)
    .flatMap(({ first, last }) => document.tokens.slice(first, last).map(({ text }) => text))
    .filter(isCapital);
}

/** The countries that a name speaks for, with their chances. A country's own name speaks for itself alone. */
function meanings(name: Named): [string, number][] {
  const country = name.places.find((place) => place.precision === 'country');
  const rivals = name.places.filter((place) => place.precision === 'region');
  if (country && rivals.length === 0) return countriesOfPlace(country).map((code) => [code, 1]);
  const largest = Math.max(...name.places.map((place) => (isBroad(place) ? LARGE : place.population)));
  const strength = 0.7 * Math.min(1, Math.max(0.1, largest / LARGE));
  const scores = name.places.map((place) => [place, Math.exp(priorAmong(place, rivals.length > 0))] as const);
  const sum = scores.reduce((total, [, score]) => total + score, 0);
  const byCountry = new Map<string, number>();
  for (const [place, score] of scores) {
    const codes = countriesOfPlace(place);
    for (const code of codes)
      byCountry.set(
        code,
        (byCountry.get(code) ?? 0) + (strength * sureness(place) * score) / sum / codes.length,
      );
  }
  return [...byCountry];
}

/** An alternate name, or a district named after a town, says less of the country. */
function sureness(place: Place): number {
  return place.isAlternate || (place.precision !== 'city' && !isBroad(place)) ? 0.3 : 1;
}
