import type { Span } from '../../record/index.js';
import type { Peg } from '../encoder/index.js';
import { isOwn, type Sentence } from '../text/index.js';
import { objectOf } from './clauses.js';
import { harmsOf } from './harms.js';
import { kindOf } from './kinds.js';
import { lemmaAt, type Scene, spanOf, tagAt } from './scene.js';
import { type Trigger, triggersOf } from './triggers.js';

/** A word that an incident hangs on, where it stands. */
export interface Sighting {
  readonly peg: Peg;
  readonly token: number;
  readonly sentence: Sentence;
  /** How likely it is that an incident hangs on it. */
  readonly chance: number;
  /** The kind that the word lists give it, where its word is one of theirs that says more than "killed". */
  readonly listed: string | undefined;
  /** Its word with what stands before it in a compound, as the rules of clauses want it. */
  readonly trigger: Trigger;
  /** The words of it: "over 165 rocket and drone strikes". */
  readonly mention: Span;
}

/** From which chance on a word tells of an incident; and where a word list says so too. */
const LEAST = 0.5;
const LEAST_LISTED = 0.35;
/** The same for a word that says that people were harmed ("killed nine"), in a sentence that would tell of nothing else. */
const LEAST_HARM = 0.15;

/** Every word of this story that an incident hangs on, in order. */
export function sightingsOf(scene: Scene): Sighting[] {
  const triggers = new Map(triggersOf(scene).map((trigger) => [trigger.head, trigger]));
  const found: Sighting[] = [];
  let at = 0;
  for (const peg of scene.told.pegs) {
    while ((scene.document.sentences[at]?.last ?? Infinity) <= peg.token) at++;
    const sentence = scene.document.sentences[at];
    const chance = peg.kinds.reduce((sum, kind) => sum + kind, 0);
    // "on 12 March": a month is no march.
    const isTime = scene.timeAt[peg.token] !== undefined;
    const trigger = triggers.get(peg.token);
    const isListed = trigger !== undefined;
    // "put out a press release", "struck a chord"
    const isNone = [trigger, triggers.get(objectOf(scene, peg.token)?.head ?? -1)].some(
      (one) => one?.entry.strength === 'none',
    );
    const isLikely = !isNone && chance >= (isListed ? LEAST_HARM : LEAST);
    if (sentence === undefined || !isOwn(sentence) || isTime || !isLikely) continue;
    const listed = trigger && listedKind(scene, trigger);
    const { token } = peg;
    found.push({
      ...{ peg, token, sentence, chance, listed },
      trigger: trigger ?? unlisted(scene, peg, sentence),
      mention: mentionOf(scene, token),
    });
  }
  const sure = new Set(found.filter(({ chance }) => chance >= LEAST_LISTED));
  const told = new Set([...sure].map(({ sentence }) => sentence));
  return found.filter((one) => sure.has(one) || (!told.has(one.sentence) && saysHarm(scene, one)));
}

/** "killed at least nine people" */
function saysHarm(scene: Scene, { token, sentence }: Sighting): boolean {
  return harmsOf(scene, sentence).some(({ head, toll }) => head === token && toll.high !== 0);
}

/** "killed" tells no kind, but "killed by a suicide bomber" does. */
function listedKind(scene: Scene, trigger: Trigger): string | undefined {
  const kind = kindOf(scene, trigger);
  return trigger.entry.strength === 'effect' && kind === trigger.entry.kind ? undefined : kind;
}

function mentionOf(scene: Scene, token: number): Span {
  const phrase = tagAt(scene, token) === 'VERB' ? undefined : scene.phraseAt[token];
  return phrase?.head === token ? spanOf(scene, phrase.first, token + 1) : spanOf(scene, token, token + 1);
}

/** A word that no list has. */
function unlisted(scene: Scene, { token, kinds }: Peg, sentence: Sentence): Trigger {
  const kind = scene.kinds[kinds.indexOf(Math.max(...kinds))] ?? 'other';
  const tag = tagAt(scene, token) === 'VERB' ? 'v' : 'n';
  const entry = { lemmas: [lemmaAt(scene, token)], tag, kind, strength: 'strong' } as const;
  return { entry, first: token, last: token + 1, head: token, sentence };
}
