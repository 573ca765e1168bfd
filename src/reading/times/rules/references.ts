import type { Found, RunningMeaning, StepMeaning } from '../meaning.js';
import { isDash, type Read, reads, touches, type Words, year } from '../words.js';
import { yearStep } from './pieces.js';
import type { Rule } from './rule.js';

/** "now", "currently", "the current crisis", "recently", "in the future". */
const reference: Rule = {
  name: 'past, present or future',
  read(words, at) {
    for (const each of words.vocabulary.references.get(words.lower[at] ?? '') ?? []) {
      const last = at + each.words.length;
      if (!reads(words, at, ...each.words)) continue;
      if (each.isAdjective ? !isAdjective(words, at) : modifiesNext(words, last)) continue;
      // "at present" is read with its preposition, which is no part of it.
      const first = /^(?:at|for|of)$/.test(each.words[0] ?? '') ? at + 1 : at;
      return { first, last, meaning: { is: 'reference', value: each.value } };
    }
    return undefined;
  },
};

/** "the current crisis"; but not "a strong current" and "recent weeks", which another rule reads. */
function isAdjective(words: Words, at: number): boolean {
  return words.tags[at] === 'ADJ' && (words.heads[at] ?? -1) > at && !isDash(words, at + 1);
}

/** "the past month", "the present government", "the future president": not the past itself. */
function modifiesNext(words: Words, last: number): boolean {
  // "the now-cancelled deal".
  if (isDash(words, last) && touches(words, last)) return true;
  return words.penn[last - 1] === 'JJ' && /^(?:NN|NNS|NNP|NNPS|CD|JJ|VBG)$/.test(words.penn[last] ?? '');
}

const NOUNS = /^(?:time|period)$/;

/** "during that period", "by that time", "at the time": what is told of. Not "this time around" or "the time of his life". */
const running: Rule = {
  name: 'the time told of',
  read(words, at) {
    const which = words.lower[at] ?? '';
    const noun = reads(words, at, 'the', 'same') ? at + 2 : at + 1;
    if (!/^(?:the|this|that)$/.test(which) || !NOUNS.test(words.lower[noun] ?? '')) return undefined;
    const next = noun + 1;
    if (noun === at + 2) return sameTime(words, at, next);
    if (!isToldOf(words, which, at, next)) return undefined;
    const near = which === 'this' ? 'PRESENT_REF' : 'PAST_REF';
    return { first: at, last: next, meaning: { is: 'running', near } };
  },
};

function isToldOf(words: Words, which: string, at: number, next: number): boolean {
  const before = words.lower[at - 1] ?? '';
  const behind = words.lower[next] ?? '.';
  if (words.lower[next - 1] === 'period') return which !== 'the' && behind !== 'of';
  // "at the time he was ill" may be a clause of its own, and "at the time of the vote" names what it was.
  if (which === 'the')
    return before === 'at' && !/^(?:of|when|that)$/.test(behind) && !isNominal(words, next);
  if (which === 'this')
    return /^(?:by|during|from|around|about|since|until|throughout)$/.test(before) && behind !== 'around';
  return /^(?:at|by|during|from|around|about|since|until|throughout|in|before|after)$/.test(before);
}

const isNominal = (words: Words, at: number) => /^(?:PRON|DET|NOUN|PROPN|ADJ)$/.test(words.tags[at] ?? '');

/** "the same period last year", "around the same time"; "At the same time, …" only joins two sentences. */
function sameTime(words: Words, at: number, next: number): Found | undefined {
  const step = yearStep(words, next) ?? yearBefore(words, next);
  const inThe = words.lower[next] === 'in' || words.lower[next] === 'of' ? next + 1 : next;
  const written = step ? undefined : year(words, inThe);
  const last = step?.next ?? written?.next ?? next;
  const meaning: RunningMeaning = {
    is: 'running',
    near: 'PAST_REF',
    ...(step && { inYear: step.value }),
    ...(written && { year: written.value }),
  };
  const isPeriod = words.lower[next - 1] === 'period';
  const isJoining = words.lower[at - 1] === 'at' && !/^[.;)]?$/.test(words.lower[next] ?? '');
  return !isPeriod && last === next && (isJoining || /^(?:that|as)$/.test(words.lower[next] ?? ''))
    ? undefined
    : { first: at, last, meaning };
}

/** " a year earlier", " a year ago", " one year before". */
function yearBefore(words: Words, at: number): Read<StepMeaning> | undefined {
  if (!/^(?:an?|one)$/.test(words.lower[at] ?? '') || words.lower[at + 1] !== 'year') return undefined;
  if (!/^(?:earlier|ago|before)$/.test(words.lower[at + 2] ?? '')) return undefined;
  return { value: { is: 'step', unit: 'year', steps: -1, from: 'mention' }, next: at + 3 };
}

export const referenceRules: readonly Rule[] = [reference, running];
