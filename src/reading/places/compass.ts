import type { Document } from '../text/index.js';
import { kilometres } from './distance.js';
import type { Place } from './gazetteer.js';
import type { Named } from './named.js';
import { isCompass } from './words.js';

/** A country or region seen by the compass: "northern Mali", "Benin's north". */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly place: Place;
}

const BEFORE = /((?:(?:north|south)(?:[ -]?(?:east|west))?|east|west|central|coastal)(?:ern)?)\s(?:the\s)?$/i;
const BEHIND =
  /^['’]s\s((?:far\s)?((?:north|south)(?:[ -]?(?:east|west))?|east|west|(?:north|south)?(?:eastern|western)\s(?:\p{Ll}+)|centre|center))(?![\p{L}-])/iu;
const LONGEST = 24;
/** How far a part of a country lies from the middle toward the edge, 0 to 1. */
const TOWARD = 0.65;

/** What a compass word makes of a country or region that it stands by; undefined where there is none. */
export function partOf(document: Document, name: Named, place: Place): Part | undefined {
  if (place.precision !== 'country' && place.precision !== 'region') return undefined;
  const { text } = document;
  const sentence = document.sentences[name.sentence];
  const before = text.slice(Math.max(sentence?.start ?? 0, name.start - LONGEST), name.start);
  const ahead = BEFORE.exec(before);
  if (ahead?.[1] && isCompass(ahead[1].replace(/\s/, '-')) && !/\p{L}$/u.test(before.slice(0, ahead.index))) {
    return {
      start: name.start - before.length + ahead.index,
      end: name.end,
      place: shifted(place, ahead[1]),
    };
  }
  const behind = BEHIND.exec(
    text.slice(name.end, Math.min(sentence?.end ?? text.length, name.end + 2 * LONGEST)),
  );
  if (!behind?.[1]) return undefined;
  return { start: name.start, end: name.end + behind[0].length, place: shifted(place, behind[1]) };
}

/** A point of the compass. */
export interface Direction {
  /** "north-east" */
  readonly words: string;
  /** "north-eastern" */
  readonly adjective: string;
  /** Degrees, clockwise from the north. */
  readonly bearing: number;
}

/** The direction of "north", "South East", "northeastern"; undefined where a word is none. */
export function directionOf(word: string): Direction | undefined {
  const parts = word.toLowerCase().match(/north|south|east|west/g) ?? [];
  const [up, across] = [
    parts.find((part) => /north|south/.test(part)),
    parts.find((part) => /east|west/.test(part)),
  ];
  if (!up && !across) return undefined;
  const lat = up === 'north' ? 1 : up ? -1 : 0;
  const lon = across === 'east' ? 1 : across ? -1 : 0;
  const words = [up, across].filter(Boolean).join('-');
  return { words, adjective: `${words}ern`, bearing: ((Math.atan2(lon, lat) * 180) / Math.PI + 360) % 360 };
}

/** The middle of the part of a country on one side, with the kilometres within which it is; undefined without an extent. */
export function edgeOf(
  place: Place,
  direction: Direction,
): { lat: number; lon: number; radius: number } | undefined {
  if (!place.extent) return undefined;
  const { lat, lon } = shifted(place, direction.words);
  const [south, west, north, east] = place.extent;
  const across = kilometres({ lat: south, lon: west }, { lat: north, lon: east });
  return { lat, lon, radius: Math.max(20, Math.round(across / 4)) };
}

/** The middle of a part of a country: most of the way from its middle to that edge of where its towns are. */
function shifted(place: Place, direction: string): Place {
  const part: Place = { ...place, precision: 'region' };
  if (!place.extent) return part;
  const [south, west, north, east] = place.extent;
  const toward = (middle: number, edge: number) =>
    Math.round((middle + TOWARD * (edge - middle)) * 100) / 100;
  const lat = /north/i.test(direction)
    ? toward(place.lat, north)
    : /south/i.test(direction)
      ? toward(place.lat, south)
      : place.lat;
  const lon = /east/i.test(direction)
    ? toward(place.lon, east)
    : /west/i.test(direction)
      ? toward(place.lon, west)
      : place.lon;
  return { ...part, lat, lon };
}
