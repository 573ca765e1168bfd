import type { Found, Meaning, OfDayMeaning, StepMeaning } from './meaning.js';
import type { Words } from './words.js';

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
    // "10am to 2pm on Friday" are two.
    if (b.is === 'of day' && a.clock && b.clock) return undefined;
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
