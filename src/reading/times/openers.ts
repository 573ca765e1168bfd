import { isDay } from './join.js';
import type { Found, Meaning } from './meaning.js';
import { byWord, type Words } from './words.js';

const OPENERS = byWord<'since' | 'until' | 'by' | 'before' | 'after' | 'from'>({
  since: 'since',
  until: 'until',
  till: 'until',
  through: 'until',
  by: 'by',
  before: 'before',
  after: 'after',
  from: 'from',
});

/** "since October 7", "until Monday", "by the end of March", "early on Friday": the word in front belongs to the time. */
export function joinOpeners(words: Words, found: readonly Found[]): Found[] {
  return found.map((each, index) => {
    const before = found[index - 1];
    // "two days before 3 May": there "before" belongs to the length.
    if (before?.anchor?.first === each.first) return each;
    const joined = withOpener(words, withAdverb(words, each));
    // The word in front may be the end of the time before ("years earlier Monday").
    return joined.first < (before?.last ?? 0) ? each : joined;
  });
}

/** "early Friday", "late on Sunday", "earlier on Monday": still that day. */
function withAdverb(words: Words, found: Found): Found {
  if (!isDay(found.meaning)) return found;
  const preposition = words.lower[found.first - 1] === 'on' ? 1 : 0;
  const at = found.first - 1 - preposition;
  return /^(?:early|late|earlier|later)$/.test(words.lower[at] ?? '') ? { ...found, first: at } : found;
}

function withOpener(words: Words, found: Found): Found {
  const { meaning, first, last } = found;
  if (!/^(?:calendar|weekday|of day|feast|step|period|era)$/.test(meaning.is)) return found;
  const asOf = words.lower[first - 1] === 'of' && words.lower[first - 2] === 'as';
  const at = asOf ? first - 2 : words.lower[first - 1] === 'on' ? first - 2 : first - 1;
  const side = asOf ? 'as of' : OPENERS[words.lower[at] ?? ''];
  if (side === undefined || !isOpenerHere(words, side, at, last, meaning)) return found;
  return { first: at, last, meaning: { is: 'open', side, of: meaning }, parts: found.parts ?? [found] };
}

/** "after Friday prayers", "before Monday's vote", "footage from Friday": that day, and no open end. */
function isOpenerHere(words: Words, side: string, at: number, last: number, meaning: Meaning): boolean {
  if (/^(?:since|until|as of)$/.test(side)) return true;
  const isNounNext = /^(?:NOUN|PROPN|ADJ)$/.test(words.tags[last] ?? '') || words.lower[last] === "'s";
  if (side === 'from')
    return (
      !isNounNext &&
      !/^(?:NOUN|PROPN)$/.test(words.tags[at - 1] ?? '') &&
      !/^dat(?:es?|ed|ing)$/.test(words.lower[at - 1] ?? '')
    );
  if (side === 'by') return !isNounNext && meaning.is !== 'of day';
  return !isNounNext && meaning.is !== 'of day';
}
