import type { GoldDocument } from '../language/gold.js';
import type { MarkedDocument, MarkedMention } from './gum.js';

/** A mention in characters: its whole, and the words that may be taken for its head. */
export interface GoldMention {
  readonly key: string;
  readonly cluster: string;
  readonly start: number;
  readonly end: number;
  readonly heads: readonly { readonly start: number; readonly end: number }[];
}

/** The clusters of a document: all of them, and those that count. */
export interface GoldCoreference {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
  /** Clusters with a proper name for one of their heads, of the kinds that the names stage finds. */
  readonly named: ReadonlySet<string>;
}

const KINDS = new Set(['person', 'organization', 'place', 'object', 'event']);

/**
 * Lays mentions over the text. The head is the word that hangs on one outside of the mention, with the words of a name that
 * are `flat` on it ("Claire Voss": either may be its head). Undefined where rows and words do not match.
 */
export function coreferenceOf(document: GoldDocument, marked: MarkedDocument): GoldCoreference | undefined {
  if (document.words.length !== marked.words) return undefined;
  const named = new Set<string>();
  const mentions = marked.mentions.map((mention, at): GoldMention => {
    const head = headOf(document, mention);
    const isProper = /^NNPS?$/.test(document.words[head]?.tag ?? '');
    if (isProper && KINDS.has(mention.kind)) named.add(mention.cluster);
    const heads = document.words.filter(
      (word, index) =>
        index >= mention.first &&
        index < mention.last &&
        (index === head || (word.head === head && isFlat(word.label))),
    );
    const { start = 0 } = document.words[mention.first] ?? {};
    const { end = 0 } = document.words[mention.last - 1] ?? {};
    return { key: `gold ${at}`, cluster: mention.cluster, start, end, heads };
  });
  return { id: document.id, text: document.text, mentions, named };
}

function headOf({ words }: GoldDocument, { first, last }: MarkedMention): number {
  for (let at = first; at < last; at++) {
    const head = words[at]?.head ?? -1;
    if (head < first || head >= last) return at;
  }
  return first;
}

const isFlat = (label: string | undefined) => /^flat/.test(label ?? '');
