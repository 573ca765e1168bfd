import { isDay } from './join.js';
import type { CalendarMeaning, Found, Meaning, PeriodMeaning } from './meaning.js';
import { isDash, touches, type Words } from './words.js';

/** "in August and September 1914", "the summer and autumn of 481 BC": the year stands once, for both. */
export function joinYears(words: Words, found: readonly Found[]): Found[] {
  const joined = [...found];
  for (let at = joined.length - 2; at >= 0; at--) {
    const [a, b] = [joined[at] as Found, joined[at + 1] as Found];
    const between = words.lower.slice(a.last, b.first).join(' ');
    if (/^(?:and|or|,|, and|-|–|to)$/.test(between))
      joined[at] = { ...a, meaning: shareYear(a.meaning, b.meaning) };
  }
  return joined;
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
    parts: [a, b],
  };
}

function isRangeEnd(meaning: Meaning): boolean {
  return (
    /^(?:calendar|weekday|of day|feast|step|period)$/.test(meaning.is) &&
    !(meaning.is === 'step' && meaning.vague)
  );
}

/** "between March and June 2022": the year of the second is that of the first too, or the year before. */
function shareYear(from: Meaning, to: Meaning): Meaning {
  const isDated = (meaning: Meaning): meaning is CalendarMeaning | PeriodMeaning =>
    meaning.is === 'calendar' || meaning.is === 'period';
  if (!isDated(from) || !isDated(to) || from.year !== undefined || from.inYear) return from;
  const [first, last] = [monthOf(from), monthOf(to)];
  if (first === undefined || last === undefined) return from;
  if (to.year === undefined) return to.inYear ? { ...from, inYear: to.inYear } : from;
  return { ...from, year: first <= last ? to.year : to.year - 1 };
}

/** Its first month; a winter begins the year that it is named after. */
function monthOf(meaning: CalendarMeaning | PeriodMeaning): number | undefined {
  return meaning.is === 'calendar' ? meaning.month : meaning.firstMonth % 12;
}
