import { cut, type Name, type Span, type TimeExpression, type Toponym } from '../../record/index.js';
import type { Coreference } from '../names/index.js';
import type { Country } from '../places/index.js';
import { childrenOf, type Grammar, type Phrase, type Tag } from '../syntax/index.js';
import { type Document, tokenAt } from '../text/index.js';
import type { Times } from '../times/index.js';
import type { Lexicon } from './lexicon.js';

/** What the earlier stages found in a report. */
export interface Findings {
  readonly document: Document;
  readonly grammar: Grammar;
  readonly names: readonly Name[];
  readonly coreference: Coreference;
  readonly times: Times;
  readonly places: readonly Toponym[];
}

/** All that is known of a report before its incidents are read, by token, and the word lists to read them with. */
export interface Scene extends Findings {
  readonly lexicon: Lexicon;
  /** The country that a nationality word stands for. */
  readonly nationOf: (word: string) => Country | undefined;
  /** The different words that name an entity, in the order of the text. */
  readonly formsOf: ReadonlyMap<string, readonly string[]>;
  /** The tokens that hang on each token, in order. */
  readonly childrenAt: readonly (readonly number[])[];
  readonly phraseAt: readonly (Phrase | undefined)[];
  readonly nameAt: readonly (Name | undefined)[];
  readonly timeAt: readonly (TimeExpression | undefined)[];
  readonly placeAt: readonly (Toponym | undefined)[];
  /** The place of the dateline. */
  readonly lead: Toponym | undefined;
  /** Whether the report has one paragraph only. */
  readonly isShort: boolean;
}

/** Lays out a scene. */
export function sceneOf(
  findings: Findings,
  { lexicon, nationOf }: Pick<Scene, 'lexicon' | 'nationOf'>,
): Scene {
  const { document, grammar, names, times, places } = findings;
  const timeAt = byToken(document, times.stretches);
  const phraseAt: (Phrase | undefined)[] = document.tokens.map(() => undefined);
  for (const phrase of grammar.phrases.flatMap((whole) => withoutTime(whole, timeAt))) {
    phraseAt.fill(phrase, phrase.first, phrase.last);
  }
  return {
    ...findings,
    lexicon,
    nationOf,
    formsOf: formsIn(names),
    childrenAt: childrenOf(grammar.heads),
    phraseAt,
    nameAt: byToken(document, names),
    timeAt,
    placeAt: byToken(document, places),
    lead: leadOf(document, places),
    isShort: document.parts.filter((part) => part.kind === 'body').length === 1,
  };
}

function leadOf({ parts }: Document, [first]: readonly Toponym[]): Toponym | undefined {
  const dateline = parts.find((part) => part.kind === 'dateline');
  return dateline !== undefined && first !== undefined && first.start < dateline.end ? first : undefined;
}

/** "On May 3 gunmen kidnapped …": the time in front of a noun phrase is a phrase of its own. */
function withoutTime(phrase: Phrase, timeAt: readonly unknown[]): Phrase[] {
  let first = phrase.first;
  while (first < phrase.head && timeAt[first] !== undefined) first++;
  const isTimeAlone = first === phrase.first || timeAt[first] !== undefined;
  return isTimeAlone
    ? [phrase]
    : [
        { first: phrase.first, last: first, head: first - 1 },
        { ...phrase, first },
      ];
}

function formsIn(names: readonly Name[]): Map<string, string[]> {
  const forms = new Map<string, Set<string>>();
  for (const { entity, quote } of names) {
    const known = forms.get(entity) ?? new Set();
    forms.set(entity, known.add(quote.replace(/^(?:a|an|the)\s+/i, '')));
  }
  return new Map([...forms].map(([entity, quotes]) => [entity, [...quotes]]));
}

function byToken<S extends { start: number; end: number }>(document: Document, spans: readonly S[]) {
  const at: (S | undefined)[] = document.tokens.map(() => undefined);
  for (const span of spans) {
    let token = tokenAt(document, span.start);
    for (; (document.tokens[token]?.start ?? Infinity) < span.end; token++) at[token] = span;
  }
  return at;
}

/** The token in lower case; empty beyond the ends of the text. */
export function wordAt(scene: Scene, at: number): string {
  return scene.document.tokens[at]?.text.toLowerCase() ?? '';
}

/** The lemma of a token; empty beyond the ends of the text. */
export function lemmaAt(scene: Scene, at: number): string {
  return scene.grammar.lemmas[at] ?? '';
}

/** The part of speech of a token; undefined beyond the ends of the text. */
export function tagAt(scene: Scene, at: number): Tag | undefined {
  return scene.grammar.tags[at];
}

/** The words from one token to before another. */
export function spanOf(scene: Scene, first: number, last: number): Span {
  const { tokens, text } = scene.document;
  return cut(text, tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0);
}

/** The different spans that a run of tokens touches, in order. */
export function touched<S>(at: readonly (S | undefined)[], first: number, last: number): S[] {
  const found = new Set<S>();
  for (let token = first; token < last; token++) {
    const span = at[token];
    if (span !== undefined) found.add(span);
  }
  return [...found];
}

/** The token that a character stands in, or the next one. */
export function tokenOf(scene: Scene, offset: number): number {
  return tokenAt(scene.document, offset);
}
