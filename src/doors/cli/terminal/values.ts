import type { Party, Toll, When, Where } from '../../../record/index.js';
import { printable } from '../io.js';

const regions = new Intl.DisplayNames(['en'], { type: 'region' });

/** `2023-10-07/2023-10-09` → `2023-10-07 to 2023-10-09`; an open end, an uncertain day and a clock time in words too. */
export function dayInWords(edtf: string): string {
  const [from = '', to] = edtf.split('/');
  if (to === undefined) return momentInWords(from);
  if (isOpen(from)) return `until ${momentInWords(to)}`;
  return isOpen(to) ? `from ${momentInWords(from)} on` : `${momentInWords(from)} to ${momentInWords(to)}`;
}

const isOpen = (end: string) => end === '..' || end === '';

function momentInWords(moment: string): string {
  const bare = moment.replace(/[~?%]/g, '');
  const clock = bare.replace(/T(\d\d:\d\d)(?::\d\d)?/, ' $1').replace(/(\d\d:\d\d)Z$/, '$1 UTC');
  const about = /[~%]/.test(moment) ? 'about ' : '';
  return printable(`${about}${clock}${/[?%]/.test(moment) ? ' (uncertain)' : ''}`);
}

/** `al-Qaim, Iraq`. */
export function placeInWords({ name, country }: Pick<Where, 'name' | 'country'>): string {
  const countries = [country ?? []].flat().map(countryName);
  const others = countries.filter((each) => each.toLowerCase() !== name.toLowerCase());
  return printable([name, ...others].join(', '));
}

function countryName(code: string): string {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}

type Position = Pick<Where, 'precision' | 'lat' | 'lon' | 'radius'>;

/** `city, 34.37 41.09`, `area, 34.93 36.74 within 23 km`; coordinates with as many digits as a town has. */
export function precisionInWords({ precision, lat, lon, radius }: Position): string {
  if (lat === null || lon === null) return `${precision}, not on the map`;
  const within = radius === undefined ? '' : ` within ${radius} km`;
  return `${precision}, ${lat.toFixed(2)} ${lon.toFixed(2)}${within}`;
}

/** `4 killed`, `at least 20 injured`, `none killed`, `10 to 12 missing`. */
export function countInWords({ low, high, outcome }: Pick<Toll, 'low' | 'high' | 'outcome'>): string {
  if (high === null) return `at least ${low} ${outcome}`;
  if (high === 0) return `none ${outcome}`;
  return low === high ? `${low} ${outcome}` : `${low} to ${high} ${outcome}`;
}

/** `group, rebel group`: what kind of party it is, and on which side. */
export function partyInWords({ type, side }: Pick<Party, 'type' | 'side'>): string {
  return side === null ? type : `${type}, ${side}`;
}

/** `worked out: a weekday counted back from the day of publication`; nothing for a value that the words state. */
export function ruleInWords({ basis, rule }: Pick<When, 'basis' | 'rule'>): string | undefined {
  return basis === 'worked out' ? printable(`worked out${rule ? `: ${rule}` : ''}`) : undefined;
}

/** `air_strike` → `air strike`. */
export const inWords = (code: string) => printable(code.replaceAll('_', ' '));
