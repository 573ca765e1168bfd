import { type Lists, rows } from '../lists.js';
import type { Document } from '../text/index.js';
import type { Found } from './found.js';
import type { Place } from './gazetteer.js';

/** Something happens here: "at the Kremlin", "a drone hit the White House". */
const SCENE =
  /(?:\b(?:in|at|near|outside|inside|around|over|towards?|into|hit|hits|struck|attacked|stormed|left|entered|visited|bombed|leave|enter|visit)\s(?:the\s)?)$/i;

/** Finds the buildings that stand for a government: a location where something happens to them, else a metonym. */
export function prepareSeats(lists: Lists): (document: Document) => Found[] {
  const places = new Map(
    rows(lists('places/seats')).map(([name = '', town = '', country = '', lat, lon]) => {
      const id = `seat:${name.toLowerCase().replaceAll(' ', '-')}`;
      const point = { lat: Number(lat), lon: Number(lon) };
      const place: Place = {
        ...{ id, name: `${name}, ${town}`, country, ...point },
        ...{ precision: 'exact', population: 0 },
      };
      return [name, place];
    }),
  );
  const any = new RegExp(String.raw`(?<![\p{L}-])(?:${[...places.keys()].join('|')})(?![\p{L}-])`, 'gu');
  return ({ text, sentences }) =>
    sentences.flatMap(({ start: from, end: to, part }) => {
      if (part === 'unrelated') return [];
      return [...text.slice(from, to).matchAll(any)].flatMap((match): Found[] => {
        const place = places.get(match[0]);
        if (!place) return [];
        const start = from + match.index;
        const use = SCENE.test(text.slice(from, start)) ? 'location' : 'metonym';
        const rule = 'the seat of government of that name';
        return [{ start, end: start + match[0].length, place, use, rule, isFixed: true }];
      });
    });
}
