import type { Marked } from '../encoder/index.js';
import type { Judge } from './judge.js';

/** Titles that are part of a name where no other given name stands: "Pope Francis", "King Charles III". */
const KEPT_TITLE =
  /^(?:pope|sheikh|king|queen|prince|princess|sultan|emir|imam|mullah|ayatollah|father|lord|sir)$/;

/** What a hyphen ties to a name and is none: "Iran-backed", "Houthi-run", "Kabul-based", "Syrian-owned". */
const TIED = /(?:ed|ing|run|led|held|born|made|era|wide|style|bound|built)$/i;

/** Small words in front of a name: "the", "the then", "former". */
const BEFORE = /^(?:the|a|an|former|late|then|acting|outgoing)$/;

const HYPHEN = /^[-‐‑–]$/;

/**
 * The tokens of a mark that are the name: without "the", titles, quotation marks, a possessive "'s" and what a hyphen
 * ties on ("Iran" in "the Iran-backed"). Undefined where nothing is left.
 */
export function bordersOf(judge: Judge, mark: Marked): Marked | undefined {
  const word = judge.lower;
  let { first, last } = mark;
  while (first < last && (isNoName(word(first)) || BEFORE.test(word(first)))) first++;
  while (first < last && isNoName(word(last - 1))) last--;
  if (mark.kind === 'PERSON') first = atTitle(judge, afterTitles(judge, first, last), last);
  const tie = tieIn(judge, first, last);
  if (tie !== undefined) last = tie;
  // "pro-Houthi", "anti-Assad"
  if (/^(?:pro|anti|non)$/.test(word(first)) && HYPHEN.test(word(first + 1)) && mark.kind === 'NORP')
    first += 2;
  return first < last ? { first, last, kind: mark.kind } : undefined;
}

const isNoName = (word: string) => !/[\p{L}\p{N}]/u.test(word) || /^['’]s$/.test(word);

function afterTitles({ lower, lexicon }: Judge, from: number, last: number): number {
  let first = from;
  for (let at = from; at < last - 1; at++) {
    const words = Array.from({ length: at + 1 - first }, (_, step) => lower(first + step)).join(' ');
    if (lexicon.titles.has(words) && !KEPT_TITLE.test(words)) first = at + 1;
  }
  return first;
}

/** "Pope Francis", "King Charles III": a given name is not a name without the title. */
function atTitle({ lower, document }: Judge, first: number, last: number): number {
  const isGiven = last === first + 1 || (last === first + 2 && /^[ivx]+$/.test(lower(first + 1)));
  const isTitle = /^(?:pope|king|queen|prince|princess)$/.test(lower(first - 1));
  return isGiven && isTitle && /^\p{Lu}/u.test(document.tokens[first - 1]?.text ?? '') ? first - 1 : first;
}

/** Where the hyphen stands that ties a common word to a name: "Iran-backed". */
function tieIn({ lower }: Judge, first: number, last: number): number | undefined {
  return last - first >= 3 && HYPHEN.test(lower(last - 2)) && TIED.test(lower(last - 1))
    ? last - 2
    : undefined;
}
