import type { Grammar, Tag } from '../syntax/index.js';
import type { Document, Sentence, Token } from '../text/index.js';
import type { Amount } from './meaning.js';
import type { Term, Vocabulary } from './vocabulary.js';

/** The words of one sentence as the rules see them. Indices count from the first token of the sentence. */
export interface Words {
  readonly tokens: readonly Token[];
  /** Lower case, with a straight apostrophe and without a full stop at the end: "Jan." → "jan", "’s" → "'s". */
  readonly lower: readonly string[];
  readonly terms: readonly (Term | undefined)[];
  readonly tags: readonly (Tag | undefined)[];
  readonly lemmas: readonly (string | undefined)[];
  /** Tags of the Penn Treebank. */
  readonly penn: readonly (string | undefined)[];
  /** The token that each hangs on, and how; below 0 for a root. */
  readonly heads: readonly number[];
  readonly labels: readonly (string | undefined)[];
  readonly vocabulary: Vocabulary;
}

/** The words of a sentence; undefined where nothing in it can be a time, so that most sentences cost little. */
export function wordsOf(
  document: Document,
  grammar: Grammar,
  sentence: Sentence,
  vocabulary: Vocabulary,
): Words | undefined {
  const tokens = document.tokens.slice(sentence.first, sentence.last);
  const lower = tokens.map((token) => plain(token.text));
  const terms = lower.map((word) => vocabulary.terms.get(word));
  const mayHold = lower.some(
    (word, at) =>
      terms[at] !== undefined ||
      mayBegin(word) ||
      vocabulary.feasts.has(word) ||
      vocabulary.referenceWords.has(word),
  );
  if (!mayHold) return undefined;
  const { first, last } = sentence;
  return {
    tokens,
    lower,
    terms,
    tags: grammar.tags.slice(first, last),
    lemmas: grammar.lemmas.slice(first, last),
    penn: grammar.penn.slice(first, last),
    heads: grammar.heads.slice(first, last).map((head) => (head < 0 ? -1 : head - first)),
    labels: grammar.labels.slice(first, last),
    vocabulary,
  };
}

const TIME_WORDS = new Set([
  'today',
  'yesterday',
  'tomorrow',
  'tonight',
  'daily',
  'weekly',
  'monthly',
  'nightly',
  'hourly',
  'quarterly',
  'yearly',
  'annual',
  'annually',
  'eve',
  'time',
  'period',
]);

/** Whether a rule may begin at a word that is in no list: it has a digit, or is a time word of its own. */
function mayBegin(word: string): boolean {
  return beginsWithDigit(word) || TIME_WORDS.has(word) || /^fy\d/.test(word);
}

function plain(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length > 1 && lower.endsWith('.')) return lower.slice(0, -1);
  return lower.replace('’', "'");
}

/** Whether a token stands right behind the one before it, with no space: "7" and "th", "mid" and "-". */
export function touches(words: Words, at: number): boolean {
  const token = words.tokens[at];
  return token !== undefined && words.tokens[at - 1]?.end === token.start;
}

/** Whether a token is written with a capital letter. */
export function isCapital(words: Words, at: number): boolean {
  return /^\p{Lu}/u.test(words.tokens[at]?.text ?? '');
}

/** Whether a token is a hyphen or dash. */
export function isDash(words: Words, at: number): boolean {
  return /^[-‐‑–—]$/.test(words.tokens[at]?.text ?? '');
}

/** Whether the words from a token on are these, one after another. */
export function reads(words: Words, at: number, ...expected: readonly string[]): boolean {
  return expected.every((word, index) => words.lower[at + index] === word);
}

/** A table of values by words of a text. "constructor" is a word too, and no table of ours must find what every object has. */
export function byWord<T>(rows: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null), rows);
}

/** Whether a word begins with a digit: the quickest way to tell that most words are no number. */
export function beginsWithDigit(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
}

/** A value that was read, and the token after it. */
export interface Read<T> {
  readonly value: T;
  readonly next: number;
}

/** A whole number in digits without a sign of thousands, such as 28 or 2024. */
export function digits(words: Words, at: number): number | undefined {
  const word = words.lower[at];
  return word !== undefined && beginsWithDigit(word) && /^\d{1,4}$/.test(word) ? Number(word) : undefined;
}

