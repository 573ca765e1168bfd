import { dayNumber, isoDay } from '../../../record/index.js';
import {
  addMonths,
  calendarDay,
  describeDay,
  easter,
  inCalendar,
  isoMonth,
  monthName,
  twoDigits,
  weekdayName,
  weekdayOf,
  weekOf,
} from '../calendar.js';
import type { CalendarMeaning, FeastMeaning, StepMeaning, WeekdayMeaning } from '../meaning.js';
import {
  anchorDay,
  type Context,
  describePublication,
  type Mention,
  noAnchor,
  publishedYear,
  type Resolved,
  storyOfAnotherYear,
  today,
  unresolved,
} from './context.js';

/** A single day as a time. */
export function oneDay(day: number, rule: string, warning?: Resolved['warning']): Resolved {
  if (!inCalendar(day)) return unresolved('DATE', 'XXXX-XX-XX', `${rule}; that lies outside the calendar`);
  const value = isoDay(day);
  return {
    type: 'DATE',
    value,
    edtf: value,
    rule,
    days: { first: day, last: day },
    ...(warning && { warning }),
  };
}

/** The year that a step such as "last year" or "that year" gives. */
export function yearOf(step: StepMeaning, context: Context): number | undefined {
  const mentioned =
    step.from === 'mention'
      ? (context.mentions.findLast(({ namesYear }) => namesYear) ?? context.mentions.at(-1))
      : undefined;
  const base = mentioned ? calendarDay(mentioned.days.last).year : publishedYear(context);
  return base === undefined ? undefined : base + step.steps;
}

/** "28 January 2024", "January 28", "the 28th". */
export function resolveDate(meaning: CalendarMeaning, context: Context): Resolved {
  const { month, day = 1, inYear, which } = meaning;
  if (month === undefined) return dayOfSomeMonth(day, context);
  const year = meaning.year ?? (inYear ? yearOf(inYear, context) : undefined);
  if (year !== undefined) return dateInYear(meaning, year, month, context);
  const words = `${day} ${monthName(month)}`;
  const story =
    context.tense === 'future' || meaning.weekday !== undefined ? undefined : storyOfAnotherYear(context);
  const told = story && nearestIn(story, (year) => dayNumber(year, month, day));
  if (told !== undefined) return oneDay(told, `the ${words} nearest to the time told of before`);
  const reference = today(context);
  if (reference === undefined) {
    const value = `XXXX-${twoDigits(month)}-${twoDigits(day)}`;
    return unresolved('DATE', value, `${words} has no year, and the day of publication is not known`);
  }
  return nearestDate(meaning, words, which === 1 ? { ...context, tense: 'future' } : context, reference);
}

function dateInYear(meaning: CalendarMeaning, year: number, month: number, context: Context): Resolved {
  const { day = 1, ambiguous } = meaning;
  const number = dayNumber(year, month, day);
  if (number === undefined)
    return unresolved('DATE', 'XXXX-XX-XX', `${monthName(month)} ${year} has no day ${day}`);
  const rule = ruleInYear(meaning, year, month, context);
  return oneDay(
    number,
    ambiguous ? `${rule}, the day taken to come before the month` : rule,
    mismatch(meaning, number),
  );
}

function ruleInYear(meaning: CalendarMeaning, year: number, month: number, context: Context): string {
  if (meaning.known) return `the event that is called by its day, in ${year}`;
  if (meaning.year !== undefined) return 'the date as written';
  return `${meaning.day ?? 1} ${monthName(month)} of ${year}, counted from ${describePublication(context)}`;
}

/** So near to publication a date without a year is the one meant, whatever the verb: "announced a truce, to begin on 6 December". */
const NEAR = 30;
/** How far ahead it may lie if no verb tells: "put off to May 14". */
const SOON = 60;

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
  return oneDay(chosen, `${how} ${describePublication(context)}`, mismatch(meaning, chosen));
}

/** Of the days of three years the one nearest to a time mentioned before. */
export function nearestIn(
  { days }: Mention,
  inYear: (year: number) => number | undefined,
): number | undefined {
  const { year } = calendarDay(days.last);
  const distance = (day: number) => Math.max(0, days.first - day, day - days.last);
  const candidates = [year, year + 1, year - 1].map(inYear).filter((day) => day !== undefined);
  return candidates.sort((a, b) => distance(a) - distance(b))[0];
}

