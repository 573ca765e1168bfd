import type { Card } from './card.js';

/** What case a word has, as the model was taught it: Python's `islower` and `isupper`, which pass over what has none. */
export function caseOf(word: string, { case: is }: Card): number {
  const lower = hasLower(word);
  const upper = /\p{Uppercase}/u.test(word);
  const title = /\p{Lt}/u.test(word);
  if (lower && !upper && !title) return is.lower;
  if (upper && !lower && !title && /^.{2}/su.test(word)) return is.upper;
  return /^\p{Uppercase}/u.test(word) ? is.capital : is.other;
}

/** Whether a word has a letter that is lower case. */
export function hasLower(word: string): boolean {
  return /\p{Lowercase}/u.test(word);
}
