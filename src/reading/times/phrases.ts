import type { Grammar } from '../syntax/index.js';
import { type Document, isOwn } from '../text/index.js';
import { joinIncidents } from './anchors.js';
import { joinNeighbours } from './join.js';
import type { Found } from './meaning.js';
import { joinOpeners } from './openers.js';
import { partsOf } from './parts.js';
import { joinRanges, joinYears } from './ranges.js';
import { scan } from './scan.js';
import { type Tense, tenseAt } from './tense.js';
import type { Vocabulary } from './vocabulary.js';
import { type Words, wordsOf } from './words.js';

/** A time in the text, before it is worked out: its place, what its words say, and the tense around it. */
export interface TimePhrase extends Pick<Found, 'first' | 'last' | 'meaning'> {
  /** The index of its sentence in the document. */
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly tense: Tense;
  /** Whether the words beside it in its sentence are few, as in a line that is a date and nothing more. */
  readonly fillsSentence: boolean;
  /** The expressions that it is made of, as TIMEX3 bounds them. Mostly one. */
  readonly pieces: readonly Stretch[];
  /** The words behind it that it is counted from. */
  readonly anchor?: Stretch & { readonly from: 'expression' | 'incident' };
}

/** A stretch of the text, in UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** All times in the sentences of this story, in order and without overlap. */
export function phrasesOf(document: Document, grammar: Grammar, vocabulary: Vocabulary): TimePhrase[] {
  const phrases: TimePhrase[] = [];
  for (const [index, sentence] of document.sentences.entries()) {
    const words = isOwn(sentence) ? wordsOf(document, grammar, sentence, vocabulary) : undefined;
    if (words === undefined) continue;
    const found = scan(words);
    if (found.length === 0) continue;
    const joined = joinRanges(words, joinYears(words, joinNeighbours(words, found)));
    for (const each of joinOpeners(words, joinIncidents(words, joined)))
      phrases.push(phraseOf(words, each, index));
  }
  return phrases;
}

function phraseOf(words: Words, found: Found, sentence: number): TimePhrase {
  const { start, end } = stretchOf(words, found);
  const pieces = partsOf(words, found).map((part) => stretchOf(words, part));
  const fillsSentence = words.tokens.length - (found.last - found.first) <= 2;
  const { first, last, meaning, anchor } = found;
  const tense = tenseAt(words, found);
  const phrase = { first, last, meaning, sentence, start, end, tense, fillsSentence, pieces };
  return anchor ? { ...phrase, anchor: { from: anchor.from, ...stretchOf(words, anchor) } } : phrase;
}

function stretchOf({ tokens }: Words, { first, last }: Pick<Found, 'first' | 'last'>): Stretch {
  const start = tokens[first]?.start ?? 0;
  return { start, end: tokens[last - 1]?.end ?? start };
}
