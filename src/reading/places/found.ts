import { type Candidate, cut, type PlaceUse, type Toponym } from '../../record/index.js';
import { firstWhere } from '../search.js';
import type { Document } from '../text/index.js';
import { coverOf } from './cover.js';
import type { Place } from './gazetteer.js';
import { chances, type Scored } from './resolve.js';

/** A toponym before it is cut out of the text. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly place: Place;
  /** Why this place, in plain words. */
  readonly rule: string;
  readonly name?: string;
  readonly others?: readonly Scored[];
  /** Kilometres around the place. */
  readonly radius?: number;
  readonly use?: PlaceUse;
  /** Whether it says whose something is: "US soldiers". */
  readonly isAttribute?: boolean;
  /** A site, a border or an area: what cannot act under its name. */
  readonly isFixed?: boolean;
}

/** How many other meanings of a name are kept. */
const CANDIDATES = 5;

/** The first of several that overlap stays, in text order: the finder lists what takes more words into account first. */
export function withoutOverlaps(text: string, found: readonly Found[]): Found[] {
  const cover = coverOf(text);
  const kept: Found[] = [];
  for (const one of found) {
    if (cover.touches(one)) continue;
    cover.take(one);
    kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** What is found, as it stands in the record. */
export function toponymOf(text: string, found: Found): Toponym {
  const { start, end, place, name, rule, radius, use, others = [] } = found;
  const likelihood = chances(others);
  const candidates: Candidate[] = others
    .slice(1, 1 + CANDIDATES)
    .map((other, index) => ({ ...placeValue(other.place), score: likelihood[index + 1] ?? 0 }));
  return {
    ...cut(text, start, end),
    ...placeValue(place),
    name: name ?? place.name,
    ...(radius === undefined ? {} : { radius }),
    candidates,
    rule,
    ...(use === undefined || use === 'location' ? {} : { use }),
  };
}

function placeValue(place: Place) {
  const { name, country, lat, lon, precision, id } = place;
  return {
    name,
    country: typeof country === 'string' || country === null ? country : [...country],
    lat,
    lon,
    precision,
    gazetteer: id,
  };
}

/** The sentence and the tokens `first` to before `last` of a stretch of the text. */
export function tokensOf(
  { sentences, tokens }: Document,
  { start, end }: { readonly start: number; readonly end: number },
): { sentence: number; first: number; last: number } {
  return {
    sentence: firstWhere(sentences, (sentence) => sentence.end > start),
    first: firstWhere(tokens, (token) => token.end > start),
    last: firstWhere(tokens, (token) => token.start >= end),
  };
}
