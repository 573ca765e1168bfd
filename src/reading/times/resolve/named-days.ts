import { dayNumber } from '../../../record/index.js';
import { calendarDay, describeDay, easter, weekdayName, weekdayOf, weekOf } from '../calendar.js';
import type { FeastMeaning, WeekdayMeaning } from '../meaning.js';
import {
  type AnchorDay,
  anchorDay,
  type Context,
  describePublication,
  fromPublication,
  noAnchor,
  type Resolved,
  today,
  unresolved,
} from './context.js';
import { oneDay, SOON, yearOf } from './days.js';

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
      anchor.anchor,
    );
  }
  const sinceThen = (weekdayOf(anchor.day) - weekday + 7) % 7;
  const [back, ahead] = [anchor.day - sinceThen, anchor.day - sinceThen + (sinceThen === 0 ? 0 : 7)];
  switch (which) {
    case 'last':
    case 'before':
      return oneDay(
        back - (sinceThen === 0 ? 7 : 0),
        `last ${name}, counted back from ${anchor.words}`,
        anchor.anchor,
      );
    case 'next':
    case 'after':
      return oneDay(back + 7, `next ${name}, counted on from ${anchor.words}`, anchor.anchor);
    case 'this':
      return thisWeekday(name, weekday, anchor, context);
    default:
      return context.tense === 'future'
        ? oneDay(ahead, `the first ${name} not before ${anchor.words}`, anchor.anchor)
        : oneDay(back, `the latest ${name} not after ${anchor.words}`, anchor.anchor);
  }
}

function thisWeekday(name: string, weekday: number, anchor: AnchorDay, context: Context): Resolved {
  const day = weekOf(anchor.day).first + weekday - 1;
  const shifted = context.tense === 'future' && day < anchor.day ? day + 7 : day;
  return oneDay(shifted, `${name} of the same week, counted from ${anchor.words}`, anchor.anchor);
}

/** "Palm Sunday", "New Year's Eve": the one of a year that is written, else the nearest that fits the tense. */
export function resolveFeast(meaning: FeastMeaning, context: Context): Resolved {
  const { name, month, day, fromEaster, inYear, which } = meaning;
  const inThat = (year: number) =>
    fromEaster === undefined ? dayNumber(year, month, day) : easter(year) + fromEaster;
  const counted = inYear && yearOf(inYear, context);
  const written = meaning.year ?? counted?.year;
  if (written !== undefined) {
    const number = inThat(written);
    return number === undefined
      ? unresolved('DATE', 'XXXX-XX-XX', `${written} has no ${name}`)
      : oneDay(number, `${name} of ${written}`, counted?.anchor);
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
    fromPublication(context),
  );
}
