import type { Sentence, Token } from '../text/index.js';
import type { Phrase, Tag } from './grammar.js';

const INSIDE: ReadonlySet<Tag> = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'SYM', 'X']);
const POSSESSIVE = /^(?:my|your|his|her|its|our|their|whose)$/i;
const HEAD: ReadonlySet<Tag> = new Set(['NOUN', 'PROPN', 'NUM']);

/**
 * The noun phrases of a sentence, without what hangs on them: determiner, adjectives, numbers and nouns up to the last
 * noun. "a leader of Kataib Hezbollah" is two. A pronoun is a phrase of one token. "Iraq’s interior ministry" is one.
 */
export function phrasesOf(sentence: Sentence, tokens: readonly Token[], tags: readonly Tag[]): Phrase[] {
  const phrases: Phrase[] = [];
  let at = sentence.first;
  while (at < sentence.last) {
    const end = phraseEnd(at, sentence.last, tokens, tags);
    if (end > at) {
      phrases.push({ first: at, last: end, head: headOf(at, end, tags) });
      at = end;
    } else {
      at++;
    }
  }
  return phrases;
}

function phraseEnd(from: number, limit: number, tokens: readonly Token[], tags: readonly Tag[]): number {
  const isPossessive = POSSESSIVE.test(tokens[from]?.text ?? '');
  if (tags[from] === 'PRON' && !isPossessive) return from + 1;
  let end = from;
  for (let at = from; at < limit; at++) {
    const tag = tags[at];
    if (tag === undefined) break;
    if (HEAD.has(tag)) end = at + 1;
    else if (!(goesOn(at, from, end, tokens, tags) || INSIDE.has(tag))) break;
  }
  return end;
}

/** Whether a token that is no noun or adjective may stand inside a phrase: "the", "Iran-backed", "Baghdad’s Mashtal". */
function goesOn(
  at: number,
  from: number,
  end: number,
  tokens: readonly Token[],
  tags: readonly Tag[],
): boolean {
  const text = tokens[at]?.text ?? '';
  if (tags[at] === 'DET' || POSSESSIVE.test(text))
    return at === from || (tags[at - 1] === 'DET' && end === from);
  if (/^[-‐‑]$/.test(text)) return at > from && touchesBoth(at, tokens);
  if (/^['’]s$/i.test(text)) return end === at;
  // "the burnt-out vehicle": what a hyphen ties to the word before it stays inside.
  if (/^[-‐‑]$/.test(tokens[at - 1]?.text ?? '')) return at > from && touchesBoth(at - 1, tokens);
  const isParticiple = tags[at] === 'VERB' && /(?:ed|ing)$/i.test(text) && at > from;
  return isParticiple && tags[at - 1] === 'DET';
}

function touchesBoth(at: number, tokens: readonly Token[]): boolean {
  return tokens[at - 1]?.end === tokens[at]?.start && tokens[at]?.end === tokens[at + 1]?.start;
}

function headOf(first: number, last: number, tags: readonly Tag[]): number {
  for (let at = last - 1; at > first; at--) {
    if (tags[at] === 'NOUN' || tags[at] === 'PROPN') return at;
  }
  return last - 1;
}
