import type { Grammar } from '../../syntax/index.js';
import type { Document } from '../../text/index.js';
import type { Nominal } from './nominals.js';
import type { Words } from './words.js';

/** What the rules of coreference look at: the text, its tree, its noun phrases. */
export interface Page {
  readonly document: Document;
  readonly grammar: Grammar;
  readonly words: Words;
  readonly nominals: readonly Nominal[];
  readonly byHead: ReadonlyMap<number, Nominal>;
  /** What hangs on each token, in order; of a token with more, the first sixty. */
  readonly children: readonly (readonly number[])[];
}

export function pageOf(
  document: Document,
  grammar: Grammar,
  words: Words,
  nominals: readonly Nominal[],
): Page {
  const children: number[][] = grammar.heads.map(() => []);
  for (const [token, head] of grammar.heads.entries()) {
    const siblings = children[head];
    if (siblings !== undefined && siblings.length < 60) siblings.push(token);
  }
  return {
    document,
    grammar,
    words,
    nominals,
    children,
    byHead: new Map(nominals.map((each) => [each.head, each])),
  };
}

/** A token in lower case; empty beyond the ends of the text. */
export function wordAt(page: Page, at: number): string {
  return page.document.tokens[at]?.text.toLowerCase() ?? '';
}

export function labelAt(page: Page, at: number): string {
  return page.grammar.labels[at] ?? '';
}

/** The first word that hangs on a token with one of these labels. */
export function childWith(page: Page, at: number, labels: RegExp): number | undefined {
  return page.children[at]?.find((child) => labels.test(labelAt(page, child)));
}

/** The determiner of a noun phrase in lower case: "the", "another", "his"; '' where it has none. */
export function determinerOf(page: Page, nominal: Nominal): string {
  const child = childWith(page, nominal.head, /^(?:det|poss)$/);
  return child === undefined ? '' : labelAt(page, child) === 'det' ? wordAt(page, child) : 'poss';
}

/**
 * The words that tell a noun phrase from others of its noun: "former" and "Syria" in "the former president of Syria".
 * Not its determiner and not the name in it. Only the first sixty words are looked at.
 */
export function modifiersOf(page: Page, nominal: Nominal): string[] {
  const { name } = nominal;
  const found: string[] = [];
  for (let at = nominal.first; at < Math.min(nominal.last, nominal.first + 60); at++) {
    const token = page.document.tokens[at];
    if (at === nominal.head || token === undefined) continue;
    if (name !== undefined && token.start >= name.start && token.end <= name.end) continue;
    if (/^(?:NN|JJ|VB|CD|PRP)/.test(page.grammar.penn[at] ?? ''))
      found.push(page.grammar.lemmas[at] ?? token.text);
  }
  return found;
}

/** The verb that a noun phrase is an argument of, past its prepositions: "shot at him" → "shot". */
export function verbOver(page: Page, token: number): number | undefined {
  let at = page.grammar.heads[token] ?? -1;
  for (let steps = 0; at >= 0 && steps < 3; steps++) {
    if (/^(?:VB|MD)/.test(page.grammar.penn[at] ?? '')) return at;
    if (!/^(?:prep|agent|dative|pcomp)$/.test(labelAt(page, at))) return undefined;
    at = page.grammar.heads[at] ?? -1;
  }
  return undefined;
}

const SUBJECT = /^(?:nsubj|nsubjpass)$/;

/** The subject of a verb; for a verb that shares one ("came and went", "said it planned to go") that of the verb over it. */
export function subjectOf(page: Page, verb: number): number | undefined {
  let at = verb;
  for (let steps = 0; at >= 0 && steps < 4; steps++) {
    const own = childWith(page, at, SUBJECT);
    if (own !== undefined) return own;
    if (!/^(?:conj|xcomp|advcl|aux)$/.test(labelAt(page, at))) return undefined;
    at = page.grammar.heads[at] ?? -1;
  }
  return undefined;
}

export function isSubject(page: Page, token: number): boolean {
  return SUBJECT.test(labelAt(page, token));
}
