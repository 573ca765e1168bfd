import type { Name, Toponym } from '../../record/index.js';
import { type Lists, rows } from '../lists.js';
import type { Grammar } from '../syntax/index.js';
import type { Document } from '../text/index.js';
import { bordersIn } from './borders.js';
import { capitalsIn } from './capitals.js';
import { countriesOfPlace } from './containers.js';
import { type Found, toponymOf, withoutOverlaps } from './found.js';
import type { Gazetteer, Place } from './gazetteer.js';
import { meaningsIn } from './meanings.js';
import type { Named } from './named.js';
import { reasonOf } from './reasons.js';
import { relativesIn } from './relative.js';
import type { CountryShares, Scored } from './resolve.js';
import { prepareSeats } from './seats.js';
import { nameOf, siteOf } from './sited.js';
import { countryPlace, type Surroundings, surroundingsOf } from './sites.js';
import { type Area, areasOf } from './tables.js';
import { placeOfUnknown, unknownPlaces } from './unknown.js';
import { prepareUses } from './uses.js';
import { placeWordsOf, stylesOf } from './words.js';

export { openCities, packCities, type Town } from './cities.js';
export type { Gazetteer, Place } from './gazetteer.js';
export { faultOf, placeOfRow } from './geonames.js';
export { prepareCountryNamed, prepareNation } from './nation.js';
export { prepareCountryOfWord } from './nationalities.js';
export { type Country, gazetteerFrom } from './tables.js';

/** Whether something is there, rather than acts under its name or is whose something is. */
export const isLocation = ({ use }: Pick<Toponym, 'use'>) => use === undefined || use === 'location';

/**
 * Finds the places that a report names and what each means: names of the gazetteer, sites and parts of towns ("Kabul
 * airport", with the middle of the town), parts of countries ("northern Mali"), borders and capitals. Nationality words
 * are no places (see `prepareCountryOfWord`), and neither is a place in the name of a person or an organisation.
 * In text order, without overlaps. Never throws, whatever the text.
 */
export function preparePlaces(
  lists: Lists,
  gazetteer: Gazetteer,
): (document: Document, grammar: Grammar, names: readonly Name[]) => Toponym[] {
  const words = placeWordsOf(lists);
  const namedAfterTown = new Set(
    rows(lists('places/place-words')).flatMap(([word = '', , , town]) => (town === 'town' ? [word] : [])),
  );
  const seatsIn = prepareSeats(lists);
  const tellUse = prepareUses(lists);
  const divisionNames = divisionNamesOf(areasOf(lists('places/areas')));
  const divisionName = (code: string) => divisionNames.get(code);

  return (document, grammar, names) => {
    const styles = stylesOf(document);
    const { named, meanings, runs, shares } = meaningsIn(document, names, gazetteer, words, styles);
    const around = surroundingsOf({ document, shares, gazetteer, words, namedAfterTown }, named, meanings);
    const told = { names: named, meanings, words, divisionName };
    const known = withoutOverlaps(document.text, [
      ...seatsIn(document),
      ...bordersIn(document, gazetteer, words),
      ...runs.flatMap((run) => siteOf(run, around)),
      ...capitalsIn(document, gazetteer, words, shares),
      ...named.flatMap((name, index) => {
        const scored = meanings[index] ?? [];
        return isPlace(name, scored, shares) ? nameOf(document, name, scored, reasonOf(index, told)) : [];
      }),
    ]);
    const uses = known.map((one) => (one.isFixed ? one.use : tellUse(document, grammar, one)));
    const used = known.flatMap((one, at) => (uses[at] === 'none' ? [] : { ...one, use: uses[at] }) as Found);
    const persons = known.filter((_, at) => uses[at] === 'none');
    const relatives = relativesIn(document, used.filter(isLocation), mainCountries(around));
    const unknown = unknownPlaces(document, names, known, words, styles).flatMap((run) => {
      const found = placeOfUnknown(run, around);
      return found ? [{ start: run.start, end: run.end, ...found, isFixed: true }] : [];
    });
    const others = unknown.filter(
      (one) => !persons.some(({ start, end }) => start < one.end && one.start < end),
    );
    const all = withoutOverlaps(document.text, [...relatives, ...used, ...others]);
    return all.map((one) => toponymOf(document.text, one));
  };
}

/** The names of divisions by their codes; of several areas of one code ("Long Island") the one that has abbreviations. */
function divisionNamesOf(areas: readonly Area[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { division, name, otherNames } of areas) {
    const isState = otherNames.some((other) => other.startsWith(','));
    if (division && (isState || !names.has(division))) names.set(division, name);
  }
  return names;
}

/** What share of a report a country has that a border without a name may be of. */
const NEIGHBOUR = 0.15;

/** The countries that a report is about, most first. */
function mainCountries(around: Surroundings): Place[] {
  return [...around.shares]
    .filter(([, share]) => share >= NEIGHBOUR)
    .sort((a, b) => b[1] - a[1])
    .flatMap(([code]) => countryPlace(code, around) ?? []);
}

/** How much of a report must be about the country of a small town that nothing else points to. */
const MAIN = 0.4;

function isPlace(name: Named, scored: readonly Scored[], shares: CountryShares): boolean {
  if (!name.isOwnPlace) return false;
  const countries = scored[0] ? countriesOfPlace(scored[0].place) : [];
  return !name.isWeak || countries.some((country) => (shares.get(country) ?? 0) >= MAIN);
}
