import type { Found } from './meaning.js';
import type { Words } from './words.js';

/** Whether the words around a time tell of what has been or of what is to come. */
export type Tense = 'past' | 'future' | 'unknown';

const CLAUSE_END = /^(?:[.;!?…“”"]|--|–|—)$/;
const MODAL = /^(?:will|would|shall|may|might|could|should|must|can)$/;
const WILL = /^(?:will|shall|'ll|wo)$/;
const PLANNED = /^(?:scheduled|due|expected|planned|slated|upcoming|postponed|adjourned)$/;
const INTENDS =
  /^(?:plans?|wants?|intends?|vows?|vowed|promised|promises|hopes?|expects?|aims?|threatens?|threatened|called|calls|urged|agreed)$/;
const HAS_BEEN = /^(?:was|were|had|has|have|did|been|'ve|'d)$/;
/** Past forms that look like the present, or that a lemma may be missing for. */
const PAST_IRREGULAR = /^(?:hit|cut|put|set|shot|shut|let|said|left|found|held|spread|burst|beat|quit|hurt)$/;
const REACH = 14;

/**
 * The tense at a time: told by the nearest verb of its clause, first before it, then behind it. "Lawmakers want
 * parliament to vote next Tuesday" is to come; "gunmen who attacked on Friday will be tried" has been.
 */
export function tenseAt(words: Words, { first, last, meaning }: Found): Tense {
  // "called a strike for Sunday", "until Monday": what is set for a day is to come.
  const before = words.lower[first - 1] ?? '';
  if (before === 'for' && /^(?:weekday|calendar|feast)$/.test(meaning.is)) return 'future';
  return lookBack(words, first) ?? lookAhead(words, last) ?? 'unknown';
}

function lookBack(words: Words, first: number): Tense | undefined {
  for (let at = first - 1; at >= Math.max(0, first - REACH); at--) {
    if (CLAUSE_END.test(words.lower[at] ?? '')) return undefined;
    const tense = verbTense(words, at);
    if (tense !== undefined) return tense;
  }
  return undefined;
}

function lookAhead(words: Words, last: number): Tense | undefined {
  for (let at = last; at < Math.min(words.tokens.length, last + REACH); at++) {
    if (CLAUSE_END.test(words.lower[at] ?? '')) return undefined;
    const tense = verbTense(words, at);
    if (tense !== undefined) return tense;
  }
  return undefined;
}

function verbTense(words: Words, at: number): Tense | undefined {
  const word = words.lower[at] ?? '';
  const before = words.lower[at - 1] ?? '';
  if (WILL.test(word) || isPlanned(words, at)) return 'future';
  if (word === 'to' && words.tags[at + 1] === 'VERB') return pointsAhead(before) ? 'future' : undefined;
  if (!/^(?:VERB|AUX)$/.test(words.tags[at] ?? '')) return undefined;
  if (before === 'to') return toVerb(words, at);
  if (isModal(words, at)) return 'future';
  if (HAS_BEEN.test(word)) return 'past';
  if (!isPastForm(words, at)) return undefined;
  // "the road is shut", "two are killed": the present, which headlines and digests also use of the past.
  return /^(?:is|are|'s|'re)$/.test(before) ? 'unknown' : 'past';
}

/** "scheduled", "due", "set to", "set for". */
function isPlanned(words: Words, at: number): boolean {
  const word = words.lower[at] ?? '';
  return PLANNED.test(word) || (word === 'set' && /^(?:to|for)$/.test(words.lower[at + 1] ?? ''));
}

/** "is to", "plans to", "expected to". */
const pointsAhead = (word: string): boolean =>
  /^(?:is|are)$/.test(word) || INTENDS.test(word) || PLANNED.test(word);

/** "would sign", "will be buried", "must not leave", "is to be held". */
function isModal(words: Words, at: number): boolean {
  const before = words.lower[at - 1] ?? '';
  if (/^(?:would|may|might|could|should|must)$/.test(before)) return true;
  if (!/^(?:be|not|also)$/.test(before)) return false;
  const modal = words.lower[at - 2] ?? '';
  return MODAL.test(modal) || (before === 'be' && (modal === 'to' || WILL.test(words.lower[at - 3] ?? '')));
}

/** "struck", "fled", "dug": a form that is neither the lemma, nor in -s or -ing. */
function isPastForm(words: Words, at: number): boolean {
  const word = words.lower[at] ?? '';
  if (/ed$/.test(word) || PAST_IRREGULAR.test(word)) return true;
  return words.tags[at] === 'VERB' && words.lemmas[at] !== word && !/(?:s|ing)$/.test(word);
}

/** "to vote": to come after "is", "plans", "wants"; else the verb before it tells. */
function toVerb(words: Words, at: number): Tense | undefined {
  if (pointsAhead(words.lower[at - 2] ?? '')) return 'future';
  const before = words.lower.slice(Math.max(0, at - 5), at - 1);
  return before.some((word) => /^(?:wants?|plans?|expected|scheduled|due|set)$/.test(word))
    ? 'future'
    : undefined;
}
