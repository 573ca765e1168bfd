import type { Found } from './meaning.js';
import { isDash, type Words } from './words.js';

/** Words in front of a time that say how it stands to the rest, and are no part of it: "before dawn", "by Friday". */
const OUTSIDE =
  /^(?:before|after|around|about|by|until|till|through|towards?|from|since|shortly|just|soon|right|well|within|between|on|at|in|ahead|of|as)$/;
/** Words in front of a length that belong to it: "more than three weeks", "nearly a year". */
const MEASURES: readonly (readonly string[])[] = [
  ['the', 'first'],
  ['more', 'than'],
  ['less', 'than'],
  ['fewer', 'than'],
  ['no', 'more', 'than'],
  ['at', 'least'],
  ['at', 'most'],
  ['up', 'to'],
  ['over'],
  ['nearly'],
  ['almost'],
  ['about'],
  ['around'],
  ['approximately'],
  ['roughly'],
  ['some'],
  ['another'],
];

/**
 * The expressions that a time is made of, as TIMEX3 bounds them: without a preposition, each end of a range for itself,
 * and a length with the words that measure it. "between May and July" is two; "by early Friday" is "early Friday".
 */
export function partsOf(words: Words, found: Found): Found[] {
  return (found.parts ?? [found]).map((part) => widened(words, trimmed(words, part)));
}

function trimmed(words: Words, found: Found): Found {
  let { first } = found;
  while (first < found.last - 1 && OUTSIDE.test(words.lower[first] ?? '')) first++;
  // "early on Friday": the words before the preposition go with it.
  if (/^(?:on)$/.test(words.lower[first + 1] ?? '') && /^(?:earlier|later)$/.test(words.lower[first] ?? ''))
    first += 2;
  return first === found.first ? found : { ...found, first };
}

function widened(words: Words, found: Found): Found {
  const isLength =
    found.meaning.is === 'duration' || (found.meaning.is === 'from incident' && found.meaning.length);
  if (!isLength || isDash(words, found.first - 1)) return found;
  const measure = MEASURES.find((each) =>
    each.every((word, index) => words.lower[found.first - each.length + index] === word),
  );
  return measure ? { ...found, first: found.first - measure.length } : found;
}
