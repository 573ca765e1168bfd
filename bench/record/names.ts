import type { AnnotatedParty } from './annotated.js';

const SMALL_WORDS = new Set(
  ['the', 'a', 'an', 'of', 'and', 'in', 'at', 'on', 'for', 'by', 'to']
    .concat(['his', 'her', 'its', 'their'])
    .concat(['two', 'three', 'some', 'several']),
);

/** Shares of the shorter and of the longer name that must be the same words. */
const SHORTER = 0.67;
const LONGER = 0.25;

/** Whether two names may be forms of one: "US military" and "the United States military", "gunmen" and "two gunmen". */
export function sameName(a: string, b: string): boolean {
  const [left, right] = [nameWords(a), nameWords(b)];
  if (left.length === 0 || right.length === 0) return a.toLowerCase().trim() === b.toLowerCase().trim();
  const common = left.filter((word) => right.includes(word)).length;
  const [shorter, longer] = [left.length, right.length].sort((x, y) => x - y) as [number, number];
  return common / shorter >= SHORTER && common / longer >= LONGER;
}

/** Whether any name of the one party is any name of the other. */
export function sameParty(a: AnnotatedParty, b: AnnotatedParty): boolean {
  return namesOf(a).some((left) => namesOf(b).some((right) => sameName(left, right)));
}

const namesOf = (party: AnnotatedParty) => [party.name, ...(party.aliases ?? [])].filter(Boolean);

/** Lower case, without marks, accents, small words, and the last "s" of a plural. */
function nameWords(name: string): string[] {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N} ]/gu, ' ');
  return plain
    .split(/\s+/)
    .filter((word) => word !== '' && !SMALL_WORDS.has(word))
    .map((word) => word.replace(/s$/, ''));
}
