import type { Found } from '../meaning.js';
import type { Words } from '../words.js';

/** A rule: reads a time that begins at a token, or undefined. It looks at the words alone and works nothing out. */
export interface Rule {
  readonly name: string;
  /** What it can only begin with: a token that begins with a digit, or "the". It is not asked anywhere else. */
  readonly opens?: 'digit' | 'the';
  readonly read: (words: Words, at: number) => Found | undefined;
}