/** A year in four digits, 1000 to 2199. "£1984", "1984%", "1984.5" and "1984m" are none. */
export function year(words: Words, at: number): Read<number> | undefined {
  const word = words.lower[at];
  if (word === undefined || word.length !== 4 || !/^(?:1\d|20|21)\d\d$/.test(word)) return undefined;
  const [before, after] = [words.lower[at - 1] ?? '', words.lower[at + 1] ?? ''];
  if (
    /^[$£€¥#+]$/.test(before) ||
    /^(?:[%‰°]|percent|km|kg|usd|tonnes|metres|meters|feet|miles)$/.test(after)
  ) {
    return undefined;
  }
  return { value: Number(word), next: at + 1 };
}

/** A day of a month: "28", "28th", "first". Above 31 only up to 99, so that an impossible date can be named. */
export function dayOfMonth(words: Words, at: number): Read<number> | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(words.lower[at] ?? '');
  if (match) return { value: Number(match[1]), next: at + 1 };
  const ordinal = ordinalNumber(words, at);
  return ordinal && /^\p{L}/u.test(words.lower[at] ?? '') ? ordinal : undefined;
}

/** An ordinal: "3rd", "third", "twenty-fourth". */
export function ordinalNumber(words: Words, at: number): Read<number> | undefined {
  const word = words.lower[at];
  if (word !== undefined && beginsWithDigit(word)) {
    const match = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word);
    return match ? { value: Number(match[1]), next: at + 1 } : undefined;
  }
  const ordinal = words.terms[at]?.ordinal;
  if (ordinal !== undefined) return { value: ordinal, next: at + 1 };
  const tens = words.terms[at]?.number;
  const units = words.terms[at + 2]?.ordinal;
  if (tens?.form !== 'tens' || !isDash(words, at + 1) || units === undefined || units > 9) return undefined;
  return { value: tens.number + units, next: at + 3 };
}

const LARGEST = 999;

/** "3,000", "12,500". */
function thousands(word: string): number | undefined {
  return /^\d{1,3},\d{3}$/.test(word) ? Number(word.replace(',', '')) : undefined;
}

/** A number that is counted: "3", "three", "twenty-four", "a", "several", "a few", "a couple of", "a dozen". */
export function amount(words: Words, at: number): Read<Amount> | undefined {
  const word = words.lower[at];
  if (word === undefined) return undefined;
  const inDigits = beginsWithDigit(word) ? (digits(words, at) ?? thousands(word)) : undefined;
  if (inDigits === undefined) return word === 'a' || word === 'an' ? article(words, at) : inWords(words, at);
  // "3,000 years ago"; but a count of hours or days is seldom as large, and "2019 days" is a year beside a noun.
  const isFew = inDigits <= LARGEST || words.terms[at + 1]?.unit?.unit === 'year';
  return isFew ? counted(inDigits, at + 1) : undefined;
}

const counted = (number: number, next: number, vague = false) => ({ value: { number, vague }, next });

/** "a", "a couple of", "a few", "a dozen". */
function article(words: Words, at: number): Read<Amount> {
  if (reads(words, at + 1, 'couple', 'of')) return counted(2, at + 3);
  if (reads(words, at + 1, 'few')) return counted(3, at + 2, true);
  return reads(words, at + 1, 'dozen') ? counted(12, at + 2) : counted(1, at + 1);
}

/** "three", "twenty-four", "several". */
function inWords(words: Words, at: number): Read<Amount> | undefined {
  const number = words.terms[at]?.number;
  if (number === undefined) return undefined;
  const units = words.terms[at + 2]?.number;
  const isJoint = number.form === 'tens' && isDash(words, at + 1) && units?.form === 'plain';
  if (isJoint && units !== undefined && units.number < 10)
    return counted(number.number + units.number, at + 3);
  return counted(number.number, at + 1, number.form === 'vague');
}

/** A unit of time, with the hyphen before it: "weeks", "-week". */
export function unit(words: Words, at: number): Read<NonNullable<Term['unit']>> | undefined {
  const start = isDash(words, at) && touches(words, at) && touches(words, at + 1) ? at + 1 : at;
  const found = words.terms[start]?.unit;
  return found && { value: found, next: start + 1 };
}
