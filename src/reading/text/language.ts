import type { Document } from './document.js';

const ENGLISH = new Set(
  'the of and to in a is was for on that with by as at from were has have had be are been who it his their its after'.split(
    ' ',
  ),
);

/**
 * Whether a text reads as English: one word in eight or more is a small word of English. A text of fewer than eight
 * words is taken for English, since it says too little. Only English is read; another language gets a note.
 */
export function looksEnglish(document: Document): boolean {
  const words = document.tokens.filter((token) => /\p{L}/u.test(token.text)).slice(0, 2000);
  const small = words.filter((token) => ENGLISH.has(token.text.toLowerCase()));
  return words.length < 8 || small.length / words.length >= 0.125;
}
