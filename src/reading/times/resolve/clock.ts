import { describeDay, isoDate, twoDigits } from '../calendar.js';
import type { Clock, OfDayMeaning } from '../meaning.js';
import {
  anchorDay,
  type Context,
  dayOfNews,
  describePublication,
  fromPublication,
  noAnchor,
  publishedDay,
  type Resolved,
  unresolved,
} from './context.js';

/** "T21:30+03:00". */
const clockCode = ({ hour, minute, offset }: Clock): string =>
  `T${twoDigits(hour % 24)}:${twoDigits(minute)}${offset ?? ''}`;

/** A clock time or part of a day, on the day that `dayOf` gives, else on the last day mentioned. */
export function resolveOfDay(meaning: OfDayMeaning, context: Context, day: Resolved | undefined): Resolved {
  const { clock, part = '' } = meaning;
  const code = clock ? clockCode(clock) : part;
  if (day !== undefined) return onDay(day, code, clock, day.rule);
  if (meaning.overnight) return overnight(context);
  const anchor = anchorDay(context, meaning.heading ? 'publication' : 'mention', dayOfNews);
  const value = `XXXX-XX-XX${code}`;
  if (anchor === undefined) return unresolved('TIME', value, noAnchor('a time without its day', context));
  const known = {
    days: { first: anchor.day, last: anchor.day },
    value: isoDate(anchor.day),
    edtf: isoDate(anchor.day),
    anchor: anchor.anchor,
  };
  return onDay(known, code, clock, `on ${anchor.words}`);
}

function onDay(
  day: Pick<Resolved, 'days' | 'value' | 'edtf' | 'warning' | 'anchor'>,
  code: string,
  clock: Clock | undefined,
  rule: string,
): Resolved {
  const { days, warning, anchor } = day;
  const counted = anchor && { anchor };
  if (days === undefined || days.first !== days.last || day.edtf === null) {
    const value = `${day.value}${code}`;
    return { type: 'TIME', value, edtf: day.edtf, rule, ...(days && { days }), ...counted };
  }
  // 24:00 is the first minute of the day that follows.
  const date = isoDate(days.first + (clock?.hour === 24 ? 1 : 0));
  const zone = zoneNote(clock);
  return {
    type: 'TIME',
    value: `${date}${code}`,
    edtf: clock ? `${date}${code}` : date,
    rule: `${rule}${zone}`,
    days,
    ...(clock && { clock }),
    ...counted,
    ...(warning && { warning }),
  };
}

function zoneNote(clock: Clock | undefined): string {
  if (clock?.offset === undefined) return '';
  return clock.offset === 'Z' ? '; the clock time is UTC' : `; local time is UTC${clock.offset}`;
}

/** "overnight": the night that ended on the day of publication. */
function overnight(context: Context): Resolved {
  const day = publishedDay(context);
  if (day === undefined) return unresolved('TIME', 'XXXX-XX-XXTNI', noAnchor('overnight', context));
  const days = { first: day - 1, last: day };
  const rule = `the night from ${describeDay(day - 1)} to ${describePublication(context)}`;
  return {
    type: 'TIME',
    value: `${isoDate(day - 1)}TNI`,
    edtf: `${isoDate(day - 1)}/${isoDate(day)}`,
    rule,
    days,
    anchor: fromPublication(context),
  };
}
