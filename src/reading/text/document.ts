import type { Part, PartKind, ReportInput, Span } from '../../record/index.js';
import { firstWhere } from '../search.js';

/** One word, number or mark of the text. Offsets are UTF-16 and half-open; every character that is no space is in one. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A sentence: its characters, its tokens (`first` to before `last`), and the part of the report that it stands in. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  readonly part: PartKind;
}

/** A report cut up: what every later stage reads. */
export interface Document {
  readonly input: ReportInput;
  readonly text: string;
  readonly parts: readonly Part[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  /** Lines of another story. They have sentences and tokens too, but nothing in them is read. */
  readonly unrelated: readonly Span[];
}

/** Whether a sentence belongs to this story, so that a stage may read it. */
export function isOwn(sentence: Sentence): boolean {
  return sentence.part !== 'unrelated';
}

/** The tokens of a sentence. */
export function tokensOf(document: Document, sentence: Sentence): readonly Token[] {
  return document.tokens.slice(sentence.first, sentence.last);
}

/** The index of the sentence that holds a character; the last one before it where it stands between two. */
export function sentenceAt({ sentences }: Document, offset: number): number {
  return Math.max(0, firstWhere(sentences, ({ start }) => start > offset) - 1);
}

/** The index of the first token that ends after a character. */
export function tokenAt({ tokens }: Document, offset: number): number {
  return firstWhere(tokens, ({ end }) => end > offset);
}
