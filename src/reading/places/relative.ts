import type { Document } from '../text/index.js';
import { borderBetween } from './borders.js';
import { directionOf, edgeOf } from './compass.js';
import { countriesOfPlace } from './containers.js';
import { destination, kilometres } from './distance.js';
import { type Found, tokensOf } from './found.js';
import type { Place } from './gazetteer.js';

const SIDE = `(?:north|south)(?:[- ]?(?:north|south))?(?:[- ]?(?:east|west))?|east|west`;
const UNIT = `(?:km|kms|kilomet(?:er|re)s?|miles?|mi)`;
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|a dozen|a few|a couple of|several|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\p{Ll}+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|a|half a)`;
const BRACKET = String.raw`(?:\s\([^)]{1,24}\)|,?\sor\sabout\s\d+\s${UNIT},?)?`;
const KIND = String.raw`(?:the\s)?(?:(?:[\p{Ll}-]+\s){0,3}(?:town|city|village|capital|port)\s(?:of\s)?)?(?:the\s)?`;
/** "30 km (19 miles) north of the town of | Kirkuk"; "12 miles outside | Kabul". */
const AWAY = new RegExp(
  String.raw`(?<![\p{L}\d.,-])(${NUMBER})[\s-]?(${UNIT})${BRACKET}\s(?:(?:to\s|toward\s)?(?:the\s)?(${SIDE})(?:ern)?\s(?:of|from)|(?:away\s)?from|outside(?:\sof)?|off)\s${KIND}$`,
  'iu',
);
/** "north of | Kirkuk", but not "the north of Iraq". */
const SIDEWARD = new RegExp(String.raw`(?<!\bthe\s)(?<![\p{L}-])(?:just\s)?(${SIDE})\sof\s${KIND}$`, 'iu');
/** "the eastern part of | Mosul", "the south of | Gaza", "the western outskirts of | Kabul". */
const PART = new RegExp(
  String.raw`(?<![\p{L}-])(?:the\s)?(?:far\s)?(?:(${SIDE})(?:ern)?\s(?:part|parts|side|half|end|edge|outskirts|suburbs?|districts?|areas?|neighbou?rhoods?|section)\sof|(?<=\bthe\s)(${SIDE})\sof)\s(?:the\s)?(?:(?:town|city|capital)\s(?:of\s)?)?$`,
  'iu',
);
/** "off the southern coast of | Yemen", "off | Yemen's coast" (behind). */
const COAST = new RegExp(
  String.raw`(?<![\p{L}-])(?:(${NUMBER})[\s-]?(${UNIT})\s(?:\([^)]{1,24}\)\s)?)?off\s(?:the\s)?(?:(${SIDE})(?:ern)?\s)?(?:coasts?|shores?|coastline)\s(?:of|near)\s(?:the\s)?$`,
  'iu',
);
const COAST_OWNER = new RegExp(
  String.raw`(?<![\p{L}-])(?:(${NUMBER})[\s-]?(${UNIT})\s(?:\([^)]{1,24}\)\s)?)?off\s(?:the\s)?$`,
  'iu',
);
const COAST_BEHIND = /^(?:['’]s)?\s(?:(?:[\p{Ll}-]+)\s)?(?:coast|shores?|coastline)(?![\p{L}-])/u;
/** "near the border with | Syria", "on its frontier with | Iran". */
const BORDER =
  /(?<![\p{L}-])(?:the|its|their|a)\s(?:\p{Ll}+\s)?(?:border|frontier)(?:\s(?:region|area|crossing|zone))?\swith\s(?:neighbou?ring\s)?(?:the\s)?$/iu;
/** What makes a stretch of land of "between A and B". */
const BETWEEN =
  /(?:\b(?:road|highway|motorway|route|railway|track|line|area|stretch|corridor|midway|halfway|way|somewhere|villages?|towns?|located|lies|lying|situated|checkpoints?|bridge|strip|border|crossing|pass|river|desert|forest|mountains?|sea|waters|front)\b(?:\s[\p{Ll}-]+){0,3}\s)(between\s(?:the\s)?(?:(?:towns?|cities|villages|ports)\sof\s)?)$/iu;
const AND = /^\sand\s(?:the\s)?$/;

const LONGEST = 90;
/** Farther apart than this, in kilometres, "between" is no place. */
const FAR = 600;
const COASTAL = 60;
const NEAR_BORDER = 60;
/** A side of a town, without a distance, is this many kilometres off. */
const BESIDE = 15;
const IN_TOWN = 4;

const NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
    ...{ eleven: 11, twelve: 12, 'a dozen': 12, fifteen: 15, eighteen: 18, 'a few': 4, several: 6 },
    ...{ 'a couple of': 2, 'half a': 0.5, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60 },
    ...{ seventy: 70, eighty: 80, ninety: 90 },
  }),
);

function inKilometres(number: string, unit: string): number {
  const [tens = '', ones = ''] = number.toLowerCase().split('-');
  const count = NUMBERS.get(number.toLowerCase()) ?? (NUMBERS.get(tens) ?? 0) + (NUMBERS.get(ones) ?? 0);
  const value = /\d/.test(number) ? Number(number.replaceAll(',', '')) : count;
  return /^mi/i.test(unit) ? value * 1.609 : value;
}

/**
 * Places that are told by others: "30 km north of Kirkuk", "the border with Syria", "off the coast of Yemen", "the road
 * between Homs and Hama", "the eastern part of the Iraqi capital". Each takes the place of what it is told by and has a
 * radius in kilometres. `countries` are those that the report is about, most first. In text order.
 */
export function relativesIn(
  document: Document,
  known: readonly Found[],
  countries: readonly Place[],
): Found[] {
  return known.flatMap((one, index) => {
    const { sentence } = tokensOf(document, one);
    const from = Math.max(document.sentences[sentence]?.start ?? 0, one.start - LONGEST);
    const before = document.text.slice(from, one.start);
    const next = known[index + 1];
    return (
      between(document, before, one, next) ??
      away(before, one) ??
      coast(document, before, one) ??
      border(before, one, countries, known.slice(0, index)) ??
      part(before, one) ??
      sideward(before, one) ??
      []
    );
  });
}

/** A stretch of the text that ends with a place, made wider by the words of a match in front of it. */
function widened(one: Found, match: RegExpExecArray, more: Partial<Found> & { place: Place }): Found {
  const { others: _, name: __, ...rest } = one;
  return { ...rest, start: one.start - match[0].length, isFixed: true, ...more };
}

const isPoint = ({ precision }: Place) =>
  precision === 'city' || precision === 'exact' || precision === 'district';
const nameOf = (one: Found) => one.name ?? one.place.name;

function away(before: string, one: Found): Found | undefined {
  const match = AWAY.exec(before);
  const [, number = '', unit = '', side] = match ?? [];
  if (!match || one.place.precision === 'area' || (!side && !isPoint(one.place))) return undefined;
  const distance = inKilometres(number, unit);
  // "10,000 miles from Baghdad" is no place.
  if (!(distance > 0 && distance <= 500)) return undefined;
  const direction = side ? directionOf(side) : undefined;
  const point = direction ? destination(one.place, distance, direction.bearing) : one.place;
  const how = `${number} ${unit}${direction ? ` ${direction.words} of` : ' from'} ${nameOf(one)}`;
  return widened(one, match, {
    place: { ...one.place, ...point, precision: distance > 40 ? 'region' : 'district' },
    name: how,
    radius: Math.max(2, Math.round(direction ? distance * 0.3 : distance)),
    rule: direction
      ? `counted ${direction.words} from the middle of ${nameOf(one)}`
      : `around the middle of ${nameOf(one)}, since the words give no direction`,
  });
}

function sideward(before: string, one: Found): Found | undefined {
  const match = SIDEWARD.exec(before);
  const direction = directionOf(match?.[1] ?? '');
  if (!match || !direction || !isPoint(one.place)) return undefined;
  return widened(one, match, {
    place: { ...one.place, ...destination(one.place, BESIDE, direction.bearing), precision: 'district' },
    name: `${direction.words} of ${nameOf(one)}`,
    radius: BESIDE,
    rule: `${direction.words} of ${nameOf(one)}; how far is not said, and ${BESIDE} km was taken`,
  });
}

function part(before: string, one: Found): Found | undefined {
  const match = PART.exec(before);
  const direction = directionOf(match?.[1] ?? match?.[2] ?? '');
  if (!match || !direction || one.place.precision === 'area') return undefined;
  const isTown = isPoint(one.place);
  const inside = isTown ? undefined : edgeOf(one.place, direction);
  const point = isTown ? destination(one.place, IN_TOWN, direction.bearing) : inside;
  return widened(one, match, {
    place: { ...one.place, ...point, precision: isTown ? 'exact' : 'region' },
    name: `${direction.adjective} ${nameOf(one)}`,
    radius: isTown ? IN_TOWN : (inside?.radius ?? 100),
    rule: isTown
      ? `${IN_TOWN} km ${direction.words} of the middle of ${nameOf(one)}`
      : `toward the ${direction.words}ern edge of ${nameOf(one)}`,
  });
}

function coast(document: Document, before: string, one: Found): Found | undefined {
  const owned = COAST_BEHIND.exec(document.text.slice(one.end, one.end + 40));
  const match = COAST.exec(before) ?? (owned ? COAST_OWNER.exec(before) : null);
  if (!match) return undefined;
  const [, number, unit = '', side] = match;
  const direction = side ? directionOf(side) : undefined;
  const off = number ? inKilometres(number, unit) : 0;
  const isLand = !isPoint(one.place);
  const edge = direction && isLand ? edgeOf(one.place, direction) : undefined;
  const found = widened(one, match, {
    place: { ...one.place, ...(edge ? { lat: edge.lat, lon: edge.lon } : {}), precision: 'area' },
    name: `off the coast of ${nameOf(one)}`,
    radius: Math.round(off + (isLand ? (edge?.radius ?? sizeOf(one.place)) : COASTAL)),
    rule: `at sea within the radius around ${nameOf(one)}; where on the coast is not said`,
  });
  return COAST.test(before) || !owned ? found : { ...found, end: one.end + owned[0].length };
}

/** Half of how far a country reaches, in kilometres. */
function sizeOf({ extent }: Place): number {
  if (!extent) return 150;
  const [south, west, north, east] = extent;
  return Math.max(50, kilometres({ lat: south, lon: west }, { lat: north, lon: east }) / 2);
}

function border(
  before: string,
  one: Found,
  countries: readonly Place[],
  earlier: readonly Found[],
): Found | undefined {
  const match = BORDER.exec(before);
  if (!match || one.place.precision !== 'country') return undefined;
  const [own] = countriesOfPlace(one.place);
  const isOther = (place: Place) => place.precision === 'country' && countriesOfPlace(place)[0] !== own;
  const neighbour = countries.find(isOther) ?? earlier.findLast(({ place }) => isOther(place))?.place;
  if (!neighbour) return undefined;
  const place = borderBetween(neighbour, one.place);
  return widened(one, match, {
    place,
    name: place.name,
    radius: NEAR_BORDER * 3,
    rule: `the border of ${neighbour.name}, which the report is about, with ${one.place.name}`,
  });
}

function between(document: Document, before: string, one: Found, next: Found | undefined): Found | undefined {
  const match = BETWEEN.exec(before);
  const isFine = (found: Found) => isPoint(found.place) || found.place.precision === 'region';
  if (!match?.[1] || !next || !AND.test(document.text.slice(one.end, next.start))) return undefined;
  if (!isFine(one) || !isFine(next)) return undefined;
  const distance = kilometres(one.place, next.place);
  if (distance > FAR || distance < 1) return undefined;
  const middle = {
    lat: Math.round(50 * (one.place.lat + next.place.lat)) / 100,
    lon: Math.round(50 * (one.place.lon + next.place.lon)) / 100,
  };
  const countries = [...new Set([...countriesOfPlace(one.place), ...countriesOfPlace(next.place)])];
  return {
    start: one.start - match[1].length,
    end: next.end,
    place: {
      id: `between:${one.place.id}:${next.place.id}`,
      name: '',
      country: countries.length === 1 ? (countries[0] ?? null) : countries,
      ...middle,
      precision: 'area',
      population: 0,
    },
    name: `between ${nameOf(one)} and ${nameOf(next)}`,
    radius: Math.max(2, Math.round(distance / 2)),
    rule: `half way from ${nameOf(one)} to ${nameOf(next)}`,
    isFixed: true,
  };
}
