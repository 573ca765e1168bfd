import type { Grammar } from '../syntax/index.js';
import type { Document } from '../text/index.js';
import type { Quotation } from './quotations.js';

/** Tokens `first` to before `last`. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** A document with what the rules of this stage ask of it again and again. */
export interface Page {
  readonly document: Document;
  readonly grammar: Grammar;
  /** The index of the noun phrase that holds a token; -1 where there is none. */
  readonly phraseOf: readonly number[];
  readonly quotations: readonly Quotation[];
  /** The index of the quotation that holds a token (its marks too); -1 where there is none. */
  readonly quotationOf: readonly number[];
}

/** Tokens that a rule looks over in one clause; a sentence that runs on longer is a list or a broken page. */
export const LONGEST_CLAUSE = 200;

export function textAt(page: Page, at: number): string {
  return page.document.tokens[at]?.text ?? '';
}

export function lowerAt(page: Page, at: number): string {
  return textAt(page, at).toLowerCase();
}

/** The quotation that holds a token. */
export function quotationAt(page: Page, at: number): Quotation | undefined {
  return page.quotations[page.quotationOf[at] ?? -1];
}

/** The first token, from one on, that starts at or after a character. */
export function tokenFrom(page: Page, from: number, offset: number): number {
  const { tokens } = page.document;
  let at = from;
  while (at < tokens.length && (tokens[at]?.start ?? 0) < offset) at++;
  return at;
}

/** Whether a stop, a comma, a closing mark or nothing stands at a token. */
export function isEnd(page: Page, at: number): boolean {
  return /^[,.;:?!)”"]?$/.test(textAt(page, at));
}

const TIME_WORD =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|tomorrow|earlier|later|recently|morning|afternoon|evening|night|midnight|noon|overnight|january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|ago|last|this|late|early|\d{1,2}|\d{4})$/;
const TIME_PREPOSITION = /^(?:on|late|early|since|at|in|by|until|during|earlier|last|this)$/;
/** Where somebody says something: "in a statement", "on Telegram", "via his lawyers". */
const VENUE =
  /^(?:statement|statements|interview|interviews|tweet|tweets|post|posts|speech|address|letter|message|video|conference|briefing|release|report|communique|communiqué|email|e-mail|telegram|twitter|facebook|x|television|tv|radio|media|phone|telephone|court|parliament|website|note|call|comment|comments|remarks|testimony|announcement|social|truth|instagram|youtube)$/;

export function isTimeWord(page: Page, at: number): boolean {
  return TIME_WORD.test(lowerAt(page, at));
}

export function isTimePreposition(page: Page, at: number): boolean {
  return TIME_PREPOSITION.test(lowerAt(page, at));
}

export function isVenue(page: Page, at: number): boolean {
  return VENUE.test(lowerAt(page, at));
}

const AFTER_VENUE = /^(?:with|to|by|of|from|for)$/;

/** The token after "on Friday", "in a statement", "in an interview with the BBC"; `at` where none of these begins there. */
export function skipCircumstance(page: Page, at: number, limit: number): number {
  let next = at;
  for (let guard = 0; guard < 12 && next < limit; guard++) {
    const after = afterTime(page, next, limit) ?? afterVenue(page, next, limit) ?? afterAdverb(page, next);
    if (after === undefined || after <= next) break;
    next = after;
  }
  return Math.min(next, limit);
}

function afterTime(page: Page, at: number, limit: number): number | undefined {
  let next = at;
  while (next < limit && next - at < 3 && isTimePreposition(page, next)) next++;
  const from = next;
  if (lowerAt(page, next) === 'the' && isTimeWord(page, next + 1)) next++;
  while (next < limit && next - from < 6 && isTimeWord(page, next)) next++;
  return next > from ? next : undefined;
}

/** The token after "in a statement", "at a news conference in Kyiv", "in an interview with the BBC". */
function afterVenue(page: Page, at: number, limit: number): number | undefined {
  if (!/^(?:in|on|at|via|through|during|by|over|under)$/.test(lowerAt(page, at))) return undefined;
  for (let next = at + 1; next < Math.min(limit, at + 7); next++) {
    if (/^[,.;:“"]?$/.test(textAt(page, next))) return undefined;
    // "in the president's post", "at a press conference": the venue is the last word.
    const isLast = !isVenue(page, next + 1) && !/^['’]s$/.test(textAt(page, next + 1));
    if (isVenue(page, next) && isLast) return afterPartner(page, next + 1, limit) ?? next + 1;
  }
  return undefined;
}

/** "with the BBC" behind "in an interview". */
function afterPartner(page: Page, at: number, limit: number): number | undefined {
  const partner = page.grammar.phrases[page.phraseOf[at + 1] ?? -1];
  return AFTER_VENUE.test(lowerAt(page, at)) && partner && partner.last <= limit ? partner.last : undefined;
}

function afterAdverb(page: Page, at: number): number | undefined {
  const word = lowerAt(page, at);
  if (
    /^(?:also|again|publicly|repeatedly|separately|meanwhile|however|further|furthermore|too|anonymously)$/.test(
      word,
    )
  ) {
    return at + 1;
  }
  return undefined;
}
