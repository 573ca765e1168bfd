import type { DayRange } from '../../../record/index.js';
import {
  addMonths,
  calendarDay,
  daysOfMonth,
  daysOfYears,
  describeMonth,
  describeYear,
  inCalendar,
  isoDate,
  isoMonth,
  isoWeek,
  isoYear,
  weekdayOf,
  weekOf,
} from '../calendar.js';
import type { Portion, StepMeaning } from '../meaning.js';
import {
  anchorDay,
  type Context,
  describePublication,
  fromPublication,
  fromWords,
  isMention,
  lastDay,
  mentionOfYear,
  noAnchor,
  publishedDay,
  publishedMonth,
  publishedYear,
  type Resolved,
  unresolved,
} from './context.js';
import { oneDay } from './days.js';
import { describeAmount, MINUTES, VAGUE_DAYS } from './lengths.js';
import { describePortion, portionOfMonth, portionOfYear, resolveYearOf, stretch } from './periods.js';

/** "yesterday", "last month", "two days ago", "the next day", "hours later", "several weeks ago". */
export function resolveStep(step: StepMeaning, context: Context): Resolved {
  const words = describeStep(step);
  if (step.vague) return vagueStep(step, words, context);
  switch (step.unit) {
    case 'month':
      return monthStep(step, words, context);
    case 'year':
      return yearStep(step, words, context);
    case 'hour':
    case 'minute':
    case 'second':
      return clockStep(step, words, context);
    default:
      return dayStep(step, words, context);
  }
}

function dayStep(step: StepMeaning, words: string, context: Context): Resolved {
  const anchor = anchorDay(context, step.from);
  if (anchor === undefined) return unresolved('DATE', 'XXXX-XX-XX', noAnchor(words, context));
  const rule = `${words}, counted from ${anchor.words}`;
  return { ...dayOrWeek(step, anchor.day, rule, context), anchor: anchor.anchor };
}

function dayOrWeek(step: StepMeaning, from: number, rule: string, context: Context): Resolved {
  if (step.unit === 'weekend') return weekendStep(step, from, rule, context);
  if (step.unit !== 'week') return oneDay(from + step.steps, rule);
  const day = from + 7 * step.steps;
  if (!step.counted) return weekStep(step, from, weekOf(day), rule, context);
  if (!inCalendar(day)) return unresolved('DATE', 'XXXX-WXX', rule);
  // EDTF says the day, more or less; TIMEX3 the week that it lies in.
  return stretch({ first: day, last: day }, isoWeek(day), rule, { about: true });
}

function weekStep(
  step: StepMeaning,
  today: number,
  week: DayRange,
  rule: string,
  context: Context,
): Resolved {
  const { first, last } = week;
  const isNow = step.steps === 0 && step.from === 'publication';
  // "earlier this week" is over; on a Monday it can only be that day.
  const until = step.side === 'earlier' ? Math.max(first, today - 1) : Math.max(first, today);
  const days = step.portion
    ? portionOfWeek(week, step.portion)
    : step.side === 'later'
      ? { first: today, last }
      : isNow && (step.side !== undefined || context.tense !== 'future')
        ? { first, last: until }
        : week;
  return stretch(days, isoWeek(first), rule);
}

function portionOfWeek({ first, last }: DayRange, portion: Portion): DayRange {
  return /late|end|second half/.test(portion) ? { first: first + 3, last } : { first, last: first + 2 };
}

/** "the weekend" is the last Saturday and Sunday that have begun; with a verb of the future, the next. */
function weekendStep(step: StepMeaning, anchor: number, rule: string, context: Context): Resolved {
  const saturday = weekOf(anchor).first + 5;
  const hasBegun = weekdayOf(anchor) >= 6;
  const latest = hasBegun ? saturday : saturday - 7;
  const next =
    context.tense === 'future' || step.steps > 0 ? saturday + (step.steps > 0 && hasBegun ? 7 : 0) : latest;
  const start = step.steps < 0 ? saturday - 7 : next;
  return stretch({ first: start, last: start + 1 }, `${isoWeek(start)}-WE`, rule);
}

function monthStep(step: StepMeaning, words: string, context: Context): Resolved {
  const mentioned = isMention(context, step.from) ? context.mentions.at(-1) : undefined;
  const base = mentioned ? calendarDay(mentioned.days.last) : publishedMonth(context);
  if (base === undefined) return unresolved('DATE', 'XXXX-XX', noAnchor(words, context));
  const month = addMonths(base, step.steps);
  const rule = `${words}, counted from ${mentioned ? describeMonth(base) : describePublication(context)}`;
  const anchor = mentioned ? fromWords(mentioned) : fromPublication(context);
  if (step.portion) {
    const { days, about } = portionOfMonth(month, step.portion);
    return stretch(days, isoMonth(month), rule, { about, anchor });
  }
  const days = sideOf(daysOfMonth(month), step.side, publishedDay(context));
  return stretch(days, isoMonth(month), rule, { about: step.counted, anchor });
}

