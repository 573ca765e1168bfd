import type { DayRange, Published, TimeType } from '../../../record/index.js';
import { type CalendarMonth, calendarDay, describeDay, describeMonth } from '../calendar.js';
import type { Anchor, Clock } from '../meaning.js';
import type { Stretch } from '../phrases.js';
import type { Tense } from '../tense.js';

/** What a time was counted from: the day of publication, or words of the report. */
export type CountedFrom =
  | { readonly from: 'publication' }
  | (Stretch & { readonly from: 'expression' | 'incident' });

/** A time of the text that was worked out, at its place. */
export interface Told extends Stretch {
  readonly type: TimeType;
  /** TIMEX3. */
  readonly value: string;
  readonly edtf: string;
  readonly days: DayRange;
}

/** A time that others can be counted from: a day or a longer run of days, and the clock time if one is known. */
export interface Mention extends Stretch {
  readonly days: DayRange;
  readonly clock?: Clock;
  /** The index of its sentence. */
  readonly sentence: number;
  /** Whether its year is written or is itself counted, so that "that year" can mean it. */
  readonly namesYear: boolean;
  /** Whether it goes back to a written year, its own or that of a time just before it. */
  readonly toldIn: boolean;
}

/** What times are worked out against. */
export interface Context {
  /** The days on which the report can have been published; a single day where that is known. */
  readonly published?: DayRange;
  readonly basis?: Published['basis'];
  /** What `published` is called, where it stands for another day, such as the end of a range. */
  readonly reference?: { readonly words: string; readonly at: Stretch };
  /** The words that the time is counted from, where they stand behind it. */
  readonly anchor?: CountedFrom | undefined;
  /** The expressions that the time is made of. */
  readonly pieces: readonly Stretch[];
  /** The times mentioned before this one, the last one last. */
  readonly mentions: readonly Mention[];
  /** The time before it, whatever can be counted from it. */
  readonly last?: Told | undefined;
  /** The index of the sentence that the time stands in. */
  readonly sentence: number;
  readonly tense: Tense;
  /** Whether the report is a history: its dates lie years before its publication, and each is counted from the one before. */
  readonly isHistory?: boolean;
}

/** What the words of a time come to. */
export interface Resolved {
  readonly type: TimeType;
  /** TIMEX3. */
  readonly value: string;
  readonly edtf: string | null;
  readonly rule: string;
  /** The days that it covers; left out where they are not known. */
  readonly days?: DayRange;
  readonly clock?: Clock;
  /** Left out where the words alone tell the time. */
  readonly anchor?: CountedFrom;
  /** What the times come to that it is made of: see `parts` of `Found`. */
  readonly parts?: readonly Resolved[];
  /** Something that an analyst should know, such as a weekday that does not fit its date. */
  readonly warning?: { readonly code: string; readonly message: string };
}

/** The one day of publication, or undefined where only a month or year is known. */
export function publishedDay({ published }: Context): number | undefined {
  return published !== undefined && published.first === published.last ? published.first : undefined;
}

/** The month of publication; undefined where it is not known, or only inferred, which is too rough to count "last month" from. */
export function publishedMonth(context: Context): CalendarMonth | undefined {
  return context.basis === 'inferred' ? undefined : monthOf(context.published);
}

/** The year of publication; undefined where it is not known, or only inferred. */
export function publishedYear(context: Context): number | undefined {
  return context.basis === 'inferred' ? undefined : yearOfDays(context.published);
}

function monthOf(days: DayRange | undefined): CalendarMonth | undefined {
  if (days === undefined) return undefined;
  const [first, last] = [calendarDay(days.first), calendarDay(days.last)];
  return first.year === last.year && first.month === last.month
    ? { year: first.year, month: first.month }
    : undefined;
}

function yearOfDays(days: DayRange | undefined): number | undefined {
  if (days === undefined) return undefined;
  const [first, last] = [calendarDay(days.first).year, calendarDay(days.last).year];
  return first === last ? first : undefined;
}

/** The last day that a report of this context can speak of as past. */
export function today({ published }: Context): number | undefined {
  return published && Number.isFinite(published.last) ? published.last : undefined;
}

const BASES: Readonly<Record<Published['basis'], string>> = {
  given: 'the day of publication',
  metadata: 'the day of publication',
  dateline: 'the day of the dateline',
  inferred: 'the time of publication as worked out from the text',
};

