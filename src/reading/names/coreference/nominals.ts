import type { Name } from '../../../record/index.js';
import type { Grammar } from '../../syntax/index.js';
import { type Document, isOwn, tokenAt } from '../../text/index.js';

/** A noun phrase with all that hangs on it, or a pronoun. "the first of May" and other times are none. */
export interface Nominal {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly sentence: number;
  /** The lemma of the head. */
  readonly noun: string;
  /** The pronoun that it is, in lower case; '' for others. */
  readonly pronoun: string;
  readonly isPlural: boolean;
  /** The name that its head lies in. */
  readonly name: Name | undefined;
}

const NOUN = /^(?:NNS?|NNPS?|PRP\$?)$/;
/** "the group which attacked": a relative pronoun that is the subject of its clause. */
const RELATIVE = /^(?:WP|WDT)$/;
/** Labels of words inside a noun phrase, which are no phrases of their own. */
const INSIDE = new Set([
  'compound',
  'amod',
  'nmod',
  'nn',
  'det',
  'nummod',
  'quantmod',
  'predet',
  'neg',
  'case',
  'punct',
  'cc',
]);
/** What hangs on a noun but is no part of its phrase. */
const OUTSIDE = new Set([
  'punct',
  'cc',
  'conj',
  'appos',
  'parataxis',
  'dep',
  'advcl',
  'ccomp',
  'preconj',
  'meta',
]);
const TIME =
  /^(?:second|minute|hour|day|night|morning|evening|afternoon|week|weekend|month|year|decade|century|time|today|yesterday|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)$/;

/** The noun phrases of a report in order of their heads. A name inside another phrase ("US forces") is one as well. */
export function nominalsOf(document: Document, grammar: Grammar, names: readonly Name[]): Nominal[] {
  const nameAt = namesByToken(document, names);
  const headOfName = new Map<Name, number>();
  for (const [token, name] of nameAt) {
    const above = grammar.heads[token] ?? -1;
    if (nameAt.get(above) !== name) headOfName.set(name, token);
  }
  const reading: Reading = { document, grammar, nameAt, headOfName, extents: extentsOf(grammar) };
  const found: Nominal[] = [];
  for (const [at, sentence] of document.sentences.entries()) {
    if (!isOwn(sentence)) continue;
    for (let head = sentence.first; head < sentence.last; head++) {
      const nominal = nominalAt(reading, head, at);
      if (nominal !== undefined) found.push(nominal);
    }
  }
  return found;
}

/** What is asked of every token: the grammar, the names, where phrases begin and end. */
interface Reading {
  readonly document: Document;
  readonly grammar: Grammar;
  readonly nameAt: ReadonlyMap<number, Name>;
  readonly headOfName: ReadonlyMap<Name, number>;
  readonly extents: Extents;
}

function nominalAt(reading: Reading, head: number, sentence: number): Nominal | undefined {
  const { document, grammar, nameAt, extents } = reading;
  const name = nameAt.get(head);
  if (!(name === undefined ? isPhrase(reading, head) : isNamedPhrase(reading, head, name))) return undefined;
  const penn = grammar.penn[head] ?? '';
  const word = document.tokens[head]?.text.toLowerCase() ?? '';
  const nominal = {
    head,
    sentence,
    noun: grammar.lemmas[head] ?? word,
    name,
    pronoun: penn.startsWith('PRP') || RELATIVE.test(penn) ? word : '',
    isPlural: name === undefined && /^NNP?S$/.test(penn),
  };
  if (name === undefined || !isInside(grammar, head)) {
    return { ...nominal, first: extents.first[head] ?? head, last: extents.last[head] ?? head + 1 };
  }
  const last = Math.max(head, tokenAt(document, name.end - 1)) + 1;
  return { ...nominal, first: tokenAt(document, name.start), last };
}

const isInside = ({ labels }: Grammar, head: number) => INSIDE.has(labels[head] ?? '');

/** Whether a token heads a phrase or is a pronoun, and no time. */
function isPhrase({ document, grammar }: Reading, head: number): boolean {
  const penn = grammar.penn[head] ?? '';
  if (isInside(grammar, head)) return false;
  if (RELATIVE.test(penn)) return /^nsubj/.test(grammar.labels[head] ?? '');
  const words = [grammar.lemmas[head] ?? '', document.tokens[head]?.text.toLowerCase() ?? ''];
  return NOUN.test(penn) && !words.some((word) => TIME.test(word));
}

/** "the Iranian general": a word for a people in front of a noun names nobody. */
function isNamedPhrase({ grammar, headOfName }: Reading, head: number, name: Name): boolean {
  if (headOfName.get(name) !== head) return false;
  return name.type !== 'nationality' || (!isInside(grammar, head) && NOUN.test(grammar.penn[head] ?? ''));
}

function namesByToken(document: Document, names: readonly Name[]): Map<number, Name> {
  const at = new Map<number, Name>();
  for (const name of names) {
    let token = tokenAt(document, name.start);
    for (; (document.tokens[token]?.start ?? Infinity) < name.end; token++) at.set(token, name);
  }
  return at;
}

/** For each token, where the phrase that it heads begins, and the token after its end. */
interface Extents {
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** Leaves first, so that every token is looked at once however deep the tree is. */
function extentsOf({ heads, labels }: Grammar): Extents {
  const first = heads.map((_, at) => at);
  const last = heads.map((_, at) => at + 1);
  for (const token of leavesFirst(heads)) {
    const head = heads[token] ?? -1;
    if (head < 0 || OUTSIDE.has(labels[token] ?? '')) continue;
    first[head] = Math.min(first[head] ?? head, first[token] ?? token);
    last[head] = Math.max(last[head] ?? head, last[token] ?? token);
  }
  return { first, last };
}

/** All tokens, each after those that hang on it. */
function leavesFirst(heads: readonly number[]): number[] {
  const waiting = heads.map(() => 0);
  for (const head of heads) if (head >= 0) waiting[head] = (waiting[head] ?? 0) + 1;
  const order = heads.flatMap((_, at) => (waiting[at] === 0 ? [at] : []));
  for (let next = 0; next < order.length; next++) {
    const head = heads[order[next] ?? -1] ?? -1;
    if (head < 0) continue;
    waiting[head] = (waiting[head] ?? 1) - 1;
    if (waiting[head] === 0) order.push(head);
  }
  return order;
}
