import type { DayRange } from '../../../record/index.js';
import { isoDate } from '../calendar.js';
import type { BetweenMeaning, Meaning, OpenMeaning } from '../meaning.js';
import {
  type Context,
  describePublication,
  type Mention,
  publishedDay,
  type Resolved,
  unresolved,
} from './context.js';

type Resolve = (meaning: Meaning, context: Context) => Resolved;

const startOf = (edtf: string): string => edtf.split('/')[0] ?? edtf;
const endOf = (edtf: string): string => edtf.split('/').at(-1) ?? edtf;

/** "from Monday to Wednesday": the end is worked out first, and the start lies before it. */
export function resolveBetween({ from, to }: BetweenMeaning, context: Context, resolve: Resolve): Resolved {
  if (context.isHistory) return resolveInOrder(from, to, context, resolve);
  const hasOwnDay = !(to.is === 'of day' && to.day === undefined) || from.is !== 'of day';
  const later = resolve(
    hasOwnDay || from.is !== 'of day' || !from.day ? to : ({ ...to, day: from.day } as Meaning),
    context,
  );
  const earlier = resolve(withDay(from, to), beforeEnd(from, later, context));
  return betweenOf(earlier, later);
}

/** In a history the start comes first: "from October to March", told of 1944. */
function resolveInOrder(from: Meaning, to: Meaning, context: Context, resolve: Resolve): Resolved {
  const earlier = resolve(withDay(from, to), context);
  const mention = mentionOfStart(earlier, context);
  const mentions = mention ? [...context.mentions.slice(-1), mention] : context.mentions;
  return betweenOf(earlier, resolve(to, { ...context, mentions }));
}

function mentionOfStart({ days }: Resolved, { pieces: [at], sentence }: Context): Mention | undefined {
  return days && at && { start: at.start, end: at.end, days, sentence, namesYear: true, toldIn: true };
}

function betweenOf(earlier: Resolved, later: Resolved): Resolved {
  const rule = `from one (${earlier.rule}) to the other (${later.rule})`;
  const value = `${earlier.value}/${later.value}`;
  const parts = [earlier, later];
  if (!earlier.days || !later.days || earlier.edtf === null || later.edtf === null)
    return { ...unresolved('DATE', value, rule), parts };
  const days: DayRange = { first: earlier.days.first, last: later.days.last };
  if (days.first > days.last) return unresolved('DATE', value, `${rule}; the end lies before the start`);
  const type = earlier.type === 'TIME' && later.type === 'TIME' ? 'TIME' : 'DATE';
  const [start, end] = [startOf(earlier.edtf), endOf(later.edtf)];
  return { type, value, edtf: start === end ? start : `${start}/${end}`, rule, days, parts };
}

/** "between 6 and 9 p.m. on 21 October": the day stands once, for both. */
function withDay(from: Meaning, to: Meaning): Meaning {
  return from.is === 'of day' && from.day === undefined && to.is === 'of day' && to.day
    ? { ...from, day: to.day }
    : from;
}

function beforeEnd(from: Meaning, later: Resolved, context: Context): Context {
  const isPlain =
    (from.is === 'weekday' && from.which === 'bare') ||
    (from.is === 'calendar' && from.year === undefined && !from.inYear);
  const inner = from.is === 'of day' ? from.day : undefined;
  const isInnerPlain = inner?.is === 'weekday' && inner.which === 'bare';
  const at = context.pieces.at(-1);
  if (!later.days || !at || !(isPlain || isInnerPlain)) return context;
  const end = later.days.last;
  const reference = { words: 'the end of the range', at };
  return { ...context, published: { first: end, last: end }, reference, tense: 'past' };
}

/** "since October 7" reaches to the day of publication; "until Monday" and "by March" have no start; "from Friday" no end. */
export function resolveOpen({ side, of }: OpenMeaning, context: Context, resolve: Resolve): Resolved {
  const tense = tenseOfOpen(side, context.tense);
  // "as of February" is near to publication, whatever is told beside it.
  const mentions = side === 'as of' && !context.isHistory ? [] : context.mentions;
  const inner = resolve(of, { ...context, tense, mentions });
  return { ...openOf(side, inner, { ...context, tense }), parts: inner.parts ?? [inner] };
}

function openOf(side: OpenMeaning['side'], inner: Resolved, context: Context): Resolved {
  if (inner.edtf === null || inner.days === undefined) return inner;
  const { edtf, days, rule } = inner;
  if (side === 'since') return sinceThen(inner, edtf, days, context);
  if (side === 'from' || side === 'after') {
    const open = { first: days.first, last: Infinity };
    return { ...inner, edtf: `${startOf(edtf)}/..`, days: open, rule: `from then on (${rule})` };
  }
  // "By Tuesday forty families had left": on that day it was so; "must pay by Sunday" may be any day up to it.
  if (side === 'by' && context.tense !== 'future') return { ...inner, rule: `by then (${rule})` };
  const open = { first: -Infinity, last: days.last };
  return { ...inner, edtf: `../${endOf(edtf)}`, days: open, rule: `up to then (${rule})` };
}

/** "since Monday" looks back, whatever the verb; "until Monday" looks ahead where no verb says otherwise. */
function tenseOfOpen(side: OpenMeaning['side'], tense: Context['tense']): Context['tense'] {
  if (side === 'since' || side === 'as of') return 'past';
  return tense === 'unknown' && /^(?:until|by|before)$/.test(side) ? 'future' : tense;
}

function sinceThen(inner: Resolved, edtf: string, { first, last }: DayRange, context: Context): Resolved {
  const day = publishedDay(context);
  if (day === undefined || day < last) {
    const days = { first, last: Infinity };
    return { ...inner, edtf: `${startOf(edtf)}/..`, days, rule: `from then on (${inner.rule})` };
  }
  const [start, end] = [startOf(edtf), isoDate(day)];
  const rule = `from then (${inner.rule}) to ${describePublication(context)}`;
  return { ...inner, edtf: start === end ? end : `${start}/${end}`, days: { first, last: day }, rule };
}
