import type { Container } from './containers.js';
import { isDivision, type Place } from './gazetteer.js';
import type { Named } from './named.js';
import type { Parts, Scored } from './resolve.js';
import type { PlaceWords } from './words.js';

/** What a reason is told with: the names of the report, what they mean, and the names of countries and divisions. */
export interface Told {
  readonly names: readonly Named[];
  readonly meanings: readonly (readonly Scored[])[];
  readonly words: PlaceWords;
  /** The name of a first-level division ("Illinois") by its code. */
  readonly divisionName: (code: string) => string | undefined;
}

/** In plain words, why a name was taken for the first of its meanings. */
export function reasonOf(index: number, told: Told): string {
  const ranked = told.meanings[index] ?? [];
  const best = ranked[0];
  const name = told.names[index];
  if (!best || !name) return '';
  if (best.container) return insideOf(best.container, name, told);
  const [size = best] = ranked.toSorted((a, b) => b.parts.prior - a.parts.prior);
  if (ranked.length === 1) return onlyOne(best.place);
  if (size.place.id === best.place.id) return largest(best.place);
  return because(best, size, told);
}

function onlyOne(place: Place): string {
  if (place.id.startsWith('country:')) return 'the country of that name';
  return `the only ${thing(place)} of that name in the gazetteer`;
}

function largest(place: Place): string {
  if (place.id.startsWith('country:')) return 'the country of that name';
  return place.precision === 'city'
    ? 'the largest place of that name'
    : `the best known place of that name, ${article(thing(place))}`;
}

/** "in Illinois, named behind it". */
function insideOf(container: Container, name: Named, { names, meanings, words }: Told): string {
  if ('country' in container)
    return `in ${words.countryNames.get(container.country) ?? container.country}, by the word in front of it`;
  const outer = names[container.name];
  const place = meanings[container.name]?.[0]?.place;
  const where = `in ${place?.name ?? 'the place'}`;
  if (!outer || outer.sentence !== name.sentence || Math.abs(outer.first - name.first) > 15)
    return `${where}, where the report puts it elsewhere in its text`;
  return `${where}, named ${outer.start > name.start ? 'behind' : 'in front of'} it`;
}

const REASONS: readonly (keyof Parts)[] = ['division', 'country', 'near', 'inside'];

/** What speaks most for a place against the largest of its name. */
function because(best: Scored, size: Scored, { words, divisionName }: Told): string {
  const gains = REASONS.map((part) => ({ part, gain: best.parts[part] - size.parts[part] }));
  const { part } = gains.reduce((a, b) => (b.gain > a.gain ? b : a));
  const country = typeof best.place.country === 'string' ? best.place.country : '';
  const named = words.countryNames.get(country) ?? country;
  if (part === 'division') {
    const division = divisionName(best.place.division ?? '') ?? 'its region';
    return `in ${division}, where other places of the report are`;
  }
  if (part === 'country') return `in ${named}, which the report is about`;
  if (part === 'near') return 'nearest to other places of the report';
  return 'the region that the town in front of it lies in';
}

function thing(place: Place): string {
  if (isDivision(place)) return place.precision;
  if (place.precision === 'area') return 'area';
  return place.precision === 'region' ? 'region' : 'place';
}

const article = (word: string) => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
