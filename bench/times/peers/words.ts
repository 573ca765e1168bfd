import type { Extent, FoundTime } from '../gold.js';

/** A piece of a text and where it stands. */
export interface Words extends Extent {
  readonly text: string;
}

/** Reads a line of a text with the day (YYYY-MM-DD) to count from. Offsets are those of the text. */
export interface Peer {
  readonly name: string;
  readonly readLine: (line: Words, created: string) => FoundTime[];
}

/** The lines of a text that are not blank: peers read them one by one, since some are slow on long texts. */
export function linesOf(text: string): Words[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ 0: line, index }) => {
    return { text: line, start: index, end: index + line.length };
  });
}

const BEFORE =
  /^(?:\s|[,;:("'“‘])*(?:(?:on|in|at|of|by|for|from|since|until|till|before|after|during|within|between|through|to)\s+)*/i;
const AFTER = /[\s,;:.!?)"'”’(–—-]+$/;

/**
 * The words of a time as TIMEX3 has them: without a preposition before, or punctuation around. Undefined where none are
 * left. "p.m." keeps its point.
 */
export function trimmed({ text, start }: Words): Words | undefined {
  const before = BEFORE.exec(text)?.[0].length ?? 0;
  const rest = text.slice(before);
  const end = /\b[ap]\.m\.$/i.test(rest) ? rest.length : rest.replace(AFTER, '').length;
  const from = start + before;
  return end > 0 ? { text: rest.slice(0, end), start: from, end: from + end } : undefined;
}

/** The two ends of a range, "3 May" and "5 May" of "from 3 May to 5 May"; undefined where the words have no such joint. */
export function endsOf(words: Words): readonly [Words, Words] | undefined {
  const joint = /\s*[–—-]\s*(?=\S)|\s+(?:to|until|till|through|and)\s+/i.exec(words.text);
  if (!joint) return undefined;
  const first = trimmed({ ...words, text: words.text.slice(0, joint.index) });
  const after = joint.index + joint[0].length;
  const last = trimmed({ ...words, text: words.text.slice(after), start: words.start + after });
  return first && last && [first, last];
}

/** A found time of some words. */
export function found({ start, end }: Extent, type: FoundTime['type'], value: string): FoundTime {
  return { start, end, type, value };
}
