import { type Document, isOwn, type Sentence } from '../text/index.js';

/** How the words of a document are written in its plain sentences, to judge a capital that opens a sentence. */
export interface Habits {
  /** Lower-case forms of words that stand with a capital inside a sentence. */
  readonly capitalised: ReadonlySet<string>;
  /** Words that stand in lower case somewhere. */
  readonly lower: ReadonlySet<string>;
}

/** "plain" is written as sentences are; in "title" and "capitals" a capital says nothing. */
export type Style = 'plain' | 'title' | 'capitals';

/** How a sentence is written. "Bomb Kills Four In Market" is a title; "BOMB KILLS FOUR" is all capitals. */
export function styleOf(document: Document, sentence: Sentence): Style {
  const words = document.tokens
    .slice(sentence.first, sentence.last)
    .map((token) => token.text)
    .filter((word) => /^\p{L}{2}/u.test(word));
  const upper = words.filter((word) => word === word.toUpperCase()).length;
  if (words.length >= 3 && upper / words.length > 0.7) return 'capitals';
  // A headline has no full stop, as "Gen. Omar Saleh met President Karim Daoud." has.
  if (/^[.!?]/.test(document.tokens[sentence.last - 1]?.text ?? '')) return 'plain';
  const long = words.filter((word) => word.length >= 4);
  const capital = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  return long.length >= 4 && capital / long.length > 0.75 ? 'title' : 'plain';
}

/** How the words of a document are written in its plain sentences. */
export function habitsOf(document: Document): Habits {
  const capitalised = new Set<string>();
  const lower = new Set<string>();
  for (const sentence of document.sentences) {
    if (!isOwn(sentence) || styleOf(document, sentence) !== 'plain') continue;
    for (let at = sentence.first; at < sentence.last; at++) {
      const word = document.tokens[at]?.text ?? '';
      if (/^\p{Ll}/u.test(word)) lower.add(word);
      else if (/^\p{Lu}/u.test(word) && !opens(document, sentence, at)) capitalised.add(word.toLowerCase());
    }
  }
  return { capitalised, lower };
}

const OPENER = /^["“‘'([:;—–*•-]$/;

/** Whether a word opens a sentence, or a quotation or item within it, so that its capital says nothing. */
export function opens(document: Document, sentence: Sentence, at: number): boolean {
  for (let before = at - 1; before >= sentence.first; before--) {
    const token = document.tokens[before];
    if (token === undefined || !OPENER.test(token.text)) return false;
    // "Iran-US talks": a hyphen that touches both words opens nothing.
    if (/^[-–—]$/.test(token.text) && token.start === document.tokens[before - 1]?.end) return false;
  }
  return true;
}
