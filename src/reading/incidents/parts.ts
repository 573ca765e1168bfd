import type { Trace } from '../../record/index.js';
import type { Part } from '../encoder/index.js';
import { firstWhere } from '../search.js';
import type { Scene } from './scene.js';
import type { Sighting } from './sightings.js';

/** A token that has a part in an incident, how likely that is, and the sighting that says so. */
export interface Filler {
  readonly token: number;
  readonly chance: number;
  readonly sighting: Sighting;
}

/** A chance as it stands on a value: two digits, the same on every machine but for close calls. */
export function scoreOf(chance: number): number {
  return Math.min(1, Math.round(chance * 100) / 100);
}

/** The two likeliest of what a value was chosen over; what rounds to no chance is left out. */
export function runnersUp<Each>(
  others: readonly Each[],
  chance: (other: Each) => number,
  shown: (other: Each) => Omit<Trace['over'][number], 'score'>,
): Trace['over'] {
  return others
    .map((other) => ({ other, sure: chance(other) }))
    .filter(({ sure }) => scoreOf(sure) > 0)
    .sort((a, b) => b.sure - a.sure)
    .slice(0, 2)
    .map(({ other, sure }) => ({ ...shown(other), score: scoreOf(sure) }));
}

/** Where a token stands in the text. */
export function placeOf({ document }: Scene, token: number): { start: number; end: number } {
  const { start = 0, end = 0 } = document.tokens[token] ?? {};
  return { start, end };
}

/** How far from an incident's word its parts may stand, in tokens. */
const REACH = 150;

/** The tokens that have a part in an incident with at least this chance, in order. */
export function fillersOf(scene: Scene, incident: readonly Sighting[], part: Part, least: number): Filler[] {
  const best = new Map<number, Filler>();
  for (const sighting of incident) {
    const from = firstWhere(scene.partTokens, (token) => token >= sighting.token - REACH);
    const to = firstWhere(scene.partTokens, (token) => token > sighting.token + REACH);
    const near = scene.partTokens.slice(from, to);
    for (const { token, chance } of scene.arcs.likely(sighting.peg, part, near, least)) {
      if (chance > (best.get(token)?.chance ?? 0)) best.set(token, { token, chance, sighting });
    }
  }
  return [...best.values()].sort((a, b) => a.token - b.token);
}
