import type { Encoded } from '../encoder/index.js';
import type { Lists } from '../lists.js';
import type { Document, Token } from '../text/index.js';
import type { Grammar } from './grammar.js';
import { prepareLemmas } from './lemmas.js';
import { partOfSpeech } from './parts-of-speech.js';
import { phrasesOf } from './phrases.js';
import { childrenOf } from './tree.js';

export * from './grammar.js';
export { childrenOf, topOf } from './tree.js';

/**
 * The grammar of a document from what the encoder says of it: parts of speech, lemmas and noun phrases beside tags and
 * parse. Throws where a word list is missing; what it gives back never throws.
 */
export function prepareSyntax(lists: Lists): (document: Document, encoded: Encoded) => Grammar {
  const lemmatise = prepareLemmas(lists);
  return ({ tokens, sentences }, encoded) => {
    const { tags: penn, heads, labels } = encoded;
    const children = childrenOf(heads);
    const lemmas = tokens.map(({ text }, at) => lemmatise(text, penn[at] ?? ''));
    for (const at of tokens.keys()) if (isShortHave(at, tokens, encoded, children)) lemmas[at] = 'have';
    const tags = tokens.map(({ text }, at) =>
      partOfSpeech({
        word: text.toLowerCase(),
        lemma: lemmas[at] ?? '',
        penn: penn[at] ?? '',
        label: labels[at] ?? '',
        next: penn[at + 1] ?? '',
        children: (children[at] ?? []).map((child) => labels[child] ?? ''),
      }),
    );
    const phrases = sentences.flatMap((sentence) => phrasesOf(sentence, { tags, heads, labels }));
    return { tags, penn, lemmas, heads, labels, phrases };
  };
}

/** Whether "’s" is "has": "he’s been shot", "he’s killed two"; but not in "he’s shot", "he’s leaving", "the city’s". */
function isShortHave(
  at: number,
  tokens: readonly Token[],
  { tags, heads, labels }: Encoded,
  children: readonly (readonly number[])[],
): boolean {
  const verb = heads[at] ?? -1;
  const helps = /^['’]s$/i.test(tokens[at]?.text ?? '') && tags[at] === 'VBZ' && tags[verb] === 'VBN';
  const behind = helps ? (children[verb] ?? []).filter((child) => child > at) : [];
  return behind.some((child) => labels[child] === 'dobj' || tokens[child]?.text.toLowerCase() === 'been');
}
