import type { Document } from '../text/index.js';
import { countriesOfPlace } from './containers.js';
import type { Found } from './found.js';
import type { Gazetteer, Place } from './gazetteer.js';
import { isCapital, type PlaceWords } from './words.js';

const NAME = String.raw`(\p{Lu}[\p{L}.]*(?:\s(?:and\s)?\p{Lu}[\p{L}.]*){0,3})`;
const WORD = String.raw`(?:border(?:lands?)?|frontier|boundary)(?:\s(?:region|area|zone|crossing))?`;
const BORDER = /border|frontier|boundary/i;
const FORMS: readonly RegExp[] = [
  new RegExp(String.raw`${NAME}(?:\s?[-–/]\s?|\sand\s)${NAME}\s${WORD}`, 'giu'),
  new RegExp(String.raw`${WORD}\sbetween\s(?:the\s)?${NAME}\sand\s(?:the\s)?${NAME}`, 'giu'),
  new RegExp(String.raw`${NAME}['’]s\s(?:\p{Ll}+\s)?${WORD}\swith\s(?:the\s)?${NAME}`, 'giu'),
];

/** The borders that own sentences name by both countries: "the Iraq-Syria border", "Syria's border with Iraq". */
export function bordersIn(document: Document, gazetteer: Gazetteer, words: PlaceWords): Found[] {
  return document.sentences.flatMap(({ start, end, part }) => {
    const text = document.text.slice(start, end);
    if (part === 'unrelated' || !BORDER.test(text)) return [];
    const found = FORMS.flatMap((form) =>
      [...text.matchAll(form)].map((match) => borderAt(match, form, lookUp)),
    );
    return found.flatMap((border) =>
      border ? [{ ...border, start: start + border.start, end: start + border.end }] : [],
    );
  });

  function lookUp(name: string): Place | undefined {
    if (!isCapital(name)) return undefined;
    const code = words.countryOfWord(name);
    const found = gazetteer.find(words.countryNames.get(code ?? '') ?? name);
    return found.find((place) => (code ? place.id === `country:${code}` : place.precision === 'country'));
  }
}

type LookUp = (name: string) => Place | undefined;

/** The border of a match, with offsets in the sentence. */
function borderAt(match: RegExpExecArray, form: RegExp, lookUp: LookUp): Found | undefined {
  const [whole, left = '', right = ''] = match;
  const [a, b] = [countryAtEnd(left, lookUp), countryAtStart(right, lookUp)];
  if (!a || !b || a.place.id === b.place.id) return undefined;
  const isWordFirst = form === FORMS[1];
  const isWordLast = form === FORMS[0];
  return {
    start: match.index + (isWordFirst ? 0 : whole.indexOf(left) + a.at),
    end: match.index + (isWordLast ? whole.length : whole.lastIndexOf(right) + b.at),
    place: borderBetween(a.place, b.place),
    rule: 'half way between the two countries',
    isFixed: true,
  };
}

/** "On Monday Iraq" ends with Iraq; `at` is where that name starts. */
function countryAtEnd(text: string, lookUp: LookUp): { place: Place; at: number } | undefined {
  for (const { index: at } of text.matchAll(/(?<!\S)\S/gu)) {
    const place = lookUp(text.slice(at));
    if (place) return { place, at };
  }
  return undefined;
}

/** "Syria On" starts with Syria; `at` is where that name ends. */
function countryAtStart(text: string, lookUp: LookUp): { place: Place; at: number } | undefined {
  const ends = [...text.matchAll(/\S(?!\S)/gu)].map(({ index }) => index + 1);
  for (const at of ends.reverse()) {
    const place = lookUp(text.slice(0, at));
    if (place) return { place, at };
  }
  return undefined;
}

/** The border of two countries, by the middle between them: half way between the nearest corners of where their towns are. */
export function borderBetween(a: Place, b: Place): Place {
  const [p, q] = [clamped(b, a), clamped(a, b)];
  return {
    id: `area:border-${[...countriesOfPlace(a), ...countriesOfPlace(b)].join('-').toLowerCase()}`,
    name: `${a.name}–${b.name} border`,
    country: [...countriesOfPlace(a), ...countriesOfPlace(b)],
    lat: Math.round(((p.lat + q.lat) / 2) * 100) / 100,
    lon: Math.round(((p.lon + q.lon) / 2) * 100) / 100,
    precision: 'area',
    population: 0,
  };
}

function clamped(point: Place, into: Place): { lat: number; lon: number } {
  if (!into.extent) return { lat: into.lat, lon: into.lon };
  const [south, west, north, east] = into.extent;
  return { lat: Math.min(north, Math.max(south, point.lat)), lon: Math.min(east, Math.max(west, point.lon)) };
}
