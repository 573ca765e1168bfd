import {
  cut,
  type DayRange,
  daysOf,
  type Note,
  type Published,
  type TimeAnchor,
  type TimeExpression,
} from '../../record/index.js';
import type { Lists } from '../lists.js';
import type { Grammar } from '../syntax/index.js';
import type { Document } from '../text/index.js';
import { isHistory } from './history.js';
import { intervalOf } from './interval.js';
import { isDay } from './join.js';
import type { Meaning } from './meaning.js';
import { remember, toldAt } from './mentions.js';
import { phrasesOf, type Stretch, type TimePhrase } from './phrases.js';
import { publishedOf } from './published.js';
import {
  type Context,
  type CountedFrom,
  fromWords,
  type Mention,
  type Resolved,
  resolve,
  type Told,
} from './resolve/index.js';
import type { Times } from './times.js';
import { readVocabulary } from './vocabulary.js';

export type { Times } from './times.js';
export { zoned } from './zoned.js';

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
  let last: Told | undefined;
  for (const [index, phrase] of phrases.entries()) {
    const { tense, sentence, pieces, anchor } = phrase;
    const context: Context = { ...base, tense, mentions, sentence, pieces, anchor, last };
    const resolved = resolvePhrase(phrase, phrases[index + 1], context);
    const whole = expressionAt(document, phrase, resolved);
    if (!/^(?:reference|running)$/.test(phrase.meaning.is)) stretches.push(whole);
    expressions.push(...piecesOf(document, phrase, resolved, whole));
    for (const note of notesOn(phrase.meaning, resolved))
      notes.push({ ...note, ...cut(document.text, phrase.start, phrase.end) });
    remember(mentions, phrase, resolved, base);
    last = toldAt(phrase, resolved) ?? last;
  }
  return { expressions, stretches, notes };
}

/** The expressions that a time is made of; mostly it is one itself. */
function piecesOf(
  document: Document,
  { start, end, pieces }: TimePhrase,
  resolved: Resolved,
  whole: TimeExpression,
): TimeExpression[] {
  return pieces.map((piece, at) => {
    const part = resolved.parts?.[at];
    const isWhole = part === undefined && piece.start === start && piece.end === end;
    return isWhole ? whole : expressionAt(document, piece, part ?? resolved);
  });
}

function expressionAt(document: Document, { start, end }: Stretch, resolved: Resolved): TimeExpression {
  const { type, value, edtf, anchor, rule } = resolved;
  const interval = edtf === null ? undefined : intervalOf(edtf);
  return {
    ...cut(document.text, start, end),
    type,
    value,
    edtf,
    ...(interval && { interval }),
    ...(anchor && { anchor: anchorAt(document, anchor) }),
    rule,
  };
}

function anchorAt({ text }: Document, anchor: CountedFrom): TimeAnchor {
  return anchor.from === 'publication'
    ? { from: anchor.from }
    : { from: anchor.from, ...cut(text, anchor.start, anchor.end) };
}

/** "A pre-dawn firefight in the hills on Monday": a clock time that names no day is on the day that comes next in its sentence. */
function resolvePhrase(phrase: TimePhrase, next: TimePhrase | undefined, context: Context): Resolved {
  const { meaning, sentence } = phrase;
  const isLoose = meaning.is === 'of day' && meaning.day === undefined && !meaning.heading;
  if (!isLoose || next?.sentence !== sentence || !isDay(next.meaning)) return resolve(meaning, context);
  return {
    ...resolve({ ...meaning, day: next.meaning }, context),
    anchor: fromWords(next.pieces[0] ?? next),
  };
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