/** "Thursday 8 February 2024, the day of publication". */
export function describePublication(context: Context): string {
  const { published, basis = 'given', reference } = context;
  const name = reference?.words ?? BASES[basis];
  if (published === undefined) return name;
  const day = publishedDay(context);
  const month = monthOf(published);
  const when =
    day !== undefined ? describeDay(day) : month ? describeMonth(month) : String(yearOfDays(published) ?? '');
  return `${when}, ${name}`;
}

/** The day of publication, or the words that stand for it here, as what a time is counted from. */
export function fromPublication({ reference }: Context): CountedFrom {
  return reference ? fromWords(reference.at) : { from: 'publication' };
}

/** Another time expression as what a time is counted from. */
export function fromWords({ start, end }: Stretch): CountedFrom {
  return { from: 'expression', start, end };
}

/** For how many sentences a year that was written is still the one that a story of another year is told in. */
const TOLD_IN = 4;
/** How many years back such a story must lie. A nearer year is mostly background, and the next date is this year's again. */
const LONG_AGO = 5;

/**
 * The last time mentioned, where the words around tell a story of another year than that of publication: "In July 1936
 * the garrison rose. … On 4 November it reached the capital." Undefined where the last time is near publication.
 */
export function storyOfAnotherYear(context: Context): Mention | undefined {
  const last = context.mentions.at(-1);
  if (context.isHistory) return last;
  if (context.tense === 'future') return undefined;
  const year = yearOfDays(context.published) ?? Infinity;
  if (last === undefined || !last.toldIn || context.sentence - last.sentence > TOLD_IN) return undefined;
  return calendarDay(last.days.last).year <= year - LONG_AGO ? last : undefined;
}

/** What "that year" and "the following year" count from: the last time whose year is written, in a history the last one. */
export function mentionOfYear({ mentions, isHistory }: Context): Mention | undefined {
  return (isHistory ? undefined : mentions.findLast(({ namesYear }) => namesYear)) ?? mentions.at(-1);
}

const isOneDay = ({ days }: Mention): boolean => days.first === days.last;

/** The last single day mentioned; one that is still to come only where the words speak of what is to come. */
export function lastDay(context: Context): Mention | undefined {
  const isAhead = context.tense === 'future' && !context.isHistory;
  const limit = isAhead ? Infinity : (today(context) ?? Infinity);
  return context.mentions.findLast((mention) => isOneDay(mention) && mention.days.last <= limit);
}

/** How long before publication a day may lie and still be the day that the news is about. */
const NEWS = 14;

/**
 * The day of a clock time that names none ("at about 4:20 p.m."): the last day mentioned if it was just mentioned;
 * else the last mentioned that is news, since "in 2019" or "on 25 February" a page before is background.
 */
export function dayOfNews(context: Context): Mention | undefined {
  const last = lastDay(context);
  const limit = today(context);
  if (last === undefined || limit === undefined || context.isHistory) return last;
  if (context.sentence - last.sentence <= 1) return last;
  return context.mentions.findLast(
    (each) => isOneDay(each) && each.days.last <= limit && limit - each.days.last <= NEWS,
  );
}

/** Whether an anchor is a time mentioned before. */
export function isMention(context: Context, from: Anchor): boolean {
  return from === 'mention' || (from === 'story' && context.isHistory === true);
}

/** A day to count from, how to say it, and where it comes from. */
export interface AnchorDay {
  readonly day: number;
  readonly words: string;
  readonly anchor: CountedFrom;
}

/** The day that an anchor stands for, and how to say it. Where no day has been mentioned it is the day of publication. */
export function anchorDay(
  context: Context,
  from: Anchor,
  pick: (context: Context) => Mention | undefined = lastDay,
): AnchorDay | undefined {
  const mentioned = isMention(context, from) ? pick(context) : undefined;
  if (mentioned)
    return {
      day: mentioned.days.last,
      words: `${describeDay(mentioned.days.last)}, the last day mentioned before`,
      anchor: fromWords(mentioned),
    };
  const day = publishedDay(context);
  if (day === undefined) return undefined;
  return { day, words: describePublication(context), anchor: fromPublication(context) };
}

/** A time whose day cannot be worked out stays in the list, and says why. */
export function unresolved(type: TimeType, value: string, why: string): Resolved {
  return { type, value, edtf: null, rule: why };
}

/** Why a relative time has no value. */
export function noAnchor(words: string, context: Context): string {
  return context.published === undefined
    ? `${words} is counted from the day of publication, which is not known`
    : `${words} is counted from the day of publication, of which only ${describePublication(context).split(',')[0]} is known`;
}
