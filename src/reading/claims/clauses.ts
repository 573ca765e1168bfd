import type { Sentence } from '../text/index.js';
import type { Cue } from './cues.js';
import { isTimeWord, LONGEST_CLAUSE, lowerAt, type Page, quotationAt, textAt } from './words.js';

const TURN =
  /^(?:while|whereas|but|although|though|despite|amid|following|after|with|without|potentially|as)$/;

/**
 * The token before which the words of a cue end. The next cue's clause is not theirs ("… and denied that …"), nor is
 * what the report tells on its own behind a comma: "…, while shelling went on".
 */
export function endOfClause(page: Page, sentence: Sentence, cue: Cue, next: Cue | undefined): number {
  const boundary = next && boundaryBefore(page, next);
  const limit = boundary !== undefined && boundary > cue.last ? boundary : sentence.last;
  const end = Math.min(limit, cue.last + LONGEST_CLAUSE);
  // The commas of "according to Voss, who heads the region, …" do not end what is said.
  const from = cue.order === 'source' ? (cue.speaker?.last ?? cue.last) + 9 : cue.last + 6;
  for (let at = cue.last + 3; at < end; at++) {
    if (quotationAt(page, at) === undefined && turns(page, cue, at, at >= from)) return at;
  }
  return end;
}

/** Whether the report speaks on its own behalf from a mark on. */
function turns(page: Page, cue: Cue, at: number, isFar: boolean): boolean {
  if (textAt(page, at) === ';') return true;
  if (textAt(page, at) !== ',') return false;
  // "The plane, reported by local press as belonging to the army, fell."
  const isAside = cue.order === 'by' && textAt(page, cue.first - 1) === ',';
  return isAside || (isFar && TURN.test(lowerAt(page, at + 1)));
}

/** The token at which the clause of a cue begins, its joint included; undefined where nothing parts it from the words before. */
export function boundaryBefore(page: Page, cue: Cue): number | undefined {
  const hasSubject = cue.order === 'speaker first' && cue.speaker !== undefined && !isRelative(page, cue);
  const from = hasSubject ? (cue.speaker?.first ?? cue.first) : cue.first;
  let at = from;
  while (at > 0 && from - at < 12 && (isJoint(page, at - 1) || isTimeWord(page, at - 1))) at--;
  for (let joint = at; joint < from; joint++) if (isJoint(page, joint)) return joint;
  return undefined;
}

/** "…, who said": the clause begins at the relative, not at the noun that it looks back to. */
function isRelative(page: Page, cue: Cue): boolean {
  for (let at = cue.first - 1; at >= cue.first - 4; at--) {
    if (/^(?:who|which)$/.test(lowerAt(page, at))) return true;
  }
  return false;
}

const JOINT = /^(?:[,;:—–]|and|but|while|as|with|who|which|also|then|although|though|where|after)$/;

function isJoint(page: Page, at: number): boolean {
  return quotationAt(page, at) === undefined && JOINT.test(lowerAt(page, at));
}
