import { foldName } from './fold.js';

const ARTICLE = /^(?:al|el|ad|an|ar|as|ash|at|az|ez|es|ed|et|er|adh|ath)$/;
/** Fewer consonants than this are shared by too many names. */
const LEAST = 3;

/**
 * What is left of a name when vowels, articles and the ways to write one sound are taken out, so that spellings of one
 * name in another script meet: "Bint Jbeil" and "Bent Jbaïl" are "bnt jbl". Empty where too little is left.
 */
export function soundOf(name: string): string {
  const words = foldName(name)
    .split(' ')
    .filter((word) => !ARTICLE.test(word))
    .map(consonants);
  const sound = words.join('');
  return sound.length >= LEAST && /^[a-z]+$/.test(sound) ? sound : '';
}

function consonants(word: string): string {
  return word
    .replace(/kh|ck|q/g, 'k')
    .replace(/gh/g, 'g')
    .replace(/ph/g, 'f')
    .replace(/dh|th/g, (pair) => pair.charAt(0))
    .replace(/dj/g, 'j')
    .replace(/tch|tsh/g, 'ch')
    .replace(/w/g, 'u')
    .replace(/(?<=[a-z])h(?![aeiou])/g, '')
    .replace(/^[aeiouy]+/, 'a')
    .replace(/(?<=.)[aeiouy]/g, '')
    .replace(/(.)\1+/g, '$1');
}

/** How alike two names are written, 0 to 1: one less the share of letters that must be changed. */
export function likeness(a: string, b: string): number {
  const [x, y] = [foldName(a), foldName(b)];
  const longest = Math.max(x.length, y.length);
  return longest === 0 ? 1 : 1 - changes(x, y) / longest;
}

/** The least number of letters to add, drop or change. */
function changes(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
