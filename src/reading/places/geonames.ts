import type { Town, TownKind } from './cities.js';
import { foldName } from './fold.js';
import { soundOf } from './sound.js';

/** Columns of a row of a GeoNames table of places, parted by tabs. */
export const COLUMNS = 19;

const KINDS: Readonly<Record<string, TownKind>> = {
  PPLX: 'section',
  PPLC: 'capital',
  PPLA: 'seat',
  PPLA2: 'lesser seat',
  ADM1: 'region',
  ADM2: 'district',
  ADM3: 'district',
  ADM4: 'district',
};
/** No longer there when the news is written: abandoned, destroyed or historical places. */
const GONE = /^PPL(?:H|Q|W|CH)$/;
/** Names in Latin letters that start like a name, or with the article as in "al-Qaim". */
const NAME_LIKE =
  /^(?:\p{Lu}|(?:al|el|ad|an|ar|as|ash|at|az|ez|es)[- ]\p{Lu})[\p{Script=Latin}\p{M}'’‘ʻʼ.\- ]+$/u;
/** Three capitals are the code of an airport. */
const AIRPORT = /^\p{Lu}{3,4}$/u;
const ARABIC = new Set('SY IQ JO LB PS IL EG LY SD YE SA KW BH QA AE OM DZ TN MA MR SO DJ'.split(' '));
const ARTICLE = /^(?:al|el|ad|an|ar|as|ash|at|az|ez|es|ed|adh|ath)[- ](?=\p{L}{3})/iu;
const MOST_WORDS = 5;
/** A name that is longer is none, and the table of names could not hold it. In UTF-16 units. */
const LONGEST = 60;
/** Towns under this size keep no alternate names where English papers write the local name as it is. */
const WELL_KNOWN = 15_000;
const LOCAL_NAME_HOLDS = new Set(
  'US GB IE CA AU NZ FR DE IT ES PT NL BE CH AT SE NO DK FI PL CZ SK HU RO HR SI MX BR AR CL CO PE EC VE PH TR ID MY ZA LU IS EE LV LT GR BG RS JP KR TW CN'.split(
    ' ',
  ),
);

/** Why a line is no row of a GeoNames table of places; undefined where it is one. */
export function faultOf(line: string): string | undefined {
  const columns = line.split('\t');
  if (columns.length !== COLUMNS) return `it has ${columns.length} columns, and a row has ${COLUMNS}`;
  if (!/^\d{1,8}$/.test(columns[0] ?? '')) return 'its first column is no number of GeoNames';
  const [lat, lon] = [Number(columns[4]), Number(columns[5])];
  const isPoint = columns[4] !== '' && columns[5] !== '' && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return isPoint ? undefined : 'its fifth and sixth columns are no point of the globe';
}

/**
 * The populated place or division of a row of a GeoNames table; nothing for other things (rivers, hills), for places that
 * are gone, and for those without a name in Latin letters. `more` are alternate names from elsewhere.
 */
export function placeOfRow(line: string, more: readonly string[] = []): Town | undefined {
  const columns = line.split('\t');
  const column = (index: number) => columns[index] ?? '';
  const [code, country] = [column(7), column(8)];
  const isDivision = column(6) === 'A' && /^ADM[1-4]$/.test(code);
  if (column(6) !== 'P' && !isDivision) return undefined;
  if (GONE.test(code) || country === '') return undefined;
  const population = Number(column(14)) || 0;
  const own = [column(1), column(2)].filter((name) => name.length <= LONGEST);
  const names = [
    ...own,
    ...withoutArticle(own, country),
    ...alternates(column(3).split(','), country, population),
    ...more.filter((name) => NAME_LIKE.test(name) && name.length <= LONGEST),
  ]
    .map(foldName)
    .filter((folded) => folded.length >= 3 && folded.split(' ').length <= MOST_WORDS);
  if (names.length === 0) return undefined;
  return {
    id: Number(column(0)),
    name: column(1).slice(0, LONGEST),
    names: [...new Set(names)],
    lat: Number(column(4)),
    lon: Number(column(5)),
    sound: LOCAL_NAME_HOLDS.has(country) || isDivision ? '' : soundOf(column(1)),
    division: [country, column(10), column(11)].filter((part, at) => at < 2 || part !== '').join('.'),
    kind: KINDS[code] ?? 'town',
    population,
  };
}

/** "As Suwayda" is "Suwayda" too. */
function withoutArticle(names: readonly string[], country: string): readonly string[] {
  if (!ARABIC.has(country)) return [];
  return names.filter((name) => ARTICLE.test(name)).map((name) => name.replace(ARTICLE, ''));
}

function alternates(names: readonly string[], country: string, population: number): readonly string[] {
  if (population < WELL_KNOWN && LOCAL_NAME_HOLDS.has(country)) return [];
  const kept = names.filter((name) => NAME_LIKE.test(name) && !AIRPORT.test(name) && name.length <= LONGEST);
  return [...kept, ...withoutArticle(kept, country)];
}
