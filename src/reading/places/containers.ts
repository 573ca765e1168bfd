import type { Document } from '../text/index.js';
import { kilometres } from './distance.js';
import { isBroad as isBroadPlace, isDivision, type Place } from './gazetteer.js';
import type { Named } from './named.js';
import type { PlaceWords } from './words.js';

/** What the words put a place into: another name of the text, or the country of a nationality word. */
export type Container = { readonly name: number } | { readonly country: string };

const WORDS = String.raw`(?:[\p{Ll}-]+\s){0,5}`;
/** "a town in"; but "Lynchburg but also operating in Texas" puts Lynchburg nowhere. */
const APPOSED = String.raw`(?:(?!(?:but|and|or|also|while|when|before|after|to|then|was|were|is|has|had)\s)[\p{Ll}-]+\s){0,5}`;
/** "northern", "the state of"; but "Arlington in a car with Texas plates" puts Arlington nowhere. */
const KINDS = String.raw`(?:(?!(?:an?|with|by|for|from|to|on|at|and|or|but|that|who|his|her|their|its)\s)[\p{Ll}-]+\s){0,4}`;
/** "Springfield, Illinois"; "Qaim (Iraq)". */
const COMMA = /^(?:,|\s\()\s?$/u;
/** "Nahud in West Kordofan"; "al-Qaim, a town in Iraq". */
const INSIDE = new RegExp(String.raw`^(?:,|\s\()?\s?${APPOSED}(?:in|of|within)\s(?:the\s)?${KINDS}$`, 'u');
/** "Iraq's Anbar province"; "Ukraine's eastern city of Bakhmut". */
const OWNS = new RegExp(String.raw`^['’][sS]?\s${WORDS}$`, 'u');
/** "the Afghan city of Herat"; "Iraqi Kurdistan". */
const NATIONALITY = new RegExp(String.raw`([\p{Lu}][\p{L}.]+)\s${APPOSED}$`, 'u');
/** How far back a nationality word is looked for, in characters. */
const REACH = 60;

/** For each name, what the words around it put it into. */
export function containersOf(document: Document, names: readonly Named[], words: PlaceWords): Container[][] {
  const containers: Container[][] = names.map(() => []);
  for (const [index, name] of names.entries()) {
    const next = names[index + 1];
    const relation = next?.sentence === name.sentence ? relationOf(document, name, next) : 'none';
    if (relation === 'holds') containers[index + 1]?.push({ name: index });
    if (relation === 'lies in') containers[index]?.push({ name: index + 1 });
    const country = nationalityBefore(document, name, words);
    if (country) containers[index]?.push({ country });
  }
  return containers;
}

/** What the words between two names say of the first: "Iraq's Anbar", "Nahud in West Kordofan", "Springfield, Illinois". */
function relationOf(document: Document, name: Named, next: Named): 'holds' | 'lies in' | 'none' {
  const between = document.text.slice(name.end, next.start);
  if (OWNS.test(between)) return 'holds';
  if (INSIDE.test(between)) return 'lies in';
  return COMMA.test(between) && isBroad(next) && !isListed(name, next) ? 'lies in' : 'none';
}

/** "Mexico, China and Japan", "Alberta, Manitoba and Ontario": neither lies in the other. */
function isListed(name: Named, next: Named): boolean {
  const isCountry = (one: Named) => one.places.some(({ precision }) => precision === 'country');
  const isRegion = (one: Named) => one.places.every(({ precision }) => precision === 'region');
  return (isCountry(name) && isCountry(next)) || (isRegion(name) && isRegion(next));
}

/** The country of the nationality word that stands before a name: "the Afghan city of Herat". */
export function nationalityBefore(
  document: Document,
  name: { readonly sentence: number; readonly start: number },
  words: PlaceWords,
): string | undefined {
  const start = document.sentences[name.sentence]?.start ?? 0;
  const before = document.text.slice(Math.max(start, name.start - REACH), name.start);
  const word = NATIONALITY.exec(before)?.[1] ?? '';
  return words.countryOfWord(word);
}

/** Whether a name may stand for a country or region, so that a town before its comma lies in it. */
function isBroad(name: Named): boolean {
  return name.kind === 'region' || name.kind === 'district' || name.places.some(isOuter);
}

const isOuter = (place: Place) =>
  isBroadPlace(place) || place.precision === 'region' || place.precision === 'district';

/** How well a place lies in another: 1 surely, 0 not at all. */
export function liesIn(place: Place, container: Place): number {
  if (place.id === container.id) return 0;
  const shared = countriesOfPlace(place).some((country) => countriesOfPlace(container).includes(country));
  if (!shared) return 0;
  if (container.precision === 'country') return 1;
  return byDivision(place, container) ?? byDistance(place, container);
}

/** By the codes of the divisions that both lie in or are; undefined where one has none. */
function byDivision(place: Place, container: Place): number | undefined {
  // "Dnipropetrovsk Oblast" may be known by its town alone, whose own district is another.
  if (isDivision(container) && container.district && place.district)
    return place.district === container.district ? 1 : 0;
  if (container.precision !== 'region' && container.precision !== 'area') return undefined;
  if (!place.division || !container.division) return undefined;
  return place.division === container.division ? 1 : 0;
}

function byDistance(place: Place, container: Place): number {
  const isWide = container.precision === 'region' || container.precision === 'area';
  if (!isWide && place.precision === 'country') return 0;
  return Math.exp(-kilometres(place, container) / (isWide ? 250 : 40));
}

/** The countries of a place; none for a sea. */
export function countriesOfPlace(place: {
  readonly country: string | readonly string[] | null;
}): readonly string[] {
  if (place.country === null) return [];
  return typeof place.country === 'string' ? [place.country] : place.country;
}
