import type { Phrase } from '../syntax/index.js';
import type { Sentence } from '../text/index.js';
import { isTimeWord, lowerAt, type Page, type Stretch } from './words.js';

const JOINING = /^(?:of|for|in|from|at|to|with|near|on|behind|against|close|around|under)$/;
const POSSESSIVE = /^['’]s?$/i;
/** Phrases that hang on one another, at most: "the head of the office of the governor of …". */
const LONGEST = 8;

function phraseAt(page: Page, at: number): Phrase | undefined {
  return page.grammar.phrases[page.phraseOf[at] ?? -1];
}

/** The phrase that ends with a token, together with the ones that it hangs on: "the mayor of the town of Jasim". */
export function phraseEndingAt(page: Page, sentence: Sentence, last: number): Stretch | undefined {
  const phrase = phraseAt(page, last);
  if (phrase === undefined) {
    const isNoun = /^(?:PRON|PROPN|NOUN|NUM)$/.test(page.grammar.tags[last] ?? '');
    return isNoun ? { first: last, last: last + 1 } : undefined;
  }
  let first = Math.max(phrase.first, sentence.first);
  for (let count = 0; count < LONGEST; count++) {
    const before = phraseBefore(page, sentence, first);
    if (before === undefined) break;
    first = before.first;
  }
  return reducedRelative(page, sentence, first) ?? { first, last: last + 1 };
}

/** The phrase that a phrase hangs on. "co-author" + "Clara Voss" touch, as "the sheriff" + "’s office" do; "mayor of Jasim" has a joint between. */
function phraseBefore(page: Page, sentence: Sentence, first: number): Phrase | undefined {
  const touching = phraseAt(page, first - 1);
  const hangs = page.grammar.tags[first] === 'PROPN' || POSSESSIVE.test(lowerAt(page, first));
  if (touching?.last === first && hangs && touching.first >= sentence.first) {
    return touching;
  }
  const before = phraseAt(page, first - 2);
  if (before?.last !== first - 1 || before.first < sentence.first) return undefined;
  const joint = lowerAt(page, first - 1);
  if (POSSESSIVE.test(joint)) return before;
  const isJoined = JOINING.test(joint) || (joint === 'and' && joinsTwo(page, sentence, before.first));
  return isJoined && !isTimeWord(page, first - 2) ? before : undefined;
}

/** Whether "A and B" is one subject: A opens the clause, so that no verb before it takes A for its object. */
function joinsTwo(page: Page, sentence: Sentence, first: number): boolean {
  return first === sentence.first || /^(?:[,;:—”"]|to|that)$/.test(lowerAt(page, first - 1));
}

/** "A survivor reached by telephone", "Leaflets left at the scene": the phrase before a participle, not the one behind. */
function reducedRelative(page: Page, sentence: Sentence, first: number): Stretch | undefined {
  const participle = first - 2;
  if (!/^(?:by|at|in|on|from|for|to|with)$/.test(lowerAt(page, first - 1))) return undefined;
  if (page.grammar.tags[participle] !== 'VERB') return undefined;
  if (!/(?:ed|left|seen|read|held|sent|born|known)$/.test(lowerAt(page, participle))) return undefined;
  const before = phraseAt(page, participle - 1);
  if (before?.last !== participle || before.first < sentence.first) return undefined;
  const opens =
    before.first === sentence.first ||
    /^(?:[,;:—”"]|and|but|while|as|that)$/.test(lowerAt(page, before.first - 1));
  return opens ? { first: before.first, last: before.last } : undefined;
}

/** The phrase that begins at a token, with what hangs on it: "the manager of the ship" up to the comma. */
export function phraseStartingAt(page: Page, sentence: Sentence, first: number): Stretch | undefined {
  const phrase = phraseAt(page, first);
  if (phrase === undefined || first >= sentence.last) return undefined;
  let last = Math.min(phrase.last, sentence.last);
  for (let count = 0; count < LONGEST && last < sentence.last; count++) {
    const next = phraseBehind(page, last);
    if (next === undefined) break;
    last = Math.min(next.last, sentence.last);
  }
  return { first, last };
}

function phraseBehind(page: Page, last: number): Phrase | undefined {
  const touching = phraseAt(page, last);
  if (touching?.first === last && page.grammar.tags[last] === 'PROPN') return touching;
  const next = phraseAt(page, last + 1);
  if (next?.first !== last + 1 || isTimeWord(page, last + 1)) return undefined;
  const joint = lowerAt(page, last);
  return JOINING.test(joint) || joint === 'and' || POSSESSIVE.test(joint) ? next : undefined;
}
