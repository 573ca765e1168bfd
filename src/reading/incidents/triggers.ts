import type { Sentence } from '../text/index.js';
import { isOwn } from '../text/index.js';
import type { TriggerEntry } from './lexicon.js';
import { lemmaAt, type Scene, tagAt, wordAt } from './scene.js';

/** An incident word where it stands: tokens `first` to before `last`; `head` is the one that governs its clause. */
export interface Trigger {
  readonly entry: TriggerEntry;
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly sentence: Sentence;
}

/** Heads that stand in front of the real event: "a series of attacks", "attack attempt" is still the attack. */
const CARRIERS = new Set(
  'attempt,incident,campaign,plot,spree,victim,wave,series,scene,site,case,rampage,raid,attack,warning,operation'.split(
    ',',
  ),
);
const CARRYING = new Set(['victim', 'scene', 'site', 'case', 'warning']);

/** Every word of the list in the sentences of this story, also those that are no incident; they do not overlap. */
export function triggersOf(scene: Scene): Trigger[] {
  const found: Trigger[] = [];
  for (const sentence of scene.document.sentences) {
    if (!isOwn(sentence) || sentence.part === 'dateline') continue;
    for (let at = sentence.first; at < sentence.last; at++) {
      const trigger = triggerAt(scene, at, sentence);
      if (trigger === undefined) continue;
      found.push(trigger);
      at = trigger.last - 1;
    }
  }
  return found;
}

function triggerAt(scene: Scene, at: number, sentence: Sentence): Trigger | undefined {
  for (const entry of entriesAt(scene, at)) {
    const last = matchEnd(scene, entry, at, sentence);
    if (last === undefined) continue;
    const head = entry.tag === 'v' ? at : last - 1;
    // "on 12 March": a month is no march.
    if (scene.timeAt[head] !== undefined) continue;
    const fits = entry.tag === 'n' ? isEventNoun(scene, at, head) : isTagged(scene, entry, head);
    if (fits) return { entry, first: at, last, head, sentence };
  }
  return undefined;
}

function entriesAt(scene: Scene, at: number): readonly TriggerEntry[] {
  const { triggers } = scene.lexicon;
  return triggers.get(lemmaAt(scene, at)) ?? triggers.get(singular(wordAt(scene, at))) ?? [];
}

/** "airstrikes" → "airstrike": the lemmas of compounds that the tagger does not know. */
function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function matchEnd(scene: Scene, entry: TriggerEntry, first: number, sentence: Sentence): number | undefined {
  let at = first;
  for (const [index, lemma] of entry.lemmas.entries()) {
    if (index > 0 && /^[-‐‑]$/.test(wordAt(scene, at))) at++;
    const isSame =
      index === 0 || [lemmaAt(scene, at), wordAt(scene, at), singular(wordAt(scene, at))].includes(lemma);
    if (!isSame || at >= sentence.last) return undefined;
    at++;
  }
  return at;
}

function isTagged(scene: Scene, entry: TriggerEntry, head: number): boolean {
  const tag = tagAt(scene, head);
  if (entry.tag === 'adj') return tag === 'ADJ' || tag === 'NOUN' || tag === 'ADV';
  // "the injured", "protesting crowds": a participle inside a noun phrase tells of no incident of its own.
  return tag === 'VERB' && (scene.phraseAt[head] === undefined || scene.phraseAt[head]?.head !== head);
}

/**
 * Whether a noun is an event here: it heads its phrase ("a drone strike"), or what heads it only carries it
 * ("the murder attempt"); not "murder suspect", "attack drones", "World War II".
 */
function isEventNoun(scene: Scene, first: number, head: number): boolean {
  const tag = tagAt(scene, head);
  if (tag !== 'NOUN' && tag !== 'PROPN') return false;
  const phrase = scene.phraseAt[head];
  if (phrase === undefined) return true;
  if (isPartOfName(scene, first, head)) return false;
  if (phrase.head === head) return true;
  const governor = lemmaAt(scene, phrase.head);
  return CARRIERS.has(governor) && !CARRYING.has(governor);
}

function isPartOfName(scene: Scene, first: number, head: number): boolean {
  const name = scene.nameAt[head];
  const start = scene.document.tokens[first]?.start ?? 0;
  return name !== undefined && name.type !== 'event' && name.start !== start;
}
