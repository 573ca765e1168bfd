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
import { isHistory } from './history.js';
import { isDay } from './join.js';
import type { Meaning } from './meaning.js';
import { remember } from './mentions.js';
import { phrasesOf, type Stretch, type TimePhrase } from './phrases.js';
import { publishedOf } from './published.js';
import { type Context, type Mention, type Resolved, resolve } from './resolve/index.js';
import type { Times } from './times.js';
import { readVocabulary } from './vocabulary.js';

export { timeBeside } from './beside.js';
export { bondOf } from './governor.js';
export { timeOf } from './time-of.js';
export type { Times } from './times.js';

/**
 * Reads the word lists once, and gives the stage: every time in the sentences of the story, with its TIMEX3 and EDTF
 * value and the rule that gave it. Throws where a list is missing; never for a text.
 */
export function prepareTimes(lists: Lists): (document: Document, grammar: Grammar) => Times {
  const vocabulary = readVocabulary(lists);
  return (document, grammar) => {
    const phrases = phrasesOf(document, grammar, vocabulary);
    const published = publishedOf(document, phrases, vocabulary.knownDays);
    return { published, ...resolveAll(document, phrases, published) };
  };
}

/** Works the times out in the order of the text, since "the next day" counts from the last day mentioned. */
function resolveAll(
  document: Document,
  phrases: readonly TimePhrase[],
  published: Published | null,
): Omit<Times, 'published'> {
  const days = published ? publicationDays(published.edtf) : undefined;
  const base = {
    ...(days && { published: days }),
    ...(published && { basis: published.basis }),
    isHistory: isHistory(phrases, days),
  };
  const expressions: TimeExpression[] = [];
  const stretches: TimeExpression[] = [];
  const notes: Note[] = [];
  const mentions: Mention[] = [];
  for (const [index, phrase] of phrases.entries()) {
    const context: Context = { ...base, tense: phrase.tense, mentions, sentence: phrase.sentence };
    const resolved = resolve(withDayOfSentence(phrase, phrases[index + 1]), context);
    const span = cut(document.text, phrase.start, phrase.end);
    if (phrase.meaning.is !== 'reference') stretches.push(expressionAt(document, phrase, resolved));
    for (const [at, piece] of phrase.pieces.entries())
      expressions.push(expressionAt(document, piece, resolved.parts?.[at] ?? resolved));
    notes.push(...notesOn(phrase.meaning, resolved).map((note) => ({ ...note, ...span })));
    remember(mentions, phrase, resolved, base);
  }
  return { expressions, stretches, notes };
}

function expressionAt(document: Document, { start, end }: Stretch, resolved: Resolved): TimeExpression {
  const { type, value, edtf, rule } = resolved;
  return { ...cut(document.text, start, end), type, value, edtf, rule };
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

function notesOn(meaning: Meaning, { warning }: Resolved): Pick<Note, 'code' | 'message'>[] {
  if (meaning.is === 'impossible')
    return [{ code: 'impossible-time', message: `This is no time: ${meaning.why}.` }];
  return warning ? [warning] : [];
}
