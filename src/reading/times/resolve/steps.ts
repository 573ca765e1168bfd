import { type DayRange, isoDay } from '../../../record/index.js';
import {
  addMonths,
  calendarDay,
  daysOfMonth,
  daysOfYears,
  describeMonth,
  inCalendar,
  isoMonth,
  isoWeek,
  isoYear,
  weekdayOf,
  weekOf,
} from '../calendar.js';
import type { Amount, Portion, ReachMeaning, StepMeaning, Unit } from '../meaning.js';
import {
  anchorDay,
  type Context,
  describePublication,
  lastDay,
  noAnchor,
  publishedDay,
  publishedMonth,
  publishedYear,
  type Resolved,
  unresolved,
} from './context.js';
import { oneDay } from './days.js';
import { describePortion, portionOfMonth, portionOfYear, stretch } from './periods.js';

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
  if (step.unit === 'weekend') return weekendStep(step, anchor.day, rule, context);
  if (step.unit !== 'week') return oneDay(anchor.day + step.steps, rule);
  const day = anchor.day + 7 * step.steps;
  if (!step.counted) return weekStep(step, anchor.day, weekOf(day), rule, context);
  if (!inCalendar(day)) return unresolved('DATE', 'XXXX-WXX', rule);
  return { ...stretch({ first: day, last: day }, isoDay(day), rule, true) };
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
  const days = step.portion
    ? portionOfWeek(week, step.portion)
    : step.side === 'later'
      ? { first: today, last }
      : isNow && (step.side !== undefined || context.tense !== 'future')
        ? { first, last: Math.max(first, today) }
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
  const mentioned = step.from === 'mention' ? context.mentions.at(-1) : undefined;
  const base = mentioned ? calendarDay(mentioned.days.last) : publishedMonth(context);
  if (base === undefined) return unresolved('DATE', 'XXXX-XX', noAnchor(words, context));
  const month = addMonths(base, step.steps);
  const rule = `${words}, counted from ${mentioned ? describeMonth(base) : describePublication(context)}`;
  const all = daysOfMonth(month);
  const day = publishedDay(context);
  if (step.portion) {
    const { days, about } = portionOfMonth(month, step.portion);
    return stretch(days, isoMonth(month), rule, about);
  }
  return stretch(sideOf(all, step.side, day), isoMonth(month), rule, step.counted);
}

function yearStep(step: StepMeaning, words: string, context: Context): Resolved {
  const named = context.mentions.findLast(({ namesYear }) => namesYear) ?? context.mentions.at(-1);
  const mentioned = step.from === 'mention' ? named : undefined;
  const base = mentioned ? calendarDay(mentioned.days.last).year : publishedYear(context);
  if (base === undefined) return unresolved('DATE', 'XXXX', noAnchor(words, context));
  const year = base + step.steps;
  const rule = `${words}, counted from ${mentioned ? isoYear(base) : describePublication(context)}`;
  if (year < 1 || year > 9998) return unresolved('DATE', 'XXXX', `${rule}; that lies outside the calendar`);
  // "a year ago" is said of the month, "three years ago" of the year.
  const month = mentioned ? calendarDay(mentioned.days.last) : publishedMonth(context);
  if (step.counted && Math.abs(step.steps) === 1 && month !== undefined) {
    const then = addMonths(month, 12 * step.steps);
    return stretch(daysOfMonth(then), isoMonth(then), rule, true);
  }
  const all = daysOfYears(year);
  if (step.portion) {
    const { days, about } = portionOfYear(year, step.portion);
    return stretch(days, isoYear(year), `${rule}, ${describePortion(step.portion)} of it`, about);
  }
  const day = publishedDay(context);
  return stretch(sideOf(all, step.side, day), isoYear(year), rule);
}

/** "so far this year" ends on the day of publication, "later this year" begins there; "earlier this year" is the year. */
function sideOf(all: DayRange, side: StepMeaning['side'], day: number | undefined): DayRange {
  if (day === undefined || day < all.first || day > all.last) return all;
  if (side === 'so far') return { first: all.first, last: day };
  return side === 'later' ? { first: day, last: all.last } : all;
}

const MINUTES: Readonly<Record<string, number>> = { second: 1 / 60, minute: 1, hour: 60 };

/** "two hours later": by the clock where the time before has one; else the same day, or days on for more than a day. */
function clockStep(step: StepMeaning, words: string, context: Context): Resolved {
  const anchor = anchorDay(context, step.from);
  if (anchor === undefined) return unresolved('TIME', 'XXXX-XX-XX', noAnchor(words, context));
  const minutes = Math.round(step.steps * (MINUTES[step.unit] ?? 0));
  const clock = step.from === 'mention' ? lastDay(context)?.clock : undefined;
  const start = clock === undefined ? 0 : clock.hour * 60 + clock.minute;
  const total = clock === undefined ? Math.trunc(minutes / 1440) * 1440 : start + minutes;
  const day = anchor.day + Math.floor(total / 1440);
  const rule = `${words}, counted from ${anchor.words}`;
  return { ...oneDay(day, rule), type: 'TIME' };
}

