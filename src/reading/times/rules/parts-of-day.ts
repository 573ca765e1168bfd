import type { Found } from '../meaning.js';
import type { PartOfDay } from '../vocabulary.js';
import { byWord, isDash, reads, type Words } from '../words.js';
import { mayBeDay } from './pieces.js';
import type { Rule } from './rule.js';

const EDGES = byWord<string>({
  first: 'TMO',
  opening: 'TMO',
  last: 'TEV',
  final: 'TEV',
  closing: 'TEV',
});

/** "the first hours of Monday", "the last hours of Sunday": only with their day. */
const edgeHours: Rule = {
  name: 'the first or last hours of a day',
  read(words, at) {
    const start = words.lower[at] === 'the' ? at + 1 : at;
    if (!reads(words, start + 1, 'hours', 'of') || !mayBeDay(words, start + 3)) return undefined;
    const part = EDGES[words.lower[start] ?? ''];
    if (part === undefined) return undefined;
    return { first: at, last: start + 2, meaning: { is: 'of day', part }, weak: true };
  },
};

/** "the early hours", "the small hours", "early hours" — "of Thursday" joins later. */
const smallHours: Rule = {
  name: 'the early hours',
  read(words, at) {
    const start = words.lower[at] === 'the' ? at + 1 : at;
    if (!/^(?:early|small|wee)$/.test(words.lower[start] ?? '')) return undefined;
    const next = words.lower[start + 1] === 'morning' ? start + 2 : start + 1;
    if (words.lower[next] !== 'hours') return undefined;
    return { first: at, last: next + 1, meaning: { is: 'of day', part: 'TMO' } };
  },
};

const NEAR = /^(?:before|after|around|about|by|until|till|towards|toward)$/;

/** "in the evening", "at dawn", "shortly after midnight", "before sunrise", "by nightfall", "overnight", "the night" (of). */
const part: Rule = {
  name: 'part of a day',
  read(words, at) {
    const near = nearness(words, at);
    const article = words.lower[near] === 'the' ? 1 : 0;
    const early = /^(?:early|late|mid)$/.test(words.lower[near + article] ?? '') ? 1 : 0;
    const dash = early && /^[-‐]$/.test(words.lower[near + article + 1] ?? '') ? 1 : 0;
    const start = near + article + early + dash;
    const found = words.terms[start]?.part;
    if (found === undefined) return undefined;
    const before = words.lower[at - 1] ?? '';
    const weak = !standsAlone(found.stands, before, near > at, article > 0, words, start + 1);
    return partFound(at, start + 1, found, weak);
  },
};

/** The tokens of "shortly after", "just before", "ahead of" in front of a part of a day. */
function nearness(words: Words, at: number): number {
  if (reads(words, at, 'ahead', 'of')) return at + 2;
  const adverb = /^(?:shortly|just|soon|right|well)$/.test(words.lower[at] ?? '') ? 1 : 0;
  return NEAR.test(words.lower[at + adverb] ?? '') ? at + adverb + 1 : at;
}

function standsAlone(
  stands: 'in' | 'at' | 'alone',
  before: string,
  isNear: boolean,
  hasArticle: boolean,
  words: Words,
  next: number,
): boolean {
  if (stands === 'alone') return true;
  const behind = words.lower[next] ?? '.';
  if (/^(?:prayer|prayers)$/.test(behind)) return false;
  if (isModifier(words, next)) return true;
  if (stands === 'at')
    return isNear || /^(?:at|around|about|by|until|till|before|after|since|from)$/.test(before);
  if (isNear && /^(?:early|late|mid|-)$/.test(words.lower[next - 2] ?? '')) return true;
  return (
    (isNear && hasArticle) || (hasArticle && /^(?:in|during|by|on|until|since|over|through)$/.test(before))
  );
}

/** "a dawn raid", "the pre-dawn operation", "an early morning shooting", "a midnight deadline". */
function isModifier(words: Words, next: number): boolean {
  if (words.tags[next] !== 'NOUN' || isDash(words, next)) return false;
  const word = words.lower[next - 1] ?? '';
  const before = words.lower[next - 2] ?? '';
  // "in morning trading", "late afternoon trade".
  if (
    /^(?:morning|afternoon|evening|midday)$/.test(word) &&
    /^(?:trading|trade|deals)$/.test(words.lower[next] ?? '')
  )
    return true;
  if (/^(?:dawn|midnight|midday|dusk)$/.test(word)) return /^(?:a|an|the|in|pre|-)$/.test(before);
  return word !== 'night' && /^(?:early|late|mid|-)$/.test(before);
}

function partFound(first: number, last: number, { code, stands }: PartOfDay, weak: boolean): Found {
  const time = /^T(\d\d):(\d\d)$/.exec(code);
  const clock = time && code !== 'T24:00' ? { hour: Number(time[1]), minute: Number(time[2]) } : undefined;
  return {
    first,
    last,
    meaning: {
      is: 'of day',
      ...(clock ? { clock } : { part: code }),
      ...(stands === 'alone' && { overnight: true }),
    },
    ...(weak && { weak }),
  };
}

export const partRules: readonly Rule[] = [edgeHours, smallHours, part];
