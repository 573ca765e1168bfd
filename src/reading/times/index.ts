import {
  cut,
  type DayRange,
  daysOf,
  type Note,
  type Published,
  type TimeExpression,
} from '../../record/index.js';
import type { Lists } from '../lists.js';
import type { Grammar } from '../syntax/index.js';
import type { Document } from '../text/index.js';
import { isDay } from './join.js';
import type { Meaning } from './meaning.js';
import { phrasesOf, type TimePhrase } from './phrases.js';
import { publishedOf } from './published.js';
import { type Context, type Mention, type Resolved, resolve } from './resolve/index.js';
import { readVocabulary } from './vocabulary.js';

export { timeOf } from './time-of.js';

/** What a report says of time. `expressions` stand in the order of the text and do not overlap. */
export interface Times {
  readonly published: Published | null;
  readonly expressions: readonly TimeExpression[];
  readonly notes: readonly Note[];
}

/**
 * Reads the word lists once, and gives the stage: every time in the sentences of the story, with its TIMEX3 and EDTF
 * value and the rule that gave it. Throws where a list is missing; never for a text.
 */
export function prepareTimes(lists: Lists): (document: Document, grammar: Grammar) => Times {
  const vocabulary = readVocabulary(lists);
  return (document, grammar) => {
    const phrases = phrasesOf(document, grammar, vocabulary);
    const published = publishedOf(document, phrases);
    return { published, ...resolveAll(document, phrases, published) };
  };
}

/** How many times mentioned before are kept in mind. */
const REMEMBERED = 24;

/** Works the times out in the order of the text, since "the next day" counts from the last day mentioned. */
function resolveAll(
  document: Document,
  phrases: readonly TimePhrase[],
  published: Published | null,
): Pick<Times, 'expressions' | 'notes'> {
  const days = published ? publicationDays(published.edtf) : undefined;
  const base = { ...(days && { published: days }), ...(published && { basis: published.basis }) };
  const expressions: TimeExpression[] = [];
  const notes: Note[] = [];
  const mentions: Mention[] = [];
  for (const [index, phrase] of phrases.entries()) {
    const context: Context = { ...base, tense: phrase.tense, mentions, sentence: phrase.sentence };
    const resolved = resolve(withDayOfSentence(phrase, phrases[index + 1]), context);
    const span = cut(document.text, phrase.start, phrase.end);
    const { type, value, edtf, rule } = resolved;
    expressions.push({ ...span, type, value, edtf, rule });
    notes.push(...notesOn(phrase.meaning, resolved).map((note) => ({ ...note, ...span })));
    const mention = mentionOf(phrase, resolved, mentions.at(-1));
    if (mention) mentions.push(mention);
    if (mentions.length > REMEMBERED) mentions.shift();
  }
  return { expressions, notes };
}

/** "A pre-dawn firefight in the hills on Monday": a clock time that names no day is on the day that comes next in its sentence. */
function withDayOfSentence({ meaning, sentence }: TimePhrase, next: TimePhrase | undefined): Meaning {
  const isLoose = meaning.is === 'of day' && meaning.day === undefined && !meaning.heading;
  return isLoose && next?.sentence === sentence && isDay(next.meaning)
    ? { ...meaning, day: next.meaning }
    : meaning;
}

/** An open end is no day of publication. */
function publicationDays(edtf: string): DayRange | undefined {
  const days = daysOf(edtf);
  return days && Number.isFinite(days.first) && Number.isFinite(days.last) ? days : undefined;
}

/** What a later "that night" can count from: a time that is closed at both ends, and no length. */
function mentionOf(
  { meaning, sentence }: TimePhrase,
  { days, clock, edtf, value }: Resolved,
  before: Mention | undefined,
): Mention | undefined {
  if (days === undefined || edtf === null || meaning.is === 'reach' || meaning.is === 'era') return undefined;
  const names = namesYear(meaning);
  const toldIn =
    names || (before?.toldIn === true && before.days.last < days.last + 366 && !isDeictic(meaning));
  const base = { ...(clock && { clock }), sentence, namesYear: names, toldIn };
  if (meaning.is !== 'open') return { ...base, days };
  // "the fifth hold-up since Wednesday. On that day …"
  const isDay = meaning.side === 'since' && /^\d{4}-\d\d-\d\d/.test(value);
  return isDay ? { ...base, days: { first: days.first, last: days.first } } : undefined;
}

/** Whether a time is counted from the day of publication, and so takes the story back to today. */
function isDeictic(meaning: Meaning): boolean {
  if (meaning.is === 'of day') return meaning.day !== undefined && isDeictic(meaning.day);
  return meaning.is === 'weekday' || (meaning.is === 'step' && meaning.from === 'publication');
}

function namesYear(meaning: Meaning): boolean {
  switch (meaning.is) {
    case 'calendar':
    case 'feast':
    case 'period':
      return meaning.year !== undefined || meaning.inYear !== undefined;
    case 'step':
      return meaning.unit === 'year';
    case 'of day':
      return meaning.day !== undefined && namesYear(meaning.day);
    case 'open':
      return namesYear(meaning.of);
    default:
      return false;
  }
}

function notesOn(meaning: Meaning, { warning }: Resolved): Pick<Note, 'code' | 'message'>[] {
  if (meaning.is === 'impossible')
    return [{ code: 'impossible-time', message: `This is no time: ${meaning.why}.` }];
  return warning ? [warning] : [];
}
