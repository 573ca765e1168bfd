import type { Document, Sentence } from '../text/index.js';

/** A document of sentences whose words are known: each word a token, a space between them, a line a sentence. */
export function documentOf(sentences: readonly (readonly string[])[]): Document {
  const text = sentences.map((words) => words.join(' ')).join('\n');
  const sizes = sentences.map((words) => words.length);
  let at = 0;
  const tokens = sentences.flat().map((word) => {
    const token = { start: at, end: at + word.length, text: word };
    at = token.end + 1;
    return token;
  });
  let last = 0;
  const marked = sizes.map((size): Sentence => {
    const first = last;
    last += size;
    return { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0, first, last, part: 'body' };
  });
  return { input: { text }, text, parts: [], sentences: marked, tokens, unrelated: [] };
}
