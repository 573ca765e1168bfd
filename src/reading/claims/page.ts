import type { Name } from '../../record/index.js';
import type { Grammar, Phrase, Tag } from '../syntax/index.js';
import { type Document, tokenAt } from '../text/index.js';
import type { Quotation } from './quotations.js';
import type { Page } from './words.js';

/** Nouns that a tagger takes for verbs where they stand before one: "when police say". */
const NOUN = /^(?:police|witness|witnesses|sources)$/i;

/**
 * What the rules of this stage ask of a document. A name is a noun phrase here whatever its words were tagged as, so
 * that "Saleh said" has a subject.
 */
export function pageOf(
  document: Document,
  grammar: Grammar,
  quotations: readonly Quotation[],
  names: readonly Name[],
): Page {
  const tags: Tag[] = [...grammar.tags];
  const phrases: Phrase[] = [...grammar.phrases];
  const phraseOf = document.tokens.map(() => -1);
  for (const [index, phrase] of phrases.entries()) {
    for (let at = phrase.first; at < phrase.last; at++) phraseOf[at] = index;
  }
  const add = (first: number, last: number, tag: Tag) => {
    for (let at = first; at < last; at++) {
      if (tags[at] === 'VERB' || tags[at] === 'AUX') tags[at] = tag;
    }
    const isWhole = phraseOf[first] !== -1 && phraseOf[first] === phraseOf[last - 1];
    if (isWhole) return;
    // The phrase that the name begins in goes on to its end: "a spokeswoman, Ana" + "Will".
    const begun = phrases[phraseOf[first] ?? -1];
    phrases.push({ first: begun?.first ?? first, last, head: last - 1 });
    for (let at = begun?.first ?? first; at < last; at++) phraseOf[at] = phrases.length - 1;
  };
  for (const name of names) {
    if (name.type === 'nationality') continue;
    const first = tokenAt(document, name.start);
    add(first, tokenAt(document, name.end - 1) + 1, 'PROPN');
  }
  for (const [at, token] of document.tokens.entries()) {
    if (NOUN.test(token.text) && phraseOf[at] === -1) add(at, at + 1, 'NOUN');
  }
  const patched: Grammar = { ...grammar, tags, phrases };
  return { document, grammar: patched, phraseOf, quotations, quotationOf: quotationOf(document, quotations) };
}

function quotationOf(document: Document, quotations: readonly Quotation[]): number[] {
  let at = 0;
  return document.tokens.map((token) => {
    while ((quotations[at]?.outerEnd ?? Infinity) <= token.start) at++;
    return (quotations[at]?.outerStart ?? Infinity) <= token.start ? at : -1;
  });
}
