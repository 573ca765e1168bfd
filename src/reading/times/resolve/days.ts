import { dayNumber } from '../../../record/index.js';
import {
  addMonths,
  calendarDay,
  describeDay,
  inCalendar,
  isoDate,
  isoMonth,
  monthName,
  twoDigits,
  weekdayName,
  weekdayOf,
} from '../calendar.js';
import type { CalendarMeaning, StepMeaning } from '../meaning.js';
import {
  anchorDay,
  type Context,
  type CountedFrom,
  describePublication,
  fromPublication,
  fromWords,
  type Mention,
  mentionOfYear,
  noAnchor,
  publishedYear,
  type Resolved,
  storyOfAnotherYear,
  today,
  unresolved,
} from './context.js';

/** A single day as a time; `anchor` is what it was counted from. */
export function oneDay(day: number, rule: string, anchor?: CountedFrom): Resolved {
  if (!inCalendar(day)) return unresolved('DATE', 'XXXX-XX-XX', `${rule}; that lies outside the calendar`);
  const value = isoDate(day);
  return {
    type: 'DATE',
    value,
    edtf: value,
    rule,
    days: { first: day, last: day },
    ...(anchor && { anchor }),
  };
}

/** A year, and what it was counted from. */
export interface CountedYear {
  readonly year: number;
  readonly anchor: CountedFrom;
}

/** The year that a step such as "last year" or "that year" gives. */
export function yearOf(step: StepMeaning, context: Context): CountedYear | undefined {
  const mentioned = step.from === 'mention' || context.isHistory ? mentionOfYear(context) : undefined;
  const base = mentioned ? calendarDay(mentioned.days.last).year : publishedYear(context);
  if (base === undefined) return undefined;
  return { year: base + step.steps, anchor: mentioned ? fromWords(mentioned) : fromPublication(context) };
}

/** "28 January 2024", "January 28", "the 28th". */
export function resolveDate(meaning: CalendarMeaning, context: Context): Resolved {
  const { month, day = 1, inYear, which } = meaning;
  if (month === undefined) return dayOfSomeMonth(day, context);
  const counted = inYear && yearOf(inYear, context);
  const year = meaning.year ?? counted?.year;
  if (year !== undefined) return dateInYear(meaning, year, month, context, counted?.anchor);
  const words = `${day} ${monthName(month)}`;
  const story = meaning.weekday !== undefined && !context.isHistory ? undefined : storyOfAnotherYear(context);
  const told = story && nearestIn(story, context, (year) => dayNumber(year, month, day));
  if (story && told !== undefined)
    return oneDay(told, `the ${words} nearest to the time told of before`, fromWords(story));
  const reference = today(context);
  if (reference === undefined) {
    const value = `XXXX-${twoDigits(month)}-${twoDigits(day)}`;
    return unresolved('DATE', value, `${words} has no year, and the day of publication is not known`);
  }
  return nearestDate(meaning, words, which === 1 ? { ...context, tense: 'future' } : context, reference);
}

function dateInYear(
  meaning: CalendarMeaning,
  year: number,
  month: number,
  context: Context,
  anchor: CountedFrom | undefined,
): Resolved {
  const { day = 1, ambiguous } = meaning;
  const number = dayNumber(year, month, day);
  if (number === undefined)
    return unresolved('DATE', 'XXXX-XX-XX', `${monthName(month)} ${year} has no day ${day}`);
  const rule = ruleInYear(meaning, year, month, context);
  const whole = ambiguous ? `${rule}, the day taken to come before the month` : rule;
  return withMismatch(oneDay(number, whole, anchor), meaning, number);
}

function ruleInYear(meaning: CalendarMeaning, year: number, month: number, context: Context): string {
  if (meaning.known) return `the event that is called by its day, in ${year}`;
  if (meaning.year !== undefined) return 'the date as written';
  return `${meaning.day ?? 1} ${monthName(month)} of ${year}, counted from ${describePublication(context)}`;
}

/** So near to publication a date without a year is the one meant, whatever the verb: "announced a truce, to begin on 6 December". */
const NEAR = 30;
/** How far ahead it may lie if no verb tells: "put off to May 14". */
export const SOON = 60;

