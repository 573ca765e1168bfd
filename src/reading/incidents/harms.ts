import type { Outcome, Span, Toll, VictimStatus } from '../../record/index.js';
import type { Phrase } from '../syntax/index.js';
import type { Sentence } from '../text/index.js';
import { after, isPassive, joined, objectOf, subjectOf } from './clauses.js';
import { type Count, countOf } from './numbers.js';
import { type Figure, figureOf, isNobody } from './parties.js';
import { lemmaAt, type Scene, spanOf, tagAt, wordAt } from './scene.js';

/** A toll as one clause states it, and the token of the harm word, so that it can be given to its incident. */
export interface Harm {
  readonly toll: Toll;
  readonly head: number;
  readonly victims: Phrase | undefined;
}

const OF = new Set(['of']);

/** Every count of harm that a sentence states: "killing five and wounding dozens", "no casualties", "two dead". */
export function harmsOf(scene: Scene, sentence: Sentence): Harm[] {
  const harms: Harm[] = [];
  for (let at = sentence.first; at < sentence.last; at++) {
    const outcome = outcomeAt(scene, at);
    if (outcome !== undefined) harms.push(...harmsAt(scene, at, outcome, sentence));
    else if (lemmaAt(scene, at) === 'casualty') harms.push(...noneAt(scene, at, 'killed'));
    else if (isLivesOf(scene, at))
      harms.push(...counted(scene, at, 'killed', [scene.phraseAt[at + 2]], sentence));
  }
  return harms;
}

function outcomeAt(scene: Scene, at: number): Outcome | undefined {
  const entry = scene.lexicon.harm.get(lemmaAt(scene, at)) ?? scene.lexicon.harm.get(wordAt(scene, at));
  if (entry === undefined) return undefined;
  const tag = tagAt(scene, at);
  const fits =
    entry.tag === 'v'
      ? tag === 'VERB' || (tag === 'ADJ' && scene.phraseAt[at] === undefined)
      : entry.tag === 'n'
        ? tag === 'NOUN'
        : tag === 'ADJ' || tag === 'ADV' || tag === 'NOUN' || tag === 'VERB';
  return fits ? entry.outcome : undefined;
}

/** "claimed the lives of three soldiers" */
function isLivesOf(scene: Scene, at: number): boolean {
  return lemmaAt(scene, at) === 'life' && wordAt(scene, at + 1) === 'of';
}

function harmsAt(scene: Scene, at: number, outcome: Outcome, sentence: Sentence): Harm[] {
  const tag = tagAt(scene, at);
  if (tag === 'VERB' && scene.lexicon.harm.has(lemmaAt(scene, at))) {
    return counted(scene, at, outcome, victimsOfVerb(scene, at), sentence);
  }
  if (tag === 'NOUN' && scene.lexicon.harm.get(lemmaAt(scene, at))?.tag === 'n') {
    const none = noneAt(scene, at, outcome);
    if (none.length > 0) return none;
    const toll = wordAt(scene, at + 1) === 'toll' ? tollNumber(scene, at, outcome, sentence) : [];
    if (toll.length > 0) return toll;
    const counts = ownCount(scene, at, outcome);
    if (counts.length > 0) return counts;
    return counted(scene, at, outcome, [after(scene, at, sentence, OF, 1)], sentence);
  }
  // "shot dead a judge", "was shot dead"
  if (wordAt(scene, at - 1) === 'shot' && wordAt(scene, at) === 'dead') {
    return counted(scene, at, outcome, victimsOfVerb(scene, at - 1), sentence);
  }
  // "five people dead", "leaving 24 dead and 30 missing", "at least four are missing"
  const before = scene.phraseAt[at] ?? scene.phraseAt[at - 1] ?? subjectOf(scene, at);
  return counted(scene, at, outcome, wholeOf(scene, before), sentence, true);
}

/** "leaves two soldiers and six militants dead": all that is joined to a phrase, with nothing else between. */
function wholeOf(scene: Scene, phrase: Phrase | undefined): Phrase[] {
  if (phrase === undefined) return [];
  const { heads, labels } = scene.grammar;
  const above = labels[phrase.head] === 'conj' ? scene.phraseAt[heads[phrase.head] ?? -1] : undefined;
  const isNext =
    above !== undefined &&
    /^(?:and|or|,)$/.test(wordAt(scene, above.last)) &&
    phrase.first === above.last + 1;
  return isNext ? [...wholeOf(scene, above), phrase] : [phrase];
}

function victimsOfVerb(scene: Scene, verb: number): (Phrase | undefined)[] {
  const isSelf = /^(?:die|perish|drown)$/.test(lemmaAt(scene, verb));
  const passive = isSelf || isPassive(scene, verb);
  const victims = passive ? subjectOf(scene, verb) : objectOf(scene, verb);
  if (victims === undefined) return [];
  return joined(scene, victims);
}

