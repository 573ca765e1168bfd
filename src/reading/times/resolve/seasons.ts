import type { DayRange } from '../../../record/index.js';
import { addMonths, calendarDay, daysOfMonths, daysOfYears, isoYear } from '../calendar.js';
import type { EraMeaning, PeriodMeaning } from '../meaning.js';
import {
  type Context,
  type CountedFrom,
  describePublication,
  fromPublication,
  fromWords,
  type Resolved,
  storyOfAnotherYear,
  today,
  unresolved,
} from './context.js';
import { type CountedYear, nearestIn, yearOf } from './days.js';
import { stretch } from './periods.js';

/** "last summer", "the autumn of 2022", "the third quarter of 2023". A winter is that of the year in which it ends. */
export function resolvePeriod(meaning: PeriodMeaning, context: Context): Resolved {
  const { code, inYear } = meaning;
  if (meaning.year !== undefined) return periodOf(meaning, meaning.year, 'as written, in the north');
  const counted = inYear && yearOf(inYear, context);
  if (counted)
    return periodOf(meaning, counted.year, `counted from ${describePublication(context)}`, counted.anchor);
  const told = periodOfStory(meaning, context);
  if (told) return periodOf(meaning, told.year, 'the one that follows the time told of before', told.anchor);
  const reference = today(context);
  if (reference === undefined)
    return unresolved('DATE', `XXXX-${code}`, 'no year is given, and the day of publication is not known');
  return nearestPeriod(meaning, context, reference);
}

function daysIn({ firstMonth, months }: PeriodMeaning, year: number): DayRange {
  const from = { year: firstMonth === 12 ? year - 1 : year, month: firstMonth };
  return daysOfMonths(from, addMonths(from, months - 1));
}

function periodOf(meaning: PeriodMeaning, year: number, rule: string, anchor?: CountedFrom): Resolved {
  return stretch(daysIn(meaning, year), `${isoYear(year)}-${meaning.code}`, rule, { anchor });
}

/** The year of the season that a story of other years goes on to. */
function periodOfStory(meaning: PeriodMeaning, context: Context): CountedYear | undefined {
  const isFree = meaning.which === undefined || context.isHistory;
  const story = isFree ? storyOfAnotherYear(context) : undefined;
  const told = story && nearestIn(story, context, (year) => daysIn(meaning, year).first, meaning.which);
  // A winter that begins in December is that of the year that follows.
  return story && told !== undefined
    ? { year: calendarDay(told + 40).year, anchor: fromWords(story) }
    : undefined;
}

function nearestPeriod(meaning: PeriodMeaning, context: Context, reference: number): Resolved {
  const { code, which } = meaning;
  const { year } = calendarDay(reference);
  const anchor = fromPublication(context);
  const years = [year - 1, year, year + 1].map((each) => ({ year: each, days: daysIn(meaning, each) }));
  const isAhead = which === 1 || (which !== -1 && context.tense === 'future');
  const chosen = isAhead
    ? years.find(({ days }) => days.first > reference || (which !== 1 && days.last >= reference))
    : years.findLast(({ days }) => (which === -1 ? days.last < reference : days.first <= reference));
  const best = chosen ?? { year, days: daysIn(meaning, year) };
  const { first, last } = best.days;
  // "the third time this autumn": up to now.
  if (which === 0 && !isAhead && last > reference && first <= reference) {
    const rule = `the one that is now, up to ${describePublication(context)}`;
    return stretch({ first, last: reference }, `${isoYear(best.year)}-${code}`, rule, { anchor });
  }
  const rule = `the ${isAhead ? 'next' : 'latest'} one, counted from ${describePublication(context)}`;
  return periodOf(meaning, best.year, rule, anchor);
}

/** "the 1990s" is `199X`; "the 20th century" is `19XX`. */
export function resolveEra({ first, years }: EraMeaning): Resolved {
  if (first < 1) return eraBeforeChrist(first, years);
  const digits = isoYear(first).slice(0, years === 10 ? 3 : 2);
  const edtf = digits.padEnd(4, 'X');
  return {
    type: 'DATE',
    value: digits,
    edtf,
    rule: 'as written',
    days: daysOfYears(Math.max(1, first), first + years - 1),
  };
}

/** "the 4th century BC" is `BC03`, from `-0399` to `-0300`. */
function eraBeforeChrist(first: number, years: number): Resolved {
  const last = first + years - 1;
  return {
    type: 'DATE',
    value: `BC${isoYear(-last).slice(0, years === 10 ? 3 : 2)}`,
    edtf: `${isoYear(first)}/${isoYear(last)}`,
    rule: 'as written',
    days: daysOfYears(first, last),
  };
}
