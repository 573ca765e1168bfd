import type { Cue } from './cues.js';
import { wordsBehind } from './frames.js';
import { type Content, type Piece, pieceOf, quoted, type Surroundings } from './pieces.js';
import { LONGEST_CLAUSE, lowerAt, type Page, quotationAt, textAt } from './words.js';

/**
 * The words that a cue puts in its speaker's mouth: behind it, in front of it ("…, police said"), or the longer part of
 * a quotation that it breaks. Undefined where nothing is said ("asked about the raid, the army said on Friday").
 */
export function contentOf(around: Surroundings, cue: Cue): Content | undefined {
  const behind = wordsBehind(around, cue);
  const before = wordsBefore(around, cue);
  if (before === undefined || behind === undefined || before.isEarlier) return behind ?? before;
  if (before.isQuotation && behind.isQuotation) return longer(before, behind);
  if (before.isQuotation) return before;
  return isParenthesis(around.page, cue) ? longer(before, behind) : behind;
}

function longer(a: Content, b: Content): Content {
  return b.end - b.start > a.end - a.start ? b : a;
}

/** The first token of a cue and its speaker. */
function edgeOf(cue: Cue): number {
  return cue.order === 'speaker first' ? (cue.speaker?.first ?? cue.first) : cue.first;
}

/** "The bridge would be closed, Saleh said, to find …": a cue between two commas. */
function isParenthesis(page: Page, cue: Cue): boolean {
  const last = cue.order === 'speaker first' ? cue.last : (cue.speaker?.last ?? cue.last);
  return textAt(page, last) === ',' && textAt(page, edgeOf(cue) - 1) === ',';
}

const SPEAKS_LAST = /^(?:clause|that|quote|address|shows)$/;

function wordsBefore(around: Surroundings, cue: Cue): Piece | undefined {
  const { page, from } = around;
  if (cue.order === 'inherited' || cue.order === 'by' || !SPEAKS_LAST.test(cue.verb.frame)) return undefined;
  const edge = edgeOf(cue);
  const speech = quotationBefore(around, edge);
  if (speech || cue.verb.frame === 'quote') return speech;
  const isParted = /^[,—–]$/.test(textAt(page, edge - 1)) || cue.order === 'source';
  const start = startOfClause(page, from, edge);
  const isWhole = cue.order === 'source' || isClause(page, start, edge - 1);
  return isParted && isWhole ? pieceOf(around, start, edge, false) : undefined;
}

const SUBORDINATE =
  /^(?:to|as|when|while|if|since|before|after|based|following|despite|during|given|because)$/;

/** Whether what stands before ", police said" can be what they said: "In 2017" and "When they came" cannot. */
function isClause(page: Page, start: number, end: number): boolean {
  let hasVerb = false;
  let hasComma = false;
  for (let at = start; at < end; at++) {
    hasVerb ||= /^(?:VERB|AUX)$/.test(page.grammar.tags[at] ?? '');
    hasComma ||= textAt(page, at) === ',';
  }
  return hasVerb && (hasComma || !SUBORDINATE.test(lowerAt(page, start)));
}

/** The quotation that closes right before a token: “It is over,” he said. */
function quotationBefore({ page, sentence, from }: Surroundings, edge: number): Piece | undefined {
  const last = textAt(page, edge - 1) === ',' ? edge - 2 : edge - 1;
  const quotation = quotationAt(page, last);
  if (quotation === undefined || quotation.outerEnd > (page.document.tokens[edge]?.start ?? 0))
    return undefined;
  const isLong = quotation.words >= 4 || quotation.outerStart <= (page.document.tokens[from]?.start ?? 0);
  return isLong ? { ...quoted(quotation), isEarlier: last < sentence.first } : undefined;
}

/** Where the clause before a cue begins: behind a semicolon or a ", but". */
function startOfClause(page: Page, from: number, edge: number): number {
  for (let at = edge - 2; at > Math.max(from, edge - LONGEST_CLAUSE); at--) {
    if (textAt(page, at) === ';') return at + 1;
    if (textAt(page, at) === ',' && /^(?:but|while|although)$/.test(lowerAt(page, at + 1))) return at + 2;
  }
  return Math.max(from, edge - LONGEST_CLAUSE);
}
