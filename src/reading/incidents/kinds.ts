import { familyOf } from '../../record/index.js';
import { lemmaAt, type Scene, tagAt, wordAt } from './scene.js';
import type { Trigger } from './triggers.js';

/**
 * The kind of an incident word in its clause. A generic word ("attack", "strike", "hit") takes the kind that its phrase
 * or its weapon tells ("drone attack", "struck by a missile"); violence that is called accidental is an accident.
 */
export function kindOf(scene: Scene, trigger: Trigger): string {
  const { entry } = trigger;
  if (familyOf(entry.kind) === 'violence' && isAccidental(scene, trigger)) return 'accident';
  const isOpen = entry.strength === 'generic' || entry.strength === 'effect';
  if (!isOpen || entry.kind === 'death') return entry.kind;
  return wordsNear(scene, trigger).find((kind) => kind !== undefined) ?? entry.kind;
}

function isAccidental(scene: Scene, trigger: Trigger): boolean {
  for (let at = trigger.sentence.first; at < trigger.sentence.last; at++) {
    if (
      /^(?:accidental|accidentally|unintentional|unintentionally|inadvertently|mistakenly)$/.test(
        wordAt(scene, at),
      )
    ) {
      return true;
    }
  }
  return false;
}

/** The kinds of the words in the trigger's phrase, in front of it first, then behind "with", "by", "in" or "using". */
function wordsNear(scene: Scene, trigger: Trigger): (string | undefined)[] {
  const { kindWords } = scene.lexicon;
  const phrase = scene.phraseAt[trigger.head];
  const near: number[] = [];
  for (let at = trigger.last - 1; at >= (phrase?.first ?? trigger.first); at--) near.push(at);
  // "rocket and drone strikes": what is joined to the phrase counts too, after it.
  const before = phrase?.first ?? trigger.first;
  if (wordAt(scene, before - 1) === 'and') near.push(before - 2);
  let reach = 0;
  for (let at = trigger.last; at < trigger.sentence.last && reach < 12; at++, reach++) {
    if (tagAt(scene, at) === 'NOUN' && isMeansPosition(scene, at)) near.push(at);
  }
  if (trigger.entry.tag === 'v') {
    for (let at = trigger.head - 1; at >= trigger.sentence.first && trigger.head - at < 8; at--)
      near.push(at);
  }
  return near.map((at) => kindWords.get(wordAt(scene, at)) ?? kindWords.get(lemmaAt(scene, at)));
}

function isMeansPosition(scene: Scene, at: number): boolean {
  const start = scene.phraseAt[at]?.first ?? at;
  return /^(?:with|by|using|from|involving)$/.test(wordAt(scene, start - 1));
}
