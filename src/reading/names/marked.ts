import type { NameType } from '../../record/index.js';
import type { Marked } from '../encoder/index.js';
import { bordersOf } from './borders.js';
import { inOneSentence, type Judge } from './judge.js';
import { isNationality } from './lexicon.js';
import type { NameSpan } from './spans.js';
import { typeOf } from './types.js';

/** The proper names that the encoder marks in the report's own story, with our borders and types, in order. */
export function markedNames(judge: Judge): NameSpan[] {
  return joined(judge).flatMap((mark) => {
    const borders = bordersOf(judge, mark);
    const type = borders && typeIn(judge, borders);
    return borders && type ? [{ first: borders.first, last: borders.last, type }] : [];
  });
}

/** What a mark names where it stands; undefined in a line of another story, and where it is no name. */
function typeIn(judge: Judge, mark: Marked): NameType | undefined {
  const type = typeOf(judge, mark);
  const sentence = judge.sentenceOf(mark.first);
  if (sentence.part === 'unrelated') return undefined;
  if (sentence.first !== mark.first) return type;
  if (type === 'nationality' && isCommon(judge, mark)) return undefined;
  // "DUBAI, June 13 (AFP) —": a dateline begins with a town.
  const isTown = sentence.part === 'dateline' && (type === 'person' || type === 'organisation');
  return isTown ? 'place' : type;
}

/** "Tribal elders agreed": an adjective that only its place makes a capital, and no list knows for a people. */
function isCommon({ grammar, lower, lexicon }: Judge, { first, last }: Marked): boolean {
  return last === first + 1 && grammar.penn[first] === 'JJ' && !isNationality(lexicon, lower(first));
}

/** The marks, with "Movement" and "Liberation of Congo" as one in "Movement for the Liberation of Congo". */
function joined(judge: Judge): Marked[] {
  const marks: Marked[] = [];
  for (const mark of judge.encoded.named) {
    const before = marks.at(-1);
    if (before && isForBetween(judge, before, mark)) marks[marks.length - 1] = { ...before, last: mark.last };
    else marks.push(mark);
  }
  return marks;
}

function isForBetween(judge: Judge, before: Marked, mark: Marked): boolean {
  if (before.kind !== 'ORG' || mark.kind !== 'ORG' || judge.lower(before.last) !== 'for') return false;
  const next = before.last + (judge.lower(before.last + 1) === 'the' ? 2 : 1);
  return mark.first === next && inOneSentence(judge, before.first, mark.first);
}
