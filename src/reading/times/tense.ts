import { topOf } from '../syntax/index.js';
import type { Found } from './meaning.js';
import type { Words } from './words.js';

/** Whether the words around a time tell of what has been or of what is to come. */
export type Tense = 'past' | 'future' | 'unknown';

const PLANNED = /^(?:scheduled|due|expected|planned|slated|upcoming|postponed|adjourned|set)$/;
const INTENDS =
  /^(?:plan|want|intend|vow|promise|hope|expect|aim|threaten|call|urge|agree|schedule|plan|slate|postpone|adjourn|set)$/;
const SCHEDULED = /^(?:begin|start|end|open|expire|resume|close)$/;
const WILL = /^(?:will|shall|'ll|wo)$/;
const MAY = /^(?:would|may|might|could|should|must)$/;
/** "has killed", "was killed", "would have been killed". */
const BEEN = /^(?:have|has|had|having|'ve|'d|was|were|did|been)$/;
/** How far up a parse is worth a look. */
const HIGH = 8;

/**
 * The tense at a time: that of the verb it hangs on, through nouns and prepositions. "Lawmakers want parliament to vote
 * next Tuesday" is to come; "gunmen who attacked on Friday will be tried" has been.
 */
export function tenseAt(words: Words, { first, last, meaning }: Found): Tense {
  // "called a strike for Sunday", "until Monday": what is set for a day is to come.
  if (words.lower[first - 1] === 'for' && /^(?:weekday|calendar|feast)$/.test(meaning.is)) return 'future';
  for (let at = headOf(words, first, last), height = 0; at >= 0 && height < HIGH; height++) {
    const tense = tenseOf(words, at);
    if (tense !== undefined) return tense;
    at = words.heads[at] ?? -1;
  }
  return 'unknown';
}

/** What a time hangs on. */
function headOf({ heads }: Words, first: number, last: number): number {
  return heads[topOf(heads, first, last) ?? -1] ?? -1;
}

/** The tense of a verb with its auxiliaries; undefined where it has none of its own, and its head tells. */
function tenseOf(words: Words, at: number): Tense | undefined {
  const [penn, lower] = [words.penn[at] ?? '', words.lower[at] ?? ''];
  if (PLANNED.test(lower) && penn !== 'VBD') return 'future';
  if (!/^(?:V|MD)/.test(penn)) return undefined;
  const helpers = helpersOf(words, at);
  const has = (pattern: RegExp) => helpers.some((word) => pattern.test(word));
  if (WILL.test(lower) || has(WILL)) return 'future';
  if (penn === 'VBD' || has(BEEN)) return 'past';
  if (has(MAY)) return 'future';
  if (helpers.includes('to')) return infinitive(words, at);
  return helpers.length > 0 ? 'unknown' : bareVerb(words, at);
}

/** The tense of a verb without auxiliaries, in the present or as a participle. */
function bareVerb(words: Words, at: number): Tense | undefined {
  const penn = words.penn[at] ?? '';
  if (penn === 'VBN') return 'past';
  // "two are killed" is the present, which headlines and digests also use of the past.
  if (!/^(?:VBZ|VBP)$/.test(penn)) return undefined;
  // "The summit begins tomorrow and ends on Sunday": a timetable.
  return SCHEDULED.test(words.lemmas[at] ?? '') ? 'future' : 'unknown';
}

/** "is to begin", "plans to vote", "wants parliament to vote" are to come; of any other "to" its verb tells. */
function infinitive(words: Words, at: number): Tense | undefined {
  const head = words.heads[at] ?? -1;
  const isTo = /^(?:is|are|'s|'re)$/.test(words.lower[head] ?? '') && words.labels[at] === 'xcomp';
  return isTo || INTENDS.test(words.lemmas[head] ?? '') || PLANNED.test(words.lower[head] ?? '')
    ? 'future'
    : undefined;
}

/** How many words before a verb its auxiliaries stand, at most: "will also not be". */
const NEAR = 6;

/** The auxiliaries of a verb and its "to", in lower case. */
function helpersOf({ heads, labels, lower }: Words, verb: number): string[] {
  const helpers: string[] = [];
  for (let at = Math.max(0, verb - NEAR); at < verb; at++)
    if (heads[at] === verb && /^(?:aux|auxpass)$/.test(labels[at] ?? '')) helpers.push(lower[at] ?? '');
  return helpers;
}
