import type { DayRange } from '../../../record/index.js';
import {
  addMonths,
  calendarDay,
  daysOfMonth,
  daysOfYears,
  inCalendar,
  isoDate,
  isoYear,
} from '../calendar.js';
import type { Amount, ReachMeaning, Unit } from '../meaning.js';
import { anchorDay, type Context, noAnchor, type Resolved, unresolved } from './context.js';

/** How many minutes a unit of the clock has. */
export const MINUTES: Readonly<Record<string, number>> = { second: 1 / 60, minute: 1, hour: 60 };

/** How many days "days", "weeks", "months" and "years" without a number reach, at most. */
export const VAGUE_DAYS: Readonly<Record<string, number>> = {
  day: 7,
  night: 7,
  week: 28,
  weekend: 28,
  month: 180,
  year: 1826,
};

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

/** "two decades" is `P2DE` and "a century" `P1CE`, though counted in years. */
function yearsAs({ number, vague }: Amount): [times: number, code: string] {
  const whole = vague ? number / 3 : number;
  if (whole >= 100 && whole % 100 === 0) return [100, 'CE'];
  return whole % 10 === 0 && vague ? [10, 'DE'] : [1, 'Y'];
}

/** The TIMEX3 value of a length: `P3W`, `PT48H`, `PXD` for "several days". */
export function lengthValue(unit: Unit, amount: Amount): string {
  const clock = /^(?:second|minute|hour)$/.test(unit) ? 'T' : '';
  const [times, code] = unit === 'year' ? yearsAs(amount) : [1, CODES[unit]];
  return `P${clock}${amount.vague ? 'X' : amount.number / times}${code}`;
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
  if (unit === 'year' && !amount.vague) return { ...yearsReach(days, value, rule), anchor: anchor.anchor };
  const open = amount.vague && direction > 0 && from === 'publication' && !/^(?:hour|minute)$/.test(unit);
  const edtf = open ? `${isoDate(anchor.day)}/..` : reachEdtf(days, amount.vague && direction < 0);
  return { type: 'DURATION', value, edtf, rule, days, anchor: anchor.anchor };
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
  if (first === last) return isoDate(first);
  return `${isoDate(first)}${about ? '~' : ''}/${isoDate(last)}`;
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

/** "three weeks", "weeks". */
export function describeAmount({ number, vague }: Amount, unit: Unit): string {
  return vague ? `${unit}s` : `${number} ${unit}${number === 1 ? '' : 's'}`;
}
