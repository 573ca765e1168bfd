import {
  cut,
  type Name,
  type Span,
  type TimeExpression,
  type Toponym,
  type Where,
} from '../../record/index.js';
import type { Arcs, Told } from '../encoder/index.js';
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
  readonly told: Told;
}

/** All that is known of a report before its incidents are read, by token, and the word lists to read them with. */
export interface Scene extends Findings {
  readonly lexicon: Lexicon;
  /** The kinds of the codebook, in the order of the model. */
  readonly kinds: readonly string[];
  /** What the heads say of the words of the report. */
  readonly arcs: Arcs;
  /** The country that a nationality word stands for. */
  readonly nationOf: (word: string) => Country | undefined;
  /** The country of a name. */
  readonly countryNamed: (name: string) => Country | undefined;
  /** The different words that name an entity, in the order of the text. */
  readonly formsOf: ReadonlyMap<string, readonly string[]>;
  /** The tokens that hang on each token, in order. */
  readonly childrenAt: readonly (readonly number[])[];
  readonly phraseAt: readonly (Phrase | undefined)[];
  readonly nameAt: readonly (Name | undefined)[];
  readonly timeAt: readonly (TimeExpression | undefined)[];
  /** The tokens that may have a part in an incident, by their tags, in order. */
  readonly partTokens: readonly number[];
  /** Where something may have happened: a place that is named, or the country of a nationality word. */
  readonly sceneAt: readonly (Where | undefined)[];
}

/** Lays out a scene. */
export function sceneOf(
  findings: Findings,
  given: Pick<Scene, 'lexicon' | 'arcs' | 'kinds' | 'nationOf' | 'countryNamed'>,
): Scene {
  const { document, grammar, names, times, places } = findings;
  const timeAt = byToken(document, times.stretches);
  const phraseAt: (Phrase | undefined)[] = document.tokens.map(() => undefined);
  for (const phrase of grammar.phrases.flatMap((whole) => withoutTime(whole, timeAt))) {
    phraseAt.fill(phrase, phrase.first, phrase.last);
  }
  return {
    ...findings,
    ...given,
    formsOf: formsIn(names),
    childrenAt: childrenOf(grammar.heads),
    phraseAt,
    nameAt: byToken(document, names),
    timeAt,
    partTokens: [...document.tokens.keys()].filter((at) => !NO_PART.has(grammar.tags[at] ?? 'PUNCT')),
    sceneAt: scenesIn(document, byToken(document, places), given),
  };
}

/** What has no part in anything. */
const NO_PART: ReadonlySet<string> = new Set([
  'PUNCT',
  'ADP',
  'CCONJ',
  'SCONJ',
  'AUX',
  'PART',
  'ADV',
  'SPACE',
]);

function scenesIn(
  { tokens, text }: Document,
  placeAt: readonly (Toponym | undefined)[],
  { nationOf, countryNamed }: Pick<Scene, 'nationOf' | 'countryNamed'>,
): (Where | undefined)[] {
  const places = new Map<Toponym, Where>();
  const sceneAt: (Where | undefined)[] = tokens.map((token, at) => {
    const place = placeAt[at];
    if (place === undefined) {
      const nation = nationOf(token.text);
      return nation && whereOfNation(cut(text, token.start, token.end), nation, 'nationality word');
    }
    const isNear = place.radius !== undefined;
    const where = places.get(place) ?? { ...place, basis: isNear ? 'worked out' : 'stated' };
    places.set(place, where);
    return where;
  });
  // "the Supreme Court of Costa Rica"
  for (let first = 0; first < tokens.length; first++) {
    if (!/^\p{Lu}/u.test(tokens[first]?.text ?? '')) continue;
    for (let last = Math.min(first + LONGEST, tokens.length); last > first; last--) {
      const words = cut(text, tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0);
      const country = countryNamed(words.quote);
      if (country === undefined || sceneAt.slice(first, last).some(Boolean)) continue;
      sceneAt.fill(whereOfNation(words, country, 'name that it is part of'), first, last);
    }
  }
  return sceneAt;
}

/** The most words of the name of a country. */
const LONGEST = 4;

/** "Turkish police": the country that a nationality word stands for. */
function whereOfNation(word: Span, { name, code, lat, lon, precision }: Country, of: string): Where {
  const rule = `the country of a ${of}`;
  const country = { name, country: code, lat, lon, precision, gazetteer: `country:${code}`, candidates: [] };
  return { ...word, ...country, basis: 'worked out', rule };
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
