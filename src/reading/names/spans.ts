import type { NameType, Span } from '../../record/index.js';
import { topOf } from '../syntax/index.js';
import { type Document, tokenAt } from '../text/index.js';

/** A name while it is being found: tokens `first` to before `last`, and what it names. */
export interface NameSpan {
  readonly first: number;
  readonly last: number;
  readonly type: NameType;
}

/** The tokens of a span of the text: `first` to before `last`. */
export function tokensOfSpan(document: Document, span: Pick<Span, 'start' | 'end'>) {
  return { first: tokenAt(document, span.start), last: tokenAt(document, span.end - 1) + 1 };
}

/**
 * The token that a name hangs on the rest of its sentence by: the first whose own head lies outside the name.
 * "Ministry" in "the Ministry of Health said". `heads` are those of the grammar, one a token, -1 for a root.
 */
export function headOfName(
  document: Document,
  { heads }: { readonly heads: readonly number[] },
  name: Pick<Span, 'start' | 'end'>,
): number {
  const { first, last } = tokensOfSpan(document, name);
  return topOf(heads, first, last) ?? last - 1;
}

/** Finds the name that a token lies in. */
export function nameAtToken(names: readonly NameSpan[]): (at: number) => NameSpan | undefined {
  const byToken = new Map<number, NameSpan>();
  for (const name of names) for (let at = name.first; at < name.last; at++) byToken.set(at, name);
  return (at) => byToken.get(at);
}

/** The names of both lists in order; where two lie over each other the one of `first` stays. */
export function overlaid(first: readonly NameSpan[], second: readonly NameSpan[]): NameSpan[] {
  const taken = nameAtToken(first);
  const isFree = (name: NameSpan) => {
    for (let at = name.first; at < name.last; at++) if (taken(at)) return false;
    return true;
  };
  return [...first, ...second.filter(isFree)].sort((a, b) => a.first - b.first);
}
