import type { Means, Trace } from '../../record/index.js';
import { fillersOf, placeOf, scoreOf } from './parts.js';
import { lemmaAt, type Scene, spanOf, tagAt, wordAt } from './scene.js';
import type { Sighting } from './sightings.js';

/** From which chance on a word is a means; and where it is a word of the list. */
const LEAST = 0.3;
const LEAST_LISTED = 0.15;

/** The weapons, vehicles and methods of an incident, each once, in the order of the text. */
export function meansOf(scene: Scene, incident: readonly Sighting[]): Means[] {
  const found = new Map<string, Means>();
  let end = -1;
  for (const { token, chance, sighting } of fillersOf(scene, incident, 'means', LEAST_LISTED)) {
    const { first: from, last: to } = sighting.sentence;
    const listed = from <= token && token < to ? listedAt(scene, token) : undefined;
    if (token < end || (listed === undefined && chance < LEAST)) continue;
    const [first, last] = listed ?? [beginOf(scene, token), token + 1];
    end = last;
    const trace: Trace = {
      by: listed ? ['model', 'list'] : ['model'],
      from: placeOf(scene, sighting.token),
      over: [],
    };
    const words = spanOf(scene, first, last);
    const means = { ...words, basis: 'stated', score: scoreOf(chance), trace } as const;
    const key = means.quote.toLowerCase();
    if (!found.has(key)) found.set(key, means);
  }
  return [...found.values()];
}

/** The words of the list that a token stands in. */
function listedAt(scene: Scene, token: number): [number, number] | undefined {
  for (let first = Math.max(0, token - LONGEST + 1); first <= token; first++) {
    const last = matchEnd(scene, first, scene.document.tokens.length);
    if (last !== undefined && last > token) return [first, last];
  }
  return undefined;
}

/** The most tokens of an entry of the list. */
const LONGEST = 5;

/** "an improvised explosive device", "ballistic missiles": the words in front that tell what it is. */
function beginOf(scene: Scene, token: number): number {
  const first = scene.phraseAt[token]?.first ?? token;
  let at = token;
  while (at > first && isTelling(scene, at - 1)) at--;
  return at;
}

function isTelling(scene: Scene, at: number): boolean {
  const tag = tagAt(scene, at);
  return (tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ') && scene.nameAt[at]?.type !== 'nationality';
}

function matchEnd(scene: Scene, first: number, limit: number): number | undefined {
  const entries =
    scene.lexicon.means.get(wordAt(scene, first)) ?? scene.lexicon.means.get(lemmaAt(scene, first));
  for (const words of entries ?? []) {
    const matches = words.every((word, index) => {
      const at = first + index;
      return (
        at < limit &&
        (wordAt(scene, at) === word || lemmaAt(scene, at) === word || wordAt(scene, at) === `${word}s`)
      );
    });
    if (matches) return first + words.length;
  }
  return undefined;
}
