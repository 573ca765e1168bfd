import type { Phrase } from '../syntax/index.js';
import type { Sentence } from '../text/index.js';
import { lemmaAt, type Scene, tagAt, wordAt } from './scene.js';

const BE = new Set(['be', 'was', 'were', 'been', 'being', 'is', 'are', 'get', 'got', 'gets']);
const RELATIVE = /^(?:who|which|that)$/;
const BREAK = /^[;:“”"—–]$/;

/**
 * The noun phrase that does what a verb says; undefined where the clause has none. Looks leftwards: past helpers and
 * adverbs ("has also killed"), prepositional phrases ("an attack in the city killed"), appositions ("X, a commander,
 * killed"), through relatives ("gunmen who killed") and to the verb before an "and" ("stormed a school and killed").
 */
export function subjectOf(scene: Scene, verb: number, sentence: Sentence): Phrase | undefined {
  let at = verb - 1;
  for (let steps = 0; at >= sentence.first && steps < 40; steps++) {
    const step = stepLeft(scene, at, verb, sentence);
    if (typeof step !== 'number') return step.found;
    at = step;
  }
  return undefined;
}

/** Where the search for a subject goes on, or what it has come to. */
type Step = number | { readonly found: Phrase | undefined };

function stepLeft(scene: Scene, at: number, verb: number, sentence: Sentence): Step {
  const word = wordAt(scene, at);
  if (BREAK.test(word)) return { found: undefined };
  if (word === ',') return overComma(scene, at, verb, sentence);
  if (tagAt(scene, at) === 'CCONJ') {
    const earlier = verbBefore(scene, at, sentence);
    return { found: earlier === undefined ? undefined : subjectOf(scene, earlier, sentence) };
  }
  if (RELATIVE.test(word) && /^(?:PRON|SCONJ|DET)$/.test(tagAt(scene, at) ?? '')) {
    return { found: antecedent(scene, at, sentence) };
  }
  const phrase = scene.phraseAt[at];
  return phrase === undefined ? at - 1 : overPhrase(scene, phrase, sentence);
}

function overComma(scene: Scene, comma: number, verb: number, sentence: Sentence): Step {
  const before = appositionStart(scene, comma, sentence);
  if (before !== undefined) return before;
  return startsClauseTail(scene, verb) ? comma - 1 : { found: undefined };
}

function overPhrase(scene: Scene, phrase: Phrase, sentence: Sentence): Step {
  // "after supporters fought": what stands behind "after" and before a verb is the verb's own subject.
  const opensClause = /^(?:after|before|since|until|as)$/.test(wordAt(scene, phrase.first - 1));
  if (hangsOnPreposition(scene, phrase) && !opensClause) return phrase.first - 2;
  const governor = phrase.first - 1;
  const isObject = tagAt(scene, governor) === 'VERB' && governor >= sentence.first;
  return { found: isObject ? subjectOf(scene, governor, sentence) : phrase };
}

/** ", killing five": a participle after a comma has the subject of the verb before it. */
function startsClauseTail(scene: Scene, verb: number): boolean {
  return wordAt(scene, verb).endsWith('ing');
}

/** The token before an apposition that a comma closes: "Ali, a commander, was …" → the token "Ali". */
function appositionStart(scene: Scene, comma: number, sentence: Sentence): number | undefined {
  for (let at = comma - 1; at > sentence.first && comma - at < 14; at--) {
    if (wordAt(scene, at) === ',') return at - 1;
    if (
      tagAt(scene, at) === 'VERB' &&
      scene.phraseAt[at] === undefined &&
      !/(?:ed|ing)$/.test(wordAt(scene, at))
    ) {
      return undefined;
    }
  }
  return undefined;
}

function verbBefore(scene: Scene, before: number, sentence: Sentence): number | undefined {
  for (let at = before - 1; at >= sentence.first && before - at < 25; at--) {
    if (tagAt(scene, at) === 'VERB' && scene.phraseAt[at] === undefined) return at;
  }
  return undefined;
}

function antecedent(scene: Scene, relative: number, sentence: Sentence): Phrase | undefined {
  for (let at = relative - 1; at >= sentence.first && relative - at < 6; at--) {
    const phrase = scene.phraseAt[at];
    if (phrase !== undefined) return headPhrase(scene, phrase, sentence);
    if (wordAt(scene, at) !== ',') return undefined;
  }
  return undefined;
}

/** "an attack in Kabul that killed" is about the attack, "a leader of the group who" about the leader. */
function headPhrase(scene: Scene, phrase: Phrase, sentence: Sentence): Phrase {
  const governor = scene.phraseAt[phrase.first - 2];
  const hangs = hangsOnPreposition(scene, phrase) && phrase.first - 2 >= sentence.first;
  return hangs && governor !== undefined ? headPhrase(scene, governor, sentence) : phrase;
}

/** Whether a phrase stands behind a preposition: "in the city"; not "more than 50", "up to 50". */
function hangsOnPreposition(scene: Scene, phrase: Phrase): boolean {
  return tagAt(scene, phrase.first - 1) === 'ADP' && !isQuantity(scene, phrase.first - 1);
}

/** Whether a token is a preposition that belongs to a number: "over 50", "at least five", "up to 20". */
function isQuantity(scene: Scene, at: number): boolean {
  const word = wordAt(scene, at);
  if (word === 'at') return wordAt(scene, at + 1) === 'least';
  return /^(?:than|over|about|around|under|to|nearly|some)$/.test(word) && tagAt(scene, at + 1) === 'NUM';
}

/** Whether a verb stands after a form of "be": "was also killed". */
export function isAfterBe(scene: Scene, verb: number, sentence: Sentence): boolean {
  for (let at = verb - 1; at >= sentence.first && verb - at < 5; at--) {
    if (BE.has(wordAt(scene, at)) || (tagAt(scene, at) === 'AUX' && lemmaAt(scene, at) === 'be')) return true;
    if (/^(?:had|has|have)$/.test(wordAt(scene, at))) return false;
    const skips = tagAt(scene, at) === 'ADV' || tagAt(scene, at) === 'PART' || isJoinedVerb(scene, at);
    if (!skips) return false;
  }
  return false;
}

/**
 * Whether a verb that takes an object is passive: after a form of "be", or a participle that follows its noun and has
 * no object of its own ("five people killed in the blast").
 */
export function isPassive(scene: Scene, verb: number, sentence: Sentence): boolean {
  if (isAfterBe(scene, verb, sentence)) return true;
  const isParticiple = /(?:ed|en|ot|ut|ound|ung)$/.test(wordAt(scene, verb));
  const next = tagAt(scene, verb + 1);
  const ends = next === 'ADP' || next === 'PUNCT' || next === 'ADV';
  return isParticiple && ends && !isQuantity(scene, verb + 1) && wordAt(scene, verb + 1) !== '“';
}

/** "was shot and killed", "were killed or wounded". */
function isJoinedVerb(scene: Scene, at: number): boolean {
  return tagAt(scene, at) === 'VERB' || tagAt(scene, at) === 'CCONJ';
}

/**
 * Whom a passive verb is done to: its subject; for a participle without "be" the phrase right before it, as in
 * "a building that housed families displaced from the border".
 */
export function sufferer(scene: Scene, verb: number, sentence: Sentence): Phrase | undefined {
  const before = scene.phraseAt[verb - 1];
  const isBare = !isAfterBe(scene, verb, sentence);
  return isBare && before !== undefined ? before : subjectOf(scene, verb, sentence);
}

/** The noun phrase that a verb is done to, right behind it: "killed at least five soldiers". */
export function objectOf(scene: Scene, verb: number, sentence: Sentence): Phrase | undefined {
  for (let at = verb + 1; at < sentence.last && at - verb < 8; at++) {
    const phrase = scene.phraseAt[at];
    if (phrase !== undefined) return phrase;
    const word = wordAt(scene, at);
    const tag = tagAt(scene, at);
    const isCounting =
      /^(?:at|least|more|than|up|to|about|around|nearly|almost|over|as|many|some|down|dead)$/.test(word);
    // "shot and killed two": the second verb's object is the first one's too.
    const isJoined = tag === 'CCONJ' || (tag === 'VERB' && tagAt(scene, at - 1) === 'CCONJ');
    if (!isCounting && tag !== 'ADV' && !isJoined) return undefined;
  }
  return undefined;
}

/** The noun phrase behind one of some prepositions, to the right of a token and in the same clause: "by X", "against X". */
export function after(
  scene: Scene,
  from: number,
  sentence: Sentence,
  prepositions: ReadonlySet<string>,
  reach = 12,
): Phrase | undefined {
  for (let at = from + 1; at < sentence.last - 1 && at - from <= reach; at++) {
    const word = wordAt(scene, at);
    if (BREAK.test(word)) return undefined;
    if (prepositions.has(word)) {
      let next = at + 1;
      while (next < sentence.last && next - at < 5 && scene.phraseAt[next] === undefined) next++;
      return scene.phraseAt[next];
    }
    const isVerb = tagAt(scene, at) === 'VERB' && scene.phraseAt[at] === undefined;
    if (isVerb && !/(?:ed|ing)$/.test(word)) return undefined;
  }
  return undefined;
}

/** The phrases that "and" or a comma joins to one: "Ali, his driver and two guards". Never across a verb. */
export function joined(scene: Scene, phrase: Phrase, sentence: Sentence): Phrase[] {
  const all = [phrase];
  let last = phrase;
  for (let guard = 0; guard < 6; guard++) {
    let at = last.last;
    // A phrase with "of" goes on: "two of his guards and …".
    const behindOf = wordAt(scene, at) === 'of' ? scene.phraseAt[at + 1] : undefined;
    if (behindOf !== undefined) at = behindOf.last;
    const isAnd = wordAt(scene, at) === 'and';
    const isComma = wordAt(scene, at) === ',' && comesToAnd(scene, at, sentence);
    if (at >= sentence.last || !(isAnd || isComma)) break;
    let next = at + 1;
    if (isComma && wordAt(scene, next) === 'and') next++;
    const following = scene.phraseAt[next];
    if (following === undefined) break;
    all.push(following);
    last = following;
  }
  return all;
}

/**
 * The phrases that stand before a subject and share its verb: "Ali" in "Ali and his driver were killed". Not the object
 * of a verb of its own: in "killed two soldiers and a driver was hurt" the soldiers were not hurt.
 */
export function joinedBefore(scene: Scene, phrase: Phrase, sentence: Sentence): Phrase[] {
  const found: Phrase[] = [];
  let first = phrase.first;
  for (let guard = 0; guard < 6; guard++) {
    const isAnd = wordAt(scene, first - 1) === 'and';
    const isComma = wordAt(scene, first - 1) === ',' && found.length > 0;
    const end = wordAt(scene, first - 2) === ',' ? first - 3 : first - 2;
    const before = isAnd || isComma ? scene.phraseAt[end] : undefined;
    if (before === undefined || before.first < sentence.first || isGoverned(scene, before)) break;
    found.unshift(before);
    first = before.first;
  }
  return found;
}

/** Whether a phrase hangs on a verb or a preposition before it. */
function isGoverned(scene: Scene, phrase: Phrase): boolean {
  if (hangsOnPreposition(scene, phrase)) return true;
  for (let at = phrase.first - 1; phrase.first - at < 4; at--) {
    if (tagAt(scene, at) === 'VERB') return true;
    if (!/^(?:at|least|more|than|up|to|about|around|nearly|almost|over|some)$/.test(wordAt(scene, at)))
      return false;
  }
  return false;
}

/** Whether a comma is one of a list, "A, B and C": phrases and commas only, up to an "and" with a phrase behind it. */
function comesToAnd(scene: Scene, comma: number, sentence: Sentence): boolean {
  let at = comma;
  while (at < sentence.last && wordAt(scene, at) === ',') {
    const phrase = scene.phraseAt[at + 1];
    if (phrase === undefined) return wordAt(scene, at + 1) === 'and';
    at = phrase.last;
  }
  return wordAt(scene, at) === 'and' && scene.phraseAt[at + 1] !== undefined;
}
