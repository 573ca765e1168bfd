import type { Sentence } from '../text/index.js';
import { phraseEndingAt, phraseStartingAt } from './phrases.js';
import {
  isTimePreposition,
  isTimeWord,
  isVenue,
  LONGEST_CLAUSE,
  lowerAt,
  type Page,
  quotationAt,
  type Stretch,
  textAt,
} from './words.js';

/**
 * The noun phrase that stands before a verb and is its subject, with what hangs on it: "police in Baytown", and for
 * "Voss, the governor of the region, says" the words before the comma. Undefined where the verb has none of its own.
 */
export function subjectBefore(page: Page, sentence: Sentence, verb: number): Stretch | undefined {
  const at = backOverCircumstance(page, sentence, verb - 1);
  if (at < sentence.first) return undefined;
  const text = textAt(page, at);
  if (/^(?:who|that|which)$/i.test(text)) return antecedent(page, sentence, at);
  if (/^[,—–)]$/.test(text)) return beforeApposition(page, sentence, at);
  return phraseEndingAt(page, sentence, at);
}

/** Back over "has also", "on Friday", "in a statement": the index of the last token before them. */
function backOverCircumstance(page: Page, sentence: Sentence, from: number): number {
  let at = from;
  for (let count = 0; count < 15 && at > sentence.first; count++) {
    const before = stepBack(page, sentence, at);
    if (before === undefined) break;
    at = before;
  }
  return at;
}

function stepBack(page: Page, sentence: Sentence, at: number): number | undefined {
  const tag = page.grammar.tags[at];
  if (tag === 'AUX' || tag === 'ADV' || /^(?:also|then|have|has|had|did|do)$/i.test(textAt(page, at))) {
    return at - 1;
  }
  if (isTimeWord(page, at) && /\p{L}/u.test(textAt(page, at))) return backOverTime(page, sentence, at);
  if (!isVenue(page, at)) return undefined;
  const start = venueStart(page, sentence, at);
  return start === undefined ? undefined : start - 1;
}

function backOverTime(page: Page, sentence: Sentence, from: number): number {
  let at = from;
  while (at > sentence.first && from - at < 8 && (isTimeWord(page, at) || isTimePreposition(page, at))) at--;
  return at;
}

/** "in a statement", "on Telegram": the preposition before a venue, a few tokens back. */
function venueStart(page: Page, sentence: Sentence, venue: number): number | undefined {
  for (let at = venue - 1; at > Math.max(sentence.first, venue - 5); at--) {
    if (/^(?:in|on|at|via|through|during)$/.test(lowerAt(page, at))) return at;
    if (/^[,.;:]$/.test(textAt(page, at))) return undefined;
  }
  return undefined;
}

/** "…, who said": the phrase before the comma that "who" looks back to. */
function antecedent(page: Page, sentence: Sentence, relative: number): Stretch | undefined {
  let at = relative - 1;
  if (/^[,—–]$/.test(textAt(page, at))) at--;
  // "Omar Saleh, 69, who runs the club"
  if (/^\d{1,3}$/.test(textAt(page, at)) && /^[,—–]$/.test(textAt(page, at - 1))) at -= 2;
  return at < sentence.first ? undefined : phraseEndingAt(page, sentence, at);
}

/** "Voss, the deputy head of the unit, says": the phrase before the first of the two commas. */
function beforeApposition(page: Page, sentence: Sentence, closer: number): Stretch | undefined {
  const opener = textAt(page, closer) === ')' ? /^\($/ : /^[,—–]$/;
  let outermost: number | undefined;
  for (let at = closer - 1; at > Math.max(sentence.first, closer - 30); at--) {
    if (quotationAt(page, at) !== undefined) return undefined;
    if (isOtherVerb(page, at)) break;
    if (!opener.test(textAt(page, at)) || (page.phraseOf[at - 1] ?? -1) < 0) continue;
    outermost = at;
    if (beginsApposition(page, at)) break;
  }
  return outermost === undefined ? undefined : phraseEndingAt(page, sentence, outermost - 1);
}

/** A finite verb that is not in "who heads the region": the commas are not those of an apposition. */
function isOtherVerb(page: Page, at: number): boolean {
  if (page.grammar.tags[at] !== 'VERB' || /(?:ed|ing)$/.test(textAt(page, at))) return false;
  return (
    !/^(?:who|which|that)$/.test(lowerAt(page, at - 1)) && !/^(?:who|which|that)$/.test(lowerAt(page, at - 2))
  );
}

/** "Saleh, 69, of Kano, said": small pieces follow one another, and the name stands before the first of them. */
function beginsApposition(page: Page, comma: number): boolean {
  if (textAt(page, comma) === '(') return true;
  const isPiece = /^(?:of|in|from|who)$/.test(lowerAt(page, comma + 1));
  if (isPiece) return page.grammar.tags[comma - 1] === 'PROPN';
  return page.grammar.tags[comma - 1] !== 'NUM';
}

/** Who a sentence is about, up to a token: the subject of its first verb, as in "Kano protests …, stating that …". */
export function mainSubject(page: Page, sentence: Sentence, before: number): Stretch | undefined {
  for (let at = sentence.first; at < Math.min(before, sentence.first + LONGEST_CLAUSE); at++) {
    const tag = page.grammar.tags[at];
    const isVerb = (tag === 'VERB' || tag === 'AUX') && !/^[-‐‑]$/.test(textAt(page, at - 1));
    if (!isVerb || quotationAt(page, at) !== undefined) continue;
    const subject = subjectBefore(page, sentence, at);
    if (subject) return subject;
  }
  if (page.grammar.tags[sentence.first] === 'VERB') return undefined;
  const first = phraseStartingAt(page, sentence, sentence.first);
  return first && first.last <= before ? first : undefined;
}
