import { type DayRange, daysOf, type Reading, type Where } from '../../../src/record/index.js';
import { oneLine } from '../normal.js';
import type { Place, Told } from './draft.js';
import { type Nation, nations, uses } from './lists.js';

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const WEEKDAY = /\b(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b/i;

/**
 * The days of an incident. A weekday ("LAST WEDNESDAY") counts as none, since MUC-4 writes it as "on or before the day
 * of the report" (guidelines, 7.3, note 1); an open end counts as none too.
 */
export function daysOfIncident({ incident: { when } }: Told): DayRange | undefined {
  if (when === undefined) return undefined;
  if (when.quote !== undefined && WEEKDAY.test(when.quote) && !/\d/.test(when.quote)) return undefined;
  const days = daysOf(when.edtf);
  return days && Number.isFinite(days.first) && Number.isFinite(days.last) ? days : undefined;
}

/** Where an incident was, else, of the nine countries, the one that the report names most. */
export function placeOf({ incident: { where }, reading }: Told): Place {
  const country = where ? countryName([where.country ?? []].flat()[0]) : undefined;
  if (where === undefined || country === undefined)
    return { country: usualCountry(reading), name: undefined };
  const isWhole = where.precision === 'country' || where.precision === 'area';
  const name = isWhole
    ? undefined
    : `${oneLine(where.name).toUpperCase()} (${KINDS[where.precision] ?? 'CITY'})`;
  return { country, name };
}

const KINDS: Readonly<Partial<Record<Where['precision'], string>>> = {
  district: 'NEIGHBORHOOD',
  region: 'DEPARTMENT',
};

/** By the places of a report, or, where it names none of the nine countries, by words for what is theirs. */
function usualCountry({ places, text }: Reading): string | undefined {
  const here = nations.filter(({ isHere }) => isHere);
  const codes = places.flatMap(({ country }) => country ?? []);
  const ofPlaces = mostUsed(here, ({ code }) => codes.filter((each) => each === code).length);
  const words = text.toUpperCase();
  return (
    ofPlaces ?? mostUsed(here, (nation) => nation.words.reduce((sum, word) => sum + uses(words, word), 0))
  )?.name;
}

function mostUsed(all: readonly Nation[], usesOf: (nation: Nation) => number): Nation | undefined {
  const [first] = all
    .map((nation) => ({ nation, uses: usesOf(nation) }))
    .filter((each) => each.uses > 0)
    .toSorted((a, b) => b.uses - a.uses);
  return first?.nation;
}

function countryName(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  return nations.find((nation) => nation.code === code)?.name ?? regions.of(code)?.toUpperCase();
}
