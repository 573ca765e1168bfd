import type { DayRange } from '../../record/index.js';
import { calendarDay } from './calendar.js';
import type { Meaning } from './meaning.js';
import type { TimePhrase } from './phrases.js';

/** How many years before publication the dates of a history lie. */
const LONG_AGO = 3;
/** How many years must be written, so that they can show what kind of text it is. */
const FEW = 4;
/** How many different years a history names that comes up to its own day. */
const SPAN = 5;

/**
 * Whether a text is a history: most years that it names lie well before its publication, or they are many and no
 * "yesterday" or "on Friday" counts from the day of publication. "The army crossed the river in May 1808. In June the
 * city fell." There a month without its year is the one that follows in the story, where in news it is the one nearest
 * to publication.
 */
export function isHistory(phrases: readonly TimePhrase[], published: DayRange | undefined): boolean {
  const years = phrases.flatMap(({ meaning }) => yearsIn(meaning));
  if (years.length < FEW) return false;
  const now = published ? calendarDay(published.last).year : 9999;
  const past = (back: number) => years.filter((year) => year <= now - back).length;
  if (past(LONG_AGO) >= years.length * 0.75) return true;
  const fromToday = phrases.filter(({ meaning }) => countsFromToday(meaning)).length;
  return new Set(years).size >= SPAN && past(1) >= years.length * 0.75 && fromToday <= years.length / 10;
}

function countsFromToday(meaning: Meaning): boolean {
  if (meaning.is === 'of day') return meaning.day !== undefined && countsFromToday(meaning.day);
  return meaning.is === 'weekday' || (meaning.is === 'step' && meaning.from === 'publication');
}

/** The years that are written in a time. */
function yearsIn(meaning: Meaning): number[] {
  switch (meaning.is) {
    case 'calendar':
    case 'feast':
    case 'period':
      return meaning.year === undefined ? [] : [meaning.year];
    case 'of day':
      return meaning.day ? yearsIn(meaning.day) : [];
    case 'open':
      return yearsIn(meaning.of);
    case 'between':
      return [...yearsIn(meaning.from), ...yearsIn(meaning.to)];
    default:
      return [];
  }
}
