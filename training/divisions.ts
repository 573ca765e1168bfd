import type { Town } from '../src/reading/places/cities.js';
import { foldName } from '../src/reading/places/fold.js';

/** A row of the tables of divisions of GeoNames: "US.OH.095", "Lucas County". */
export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

/** Kinds of divisions as English news writes them behind a name. */
const KIND =
  / (?:county|parish|province|governorate|district|region|state|oblast|raion|rayon|prefecture|department|canton|division|territory|borough|municipality|agency)$/i;
/** "Province of Sulu", "Provincia de Sucre", "Qaḑā’ Kifrī", "Département du Var". */
const KIND_FIRST =
  /^(?:province of|provincia di|provincia de|provincia|département d[eu] la|département d[eu]|département des|qaḑā’|nāḩiyat|markaz|politischer bezirk|regierungsbezirk|arrondissement de|municipio|the|city of|district of|borough of|royal borough of|county of)\s+/iu;
/** Names that say nothing without their country: "Eastern", "North West". */
const NO_NAME =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|centre|center|middle|upper|lower|coast|coastal|river|rivers|islands?|capital|federal|national|city|metropolitan|urban|rural|unknown|oriental|north (?:east|west)(?:ern)?|south (?:east|west)(?:ern)?)(?: (?:province|district|region|division))?$/;
const LATIN = /^[\p{Script=Latin}\p{M}'’‘ʻʼ.\- ]+$/u;

/**
 * The first- and second-level divisions that have towns, in the middle of them. A division goes by its whole name, and
 * by the bare one ("Kirkuk" of "Kirkuk District") only where no town of its country has that name; counties of the
 * United States go by the whole name alone, since nobody calls Lucas County "Lucas".
 */
export function divisionsOf(
  first: readonly NamedCode[],
  second: readonly NamedCode[],
  towns: readonly Town[],
): Town[] {
  const byCode = new Map<string, Town[]>();
  const townNames = new Set<string>();
  for (const town of towns) {
    const [country, level1, level2] = town.division.split('.');
    for (const name of town.names) townNames.add(`${country} ${name}`);
    push(byCode, `${country}.${level1}`, town);
    if (level2) push(byCode, town.division, town);
  }
  return [...first, ...second].flatMap((row) => {
    const inside = byCode.get(row.code) ?? [];
    const names = namesOf(row, townNames);
    return inside.length === 0 || names.length === 0 ? [] : [divisionOf(row, names, inside)];
  });
}

function push(byCode: Map<string, Town[]>, code: string, town: Town): void {
  const list = byCode.get(code);
  if (list) list.push(town);
  else byCode.set(code, [town]);
}

function namesOf({ code, name }: NamedCode, townNames: ReadonlySet<string>): string[] {
  if (!LATIN.test(name)) return [];
  const country = code.slice(0, 2);
  const bare = name.replace(KIND_FIRST, '').replace(KIND, '');
  const names = country === 'US' ? [name] : [name, bare];
  return [...new Set(names.map(foldName))]
    .filter((key) => !NO_NAME.test(key))
    .filter((key) => key.length >= 3 && (KIND.test(` ${key}`) || !townNames.has(`${country} ${key}`)));
}

function divisionOf({ code, name }: NamedCode, names: readonly string[], inside: readonly Town[]): Town {
  return {
    id: 0,
    name,
    names,
    sound: '',
    lat: mean(inside.map(({ lat }) => lat)),
    lon: meanOfLongitudes(inside.map(({ lon }) => lon)),
    division: code,
    kind: code.split('.').length > 2 ? 'district' : 'region',
    population: inside.reduce((sum, { population }) => sum + population, 0),
  };
}

const mean = (numbers: readonly number[]) =>
  Math.round((numbers.reduce((sum, one) => sum + one, 0) / numbers.length) * 1e4) / 1e4;

/** Towns on both sides of the date line lie close together. */
function meanOfLongitudes(longitudes: readonly number[]): number {
  const isAcross = Math.max(...longitudes) - Math.min(...longitudes) > 180;
  const middle = mean(longitudes.map((lon) => (isAcross && lon < 0 ? lon + 360 : lon)));
  return middle > 180 ? middle - 360 : middle;
}
