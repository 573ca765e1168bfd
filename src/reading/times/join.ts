import type { CalendarMeaning, Found, Meaning, OfDayMeaning, StepMeaning } from './meaning.js';
import { isDash, touches, type Words } from './words.js';

/** Two neighbours in a sentence, and the words between them, in lower case and parted by blanks ("", "on", ", at"). */
interface Pair {
  readonly a: Meaning;
  readonly b: Meaning;
  readonly between: string;
}

/** A way in which two times are one: gives what they mean together, or undefined. */
interface Joint {
  readonly name: string;
  readonly join: (pair: Pair) => Meaning | undefined;
}

/** Whether a meaning is one day, so that a clock time can be on it. */
export function isDay(meaning: Meaning): boolean {
  switch (meaning.is) {
    case 'calendar':
      return meaning.day !== undefined && meaning.week === undefined;
    case 'weekday':
    case 'feast':
      return true;
    case 'step':
      return /^(?:day|night)$/.test(meaning.unit) && !meaning.vague;
    case 'of day':
      return meaning.day !== undefined;
    default:
      return false;
  }
}

const isLooseClock = (meaning: Meaning): meaning is OfDayMeaning =>
  meaning.is === 'of day' && meaning.day === undefined;
const isYearStep = (meaning: Meaning): meaning is StepMeaning =>
  meaning.is === 'step' && meaning.unit === 'year' && !meaning.counted;
const isWeekStep = (meaning: Meaning): meaning is StepMeaning =>
  meaning.is === 'step' && meaning.unit === 'week' && !meaning.counted;

/** "Friday, 3 January", "Monday, June 27th", "Sunday 4 February": one day, said twice. */
const weekdayAndDate: Joint = {
  name: 'weekday and date',
  join: ({ a, b, between }) =>
    a.is === 'weekday' &&
    a.which === 'bare' &&
    b.is === 'calendar' &&
    b.day !== undefined &&
    /^(?:,|the|, the)?$/.test(between)
      ? { ...b, weekday: a.weekday }
      : undefined,
};

/** "Wednesday of last week", "Friday last week". */
const weekdayInWeek: Joint = {
  name: 'weekday in a week',
  join: ({ a, b, between }) =>
    a.is === 'weekday' && isWeekStep(b) && /^(?:of|,|in)?$/.test(between) ? { ...a, inWeek: b } : undefined,
};

/** "March 14 last year", "on 20 September of this year". */
const dateInYear: Joint = {
  name: 'date in a year',
  join: ({ a, b, between }) =>
    (a.is === 'calendar' || a.is === 'feast') &&
    a.month !== undefined &&
    a.year === undefined &&
    isYearStep(b) &&
    /^(?:of|,|in)?$/.test(between)
      ? { ...a, inYear: b }
      : undefined,
};

/** "8 p.m. on Friday", "night of Dec. 7", "the early hours of Thursday", "dawn on Tuesday", "overnight on Tuesday". */
const clockThenDay: Joint = {
  name: 'clock, then day',
  join: ({ a, b, between }) => {
    if (!isLooseClock(a) || !/^(?:on|of|to|,|, on|in|on the|of the|, of|in the)?$/.test(between))
      return undefined;
    if (b.is === 'of day' && b.day !== undefined) return { ...b, ...clockAndPart(a, b) };
    return isDay(b) ? { ...a, day: b } : undefined;
  },
};

/** "Friday at 8 p.m.", "Wednesday night", "on Monday, shortly after noon", "Sunday 4 February around 21:00". */
const dayThenClock: Joint = {
  name: 'day, then clock',
  join: ({ a, b, between }) => {
    if (
      !isLooseClock(b) ||
      !/^(?:at|at about|at around|at approximately|around|about|,|, at|, at about|, around|in the|, in the|from|just|shortly|in|-)?$/.test(
        between,
      )
    )
      return undefined;
    const isFree =
      a.is === 'of day' && (a.clock === undefined || (a.part === undefined && b.clock === undefined));
    if (a.is === 'of day' && a.day !== undefined && isFree) return { ...a, ...clockAndPart(b, a) };
    return isDay(a) && a.is !== 'of day' ? { ...b, day: a } : undefined;
  },
};

