import { addMonths, calendarDay, daysOfMonth, daysOfYears, isoDate, isoMonth, isoYear } from '../calendar.js';
import type { DayOfMeaning, FromIncidentMeaning, Meaning, RunningMeaning } from '../meaning.js';
import {
  type Context,
  type CountedFrom,
  fromWords,
  type Resolved,
  type Told,
  unresolved,
} from './context.js';
import { oneDay, yearOf } from './days.js';
import { describeAmount, lengthValue } from './lengths.js';
import { stretch } from './periods.js';

type Resolve = (meaning: Meaning, context: Context) => Resolved;

/** "the eve of 5 May", "two days after Monday's raid"; without a day where the words of the incident name none. */
export function resolveFromIncident(
  meaning: FromIncidentMeaning,
  context: Context,
  resolve: Resolve,
): Resolved {
  const { length, part = '' } = meaning;
  const type = length ? 'DURATION' : part ? 'TIME' : 'DATE';
  const value = length ? lengthValue(meaning.unit, length) : undefined;
  const found = meaning.isBeside ? dateInFront(context) : fromDayOfIncident(meaning, context, resolve);
  const anchor = context.anchor && { anchor: context.anchor };
  if (found) return { ...found, type, value: value ?? `${found.value}${part}`, ...anchor };
  const rule = `${describeSteps(meaning)} an incident; the words do not say on which day that was`;
  return { ...unresolved(type, value ?? `XXXX-XX-XX${part}`, rule), ...anchor };
}

function dateInFront({ last }: Context): Omit<Resolved, 'type'> | undefined {
  return last && { value: last.value, edtf: last.edtf, days: last.days, rule: 'the date in front of it' };
}

function fromDayOfIncident(
  meaning: FromIncidentMeaning,
  context: Context,
  resolve: Resolve,
): Resolved | undefined {
  const { unit, steps, length, of } = meaning;
  if (of === undefined || length?.vague) return undefined;
  const found = stepFrom(resolve(of, context), unit, steps, describeSteps(meaning));
  return found?.edtf === null ? undefined : found;
}

function describeSteps({ unit, steps, length }: FromIncidentMeaning): string {
  if (steps === 0) return 'counted from';
  const size = describeAmount({ number: Math.abs(steps), vague: length?.vague ?? false }, unit);
  return `${size} ${steps < 0 ? 'before' : 'after'}`;
}

/** A day stays a day; weeks, months and years on from it are meant roughly. */
function stepFrom(
  { days, rule }: Resolved,
  unit: string,
  steps: number,
  counted: string,
): Resolved | undefined {
  if (days === undefined) return undefined;
  const words = `${counted} the day of the incident (${rule})`;
  const [first, last] = [calendarDay(days.first), calendarDay(days.last)];
  if (unit === 'year' && first.year === last.year) {
    const year = first.year + steps;
    return Math.abs(year) > 9998
      ? undefined
      : stretch(daysOfYears(year), isoYear(year), words, { about: true });
  }
  if (unit === 'month' && first.year === last.year && first.month === last.month) {
    const month = addMonths(first, steps);
    return stretch(daysOfMonth(month), isoMonth(month), words, { about: true });
  }
  if (days.first !== days.last || !/^(?:day|night|week)$/.test(unit)) return undefined;
  if (unit !== 'week') return oneDay(days.first + steps, words);
  const day = days.first + 7 * steps;
  return stretch({ first: day, last: day }, isoDate(day), words, { about: true });
}

/** "the first day of May", "the last day of 2020". */
export function resolveDayOf({ number, of }: DayOfMeaning, context: Context, resolve: Resolve): Resolved {
  const { days, rule, anchor } = resolve(of, context);
  if (days === undefined) return unresolved('DATE', 'XXXX-XX-XX', rule);
  const day = number < 0 ? days.last : days.first + number - 1;
  const words = `${number < 0 ? 'the last day' : `day ${number}`} of it (${rule})`;
  return day > days.last
    ? unresolved('DATE', 'XXXX-XX-XX', `${words}; it has none`)
    : oneDay(day, words, anchor);
}

/** "at that time": the last time mentioned; "the same period last year": the same stretch of that year. */
export function resolveRunning(meaning: RunningMeaning, context: Context): Resolved {
  const { last } = context;
  if (last === undefined) return unresolved('DATE', meaning.near, 'no time is told of before');
  const counted = meaning.inYear && yearOf(meaning.inYear, context);
  const year = meaning.year ?? counted?.year;
  if (year !== undefined) return sameInYear(last, year, counted?.anchor);
  const { type, value, edtf, days } = last;
  const rule = 'the time told of before';
  // "By this time" is a present to TIMEX3, whenever it was.
  const own = meaning.near === 'PRESENT_REF' ? meaning.near : value;
  return { type, value: own, edtf, days, rule, anchor: fromWords(last) };
}

/** March 2010 of the year before: the month, quarter or day by the same name, or the whole year. */
function sameInYear({ value, days }: Told, year: number, anchor: CountedFrom | undefined): Resolved {
  const rule = `the time told of before, in ${year}`;
  const name = /^\d{4}(-(?:\d\d|[QH]\d))?/.exec(value);
  const at = anchor && { anchor };
  if (name?.[1] === undefined)
    return { ...stretch(daysOfYears(year), isoYear(year), rule, { about: true }), ...at };
  const shift = year - calendarDay(days.first).year;
  const [from, to] = [calendarDay(days.first), calendarDay(days.last)];
  const first = daysOfMonth(addMonths(from, 12 * shift)).first;
  const { last } = daysOfMonth(addMonths(to, 12 * shift));
  return { ...stretch({ first, last }, `${isoYear(year)}${name[1]}`, rule), ...at };
}
