import type { Part } from '../encoder/index.js';
import { type Scene, tagAt } from './scene.js';
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

/** How far from an incident's word its parts may stand, in tokens. */
const REACH = 150;

/** What has no part in anything. */
const NO_PART: ReadonlySet<string> = new Set([
  'PUNCT',
  'ADP',
  'CCONJ',
  'SCONJ',
  'AUX',
  'PART',
  'ADV',
  'SPACE',
]);

/** The tokens that have a part in an incident with at least this chance, in order. */
export function fillersOf(scene: Scene, incident: readonly Sighting[], part: Part, least: number): Filler[] {
  const best = new Map<number, Filler>();
  for (const sighting of incident) {
    const first = Math.max(0, sighting.token - REACH);
    const last = Math.min(scene.document.tokens.length, sighting.token + REACH + 1);
    for (let token = first; token < last; token++) {
      if (NO_PART.has(tagAt(scene, token) ?? 'PUNCT')) continue;
      const chance = scene.arcs.part(sighting.peg, part, token);
      if (chance >= least && chance > (best.get(token)?.chance ?? 0))
        best.set(token, { token, chance, sighting });
    }
  }
  return [...best.values()].sort((a, b) => a.token - b.token);
}