/** "8 in the morning", "5:15 in the afternoon", "six this evening". */
const clockAndPartOfDay: Joint = {
  name: 'clock and part of the day',
  join: ({ a, b, between }) => {
    if (
      !(isLooseClock(a) && b.is === 'of day' && a.clock && b.part) ||
      b.clock ||
      !/^(?:in|in the|at|of the|on|,|on the)?$/.test(between)
    )
      return undefined;
    return { ...b, ...clockAndPart(a, b) };
  },
};

/** A clock with a part of the day: "5:15 in the afternoon" is 17:15. */
function clockAndPart(a: OfDayMeaning, b: OfDayMeaning): Partial<OfDayMeaning> {
  const clock = a.clock ?? b.clock;
  const part = a.part ?? b.part;
  if (clock === undefined) return part === undefined ? {} : { part };
  const isLate = part === 'TAF' || part === 'TEV' || (part === 'TNI' && clock.hour >= 6);
  const hour = isLate && clock.hour < 12 ? clock.hour + 12 : clock.hour;
  return { clock: { ...clock, hour }, ...(part && { part }) };
}

const joints: readonly Joint[] = [
  weekdayAndDate,
  weekdayInWeek,
  dateInYear,
  clockThenDay,
  dayThenClock,
  clockAndPartOfDay,
];

/** Joins neighbours that are one time, from left to right, as long as anything joins; drops what is weak and stayed alone. */
export function joinNeighbours(words: Words, found: readonly Found[]): Found[] {
  const joined: Found[] = [];
  for (const next of found) {
    let current = next;
    for (let before = joined.at(-1); before !== undefined; before = joined.at(-1)) {
      const meaning = joinTwo(words, before, current);
      if (meaning === undefined) break;
      joined.pop();
      current = { first: before.first, last: current.last, meaning };
    }
    joined.push(current);
  }
  return joined.filter((each) => !each.weak);
}