/** How many days "days", "weeks", "months" and "years" without a number reach, at most. */
const VAGUE_DAYS: Readonly<Record<string, number>> = {
  day: 7,
  night: 7,
  week: 28,
  weekend: 28,
  month: 180,
  year: 1826,
};

function vagueStep(step: StepMeaning, words: string, context: Context): Resolved {
  const anchor = anchorDay(context, step.from);
  const value = step.from === 'publication' ? (step.steps < 0 ? 'PAST_REF' : 'FUTURE_REF') : 'XXXX-XX-XX';
  if (anchor === undefined) return unresolved('DATE', value, noAnchor(words, context));
  const rule = `${words}, counted from ${anchor.words}; how many is not said`;
  const reach = VAGUE_DAYS[step.unit];
  // "hours later", "minutes later".
  if (reach === undefined) return { ...oneDay(anchor.day, rule), type: 'TIME' };
  const nearest = Math.max(1, Math.round(reach / 7));
  const days =
    step.steps < 0
      ? { first: anchor.day - reach, last: anchor.day - nearest }
      : { first: anchor.day + nearest, last: anchor.day + reach };
  if (!inCalendar(days.first) || !inCalendar(days.last)) return unresolved('DATE', value, rule);
  return { type: 'DATE', value, edtf: `${isoDay(days.first)}~/${isoDay(days.last)}~`, rule, days };
}

const CODES: Readonly<Record<Unit, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  night: 'D',
  week: 'W',
  weekend: 'D',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
};

/** The TIMEX3 value of a length: `P3W`, `PT48H`, `PXD` for "several days". */
export function lengthValue(unit: Unit, amount: Amount): string {
  const clock = /^(?:second|minute|hour)$/.test(unit) ? 'T' : '';
  return `P${clock}${amount.vague ? 'X' : amount.number}${CODES[unit]}`;
}

/** "in the past three days", "in recent weeks", "in the coming days", "within hours". */
export function resolveReach(reach: ReachMeaning, context: Context): Resolved {
  const { unit, amount, direction, from } = reach;
  const value = lengthValue(unit, amount);
  const words =
    direction < 0
      ? `the ${describeAmount(amount, unit)} before`
      : `the ${describeAmount(amount, unit)} after`;
  const anchor = anchorDay(context, from);
  if (anchor === undefined) return unresolved('DURATION', value, noAnchor(words, context));
  const far = anchor.day + direction * reachDays(anchor.day, unit, amount, direction);
  const rule = `${words} ${anchor.words}`;
  if (!inCalendar(far)) return unresolved('DURATION', value, rule);
  const days = direction < 0 ? { first: far, last: anchor.day } : { first: anchor.day, last: far };
  // "in the coming days": it begins, and nothing says when it ends.
  if (unit === 'year' && !amount.vague) return yearsReach(days, value, rule);
  const open = amount.vague && direction > 0 && from === 'publication' && !/^(?:hour|minute)$/.test(unit);
  const edtf = open ? `${isoDay(anchor.day)}/..` : reachEdtf(days, amount.vague && direction < 0);
  return { type: 'DURATION', value, edtf, rule, days };
}

/** "over the last eight years": from year to year. */
function yearsReach(days: DayRange, value: string, rule: string): Resolved {
  const [from, to] = [calendarDay(days.first).year, calendarDay(days.last).year];
  return {
    type: 'DURATION',
    value,
    edtf: `${isoYear(from)}/${isoYear(to)}`,
    rule,
    days: daysOfYears(from, to),
  };
}

function reachEdtf({ first, last }: DayRange, about: boolean): string {
  if (first === last) return isoDay(first);
  return `${isoDay(first)}${about ? '~' : ''}/${isoDay(last)}`;
}

function reachDays(anchor: number, unit: Unit, amount: Amount, direction: -1 | 1): number {
  if (/^(?:second|minute|hour)$/.test(unit))
    return amount.vague ? 0 : Math.floor((amount.number * (MINUTES[unit] ?? 0)) / 1440);
  if (amount.vague) return VAGUE_DAYS[unit] ?? 7;
  if (unit === 'week' || unit === 'weekend') return 7 * amount.number;
  const months = { month: 1, quarter: 3, year: 12 }[unit as string];
  if (months === undefined) return amount.number;
  const { day } = calendarDay(anchor);
  const { first, last } = daysOfMonth(addMonths(calendarDay(anchor), direction * months * amount.number));
  return Math.abs(Math.min(first + day - 1, last) - anchor);
}

function describeAmount({ number, vague }: Amount, unit: Unit): string {
  return vague ? `${unit}s` : `${number} ${unit}${number === 1 ? '' : 's'}`;
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