function yearStep(step: StepMeaning, words: string, context: Context): Resolved {
  const mentioned = isMention(context, step.from) ? mentionOfYear(context) : undefined;
  const base = mentioned ? calendarDay(mentioned.days.last).year : publishedYear(context);
  if (base === undefined) return unresolved('DATE', 'XXXX', noAnchor(words, context));
  const anchor = mentioned ? fromWords(mentioned) : fromPublication(context);
  const year = base + step.steps;
  if (step.kind) return resolveYearOf(step.kind, startOfYear(step.kind, year, context), anchor);
  const rule = `${words}, counted from ${mentioned ? describeYear(base) : describePublication(context)}`;
  if (Math.abs(year) > 9998) return unresolved('DATE', 'XXXX', `${rule}; that lies outside the calendar`);
  if (step.years !== undefined) return { ...eraStep(year, step.years, rule), anchor };
  // "a year ago" is said of the month, "three years ago" of the year.
  const month = mentioned ? calendarDay(mentioned.days.last) : publishedMonth(context);
  if (step.counted && Math.abs(step.steps) === 1 && month !== undefined) {
    const then = addMonths(month, 12 * step.steps);
    return stretch(daysOfMonth(then), isoYear(then.year), rule, { about: true, anchor });
  }
  if (step.portion) {
    const { days, about } = portionOfYear(year, step.portion);
    const part = `${rule}, ${describePortion(step.portion)} of it`;
    return stretch(days, isoYear(year), part, { about, anchor });
  }
  const days = sideOf(daysOfYears(year), step.side, publishedDay(context));
  return stretch(days, isoYear(year), rule, { anchor });
}

/** A school year that is on before July began the year before. */
function startOfYear(kind: 'fiscal' | 'school', year: number, context: Context): number {
  return kind === 'school' && (publishedMonth(context)?.month ?? 12) < 7 ? year - 1 : year;
}

/** "a decade ago", "two centuries earlier": about that year, and in TIMEX3 the decade or century that it lies in. */
function eraStep(year: number, years: number, rule: string): Resolved {
  const about = stretch(daysOfYears(year), isoYear(year), rule, { about: true });
  return year < 1 ? about : { ...about, value: isoYear(year).slice(0, years === 10 ? 3 : 2) };
}

/** "so far this year" ends on the day of publication, "later this year" begins there; "earlier this year" is the year. */
function sideOf(all: DayRange, side: StepMeaning['side'], day: number | undefined): DayRange {
  if (day === undefined || day < all.first || day > all.last) return all;
  if (side === 'so far') return { first: all.first, last: day };
  return side === 'later' ? { first: day, last: all.last } : all;
}

/** "two hours later": by the clock where the time before has one; else the same day, or days on for more than a day. */
function clockStep(step: StepMeaning, words: string, context: Context): Resolved {
  const anchor = anchorDay(context, step.from);
  if (anchor === undefined) return unresolved('TIME', 'XXXX-XX-XX', noAnchor(words, context));
  const minutes = Math.round(step.steps * (MINUTES[step.unit] ?? 0));
  const clock = isMention(context, step.from) ? lastDay(context)?.clock : undefined;
  const start = clock === undefined ? 0 : clock.hour * 60 + clock.minute;
  const total = clock === undefined ? Math.trunc(minutes / 1440) * 1440 : start + minutes;
  const day = anchor.day + Math.floor(total / 1440);
  const rule = `${words}, counted from ${anchor.words}`;
  return { ...oneDay(day, rule, anchor.anchor), type: 'TIME' };
}

function vagueStep(step: StepMeaning, words: string, context: Context): Resolved {
  const anchor = anchorDay(context, step.from);
  const value = step.steps < 0 ? 'PAST_REF' : 'FUTURE_REF';
  if (anchor === undefined) return unresolved('DATE', value, noAnchor(words, context));
  const rule = `${words}, counted from ${anchor.words}; how many is not said`;
  const reach = VAGUE_DAYS[step.unit];
  // "hours later", "minutes later".
  if (reach === undefined) return { ...oneDay(anchor.day, rule, anchor.anchor), type: 'TIME' };
  const nearest = Math.max(1, Math.round(reach / 7));
  const days =
    step.steps < 0
      ? { first: anchor.day - reach, last: anchor.day - nearest }
      : { first: anchor.day + nearest, last: anchor.day + reach };
  if (!inCalendar(days.first) || !inCalendar(days.last)) return unresolved('DATE', value, rule);
  const edtf = `${isoDate(days.first)}~/${isoDate(days.last)}~`;
  return { type: 'DATE', value, edtf, rule, days, anchor: anchor.anchor };
}

function describeStep({ steps, unit, vague, counted, side, portion }: StepMeaning): string {
  const size = describeAmount({ number: Math.abs(steps), vague: vague ?? false }, unit);
  const plain =
    steps === 0
      ? `the same ${unit}`
      : `${counted || Math.abs(steps) > 1 ? size : `one ${unit}`} ${steps < 0 ? 'before' : 'after'}`;
  const part = portion ? `${describePortion(portion)} of ` : '';
  return `${part}${plain}${side ? `, ${side}` : ''}`;
}
