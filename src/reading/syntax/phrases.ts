import type { Sentence } from '../text/index.js';
import type { Phrase, Tag } from './grammar.js';

/** What phrases are drawn from: the parts of speech and the parse of a document. */
interface Parse {
  readonly tags: readonly Tag[];
  readonly heads: readonly number[];
  readonly labels: readonly string[];
}

const HEAD: ReadonlySet<Tag> = new Set(['NOUN', 'PROPN', 'NUM', 'PRON', 'SYM', 'X']);
/** How a word hangs on the noun that it stands before in the phrase. */
const BEFORE = /^(?:det|predet|amod|compound|nummod|poss|nmod|quantmod|case|punct|npadvmod|advmod)$/;
/** A noun that hangs so is a part of the phrase of another. */
const PART = /^(?:compound|nmod|amod|poss|nummod|quantmod|det|predet|case|npadvmod|punct)$/;
/** What a phrase may begin with. */
const OPENS: ReadonlySet<Tag> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'SYM', 'X', 'VERB']);

/**
 * The noun phrases of a sentence, without what hangs on them: determiner, adjectives, numbers and nouns up to the last
 * noun. "a leader of Kataib Hezbollah" is two. A pronoun is a phrase of one token. "Iraq’s interior ministry" is one.
 */
export function phrasesOf(sentence: Sentence, parse: Parse): Phrase[] {
  const phrases: Phrase[] = [];
  for (let head = sentence.last - 1; head >= sentence.first; head--) {
    if (!headsPhrase(head, parse)) continue;
    const first = firstOf(head, sentence.first, parse);
    const takesNumber = isNumberOf(head + 1, parse) && phrases.at(-1)?.first !== head + 1;
    phrases.push({ first, last: takesNumber ? head + 2 : head + 1, head });
    head = first;
  }
  return phrases.reverse();
}

function headsPhrase(at: number, parse: Parse): boolean {
  const { tags, heads, labels } = parse;
  const head = heads[at] ?? -1;
  if (!HEAD.has(tags[at] ?? 'PUNCT') || isNumberOf(at, parse)) return false;
  return !(head > at && PART.test(labels[at] ?? '') && HEAD.has(tags[head] ?? 'X'));
}

/** "January 19", "Flight 370": a number right behind what it counts or names. */
function isNumberOf(at: number, { tags, heads, labels }: Parse): boolean {
  return tags[at] === 'NUM' && tags[at - 1] === 'PROPN' && heads[at] === at - 1 && labels[at] === 'nummod';
}

/** The first token of a phrase: back over what hangs on its head, or on what does. */
function firstOf(head: number, limit: number, parse: Parse): number {
  let first = head;
  for (let at = head - 1; at >= limit && belongs(at, head, parse); at--) first = at;
  while (first < head && !opens(first, parse)) first++;
  return first;
}

/** "at least five", "more than 50", "nearly 20": what bounds a number stands before its phrase, not in it. */
function opens(at: number, { tags, labels }: Parse): boolean {
  const bounds =
    (tags[at] !== 'DET' && tags[at] !== 'NUM' && /^(?:advmod|quantmod)$/.test(labels[at] ?? '')) ||
    (tags[at] === 'ADJ' && tags[at + 1] === 'ADP');
  return OPENS.has(tags[at] ?? 'X') && !bounds;
}

function belongs(at: number, head: number, { heads, labels }: Parse): boolean {
  for (let up = at; up >= 0; up = heads[up] ?? -1) {
    if (up === head) return true;
    const above = heads[up] ?? -1;
    if (above === head && !BEFORE.test(labels[up] ?? '')) return false;
    if (above > head) return false;
  }
  return false;
}