function joinTwo(words: Words, a: Found, b: Found): Meaning | undefined {
  if (b.first - a.last > 3) return undefined;
  const between = words.lower.slice(a.last, b.first).join(' ');
  for (const joint of joints) {
    const meaning = joint.join({ a: a.meaning, b: b.meaning, between });
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

/** What makes two times ends of one range: both days, both months, both years, both clock times. */
function grain(meaning: Meaning): string {
  if (isDay(meaning)) return 'day';
  if (meaning.is === 'of day') return 'clock';
  if (meaning.is === 'calendar') return meaning.month === undefined ? 'year' : 'month';
  return meaning.is;
}

/** "between March and June", "from Monday to Friday", "2013–2015": two times become one that reaches from one to the other. */
export function joinRanges(words: Words, found: readonly Found[]): Found[] {
  const joined: Found[] = [];
  for (const next of found) {
    const before = joined.at(-1);
    const range = before && rangeOf(words, before, next);
    if (range) joined[joined.length - 1] = range;
    else joined.push(next);
  }
  return joined;
}

function rangeOf(words: Words, a: Found, b: Found): Found | undefined {
  if (!isRangeEnd(a.meaning) || !isRangeEnd(b.meaning) || b.first - a.last > 2) return undefined;
  const opener = words.lower[a.first - 1] ?? '';
  const between = words.lower.slice(a.last, b.first).join(' ');
  const isDashed =
    b.first - a.last === 1 &&
    isDash(words, a.last) &&
    (touches(words, a.last) || grain(a.meaning) === grain(b.meaning));
  const isOpened =
    (opener === 'between' && /^(?:and|-|–)$/.test(between)) ||
    (opener === 'from' && /^(?:to|until|till|through|into|to the|until the)$/.test(between));
  const isPlain = /^(?:to|through|until)$/.test(between) && grain(a.meaning) === grain(b.meaning);
  if (!(isOpened || isDashed || isPlain)) return undefined;
  if (!isOpened && grain(a.meaning) !== grain(b.meaning)) return undefined;
  const from = shareYear(a.meaning, b.meaning);
  return {
    first: isOpened ? a.first - 1 : a.first,
    last: b.last,
    meaning: { is: 'between', from, to: b.meaning },
  };
}

function isRangeEnd(meaning: Meaning): boolean {
  return (
    /^(?:calendar|weekday|of day|feast|step|period)$/.test(meaning.is) &&
    !(meaning.is === 'step' && meaning.vague)
  );
}

/** "between March and June 2022": the year stands once, for both. */
function shareYear(from: Meaning, to: Meaning): Meaning {
  if (from.is !== 'calendar' || to.is !== 'calendar' || from.year !== undefined || from.month === undefined)
    return from;
  const { year, month = 12 } = to as CalendarMeaning;
  if (year === undefined) return to.inYear ? { ...from, inYear: to.inYear } : from;
  return { ...from, year: from.month <= month ? year : year - 1 };
}

const OPENERS: Readonly<Record<string, 'since' | 'until' | 'by' | 'before' | 'after' | 'from'>> = {
  since: 'since',
  until: 'until',
  till: 'until',
  through: 'until',
  by: 'by',
  before: 'before',
  after: 'after',
  from: 'from',
};

/** "since October 7", "until Monday", "by the end of March", "early on Friday": the word in front belongs to the time. */
export function joinOpeners(words: Words, found: readonly Found[]): Found[] {
  return found.map((each, index) => {
    const joined = withOpener(words, withAdverb(words, each));
    // The word in front may be the end of the time before ("years earlier Monday").
    return joined.first < (found[index - 1]?.last ?? 0) ? each : joined;
  });
}

/** "early Friday", "late on Sunday", "earlier on Monday": still that day. */
function withAdverb(words: Words, found: Found): Found {
  if (!isDay(found.meaning)) return found;
  const preposition = words.lower[found.first - 1] === 'on' ? 1 : 0;
  const at = found.first - 1 - preposition;
  return /^(?:early|late|earlier|later)$/.test(words.lower[at] ?? '') ? { ...found, first: at } : found;
}

function withOpener(words: Words, found: Found): Found {
  const { meaning, first, last } = found;
  if (!/^(?:calendar|weekday|of day|feast|step|period|era)$/.test(meaning.is)) return found;
  const asOf = words.lower[first - 1] === 'of' && words.lower[first - 2] === 'as';
  const at = asOf ? first - 2 : words.lower[first - 1] === 'on' ? first - 2 : first - 1;
  const side = asOf ? 'as of' : OPENERS[words.lower[at] ?? ''];
  if (side === undefined || !isOpenerHere(words, side, at, last, meaning)) return found;
  return { first: at, last, meaning: { is: 'open', side, of: meaning } };
}

/** "after Friday prayers", "before Monday's vote", "footage from Friday": that day, and no open end. */
function isOpenerHere(words: Words, side: string, at: number, last: number, meaning: Meaning): boolean {
  if (/^(?:since|until|as of)$/.test(side)) return true;
  const isNounNext = /^(?:NOUN|PROPN|ADJ)$/.test(words.tags[last] ?? '') || words.lower[last] === "'s";
  if (side === 'from')
    return (
      !isNounNext &&
      !/^(?:NOUN|PROPN)$/.test(words.tags[at - 1] ?? '') &&
      !/^dat(?:es?|ed|ing)$/.test(words.lower[at - 1] ?? '')
    );
  if (side === 'by') return !isNounNext && meaning.is !== 'of day';
  return !isNounNext && meaning.is !== 'of day';
}
