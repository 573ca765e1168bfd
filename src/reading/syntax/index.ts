import { type Document, tokensOf } from '../text/index.js';
import type { Grammar, Phrase, Tag } from './grammar.js';
import { phrasesOf } from './phrases.js';
import { tagSentence } from './tagger.js';

export * from './grammar.js';

/** Tags and lemmatises every token of a document, and finds its noun phrases. Never throws. */
export function prepareSyntax(): (document: Document) => Grammar {
  return (document) => {
    const tags: Tag[] = document.tokens.map(() => 'X');
    const lemmas = document.tokens.map((token) => token.text.toLowerCase());
    const phrases: Phrase[] = [];
    for (const sentence of document.sentences) {
      const tagged = tagSentence(document.text, tokensOf(document, sentence));
      for (let at = sentence.first; at < sentence.last; at++) {
        tags[at] = tagged.tags[at - sentence.first] ?? 'X';
        lemmas[at] = tagged.lemmas[at - sentence.first] ?? lemmas[at] ?? '';
      }
      phrases.push(...phrasesOf(sentence, document.tokens, tags));
    }
    return { tags, lemmas, phrases };
  };
}
