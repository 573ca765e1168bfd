import type { Token } from './document.js';

/** A run of more tokens than this without a stop is cut, so that a list of a million words costs no more than others. */
const LONGEST = 400;
const STOP = /^(?:[.!?。]|\.{2,}|…+)$/;
const CLOSING = /^["”’')\]»]$/;
const OPENS = /^["“‘'([«]$/;
/** Full stops inside: "U.S." or "a.m." may end a sentence, or not. */
const INITIALS = /^(?:\p{L}\.)+$/u;

/**
 * Where the tokens of one line part into sentences: the index of each sentence's first token, in order.
 * A stop ends a sentence when what follows can begin one: “… a year.” He left; but not "Gen. Ali" or "No. 3".
 */
export function sentenceStarts(
  tokens: readonly Token[],
  first: number,
  last: number,
  isAbbreviation: (word: string) => boolean,
): number[] {
  const starts = first < last ? [first] : [];
  for (let index = first; index < last; index++) {
    if (index - (starts.at(-1) ?? 0) >= LONGEST && index + 1 < last) starts.push(index + 1);
    if (!mayEnd(tokens, index, isAbbreviation)) continue;
    let next = index + 1;
    while (next < last && closes(tokens, next)) next++;
    if (next < last && canBegin(tokens, index, next)) starts.push(next);
    index = next - 1;
  }
  return starts;
}

function mayEnd(tokens: readonly Token[], index: number, isAbbreviation: (word: string) => boolean): boolean {
  const text = tokens[index]?.text ?? '';
  if (STOP.test(text)) return !(text === '.' && /^\p{Lu}$/u.test(tokens[index - 1]?.text ?? ''));
  if (!text.endsWith('.')) return false;
  return INITIALS.test(text) && !isAbbreviation(text.slice(0, -1));
}

/** Whether a closing quote or bracket belongs to the sentence that a stop just ended: it touches what is before it. */
function closes(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  return (CLOSING.test(token.text) || STOP.test(token.text)) && tokens[index - 1]?.end === token.start;
}

const TIME_OF_DAY = /^[ap]\.?m\.?$/i;
const NUMBER_OF = /^(?:no|nos|art|fig|sec|p|pp|vol)$/i;

function canBegin(tokens: readonly Token[], stop: number, next: number): boolean {
  const before = tokens[stop];
  const opener = tokens[next];
  if (before === undefined || opener === undefined) return false;
  const word = OPENS.test(opener.text) ? tokens[next + 1]?.text : opener.text;
  if (word === undefined || /^\p{Ll}/u.test(word)) return false;
  if (NUMBER_OF.test(tokens[stop - 1]?.text ?? '') && /^\d/.test(word)) return false;
  const touches = (tokens[next - 1]?.end ?? 0) === opener.start;
  // "meant for his father.McCarthy said": a lost space, but not "bbc.co.uk" or "3.Bad".
  if (touches) return /\p{Ll}$/u.test(tokens[stop - 1]?.text ?? '') && /^\p{Lu}\p{Ll}/u.test(word);
  if (!INITIALS.test(before.text)) return true;
  // "at 9 a.m. Monday" goes on; "at 9 a.m. The army …" does not. "U.S. Army" goes on; "in the U.S. The …" does not.
  return !TIME_OF_DAY.test(before.text)
    ? /^(?:The|A|An|He|She|It|They|We|In|On|At|But|And|This|That|His|Her|Its|Their|There|Two|Three)$/.test(
        word,
      )
    : !/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^[A-Z]{2,4}$|^\d/.test(word);
}