function nearestDate(meaning: CalendarMeaning, words: string, context: Context, reference: number): Resolved {
  const { month = 1, day = 1, weekday } = meaning;
  const years = [-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8].map(
    (step) => calendarDay(reference).year + step,
  );
  const days = years.map((year) => dayNumber(year, month, day)).filter((number) => number !== undefined);
  const before = days.filter((number) => number <= reference).at(-1);
  const after = days.find((number) => number > reference);
  const fits = (number: number | undefined) =>
    number !== undefined && (weekday === undefined || weekdayOf(number) === weekday);
  const ahead = after === undefined ? Infinity : after - reference;
  const isJustOver = before !== undefined && reference - before <= NEAR;
  const prefersAfter =
    context.tense === 'future' ? !isJustOver : ahead <= (context.tense === 'past' ? NEAR : SOON);
  const wantsAfter = prefersAfter ? fits(after) || !fits(before) : !fits(before) && fits(after);
  const chosen = (wantsAfter ? after : before) ?? before ?? after;
  if (chosen === undefined) return unresolved('DATE', 'XXXX-XX-XX', `no year near by has ${words}`);
  const how = chosen > reference ? `the first ${words} after` : `the latest ${words} not after`;
  const resolved = oneDay(chosen, `${how} ${describePublication(context)}`, fromPublication(context));
  return withMismatch(resolved, meaning, chosen);
}

/** How far back a history may step with a date that leaves its year out; else the date is the next one on. */
const STEP_BACK = 150;

/** Of the days of some years the one that a story told after `mention` means: a history goes on, news stays near. */
export function nearestIn(
  { days }: Mention,
  { isHistory }: Context,
  inYear: (year: number) => number | undefined,
  which?: -1 | 0 | 1,
): number | undefined {
  // A heading such as "1955–1963" leads into its first year.
  const { year } = calendarDay(isHistory ? days.first : days.last);
  const candidates = [year - 1, year, year + 1].map(inYear).filter((day) => day !== undefined);
  if (which === -1) return candidates.findLast((day) => day < days.first);
  if (isHistory) {
    // "in 1943 … in April": a year that was named holds the months that follow.
    const back = days.last - days.first > 300 ? 0 : STEP_BACK;
    return candidates.find((day) => day >= days.first - back);
  }
  const distance = (day: number) => Math.max(0, days.first - day, day - days.last);
  return candidates.sort((a, b) => distance(a) - distance(b))[0];
}

function withMismatch(resolved: Resolved, { weekday }: CalendarMeaning, day: number): Resolved {
  if (weekday === undefined || weekdayOf(day) === weekday) return resolved;
  const message = `${describeDay(day)} is not a ${weekdayName(weekday)}.`;
  return { ...resolved, warning: { code: 'weekday-does-not-fit', message } };
}

/** "the 28th": of the month of the last day mentioned, if that is not after publication; else the latest 28th before it. */
function dayOfSomeMonth(day: number, context: Context): Resolved {
  const anchor = anchorDay(context, 'mention');
  if (anchor === undefined)
    return unresolved('DATE', `XXXX-XX-${twoDigits(day)}`, noAnchor(`the ${day}th`, context));
  const { year, month } = calendarDay(anchor.day);
  const limit = today(context) ?? Infinity;
  for (const step of context.tense === 'future' ? [0, 1, 2] : [0, -1, -2]) {
    const candidate = addMonths({ year, month }, step);
    const number = dayNumber(candidate.year, candidate.month, day);
    const fits = number !== undefined && (context.tense === 'future' ? number >= limit : number <= limit);
    if (fits)
      return oneDay(
        number,
        `day ${day} of ${monthName(candidate.month)} ${candidate.year}, counted from ${anchor.words}`,
        anchor.anchor,
      );
  }
  const here = dayNumber(year, month, day);
  return here === undefined
    ? unresolved('DATE', isoMonth({ year, month }), `${monthName(month)} ${year} has no day ${day}`)
    : oneDay(here, `day ${day} of the month of ${anchor.words}`, anchor.anchor);
}
