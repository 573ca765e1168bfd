import type { Phrase } from '../syntax/index.js';
import type { Sentence } from '../text/index.js';
import { type Scene, tagAt, wordAt } from './scene.js';

const RELATIVE = /^(?:who|whom|which|that|whose)$/;
const BREAK = /^[;:“”"—–]$/;
/** How far up a parse is worth a look. */
const HIGH = 12;

/**
 * The noun phrase that does what a verb says, or suffers it where the verb is passive; undefined where its clause has
 * none. A verb without a subject of its own has that of the verb it hangs on: "stormed a school and killed", "tried to
 * kill", "attacked it, killing five"; or stands behind its noun: "gunmen who killed", "people killed in the blast".
 */
export function subjectOf(scene: Scene, verb: number, height = 0): Phrase | undefined {
  const own = childOf(scene, verb, /^nsubj(?:pass)?$/);
  const label = scene.grammar.labels[verb] ?? '';
  const head = scene.grammar.heads[verb] ?? -1;
  if (own !== undefined) return scene.phraseAt[antecedentOf(scene, verb, own)];
  if (head < 0 || height > HIGH) return undefined;
  if (label === 'acl' || label === 'relcl') return scene.phraseAt[head];
  if (label === 'pcomp') return ofPreposition(scene, head, height);
  const shares = /^(?:conj|xcomp|advcl|dep)$/.test(label) && isVerb(scene, head);
  return shares ? subjectOf(scene, head, height + 1) : undefined;
}

/** "gunmen who killed", "the man whom they killed": what a relative pronoun stands for; any other token itself. */
function antecedentOf(scene: Scene, verb: number, at: number): number {
  const isRelative = scene.grammar.labels[verb] === 'relcl' && RELATIVE.test(wordAt(scene, at));
  return isRelative ? (scene.grammar.heads[verb] ?? at) : at;
}

/** "he fled after killing two": what hangs on a preposition has the subject of the verb before it; "accused him of". */
function ofPreposition(scene: Scene, preposition: number, height: number): Phrase | undefined {
  const verb = scene.grammar.heads[preposition] ?? -1;
  if (!isVerb(scene, verb)) return undefined;
  return objectOf(scene, verb) ?? subjectOf(scene, verb, height + 1);
}

function isVerb(scene: Scene, at: number): boolean {
  return tagAt(scene, at) === 'VERB' || tagAt(scene, at) === 'AUX';
}

function childOf(scene: Scene, at: number, labels: RegExp): number | undefined {
  return scene.childrenAt[at]?.find((child) => labels.test(scene.grammar.labels[child] ?? ''));
}

/** The noun phrase that a verb is done to: "killed at least five soldiers"; "two" for both in "shot and killed two". */
export function objectOf(scene: Scene, verb: number): Phrase | undefined {
  const object = childOf(scene, verb, /^dobj$/);
  if (object !== undefined) return scene.phraseAt[antecedentOf(scene, verb, object)];
  const next = childOf(scene, verb, /^conj$/);
  const isShared =
    next !== undefined && next > verb && next - verb < 4 && isVerb(scene, next) && !hasSubject(scene, next);
  return isShared ? objectOf(scene, next) : undefined;
}

function hasSubject(scene: Scene, verb: number): boolean {
  return childOf(scene, verb, /^nsubj/) !== undefined;
}

/** Whether a verb stands after a form of "be" that makes it passive: "was also killed", "was shot and killed". */
export function isAfterBe(scene: Scene, verb: number): boolean {
  if (childOf(scene, verb, /^(?:auxpass|nsubjpass)$/) !== undefined) return true;
  const head = scene.grammar.heads[verb] ?? -1;
  const goesOn =
    scene.grammar.labels[verb] === 'conj' && childOf(scene, verb, /^(?:nsubj|aux|dobj)$/) === undefined;
  return (
    goesOn &&
    /^VB[ND]$/.test(scene.grammar.penn[verb] ?? '') &&
    head < verb &&
    isVerb(scene, head) &&
    isAfterBe(scene, head)
  );
}

/**
 * Whether a verb that takes an object is passive: after a form of "be", or a participle without an object ("five people
 * killed in the blast").
 */
export function isPassive(scene: Scene, verb: number): boolean {
  if (isAfterBe(scene, verb)) return true;
  if (scene.grammar.penn[verb] !== 'VBN' && scene.grammar.penn[verb] !== 'VBD') return false;
  if (childOf(scene, verb, /^(?:dobj|aux)$/) !== undefined || objectOf(scene, verb)) return false;
  if (scene.grammar.penn[verb] === 'VBN') return true;
  const next = tagAt(scene, verb + 1);
  return next === 'ADP' || next === 'PUNCT' || next === 'ADV';
}

/** The noun phrase behind one of some prepositions, to the right of a token and in the same clause: "by X", "against X". */
export function after(
  scene: Scene,
  from: number,
  sentence: Sentence,
  prepositions: ReadonlySet<string>,
  reach = 12,
): Phrase | undefined {
  const hung = hangingOn(scene, from, prepositions);
  if (hung !== undefined) return hung;
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

/** The noun phrase that hangs on a word by one of some prepositions. */
function hangingOn(scene: Scene, at: number, prepositions: ReadonlySet<string>): Phrase | undefined {
  for (const child of scene.childrenAt[at] ?? []) {
    if (child < at || !prepositions.has(wordAt(scene, child))) continue;
    const object = childOf(scene, child, /^pobj$/);
    if (object !== undefined) return scene.phraseAt[object];
  }
  return undefined;
}

/** The phrases that are joined to one, and itself: "Ali, his driver and two guards". */
export function joined(scene: Scene, phrase: Phrase): Phrase[] {
  const all = [phrase];
  for (const one of all) {
    for (const child of scene.childrenAt[one.head] ?? []) {
      const next = scene.grammar.labels[child] === 'conj' ? scene.phraseAt[child] : undefined;
      if (next !== undefined && next.first >= one.last && all.length < 12) all.push(next);
    }
  }
  return all;
}
