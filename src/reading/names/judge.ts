import { cut, type Span } from '../../record/index.js';
import type { Encoded, Marked } from '../encoder/index.js';
import type { Grammar } from '../syntax/index.js';
import { type Document, isOwn, type Sentence, sentenceAt } from '../text/index.js';
import type { Lexicon } from './lexicon.js';
import { plainText } from './table.js';

/** What names are judged by: the report, what is known of its words, and ways to ask. */
export interface Judge {
  readonly document: Document;
  readonly grammar: Grammar;
  readonly encoded: Encoded;
  readonly lexicon: Lexicon;
  /** The sentences of the report's own story. */
  readonly own: readonly Sentence[];
  /** The text with plain apostrophes and hyphens (see `plainText`). */
  readonly plain: string;
  /** A token's word in lower case, '' where there is none. */
  lower(at: number): string;
  sentenceOf(at: number): Sentence;
  spanOf(tokens: { readonly first: number; readonly last: number }): Span;
  /** What the encoder's second head, which knows the field, takes just these tokens for, if for one thing only. */
  descriptionOf(mark: Marked): string | undefined;
  /** Whether a token lies in the description of a vehicle or a weapon, and of which. */
  materielAt(at: number): 'vehicle' | 'weapon' | undefined;
}

/** Whether two tokens stand in the same sentence. */
export function inOneSentence(judge: Judge, a: number, b: number): boolean {
  return judge.sentenceOf(a) === judge.sentenceOf(b);
}

/** Lays out what is known of a report for those who name its names. */
export function judgeOf(document: Document, grammar: Grammar, encoded: Encoded, lexicon: Lexicon): Judge {
  const { tokens, text } = document;
  const lower = (at: number) => tokens[at]?.text.toLowerCase() ?? '';
  const nowhere: Sentence = { start: 0, end: 0, first: 0, last: 0, part: 'unrelated' };
  const byLast = new Map<number, Marked[]>();
  const materiel = new Map<number, 'vehicle' | 'weapon'>();
  for (const mark of encoded.described) {
    const sharing = byLast.get(mark.last);
    if (sharing) sharing.push(mark);
    else byLast.set(mark.last, [mark]);
    if (mark.kind !== 'vehicle' && mark.kind !== 'weapon') continue;
    for (let at = mark.first; at < mark.last; at++) materiel.set(at, mark.kind);
  }
  return {
    document,
    grammar,
    encoded,
    lexicon,
    own: document.sentences.filter(isOwn),
    plain: plainText(text),
    lower,
    sentenceOf: (at) => document.sentences[sentenceAt(document, tokens[at]?.start ?? 0)] ?? nowhere,
    spanOf: ({ first, last }) => cut(text, tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0),
    descriptionOf({ first, last }) {
      const starts = (at: number) => at === first || (at === first - 1 && lower(at) === 'the');
      const kinds = new Set(
        (byLast.get(last) ?? []).filter((mark) => starts(mark.first)).map(({ kind }) => kind),
      );
      return kinds.size === 1 ? [...kinds][0] : undefined;
    },
    materielAt: (at) => materiel.get(at),
  };
}
