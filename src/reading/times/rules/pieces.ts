import type { Portion, StepMeaning } from '../meaning.js';
import { byWord, isDash, ordinalNumber, type Read, reads, type Words } from '../words.js';

const PORTIONS = byWord<Portion>({
  early: 'early',
  mid: 'middle',
  late: 'late',
  beginning: 'start',
  start: 'start',
  end: 'end',
  middle: 'middle',
  close: 'end',
});

/** "early ", "mid-", "late in ", "the end of ", "the first half of " in front of a month or year. */
export function portionAt(words: Words, at: number): Read<Portion> | undefined {
  const start = words.lower[at] === 'the' ? at + 1 : at;
  const half = ordinalNumber(words, start);
  if (half && half.value <= 2 && reads(words, half.next, 'half', 'of')) {
    return { value: half.value === 1 ? 'first half' : 'second half', next: half.next + 2 };
  }
  const portion = PORTIONS[words.lower[start] ?? ''];
  if (portion === undefined) return undefined;
  if (words.lower[start + 1] === 'of') return { value: portion, next: start + 2 };
  if (!/^(?:early|mid|late)$/.test(words.lower[start] ?? '') || start > at) return undefined;
  const next = isDash(words, start + 1) || words.lower[start + 1] === 'in' ? start + 2 : start + 1;
  return { value: portion, next };
}

const NEAR_BY = byWord<-1 | 0 | 1>({ last: -1, this: 0, next: 1 });

/** "last ", "this ", "next ", "the previous " in front of a month, season or feast. */
export function whichAt(words: Words, at: number): Read<-1 | 0 | 1> | undefined {
  if (
    words.lower[at] === 'the' &&
    /^(?:previous|preceding|following|next)$/.test(words.lower[at + 1] ?? '')
  ) {
    return { value: /^(?:previous|preceding)$/.test(words.lower[at + 1] ?? '') ? -1 : 1, next: at + 2 };
  }
  const which = NEAR_BY[words.lower[at] ?? ''];
  return which === undefined ? undefined : { value: which, next: at + 1 };
}

const OF_MENTION = byWord<number>({ that: 0, same: 0, previous: -1, preceding: -1, following: 1 });

/** " last year", " of this year", " the previous year" behind a day, month or season. */
export function yearStep(words: Words, at: number): Read<StepMeaning> | undefined {
  let start = at;
  if (/^(?:of|in|,)$/.test(words.lower[start] ?? '')) start++;
  if (words.lower[start] === 'the') start++;
  if (words.lower[start + 1] !== 'year') return undefined;
  const mention = OF_MENTION[words.lower[start] ?? ''];
  const which = whichAt(words, start);
  const steps = which?.value ?? mention;
  if (steps === undefined) return undefined;
  const from = which === undefined ? 'mention' : 'publication';
  return { value: { is: 'step', unit: 'year', steps, from }, next: start + 2 };
}

/** "that ", "the same " in front of a month or season: of the year mentioned before. */
export function thatAt(words: Words, at: number): Read<StepMeaning> | undefined {
  const value: StepMeaning = { is: 'step', unit: 'year', steps: 0, from: 'mention' };
  if (words.lower[at] === 'that') return { value, next: at + 1 };
  return reads(words, at, 'the', 'same') ? { value, next: at + 2 } : undefined;
}

/** The token after "early ", "late ", "mid-" in front of a decade or season, whose portion is not told apart. */
export function afterAdverb(words: Words, at: number): number {
  if (!/^(?:early|mid|late)$/.test(words.lower[at] ?? '')) return at;
  return isDash(words, at + 1) ? at + 2 : at + 1;
}

/** Whether a day may begin here: "Monday", "3 May", "May 3", "the 3rd", "yesterday". */
export function mayBeDay(words: Words, at: number): boolean {
  const start = afterThe(words, at);
  const { weekday, month } = words.terms[start] ?? {};
  return (
    weekday !== undefined || month !== undefined || /^(?:\d|yesterday$|today$)/.test(words.lower[start] ?? '')
  );
}

/** The token after "the ", or the same token. */
export function afterThe(words: Words, at: number): number {
  return words.lower[at] === 'the' ? at + 1 : at;
}
