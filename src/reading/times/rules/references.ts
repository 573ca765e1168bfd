import { isDash, reads, touches, type Words } from '../words.js';
import type { Rule } from './rule.js';

/** "now", "currently", "the current crisis", "recently", "in the future". */
const reference: Rule = {
  name: 'past, present or future',
  read(words, at) {
    for (const each of words.vocabulary.references.get(words.lower[at] ?? '') ?? []) {
      const last = at + each.words.length;
      if (!reads(words, at, ...each.words)) continue;
      if (each.isAdjective ? !isAdjective(words, at) : modifiesNext(words, last)) continue;
      // "at present" is read with its preposition, which is no part of it.
      const first = /^(?:at|for|of)$/.test(each.words[0] ?? '') ? at + 1 : at;
      return { first, last, meaning: { is: 'reference', value: each.value } };
    }
    return undefined;
  },
};

/** "the current crisis"; but not "a strong current" and "recent weeks", which another rule reads. */
function isAdjective(words: Words, at: number): boolean {
  return words.tags[at] === 'ADJ' && (words.heads[at] ?? -1) > at && !isDash(words, at + 1);
}

/** "the past month", "the present government", "the future president": not the past itself. */
function modifiesNext(words: Words, last: number): boolean {
  // "the now-cancelled deal".
  if (isDash(words, last) && touches(words, last)) return true;
  return words.penn[last - 1] === 'JJ' && /^(?:NN|NNS|NNP|NNPS|CD|JJ|VBG)$/.test(words.penn[last] ?? '');
}

export const referenceRules: readonly Rule[] = [reference];
