import type { Document } from '../text/index.js';
import type { Place } from './gazetteer.js';
import type { Named } from './named.js';
import { isCompass } from './words.js';

/** A country or region seen by the compass: "northern Mali", "Benin's north". */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly place: Place;
}

const BEFORE =
  /((?:(?:north|south)(?:[ -]?(?:east|west))?|east|west|central|coastal)(?:ern)?)\s(?:of\s)?(?:the\s)?$/i;
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
