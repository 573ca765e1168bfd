import type { Phrase } from '../syntax/index.js';
import type { Sentence } from '../text/index.js';
import { type Scene, wordAt } from './scene.js';

/** A count with its bounds (`high` null: none), and the first token of the words that state it. */
export interface Count {
  readonly low: number;
  readonly high: number | null;
  readonly first: number;
}

type Bound = (low: number, high: number | null) => { low: number; high: number | null };

/** Words in front of a number, longest first, and what they do to it, by the guidelines. */
const BOUNDS: readonly (readonly [RegExp, Bound])[] = [
  [/(?:at least|a minimum of|no fewer than|not less than)$/, (low) => ({ low, high: null })],
  [/(?:more than|over|upwards of)$/, (low) => ({ low: low + 1, high: null })],
  [/(?:up to|as many as)$/, (low) => ({ low: 1, high: low })],
  [/(?:fewer than|less than|under)$/, (low) => ({ low: 1, high: Math.max(1, low - 1) })],
  [/(?:nearly|almost|close to)$/, (low) => ({ low: Math.round(low * 0.9), high: low })],
];

/**
 * How many a phrase counts: "at least five soldiers", "dozens of people", "two to three men", "two of his guards".
 * Undefined where it states no number; "a soldier" counts as one only where the article is the number.
 */
export function countOf(scene: Scene, phrase: Phrase, sentence?: Sentence): Count | undefined {
  for (let at = phrase.first; at < phrase.last; at++) {
    const number = numberAt(scene, at);
    // "some 300 people"
    const isAbout = wordAt(scene, at) === 'some' && numberAt(scene, at + 1) !== undefined;
    if (number === undefined || isAbout || isPartOfTime(scene, at)) continue;
    const before = rangeBefore(scene, at, number);
    if (before !== undefined) return before;
    const range = rangeAt(scene, at, phrase.last);
    return withBounds(scene, at, sentence?.first ?? 0, range ?? number);
  }
  return inBrackets(scene, phrase);
}

/** "300 to 400 people", "between 10 and 15 people": the lower bound stands in front of the phrase. */
function rangeBefore(scene: Scene, at: number, upper: { high: number | null }): Count | undefined {
  const lower = numberAt(scene, at - 2);
  const joins = wordAt(scene, at - 1);
  const isBetween = joins === 'and' && wordAt(scene, at - 3) === 'between';
  const isRange = lower !== undefined && upper.high !== null && lower.low < upper.high;
  if (!isRange || !(isBetween || joins === 'to' || joins === 'or')) return undefined;
  return { low: lower.low, high: upper.high, first: isBetween ? at - 3 : at - 2 };
}

/** "Fourteen (14) civilians" */
function inBrackets(scene: Scene, phrase: Phrase): Count | undefined {
  const { first } = phrase;
  const isClosed = wordAt(scene, first - 1) === ')' && wordAt(scene, first - 3) === '(';
  const number = isClosed ? numberAt(scene, first - 2) : undefined;
  return number && { ...number, first: first - 2 };
}

/**
 * The number that begins at a token, "2,500", "five", "two hundred and fifty", "several hundred" or "dozens"; undefined
 * for an article or no number.
 */
export function numberAt(scene: Scene, at: number): { low: number; high: number | null } | undefined {
  const word = wordAt(scene, at);
  const scale = SCALES.get(wordAt(scene, at + 1));
  if (scale !== undefined && /^(?:several|few)$/.test(word)) return { low: 3 * scale, high: null };
  if (scale !== undefined && /^\d+\.\d+$/.test(word)) {
    const value = Math.round(Number(word) * scale);
    return { low: value, high: value };
  }
  const number = simpleAt(scene, at);
  const isExact = number !== undefined && number.low === number.high;
  if (!isExact || scale === undefined || number.low >= scale) return number;
  const more = remainderAt(scene, at + 2, scale);
  return { low: number.low * scale + more, high: number.low * scale + more };
}

/** "hundred" in "a hundred", "fifty thousand". */
const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
]);

/** "and fifty" in "two hundred and fifty"; 0 where nothing goes on. */
function remainderAt(scene: Scene, at: number, scale: number): number {
  if (scale === 12) return 0;
  const rest = numberAt(scene, wordAt(scene, at) === 'and' ? at + 1 : at);
  return rest !== undefined && rest.low === rest.high && rest.low < scale ? rest.low : 0;
}

/** A number of one word, or of two with a hyphen: "twenty-five". */
function simpleAt(scene: Scene, at: number): { low: number; high: number | null } | undefined {
  const word = wordAt(scene, at);
  if (/^\d{1,3}(?:,\d{3})+$|^\d{1,7}$/.test(word)) {
    const value = Number(word.replaceAll(',', ''));
    return { low: value, high: value };
  }
  if (word === 'a' || word === 'an' || word === 'no') return undefined;
  const scale = SCALES.get(word);
  if (scale !== undefined) return { low: scale, high: scale };
  const tens = scene.lexicon.numbers.get(word);
  const unit = wordAt(scene, at + 1) === '-' ? scene.lexicon.numbers.get(wordAt(scene, at + 2)) : undefined;
  if (tens?.high && tens.high >= 20 && unit?.high && unit.high < 10) {
    return { low: tens.low + unit.low, high: tens.high + unit.high };
  }
  return tens;
}

function rangeAt(scene: Scene, at: number, last: number): { low: number; high: number | null } | undefined {
  const isBetween = wordAt(scene, at - 1) === 'between' && wordAt(scene, at + 1) === 'and';
  const joins = isBetween || /^(?:to|or|-|–)$/.test(wordAt(scene, at + 1));
  if (!joins || at + 2 >= last + 2) return undefined;
  const [from, to] = [numberAt(scene, at), numberAt(scene, at + 2)];
  const isRange = from !== undefined && to !== undefined && (to.high ?? 0) > from.low;
  return isRange ? { low: from.low, high: to.high } : undefined;
}

function withBounds(
  scene: Scene,
  at: number,
  from: number,
  number: { low: number; high: number | null },
): Count {
  const before = [at - 3, at - 2, at - 1]
    .filter((token) => token >= from)
    .map((token) => wordAt(scene, token));
  for (const [pattern, bound] of BOUNDS) {
    const found = pattern.exec(before.join(' '));
    if (found !== null) return { ...bound(number.low, number.high), first: at - found[0].split(' ').length };
  }
  return { ...number, first: at };
}

function isPartOfTime(scene: Scene, at: number): boolean {
  // "died aged 91", "a 17 year old boy"
  if (/^age[ds]?$/.test(wordAt(scene, at - 1)) || /^years?$/.test(wordAt(scene, at + 1))) return true;
  // "a 45-year-old man", "a four-storey building": the number is of years and storeys.
  const isMeasure = wordAt(scene, at + 1) === '-' && numberAt(scene, at + 2) === undefined;
  return isMeasure || scene.timeAt[at] !== undefined;
}
