import { dayNumber, isEdtf, isoDay, type Published } from '../../record/index.js';
import { greatest } from '../search.js';
import type { Document } from '../text/index.js';
import { isoMonth, monthName, twoDigits, weekdayName, weekdayOf } from './calendar.js';
import { byKnownEvent, datesIn } from './known-event.js';
import type { CalendarMeaning } from './meaning.js';
import type { TimePhrase } from './phrases.js';
import type { KnownDay } from './vocabulary.js';

/**
 * When a report was published: as given, else by its dateline, else as closely as its own dates allow; null where
 * nothing tells. What is inferred is never finer than its evidence: a month, or a year, with `~`.
 */
export function publishedOf(
  document: Document,
  phrases: readonly TimePhrase[],
  knownDays: ReadonlyMap<string, KnownDay>,
): Published | null {
  const { published: given, publishedFrom } = document.input;
  if (given && isEdtf(given)) {
    return publishedFrom
      ? { edtf: given, basis: 'metadata', why: `read from ${publishedFrom}` }
      : { edtf: given, basis: 'given', why: 'given with the report' };
  }
  const stated = phrases
    .filter(({ tense }) => tense !== 'future')
    .flatMap(({ meaning }) => datesIn(meaning))
    .filter(({ known }) => !known);
  return (
    byDateline(document, phrases, stated) ?? inferred(stated) ?? byKnownEvent(document, phrases, knownDays)
  );
}

/** "BAGHDAD, Feb 8 (AFP) —", or a line near the top that is a date and nothing more. */
function byDateline(
  document: Document,
  phrases: readonly TimePhrase[],
  stated: readonly CalendarMeaning[],
): Published | null {
  for (const phrase of phrases) {
    const isDateline = document.sentences[phrase.sentence]?.part === 'dateline';
    const isLine = phrase.sentence < 4 && phrase.fillsSentence;
    const date = isDateline || isLine ? datesIn(phrase.meaning).at(-1) : undefined;
    if (date?.day === undefined || date.month === undefined) continue;
    const quote = document.text.slice(phrase.start, phrase.end);
    if (date.year !== undefined) {
      const day = dayNumber(date.year, date.month, date.day);
      if (day !== undefined)
        return { edtf: isoDay(day), basis: 'dateline', why: `the dateline says “${quote}”` };
    } else if (isDateline) {
      return byDatelineWithoutYear(date.month, date.day, quote, stated);
    }
  }
  return null;
}

/**
 * A dateline leaves the year out. A weekday with its date ("Friday, January 3") fits one year in six or so; else it is
 * the first such day that does not lie before the latest date that the text names.
 */
function byDatelineWithoutYear(
  month: number,
  day: number,
  quote: string,
  stated: readonly CalendarMeaning[],
): Published | null {
  const latest = latestYear(stated);
  if (latest === undefined) return null;
  const fitting = yearByWeekday(latest, stated);
  const named = greatest(stated.map(firstDay).filter((each) => each !== undefined));
  const years = fitting ? [fitting.year] : [latest, latest + 1];
  const number = years
    .map((year) => dayNumber(year, month, day))
    .find((each) => each !== undefined && (fitting || each >= named));
  if (number === undefined) return null;
  const why = fitting
    ? `the dateline says “${quote}”, and ${fitting.words} fits ${fitting.year}`
    : `the dateline says “${quote}” without a year; it is the first after the latest date that the text names`;
  return { edtf: `${isoDay(number)}?`, basis: 'dateline', why };
}

/** The first day of a date that has its year. */
function firstDay({ year, month, day }: CalendarMeaning): number | undefined {
  return year === undefined ? undefined : dayNumber(year, month ?? 1, day ?? 1);
}

function latestYear(stated: readonly CalendarMeaning[]): number | undefined {
  const years = stated.map(({ year }) => year).filter((year) => year !== undefined);
  return years.length === 0 ? undefined : greatest(years);
}

/** The one year, from the latest that the text names to four years on, in which a weekday falls on its date. */
function yearByWeekday(
  latest: number,
  stated: readonly CalendarMeaning[],
): { year: number; words: string; month: number } | undefined {
  for (const { weekday, year, month, day } of stated) {
    if (weekday === undefined || year !== undefined || month === undefined || day === undefined) continue;
    const years = [0, 1, 2, 3, 4].map((step) => latest + step);
    const fitting = years.filter((each) => {
      const number = dayNumber(each, month, day);
      return number !== undefined && weekdayOf(number) === weekday;
    });
    const [only] = fitting;
    if (fitting.length === 1 && only !== undefined) {
      return { year: only, words: `${weekdayName(weekday)} ${day} ${monthName(month)}`, month };
    }
  }
  return undefined;
}

function inferred(stated: readonly CalendarMeaning[]): Published | null {
  const latest = latestYear(stated);
  if (latest === undefined) return null;
  const byWeekday = yearByWeekday(latest, stated);
  if (byWeekday) {
    const { year, month, words } = byWeekday;
    return {
      edtf: `${isoMonth({ year, month })}~`,
      basis: 'inferred',
      why: `${words} fits ${year}, the first such year from ${latest} on, which the text names`,
    };
  }
  const months = stated
    .filter(({ year, month }) => year === latest && month !== undefined)
    .map(({ month = 1 }) => month);
  if (months.length === 0)
    return { edtf: `${latest}~`, basis: 'inferred', why: `the latest year that the text names is ${latest}` };
  const month = greatest(months);
  return {
    edtf: `${latest}-${twoDigits(month)}~`,
    basis: 'inferred',
    why: `the latest date that the text names is in ${monthName(month)} ${latest}`,
  };
}
