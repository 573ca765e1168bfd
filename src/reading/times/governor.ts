import { type Grammar, topOf } from '../syntax/index.js';
import { type Document, tokenAt } from '../text/index.js';

/** A stretch of the text, in UTF-16 offsets. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** How closely the parse binds a time to the words of an incident. */
export type Bond = 'own' | 'near' | 'none';

/** How far up a parse is worth a look. */
const HIGH = 6;

/**
 * How a time hangs on some words: it is their own where it hangs on them ("on Friday the minister, who …, died"), near
 * where both hang on one verb ("a bomb killed two on Monday"), else only the order of words can tell.
 */
export function bondOf(document: Document, grammar: Grammar, around: Stretch, time: Stretch): Bond {
  const words = tokensIn(document, around);
  const governor = governorOf(document, grammar, time);
  if (governor === undefined || words === undefined) return 'none';
  const holds = (at: number) => at >= words.first && at < words.last;
  if (holds(governor)) return 'own';
  const verb = verbOver(grammar, topWord(grammar, words));
  return verb === governor ? 'near' : 'none';
}

/** The verb or noun that a time hangs on, past its preposition. */
export function governorOf(document: Document, grammar: Grammar, time: Stretch): number | undefined {
  const tokens = tokensIn(document, time);
  if (tokens === undefined) return undefined;
  let at = grammar.heads[topWord(grammar, tokens)] ?? -1;
  for (let height = 0; height < HIGH && at >= 0; height++) {
    const isIn = at >= tokens.first && at < tokens.last;
    if (!isIn && !/^(?:ADP|SCONJ|ADV|PART|DET)$/.test(grammar.tags[at] ?? '')) return at;
    at = grammar.heads[at] ?? -1;
  }
  return undefined;
}

/** The verb that a noun is subject or object of; a verb itself. */
function verbOver(grammar: Grammar, from: number): number | undefined {
  let at = from;
  for (let height = 0; height < HIGH && at >= 0; height++) {
    if (/^(?:VERB|AUX)$/.test(grammar.tags[at] ?? '')) return at;
    if (
      !/^(?:nsubj|nsubjpass|dobj|pobj|prep|agent|compound|amod|attr|nmod|conj)$/.test(
        grammar.labels[at] ?? '',
      )
    )
      return undefined;
    at = grammar.heads[at] ?? -1;
  }
  return undefined;
}

/** The token of a run that hangs on none of the others; no mark. */
function topWord({ heads, labels }: Grammar, { first, last }: { first: number; last: number }): number {
  return topOf(heads, first, last, (at) => labels[at] !== 'punct') ?? first;
}

function tokensIn(document: Document, { start, end }: Stretch): { first: number; last: number } | undefined {
  const { tokens } = document;
  const first = tokenAt(document, start);
  let last = first;
  while ((tokens[last]?.start ?? end) < end) last++;
  return last > first ? { first, last } : undefined;
}
