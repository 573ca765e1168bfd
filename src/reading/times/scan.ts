import type { Found } from './meaning.js';
import { rulesFor } from './rules/index.js';
import { beginsWithDigit, isCapital, type Words } from './words.js';

/** Words without an entry in a list that are a time themselves, or begin the name of a day. */
const TIMES = new Set(
  "today yesterday tomorrow tonight then hourly daily weekly monthly nightly quarterly yearly annual annually q1 q2 q3 q4 ad a.d ‘ ’ '".split(
    ' ',
  ),
);

/** Words that a time may begin with, if a word of a list or a number follows close behind. */
const LEADERS = new Set(
  (
    'the a an right more most these this that last next past recent coming previous preceding following current same so earlier later early ' +
    'late mid beginning start end middle close every each within small wee shortly just soon right well before after ' +
    'around about by until till towards toward ahead half rest remainder fiscal financial fy academic school'
  ).split(' '),
);
/** How close: "the early morning hours", "shortly before the noon", "in the first half of April". */
const CLOSE = 4;

/** The times of a sentence, each read by one rule, in order and without overlap. What they join to is worked out later. */
export function scan(words: Words): Found[] {
  const found: Found[] = [];
  let at = 0;
  while (at < words.tokens.length) {
    const longest = mayStart(words, at) ? longestAt(words, at) : undefined;
    if (longest !== undefined && !isName(words, longest)) found.push(longest);
    at = longest?.last ?? at + 1;
  }
  return found;
}

function mayStart(words: Words, at: number): boolean {
  if (isListed(words, at)) return true;
  const word = words.lower[at] ?? '';
  if (/^(?:at|for|of)$/.test(word)) return opensReference(words, at);
  if (!LEADERS.has(word)) return false;
  for (let next = at + 1; next <= at + CLOSE; next++) if (isListed(words, next)) return true;
  return isToldOf(words, at);
}

/** "at the moment", "for the time being", "of late": no other time begins with these words, and they are common. */
function opensReference({ lower, vocabulary }: Words, at: number): boolean {
  for (let next = at + 1; next <= at + CLOSE; next++)
    if (vocabulary.referenceWords.has(lower[next] ?? '')) return true;
  return false;
}

/** "the eve of", "that time", "the same period": "time" is too common a word to be in a list. */
function isToldOf({ lower }: Words, at: number): boolean {
  const next = lower[at + 1] === 'same' ? at + 2 : at + 1;
  return /^(?:the|this|that)$/.test(lower[at] ?? '') && /^(?:eve|time|period)$/.test(lower[next] ?? '');
}

/** Whether a word is in one of the lists, is a number in digits, or is a time word of its own. */
function isListed(words: Words, at: number): boolean {
  const word = words.lower[at];
  if (word === undefined) return false;
  return (
    words.terms[at] !== undefined ||
    beginsWithDigit(word) ||
    (word.startsWith('fy') && /^fy\d{4}$/.test(word)) ||
    TIMES.has(word) ||
    words.vocabulary.feasts.has(word) ||
    words.vocabulary.referenceWords.has(word)
  );
}

function longestAt(words: Words, at: number): Found | undefined {
  let longest: Found | undefined;
  for (const rule of rulesFor(words.lower[at] ?? '')) {
    const read = rule.read(words, at);
    if (read !== undefined && read.last > (longest?.last ?? at)) longest = read;
  }
  return longest;
}

/** "Bloody Sunday", "the Sunday Times", "the Monday Group", "April 6 Movement": a name with a time in it. */
function isName(words: Words, { first, last, meaning }: Found): boolean {
  if (!(meaning.is === 'weekday' || meaning.is === 'calendar')) return false;
  const { names } = words.vocabulary;
  if (isCapital(words, first - 1) && names.before.has(words.lower[first - 1] ?? '')) return true;
  if (isCapital(words, last) && names.after.has(words.lower[last] ?? '')) return true;
  return names.whole.has(`${words.lower[first - 1]} ${words.lower[first]}`);
}
