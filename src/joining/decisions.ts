import { z } from 'zod';

/** What names a member: the ids of its report and of its incident. */
export const MemberId = z.object({ report: z.string(), incident: z.string() });
export type MemberId = z.infer<typeof MemberId>;

/** What a person said of two members. `undecided` takes back what was said of them before: the score decides again. */
export const JoiningDecision = z.object({
  a: MemberId,
  b: MemberId,
  verdict: z.enum(['same', 'not the same', 'undecided']),
});
export type JoiningDecision = z.infer<typeof JoiningDecision>;

/** Decisions, ready to be obeyed. */
export interface Constraints {
  /** Members that people joined, by the key that stands for all of them; a member that no decision joins stands for itself. */
  rootOf(key: string): string;
  /** Whether a person said of these very members that they are not the same. */
  isParted(a: string, b: string): boolean;
  /** Every pair of keys that people parted, and every pair that they joined. */
  readonly parted: readonly Pair[];
  readonly joined: readonly Pair[];
}

export type Pair = readonly [string, string];

export const memberIdKey = ({ report, incident }: MemberId) => `${report}\u0000${incident}`;

/**
 * Puts decisions in force. Of one pair the last decision counts. `not the same` of a pair outweighs `same` of other
 * pairs that would join it in the end: a `same` that would do so is not obeyed, the earlier ones are.
 */
export function constraintsFrom(decisions: readonly JoiningDecision[]): Constraints {
  const last = new Map<string, { pair: Pair; verdict: JoiningDecision['verdict'] }>();
  for (const { a, b, verdict } of decisions) {
    const pair = [memberIdKey(a), memberIdKey(b)].sort() as unknown as Pair;
    // Deleted first, so that the order of the map is that of the decisions in force.
    last.delete(pairKey(pair));
    last.set(pairKey(pair), { pair, verdict });
  }
  const said = (wanted: string) =>
    [...last.values()].filter(({ verdict }) => verdict === wanted).map(({ pair }) => pair);
  const parted = said('not the same').filter(([a, b]) => a !== b);
  const joined: Pair[] = [];
  let roots = new Map<string, string>();
  for (const pair of said('same')) {
    const tried = union(roots, pair);
    if (parted.some(([a, b]) => rootIn(tried, a) === rootIn(tried, b))) continue;
    roots = tried;
    joined.push(pair);
  }
  const partedKeys = new Set(parted.map(pairKey));
  return {
    rootOf: (key) => rootIn(roots, key),
    isParted: (a, b) => partedKeys.has(pairKey([a, b].sort() as unknown as Pair)),
    parted,
    joined,
  };
}

const pairKey = ([a, b]: Pair) => JSON.stringify([a, b]);

function rootIn(roots: ReadonlyMap<string, string>, key: string): string {
  let root = key;
  for (let up = roots.get(root); up !== undefined; up = roots.get(root)) root = up;
  return root;
}

/** The smaller key stands for both, so that the order of decisions does not show. */
function union(roots: ReadonlyMap<string, string>, [a, b]: Pair): Map<string, string> {
  const [low, high] = [rootIn(roots, a), rootIn(roots, b)].sort() as unknown as Pair;
  return low === high ? new Map(roots) : new Map(roots).set(high, low);
}
