import { dayNumber, type Published } from '../../record/index.js';
import { greatest } from '../search.js';
import type { Document } from '../text/index.js';
import { addMonths, calendarDay, describeDay, describeMonth, isoMonth } from './calendar.js';
import type { CalendarMeaning, Meaning } from './meaning.js';
import type { TimePhrase } from './phrases.js';
import type { KnownDay } from './vocabulary.js';

/**
 * The month of publication of a report that names no year, from an event that everyone knows: "since the start of the
 * Israel-Gaza war on October 7" is of 2023, so "January 28" is of 2024; and if it also says "last month", it was written
 * in February. Null where no such event is named. Never finer than a month, with `~`.
 */
export function byKnownEvent(
  document: Document,
  phrases: readonly TimePhrase[],
  knownDays: ReadonlyMap<string, KnownDay>,
): Published | null {
  const told = phrases.filter(({ tense }) => tense !== 'future');
  const event = told.map((phrase) => eventOf(document, phrase, knownDays)).find((day) => day !== undefined);
  if (event === undefined) return null;
  const days = told.flatMap(({ meaning }) => datesIn(meaning)).map((date) => firstAfter(date, event));
  const latest = greatest([event, ...days.filter((day) => day !== undefined)]);
  const isMonthOn = latest > event && told.some(({ meaning }) => isLastMonth(meaning));
  const month = addMonths(calendarDay(latest), isMonthOn ? 1 : 0);
  const why = `the text tells of the known event of ${describeDay(event)}; its latest date after that is in ${describeMonth(calendarDay(latest))}`;
  return {
    edtf: `${isoMonth(month)}~`,
    basis: 'inferred',
    why: isMonthOn ? `${why}, and it calls a month the last` : why,
  };
}

/** The day of the known event that a date without its year names, if its sentence has a word of the event. */
function eventOf(
  { text, sentences }: Document,
  phrase: TimePhrase,
  knownDays: ReadonlyMap<string, KnownDay>,
): number | undefined {
  const sentence = sentences[phrase.sentence];
  const words = sentence ? text.slice(sentence.start, sentence.end).toLowerCase() : '';
  for (const { month, day, year, known } of datesIn(phrase.meaning)) {
    if (month === undefined || day === undefined || (year !== undefined && !known)) continue;
    const event = knownDays.get(`${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
    if (event?.words.some((word) => words.includes(word))) return dayNumber(event.year, month, day);
  }
  return undefined;
}

function firstAfter({ month, day, year, inYear }: CalendarMeaning, event: number): number | undefined {
  if (month === undefined || year !== undefined || inYear) return undefined;
  const first = calendarDay(event).year;
  return [first, first + 1]
    .map((each) => dayNumber(each, month, day ?? 1))
    .find((number) => number !== undefined && number >= event);
}

function isLastMonth(meaning: Meaning): boolean {
  return meaning.is === 'step' && meaning.unit === 'month' && meaning.steps === -1 && !meaning.counted;
}

/** A calendar date without its "since", its clock time or its range around it. */
export function datesIn(meaning: Meaning): CalendarMeaning[] {
  switch (meaning.is) {
    case 'calendar':
      return [meaning];
    case 'of day':
      return meaning.day ? datesIn(meaning.day) : [];
    case 'open':
      return datesIn(meaning.of);
    case 'between':
      return [...datesIn(meaning.from), ...datesIn(meaning.to)];
    default:
      return [];
  }
}
