import type { Cue } from './cues.js';
import { phraseStartingAt } from './phrases.js';
import { asAhead, type Piece, pieceOf, quoteAhead, quoted, type Surroundings, thatAhead } from './pieces.js';
import { isEnd, lowerAt, type Page, quotationAt, skipCircumstance, textAt } from './words.js';

/** The words that stand behind a cue, as its frame wants them. */
export function wordsBehind(around: Surroundings, cue: Cue): Piece | undefined {
  const isVerbLast = cue.order === 'speaker first' || cue.order === 'inherited';
  const start = isVerbLast ? cue.last : (cue.speaker?.last ?? cue.last);
  if (cue.order === 'source') return behindSource(around, start);
  if (cue.order === 'by') return behindAgent(around, start);
  switch (cue.verb.frame) {
    case 'object':
      return objectOf(around, cue, start);
    case 'blame':
    case 'demand':
    case 'intent':
      return quoteAhead(around, start, 3) ?? pieceOf(around, afterTo(around.page, start), around.to, true);
    case 'describe':
      return descriptionIn(around, start);
    default:
      return clauseBehind(around, cue, start);
  }
}

function afterTo(page: Page, at: number): number {
  return lowerAt(page, at) === 'to' ? at + 1 : at;
}

function clauseBehind(around: Surroundings, cue: Cue, start: number): Piece | undefined {
  const { page, to } = around;
  let at = skipCircumstance(page, start, to);
  const isInfinitive = lowerAt(page, at) === 'to' && /^(?:VERB|AUX)$/.test(page.grammar.tags[at + 1] ?? '');
  // "claimed to have hit a ship"
  if (isInfinitive && cue.verb.frame === 'clause') return pieceOf(around, at, to, true);
  if (cue.verb.frame === 'address' || lowerAt(page, at) === 'to') at = afterAddressee(around, at);
  const that = thatAhead(page, at, to);
  if (that !== undefined) return quoteAhead(around, that + 1, 0) ?? pieceOf(around, that + 1, to, true);
  const quote = quoteAhead(around, at, 4);
  if (quote || cue.verb.frame === 'quote' || isEnd(page, at)) return quote;
  if (looksClausal(around, at)) return pieceOf(around, at, to, true);
  return cue.verb.frame === 'that' ? undefined : bareObject(around, cue, at);
}

/** "told reporters in Kyiv", "said to the judge". */
function afterAddressee(around: Surroundings, at: number): number {
  const addressee = phraseStartingAt(around.page, around.sentence, afterTo(around.page, at));
  return addressee ? skipCircumstance(around.page, addressee.last, around.to) : at;
}

const NO_OBJECT = /^(?:in|on|to|after|as|when|with|by|for|from|near)$/;

/** "reported a fire", "said the pump needed new parts" where the tagger sees no verb in it. */
function bareObject(around: Surroundings, cue: Cue, at: number): Piece | undefined {
  const { page, to } = around;
  const word = lowerAt(page, at);
  const isAt = word === 'at' && page.grammar.tags[at + 2] === 'NUM';
  if (word === 'at' ? !isAt : NO_OBJECT.test(word)) return undefined;
  // "reported having 900 soldiers there"
  const isGerund = /ing$/.test(word);
  if (/^(?:VERB|ADV)$/.test(page.grammar.tags[at] ?? '') && !isAt && !isGerund) return undefined;
  const fewest = cue.lemma === 'say' || cue.lemma === 'tell' ? 4 : 2;
  return to - at >= fewest ? pieceOf(around, at, to, false) : undefined;
}

/** Whether a noun phrase and then a verb stand at a token: a clause without its "that". */
function looksClausal({ page, sentence, to }: Surroundings, at: number): boolean {
  if (/^(?:there|he|she|they|we|i|if|when|because)$/.test(lowerAt(page, at))) return true;
  const subject = phraseStartingAt(page, sentence, at);
  if (subject === undefined) return false;
  let next = subject.last;
  while (next < to && page.grammar.tags[next] === 'ADV') next++;
  const tag = page.grammar.tags[next];
  return next < to && (tag === 'AUX' || (tag === 'VERB' && !/ing$/.test(textAt(page, next))));
}

function objectOf(around: Surroundings, cue: Cue, start: number): Piece | undefined {
  const { page, to } = around;
  if (isEnd(page, start)) return quoteAhead(around, start, 2);
  const speech = speechBehindColon(around, start);
  if (speech) return speech;
  const isFor = cue.verb.particle === 'responsibility' && lowerAt(page, start) === 'for';
  const at = isFor || lowerAt(page, start) === 'that' ? start + 1 : start;
  const as = asAhead(page, at, Math.min(to, at + 12));
  // "rejected the allegation as “theatre staged by terrorists”"
  const verdict = as === undefined ? undefined : quoteAhead(around, as + 1, 1);
  return verdict ?? quoteAhead(around, at, 0) ?? pieceOf(around, at, to, true);
}

/** "praised the judge on Twitter: “She was …”" */
function speechBehindColon(around: Surroundings, start: number): Piece | undefined {
  for (let at = start; at < Math.min(around.sentence.last, start + 25); at++) {
    if (textAt(around.page, at) === ':') return quoteAhead(around, at + 1, 0);
  }
  return undefined;
}

/** "called it a siege", "described the raid as an act of war": the words behind what they are said of. */
function descriptionIn(around: Surroundings, start: number): Piece | undefined {
  const { page, sentence, to } = around;
  for (let at = start; at < Math.min(to, start + 14); at++) {
    const quotation = quotationAt(page, at);
    if (quotation) return quoted(quotation);
  }
  const as = asAhead(page, start, Math.min(to, start + 14));
  if (as !== undefined) return pieceOf(around, as + 1, to, true);
  const object = phraseStartingAt(page, sentence, start);
  if (object === undefined) return undefined;
  const after = page.grammar.tags[start] === 'PRON' ? start + 1 : object.last;
  return /^(?:DET|ADJ|NOUN)$/.test(page.grammar.tags[after] ?? '')
    ? pieceOf(around, after, to, true)
    : undefined;
}

/** "reported by local press as belonging to the army", "was accused by Kyiv of shelling the port". */
function behindAgent(around: Surroundings, start: number): Piece | undefined {
  if (!/^(?:as|of|for|to|that)$/.test(lowerAt(around.page, start))) return undefined;
  return quoteAhead(around, start + 1, 0) ?? pieceOf(around, start + 1, around.to, true);
}

function behindSource(around: Surroundings, start: number): Piece | undefined {
  const { page, to } = around;
  let at = start;
  while (at < to && textAt(page, at) !== ',' && page.grammar.tags[at] !== 'VERB') at++;
  if (textAt(page, at) !== ',') return undefined;
  const close = closingComma(page, at, to);
  return quoteAhead(around, close + 1, 0) ?? pieceOf(around, close + 1, to, true);
}

/** Past a short apposition: the second comma in "according to Voss, the governor of the region, two people …". */
function closingComma(page: Page, comma: number, to: number): number {
  if (!/^(?:the|a|an|who|chief|head|\d{1,3})$/.test(lowerAt(page, comma + 1))) return comma;
  for (let at = comma + 1; at < Math.min(to, comma + 14); at++) {
    if (page.grammar.tags[at] === 'AUX' || page.grammar.tags[at] === 'VERB') return comma;
    if (textAt(page, at) === ',') return at;
  }
  return comma;
}
