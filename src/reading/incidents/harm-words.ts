import type { Outcome } from '../../record/index.js';
import { isPassive } from './clauses.js';
import { lemmaAt, type Scene, tagAt, wordAt } from './scene.js';

/** "shot dead", "found shot to death", "fatally stabbed", "gunned down", "found dead" */
export function isDeadly(scene: Scene, at: number): boolean {
  if (tagAt(scene, at) !== 'VERB') return false;
  const next = wordAt(scene, at + 1);
  const isToDeath = next === 'to' && wordAt(scene, at + 2) === 'death';
  const isDown = next === 'down' && lemmaAt(scene, at) === 'gun';
  return isToDeath || isDown || isDeadBehind(scene, at) || wordAt(scene, at - 1) === 'fatally';
}

export const isDeadBehind = (scene: Scene, verb: number) =>
  wordAt(scene, verb + 1) === 'dead' && /^(?:shoot|find|strike|beat)$/.test(lemmaAt(scene, verb));

export function outcomeAt(scene: Scene, at: number): Outcome | undefined {
  const tag = tagAt(scene, at);
  const isVerb = tag === 'VERB' || (tag === 'ADJ' && scene.phraseAt[at] === undefined);
  const own = isVerb ? listed(scene, at, 'v') : tag === 'NOUN' ? listed(scene, at, 'n') : undefined;
  return own ?? (/^(?:ADJ|ADV|NOUN|VERB)$/.test(tag ?? '') ? listed(scene, at, 'adj') : undefined);
}

export const listed = (scene: Scene, at: number, tag: 'v' | 'n' | 'adj'): Outcome | undefined =>
  scene.lexicon.harm.get(`${lemmaAt(scene, at)} ${tag}`) ??
  scene.lexicon.harm.get(`${wordAt(scene, at)} ${tag}`);

/** "the fatal shooting of a teenager" */
export const isDeadlyNoun = (scene: Scene, at: number) =>
  tagAt(scene, at) === 'NOUN' &&
  wordAt(scene, at + 1) === 'of' &&
  /^(?:fatal|deadly)$/.test(wordAt(scene, at - 1));

/** "a woman was shot in the chest": those who were shot at may be unhurt, those who were shot are not. */
export const isShot = (scene: Scene, at: number) =>
  /^(?:shot|stabbed)$/.test(wordAt(scene, at)) && tagAt(scene, at) === 'VERB' && isPassive(scene, at);

/** "took her own life", "lost their lives" */
export function isOwnLife(scene: Scene, at: number): boolean {
  const isLife = (token: number) => /^li(?:fe|ves)$/.test(wordAt(scene, token));
  if (lemmaAt(scene, at) === 'lose')
    return isLife(at + 2) && /^(?:his|her|their)$/.test(wordAt(scene, at + 1));
  return lemmaAt(scene, at) === 'take' && wordAt(scene, at + 2) === 'own' && isLife(at + 3);
}

/** "three bodies were found", "claimed 17 lives" */
export function isCountedBody(scene: Scene, at: number): boolean {
  if (/^(?:bodies|corpses)$/.test(wordAt(scene, at))) return true;
  const before = [at - 4, at - 3, at - 2, at - 1].map((token) => lemmaAt(scene, token));
  return wordAt(scene, at) === 'lives' && before.some((lemma) => /^(?:claim|cost|take)$/.test(lemma ?? ''));
}

/** "the number of dead", "the number of the missing" */
export const isNumberOf = (scene: Scene, at: number) =>
  [at - 1, at - 2].some((of) => wordAt(scene, of) === 'of' && wordAt(scene, of - 1) === 'number');

/** "claimed the lives of three soldiers" */
export function isLivesOf(scene: Scene, at: number): boolean {
  return lemmaAt(scene, at) === 'life' && wordAt(scene, at + 1) === 'of';
}
