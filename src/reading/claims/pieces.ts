import type { Sentence } from '../text/index.js';
import type { Quotation } from './quotations.js';
import { isEnd, lowerAt, type Page, quotationAt, textAt, tokenFrom } from './words.js';

/** The characters that a claim is made of. */
export interface Content {
  readonly start: number;
  readonly end: number;
}

/** A piece of a sentence that may be the words of a claim. */
export interface Piece extends Content {
  /** A clause, a "that" or a quotation: surely words. A bare object is only perhaps. */
  readonly sure: boolean;
  readonly isQuotation: boolean;
  /** It ends in the sentence before: “Who knows?” Saleh said. */
  readonly isEarlier?: boolean;
}

/** What the rules for the words of a claim may look at. */
export interface Surroundings {
  readonly page: Page;
  readonly sentence: Sentence;
  /** The first token that no claim before has taken. */
  readonly from: number;
  /** The token before which the words must end: the end of the sentence, or where the next cue's clause begins. */
  readonly to: number;
}

const LEADING = /^(?:[,;:.?!—–)\]-]|and|but|that|while|however|because)$/i;
const TRAILING = /^(?:[,;:.?!—–(-]|and|but|while|as|with)$/i;

/** The words between two tokens without the marks and joints at their ends; undefined where none are left. */
export function pieceOf(
  { page }: Surroundings,
  first: number,
  last: number,
  sure: boolean,
): Piece | undefined {
  const isFree = (at: number) => quotationAt(page, at) === undefined;
  let [from, to] = [first, last];
  while (from < to && LEADING.test(textAt(page, from)) && isFree(from)) from++;
  while (to > from && TRAILING.test(textAt(page, to - 1)) && isFree(to - 1)) to--;
  const [opening, closing] = [page.document.tokens[from], page.document.tokens[to - 1]];
  if (opening === undefined || closing === undefined || to <= from) return undefined;
  const quotation = quotationAt(page, from);
  if (quotation && quotation.outerStart === opening.start && quotation.outerEnd >= closing.end) {
    return quoted(quotation);
  }
  if (to - from < 2 && quotation === undefined && !sure) return undefined;
  return { start: opening.start, end: closing.end, sure, isQuotation: false };
}

/** The words of a quotation, without its marks. */
export function quoted(quotation: Quotation): Piece {
  return { start: quotation.start, end: quotation.end, sure: true, isQuotation: true };
}

/** A quotation that opens within a few tokens, as in: said in Kyiv on Friday: “We will fight”. */
export function quoteAhead({ page, sentence }: Surroundings, at: number, reach: number): Piece | undefined {
  for (let next = at; next <= at + reach && next < sentence.last; next++) {
    const quotation = quotationAt(page, next);
    if (quotation) {
      const isOpening = quotation.outerStart === page.document.tokens[next]?.start;
      // “war” against the rebels: a word or two in marks is but a part of what is said.
      const isWhole = quotation.words >= 6 || isEnd(page, tokenFrom(page, next, quotation.outerEnd));
      return isOpening && isWhole ? quoted(quotation) : undefined;
    }
    if (next > at && /^[.;]$/.test(textAt(page, next))) return undefined;
  }
  return undefined;
}

/** "said at a meeting on Friday that": the "that" that opens the clause, a few words on. */
export function thatAhead(page: Page, at: number, to: number): number | undefined {
  // "announces a blockade on trucks that enter Mali"
  if (/^(?:DET|NOUN|PROPN|NUM|ADJ)$/.test(page.grammar.tags[at] ?? '') && lowerAt(page, at) !== 'that') {
    return undefined;
  }
  for (let next = at; next < Math.min(to, at + 12); next++) {
    const word = lowerAt(page, next);
    // "at that moment" opens no clause.
    if (word === 'that' && !/^(?:at|in|of|by|on|for|to|after|before|with)$/.test(lowerAt(page, next - 1))) {
      return next;
    }
    if (/^[;:“"]$/.test(word) || (next > at && page.grammar.tags[next] === 'VERB')) return undefined;
    if (word === ',' && next === at && lowerAt(page, next + 1) !== 'that') return undefined;
  }
  return undefined;
}

/** The "as" of "described the raid as", before any comma. */
export function asAhead(page: Page, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    if (lowerAt(page, at) === 'as') return at;
    if (/^[,;:.]$/.test(textAt(page, at))) return undefined;
  }
  return undefined;
}
