import type { Outcome, Span, Toll, VictimStatus } from '../../record/index.js';
import type { Phrase } from '../syntax/index.js';
import type { Sentence } from '../text/index.js';
import { after, isPassive, joined, objectOf, subjectOf } from './clauses.js';
import {
  isCountedBody,
  isDeadBehind,
  isDeadly,
  isDeadlyNoun,
  isLivesOf,
  isNumberOf,
  isOwnLife,
  isShot,
  listed,
  outcomeAt,
} from './harm-words.js';
import { type Count, countOf } from './numbers.js';
import { type Figure, figureOf, isNobody } from './parties.js';
import { lemmaAt, type Scene, spanOf, tagAt, wordAt } from './scene.js';

/** A toll as one clause states it, and the token of the harm word, so that it can be given to its incident. */
export interface Harm {
  readonly toll: Toll;
  readonly head: number;
  readonly victims: Phrase | undefined;
  /** "was shot": hurt, unless the report says that as many were killed. */
  readonly isUnlessKilled?: boolean;
}

const OF = new Set(['of']);
/** Outcomes of which a report says that there was none; "no arrests were made" is no count of the detained. */
const HARMS: ReadonlySet<Outcome> = new Set(['killed', 'injured', 'missing']);

/** Every count of harm that a sentence states: "killing five and wounding dozens", "no casualties", "two dead". */
export function harmsOf(scene: Scene, sentence: Sentence): Harm[] {
  const harms: Harm[] = [];
  for (let at = sentence.first; at < sentence.last; at++) {
    const outcome = outcomeAt(scene, at);
    harms.push(...(outcome ? harmsAt(scene, at, outcome, sentence) : inOtherWords(scene, at, sentence)));
  }
  return harms;
}

/** Harm that more than one word tells of. */
function inOtherWords(scene: Scene, at: number, sentence: Sentence): Harm[] {
  const killed = (victims: readonly (Phrase | undefined)[]) =>
    counted(scene, at, 'killed', victims, sentence);
  if (lemmaAt(scene, at) === 'casualty') return noneAt(scene, at, 'killed');
  if (lemmaAt(scene, at) === 'toll') return tollNumber(scene, at, 'killed', sentence);
  if (isCountedBody(scene, at)) return ownCount(scene, at, 'killed');
  if (isDeadly(scene, at)) return killed(victimsOfVerb(scene, at));
  if (isDeadlyNoun(scene, at)) return killed([after(scene, at, sentence, OF, 1)]);
  if (isOwnLife(scene, at)) return killed([subjectOf(scene, at)]);
  if (isLivesOf(scene, at)) return killed([scene.phraseAt[at + 2]]);
  if (!isShot(scene, at)) return [];
  const shot = counted(scene, at, 'injured', victimsOfVerb(scene, at), sentence);
  return shot.map((harm) => ({ ...harm, isUnlessKilled: true }));
}

function harmsAt(scene: Scene, at: number, outcome: Outcome, sentence: Sentence): Harm[] {
  const tag = tagAt(scene, at);
  if (tag === 'VERB' && listed(scene, at, 'adj') === undefined) {
    return counted(scene, at, outcome, victimsOfVerb(scene, at), sentence);
  }
  if (tag === 'NOUN' && listed(scene, at, 'n') !== undefined) return byNoun(scene, at, outcome, sentence);
  if (isDeadBehind(scene, at - 1)) return [];
  if (isNumberOf(scene, at)) return tollNumber(scene, at, outcome, sentence);
  // "five people dead", "leaving 24 dead and 30 missing", "at least four are missing"; "a man is dead", but no "dead man"
  const own = scene.phraseAt[at];
  const before = own ?? scene.phraseAt[at - 1] ?? subjectOf(scene, at) ?? ofPredicate(scene, at);
  return counted(scene, at, outcome, wholeOf(scene, before), sentence, own !== undefined);
}

/** "three deaths", "a death toll of five", "no casualties", "the murder of a judge", "his arrest" */
function byNoun(scene: Scene, at: number, outcome: Outcome, sentence: Sentence): Harm[] {
  const none = HARMS.has(outcome) ? noneAt(scene, at, outcome) : [];
  if (none.length > 0) return none;
  if (wordAt(scene, at + 1) === 'toll') return [];
  const counts = ownCount(scene, at, outcome);
  if (counts.length > 0) return counts;
  return counted(scene, at, outcome, [after(scene, at, sentence, OF, 1) ?? ownerOf(scene, at)], sentence);
}

/** "a man is dead": whoever it is said of. */
function ofPredicate(scene: Scene, at: number): Phrase | undefined {
  const isSaid = scene.grammar.labels[at] === 'acomp';
  return isSaid ? subjectOf(scene, scene.grammar.heads[at] ?? -1) : undefined;
}

/** "his arrest", "the judge's murder": whose; of "their attacks" and "the gang's killings" nobody can tell. */
function ownerOf(scene: Scene, noun: number): Phrase | undefined {
  if (wordAt(scene, noun) !== lemmaAt(scene, noun)) return undefined;
  const owner = scene.childrenAt[noun]?.find((child) => scene.grammar.labels[child] === 'poss');
  if (owner === undefined) return undefined;
  const phrase = scene.phraseAt[owner];
  return phrase?.head === owner ? phrase : { first: owner, last: owner + 1, head: owner };
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
    const harm = { toll: tollOf(scene, phrase, count, words, outcome), head, victims: phrase };
    return [harm, ...(count === undefined ? [] : includedIn(scene, phrase, head, outcome, sentence))];
  });
}

/** "26 people, including an infant": one who is counted apart from the whole; the model finds those with a number. */
function includedIn(scene: Scene, whole: Phrase, head: number, outcome: Outcome, sentence: Sentence): Harm[] {
  const at = whole.last + (wordAt(scene, whole.last) === ',' ? 1 : 0);
  const part =
    at + 1 < sentence.last && wordAt(scene, at) === 'including' ? scene.phraseAt[at + 1] : undefined;
  if (part === undefined || !/^an?$/.test(wordAt(scene, part.first)) || countOf(scene, part)) return [];
  if (!isOne(scene, part, figureOf(scene, part, 'recipient'))) return [];
  const words = spanOf(scene, at, part.last);
  return [{ toll: tollOf(scene, part, undefined, words, outcome), head, victims: part }];
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
  if (/^(?:he|she|him|her|his)$/.test(word) || isYearOld(scene, phrase.head)) return true;
  if (tagAt(scene, phrase.head) === 'PRON' || figure === undefined) return false;
  const isSingular =
    word === lemmaAt(scene, phrase.head) && !/(?:people|men|women|children|police|staff|crew)$/.test(word);
  return isSingular && (figure.type === 'person' || isPersonWord(scene, phrase));
}

/** "a 19-year-old" */
const isYearOld = (scene: Scene, head: number) =>
  wordAt(scene, head) === 'old' && wordAt(scene, head - 2) === 'year';

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

/** "bringing the death toll to 20", "a toll of at least 12", "the number of dead is now eleven". */
function tollNumber(scene: Scene, at: number, outcome: Outcome, sentence: Sentence): Harm[] {
  for (let next = at + 1; next < sentence.last && next - at < 12; next++) {
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
