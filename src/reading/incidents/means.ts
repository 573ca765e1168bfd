import type { Means } from '../../record/index.js';
import type { Sentence } from '../text/index.js';
import { lemmaAt, type Scene, spanOf, wordAt } from './scene.js';

/** The weapons, vehicles and methods that a sentence names, and the token where each starts. */
export function meansOf(scene: Scene, sentence: Sentence): { means: Means; at: number }[] {
  const found: { means: Means; at: number }[] = [];
  for (let at = sentence.first; at < sentence.last; at++) {
    const last = matchEnd(scene, at, sentence.last);
    if (last === undefined) continue;
    found.push({ means: { ...spanOf(scene, at, last), basis: 'stated' }, at });
    at = last - 1;
  }
  return found;
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