function mismatch({ weekday }: CalendarMeaning, day: number): Resolved['warning'] | undefined {
  if (weekday === undefined || weekdayOf(day) === weekday) return undefined;
  return { code: 'weekday-does-not-fit', message: `${describeDay(day)} is not a ${weekdayName(weekday)}.` };
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
      );
  }
  const here = dayNumber(year, month, day);
  return here === undefined
    ? unresolved('DATE', isoMonth({ year, month }), `${monthName(month)} ${year} has no day ${day}`)
    : oneDay(here, `day ${day} of the month of ${anchor.words}`);
}

/** "Friday", "last Friday", "next Monday", "the previous Sunday", "Wednesday of last week". */
export function resolveWeekday(meaning: WeekdayMeaning, context: Context): Resolved {
  const { weekday, which, inWeek } = meaning;
  const name = weekdayName(weekday);
  const from =
    which === 'before' || which === 'after' || inWeek?.from === 'mention' ? 'mention' : 'publication';
  const anchor = anchorDay(context, from);
  if (anchor === undefined) return unresolved('DATE', `XXXX-WXX-${weekday}`, noAnchor(name, context));
  if (inWeek) {
    const week = weekOf(anchor.day + inWeek.steps * 7);
    return oneDay(
      week.first + weekday - 1,
      `${name} of the week of ${describeDay(week.first)}, counted from ${anchor.words}`,
    );
  }
  const sinceThen = (weekdayOf(anchor.day) - weekday + 7) % 7;
  const [back, ahead] = [anchor.day - sinceThen, anchor.day - sinceThen + (sinceThen === 0 ? 0 : 7)];
  switch (which) {
    case 'last':
    case 'before':
      return oneDay(back - (sinceThen === 0 ? 7 : 0), `last ${name}, counted back from ${anchor.words}`);
    case 'next':
    case 'after':
      return oneDay(back + 7, `next ${name}, counted on from ${anchor.words}`);
    case 'this':
      return thisWeekday(name, weekday, anchor, context);
    default:
      return context.tense === 'future'
        ? oneDay(ahead, `the first ${name} not before ${anchor.words}`)
        : oneDay(back, `the latest ${name} not after ${anchor.words}`);
  }
}

function thisWeekday(
  name: string,
  weekday: number,
  anchor: { day: number; words: string },
  context: Context,
): Resolved {
  const day = weekOf(anchor.day).first + weekday - 1;
  const shifted = context.tense === 'future' && day < anchor.day ? day + 7 : day;
  return oneDay(shifted, `${name} of the same week, counted from ${anchor.words}`);
}

/** "Palm Sunday", "New Year's Eve": the one of a year that is written, else the nearest that fits the tense. */
export function resolveFeast(meaning: FeastMeaning, context: Context): Resolved {
  const { name, month, day, fromEaster, inYear, which } = meaning;
  const inThat = (year: number) =>
    fromEaster === undefined ? dayNumber(year, month, day) : easter(year) + fromEaster;
  const written = meaning.year ?? (inYear ? yearOf(inYear, context) : undefined);
  if (written !== undefined) {
    const number = inThat(written);
    return number === undefined
      ? unresolved('DATE', 'XXXX-XX-XX', `${written} has no ${name}`)
      : oneDay(number, `${name} of ${written}`);
  }
  const reference = today(context);
  if (reference === undefined) return unresolved('DATE', 'XXXX-XX-XX', noAnchor(name, context));
  const { year } = calendarDay(reference);
  const days = [year - 1, year, year + 1].map(inThat).filter((number) => number !== undefined);
  const soon = days.find((number) => number >= reference) ?? Infinity;
  const isAhead =
    which === 1 ||
    (which === undefined &&
      (context.tense === 'future' || (context.tense === 'unknown' && soon - reference <= SOON)));
  const before = days.filter((number) => (which === -1 ? number < reference : number <= reference)).at(-1);
  const chosen = isAhead ? days.find((number) => number >= reference) : before;
  if (chosen === undefined) return unresolved('DATE', 'XXXX-XX-XX', `no ${name} is near`);
  return oneDay(
    chosen,
    `the ${isAhead ? 'first' : 'latest'} ${name} ${isAhead ? 'from' : 'up to'} ${describePublication(context)}`,
  );
}
