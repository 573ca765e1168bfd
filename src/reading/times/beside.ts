import { daysOf, type TimeExpression } from '../../record/index.js';
import { firstWhere } from '../search.js';
import type { Document } from '../text/index.js';
import type { Times } from './times.js';

/** "It happened around 9 p.m. Sunday", "The blast occurred at noon", "Police were called to the house early Friday". */
const HAPPENED =
  /\b(?:happened|occurred|unfolded|took place|began|broke out|responded|responding|dispatched|(?:got|received|answered) (?:a|the) (?:\S+ )?call|(?:was|were) called)\b/i;
/** How many sentences on that may stand. */
const ON = 2;
/** A time that only bounds what it stands with. */
const BOUND = /^(?:until|till|by|before|after|since|as of|from|every|each)\b/i;

/**
 * The time of something told in a sentence that names none, where one of the sentences behind it says when it happened.
 * Undefined where none does: that the sentence before it names a day says little of this one.
 */
export function timeBeside(
  times: Times,
  document: Document,
  sentenceIndex: number,
): TimeExpression | undefined {
  for (let at = sentenceIndex + 1; at <= sentenceIndex + ON; at++) {
    const next = document.sentences[at];
    if (next === undefined || !HAPPENED.test(document.text.slice(next.start, next.end))) continue;
    const day = daysIn(times, document, at)[0];
    if (day !== undefined) return day;
  }
  return undefined;
}

/** The single past days that a sentence names, in order. */
function daysIn(times: Times, document: Document, sentenceIndex: number): TimeExpression[] {
  const sentence = document.sentences[sentenceIndex];
  const days: TimeExpression[] = [];
  if (sentence === undefined) return days;
  const limit = times.published ? (daysOf(times.published.edtf)?.last ?? Infinity) : Infinity;
  // A report has many incidents: each looks at the times of its own sentences alone.
  for (let at = firstWhere(times.stretches, ({ start }) => start >= sentence.start); ; at++) {
    const time = times.stretches[at];
    if (time === undefined || time.end > sentence.end) return days;
    if (isPastDay(time, limit)) days.push(time);
  }
}

function isPastDay({ edtf, quote }: TimeExpression, limit: number): boolean {
  const days = edtf === null || BOUND.test(quote) ? undefined : daysOf(edtf);
  return days !== undefined && days.first === days.last && days.last <= limit;
}