function counted(
  scene: Scene,
  head: number,
  outcome: Outcome,
  victims: readonly (Phrase | undefined)[],
  sentence: Sentence,
  needsNumber = false,
): Harm[] {
  return victims.flatMap((phrase) => {
    if (phrase === undefined) return [];
    if (isNobody(scene, phrase)) return nobodyHarmed(scene, phrase, head, outcome);
    const count = countOf(scene, phrase, sentence);
    if (count === undefined && (needsNumber || !isOne(scene, phrase, figureOf(scene, phrase, 'recipient'))))
      return [];
    const words = wordsOf(scene, phrase, count?.first ?? phrase.first, head);
    return [{ toll: tollOf(scene, phrase, count, words, outcome), head, victims: phrase }];
  });
}

/** "No one was killed", "no soldiers were hurt" */
function nobodyHarmed(scene: Scene, phrase: Phrase, head: number, outcome: Outcome): Harm[] {
  const words = wordsOf(scene, phrase, phrase.first, head);
  const of = spanOf(scene, phrase.first, phrase.last).quote;
  const toll: Toll = {
    ...words,
    outcome,
    low: 0,
    high: 0,
    of,
    status: statusIn(scene, phrase),
    basis: 'stated',
  };
  return [{ toll, head, victims: undefined }];
}

/** The words from the number to the harm, "killed at least five soldiers"; those of the phrase alone where it is far. */
function wordsOf(scene: Scene, phrase: Phrase, first: number, head: number): Span {
  const from = Math.min(first, head);
  const to = Math.max(phrase.last, head + 1);
  return to - from > 25 ? spanOf(scene, phrase.first, phrase.last) : spanOf(scene, from, to);
}

function tollOf(scene: Scene, phrase: Phrase, count: Count | undefined, words: Span, outcome: Outcome): Toll {
  const figure = figureOf(scene, phrase, 'recipient');
  const victims = {
    of: figure?.name ?? spanOf(scene, phrase.first, phrase.last).quote,
    status: figure?.status ?? statusIn(scene, phrase),
  };
  if (count !== undefined) {
    return { ...words, outcome, low: count.low, high: count.high, ...victims, basis: 'stated' };
  }
  const rule = 'one person is named, so one is counted';
  return { ...words, outcome, low: 1, high: 1, ...victims, basis: 'worked out', rule };
}

/** Whether a phrase without a number, which is this party, is one person: "a senior leader", "Abu Baqir al-Saadi", "he". */
export function isOne(scene: Scene, phrase: Phrase, figure: Figure | undefined): boolean {
  const word = wordAt(scene, phrase.head);
  if (/^(?:he|she|him|her)$/.test(word)) return true;
  if (tagAt(scene, phrase.head) === 'PRON' || figure === undefined) return false;
  const isSingular =
    word === lemmaAt(scene, phrase.head) && !/(?:people|men|women|children|police|staff|crew)$/.test(word);
  return isSingular && (figure.type === 'person' || isPersonWord(scene, phrase));
}

function isPersonWord(scene: Scene, phrase: Phrase): boolean {
  return scene.lexicon.parties.get(lemmaAt(scene, phrase.head))?.type === 'people';
}

/** Whether those whom a phrase counts are civilians, combatants, police or unknown, by its head word. */
export function statusIn(scene: Scene, phrase: Phrase): VictimStatus {
  return scene.lexicon.parties.get(lemmaAt(scene, phrase.head))?.status ?? 'unknown';
}

/** "No casualties were reported", "without injuries". */
function noneAt(scene: Scene, at: number, outcome: Outcome): Harm[] {
  const phrase = scene.phraseAt[at];
  for (let before = at - 1; before >= Math.max(0, at - 7); before--) {
    const word = wordAt(scene, before);
    if (/^(?:no|without|zero|any)$/.test(word)) {
      const words = spanOf(scene, before, at + 1);
      const of = phrase === undefined ? words.quote : spanOf(scene, phrase.first, phrase.last).quote;
      const status = /civilian/i.test(words.quote) ? 'civilian' : 'unknown';
      const toll: Toll = { ...words, outcome, low: 0, high: 0, of, status, basis: 'stated' };
      return [{ toll, head: at, victims: undefined }];
    }
    if (/^[.;:]$/.test(word)) break;
  }
  return [];
}

/** "bringing the death toll to 20", "a death toll of at least 12". */
function tollNumber(scene: Scene, at: number, outcome: Outcome, sentence: Sentence): Harm[] {
  for (let next = at + 2; next < sentence.last && next - at < 12; next++) {
    if (tagAt(scene, next) !== 'NUM') continue;
    const phrase = scene.phraseAt[next];
    if (phrase === undefined) return [];
    return counted(scene, at, outcome, [phrase], sentence, true);
  }
  return [];
}

/** "two deaths", "dozens of injuries": the number counts the harm itself. */
function ownCount(scene: Scene, at: number, outcome: Outcome): Harm[] {
  const phrase = scene.phraseAt[at];
  if (phrase === undefined || phrase.head !== at) return [];
  const count = countOf(scene, phrase);
  if (count === undefined || wordAt(scene, at) === lemmaAt(scene, at)) return [];
  const words = spanOf(scene, count.first, at + 1);
  const toll: Toll = {
    ...words,
    outcome,
    low: count.low,
    high: count.high,
    of: spanOf(scene, phrase.first, phrase.last).quote,
    status: 'unknown',
    basis: 'stated',
  };
  return [{ toll, head: at, victims: undefined }];
}
