import type { Realis } from '../../record/index.js';
import { lemmaAt, type Scene, tagAt, wordAt } from './scene.js';
import type { Trigger } from './triggers.js';

const ATTEMPTED = /^(?:attempted|attempt|attempts|failed|tried|tries|foiled|thwarted|trying)$/;
const PLANNED =
  /^(?:plans|planned|plan|planning|scheduled|upcoming|proposed|proposes|intends|prepares|preparing|slated)$/;
const THREATENED =
  /^(?:threatens|threatened|threatening|threat|threats|vowed|vows|vowing|warns|warned|warning)$/;
const FUTURE = /^(?:will|shall|’ll|'ll)$/;
const MAYBE = /^(?:could|may|might|would|if|unless|whether|should|possible|potential|any)$/;
const DENIED = /^(?:denied|denies|deny|denying|refuted|dismissed)$/;

/** How real an incident is, by the words before it in its clause: "attempted", "plans to", "threatened", "could". */
export function realisOf(scene: Scene, trigger: Trigger): Realis {
  const words = wordsBefore(scene, trigger, 7);
  const has = (pattern: RegExp) => words.some((word) => pattern.test(word));
  if (words.slice(0, 3).some((word) => ATTEMPTED.test(word))) return 'attempted';
  if (has(THREATENED) && !trigger.entry.lemmas.includes('withdraw')) return 'threatened';
  if (words.slice(0, 4).some((word) => FUTURE.test(word)) || has(PLANNED)) return 'planned';
  if (isGoing(scene, trigger, words)) return 'ongoing';
  if (words.slice(0, 4).some((word) => DENIED.test(word))) return 'denied';
  if (words.slice(0, 3).some((word) => MAYBE.test(word))) return 'hypothetical';
  return 'happened';
}

/** The words before a trigger, nearest first, in its clause. */
function wordsBefore(scene: Scene, trigger: Trigger, reach: number): string[] {
  const words: string[] = [];
  for (let at = trigger.first - 1; at >= trigger.sentence.first && words.length < reach; at--) {
    const word = wordAt(scene, at);
    if (/^[,;:“”".]$/.test(word) || /^(?:after|before|because|since|when|who|which)$/.test(word)) break;
    // "May" may be a month.
    if (scene.timeAt[at] === undefined) words.push(word);
  }
  return words;
}

/** "is fighting", "the ongoing war", "the war": a war is ongoing unless the words put it in the past. */
function isGoing(scene: Scene, trigger: Trigger, words: readonly string[]): boolean {
  if (words.slice(0, 3).some((word) => /^(?:ongoing|continuing|continues|continue)$/.test(word))) return true;
  if (lemmaAt(scene, trigger.head) === 'war') return true;
  const isProgressive = tagAt(scene, trigger.head) === 'VERB' && wordAt(scene, trigger.head).endsWith('ing');
  return isProgressive && /^(?:is|are)$/.test(words[0] ?? '');
}
