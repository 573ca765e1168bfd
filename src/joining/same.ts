import { rowsOf } from './lists.js';
import type { Profile } from './profile.js';
import { type Sign, signsOf } from './signs/index.js';
import type { WordWeight } from './words.js';

/** What each sign counts, and what stands against joining before any sign is seen. */
export type Weights = ReadonlyMap<string, number>;

export interface Likeness {
  /** Log-odds that both tell of one incident, worked out from the weights: above 0 is for it. */
  readonly score: number;
  /** Why, in one sentence. */
  readonly sentence: string;
}

/** What a pair scores that cannot be one incident. */
export const NEVER = -50;

/** Reads the list of weights: name, weight, what it is for. */
export function weightsFrom(list: string): Weights {
  return new Map(rowsOf(list).map(([name = '', weight = '']) => [name, Number(weight)]));
}

/** Whether two members tell of one incident. The same whichever comes first, and whatever else was read. */
export function same(a: Profile, b: Profile, weights: Weights, weight: WordWeight): Likeness {
  const signs = signsOf(a, b, weight);
  const score = scoreOf(signs, weights);
  const guard = guardOf(a, b, signs);
  if (guard !== undefined)
    return { score: NEVER, sentence: `${named(a, b)}: not the same, because ${guard}.` };
  return { score, sentence: sentenceOf(named(a, b), signs, weights, score) };
}

export function scoreOf(signs: readonly Sign[], weights: Weights): number {
  let score = weights.get('bias') ?? 0;
  for (const { name, value } of signs) score += value * (weights.get(name) ?? 0);
  return score;
}

/** Whether two members may stand together at all: two of one report may not, nor one incident and a sum of many. */
export function mayJoin(a: Profile, b: Profile): boolean {
  return a.report !== b.report && a.hub === b.hub;
}

/** Signs that can join what has neither time nor place, and how strong they must be: nearly the same words or names. */
const ENOUGH: Readonly<Record<string, number>> = {
  'words-about': 0.7,
  'words-story': 0.65,
  copied: 0.7,
  persons: 1,
  victims: 1,
};

/** Why two members may not be joined whatever speaks for it; undefined where they may. */
function guardOf(a: Profile, b: Profile, signs: readonly Sign[]): string | undefined {
  if (a.report === b.report) return 'one report tells them apart';
  if (a.hub !== b.hub) return 'one of them is more than a single incident';
  if (isElsewhere(a, b, signs)) return 'the towns are far apart, and neither report names the other’s';
  const isAlike = signs.some(({ name, value }) => value >= (ENOUGH[name] ?? Infinity));
  if ((a.isVague || b.isVague) && !isAlike) return 'one has neither time nor place, and the words differ';
  return undefined;
}

/** 200 km, on the scale of the sign. */
const FAR = Math.log2(200 / 20);

/** Two towns far apart, and neither report has the name of the other's: copies of one form with another town in it. */
function isElsewhere(a: Profile, b: Profile, signs: readonly Sign[]): boolean {
  const isFar = signs.some(({ name, value }) => name === 'far-place' && value >= FAR);
  return isFar && a.place?.isFine === true && b.place?.isFine === true;
}

const named = (a: Profile, b: Profile) => [a.report, b.report].sort().join(' and ');

/** Signs that move the score by less than this are not worth a word. */
const WORTH = 0.3;

function sentenceOf(reports: string, signs: readonly Sign[], weights: Weights, score: number): string {
  const counted = signs
    .map(({ name, value, says }) => ({ says, by: value * (weights.get(name) ?? 0) }))
    .filter(({ by }) => Math.abs(by) >= WORTH)
    .sort((x, y) => Math.abs(y.by) - Math.abs(x.by) || (x.says < y.says ? -1 : 1));
  const list = (chosen: typeof counted) =>
    chosen
      .slice(0, 4)
      .map(({ says }) => says)
      .join('; ');
  const speaksFor = list(counted.filter(({ by }) => by > 0)) || 'nothing much';
  const against = list(counted.filter(({ by }) => by < 0));
  const verdict = score > 0 ? 'the same' : 'not the same';
  return `${reports}: ${verdict}, for it: ${speaksFor}${against ? `; against it: ${against}` : ''}.`;
}
