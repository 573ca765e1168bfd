/** Two members that are likely the same, by their keys, and the log-odds that they are, which are above 0. */
export interface Link {
  readonly a: string;
  readonly b: string;
  readonly score: number;
}

/** Members that stand together from the start: one, or those that people joined. */
export interface Seed {
  readonly key: string;
  readonly members: readonly string[];
}

export interface Rules {
  /** The log-odds that two members are the same, whether or not a link joins them. */
  score(a: string, b: string): number;
  /** Whether two members may stand together at all. */
  mayJoin(a: string, b: string): boolean;
}

/** What groups are made of while they grow. `name` is the smallest key in it. */
interface Group {
  readonly name: string;
  readonly members: readonly string[];
}

/**
 * Groups seeds by average linkage (Sokal and Michener 1958): the two groups whose members are most alike on average
 * become one, as long as that average is above 0 and every two of their members may stand together. What is equally
 * alike is taken in the order of the names, so that the groups follow from the seeds and scores alone.
 */
export function groupsOf(seeds: readonly Seed[], links: readonly Link[], rules: Rules): string[][] {
  const groups = new Map(seeds.map(({ key, members }): [string, Group] => [key, { name: key, members }]));
  const near = nearness(seeds, links);
  const queue: Proposal[] = [];
  for (const [name, others] of near) for (const other of others) if (name < other) propose(name, other);
  for (let best = takeBest(queue); best; best = takeBest(queue)) {
    const [a, b] = [groups.get(best.a), groups.get(best.b)];
    if (!a || !b || a.members.length + b.members.length !== best.size) continue;
    merge(a, b);
  }
  return [...groups.values()].map(({ members }) => [...members].sort());

  function merge(a: Group, b: Group): void {
    groups.delete(b.name);
    groups.set(a.name, { name: a.name, members: [...a.members, ...b.members] });
    const others = new Set([...(near.get(a.name) ?? []), ...(near.get(b.name) ?? [])]);
    others.delete(a.name);
    others.delete(b.name);
    near.delete(b.name);
    near.set(a.name, others);
    for (const other of [...others].sort()) {
      near.get(other)?.delete(b.name);
      near.get(other)?.add(a.name);
      const [low, high] = a.name < other ? [a.name, other] : [other, a.name];
      propose(low, high);
    }
  }

  function propose(a: string, b: string): void {
    const [one, other] = [groups.get(a)?.members ?? [], groups.get(b)?.members ?? []];
    const score = average(one, other, rules);
    if (score > 0) queue.push({ a, b, size: one.length + other.length, score });
  }
}

/** Two groups that might become one. `size` tells whether they are still what they were when it was made. */
interface Proposal {
  readonly a: string;
  readonly b: string;
  readonly size: number;
  readonly score: number;
}

/** The mean log-odds of the pairs between two groups; -Infinity where two of them may not stand together. */
export function average(one: readonly string[], other: readonly string[], rules: Rules): number {
  let sum = 0;
  for (const a of one) {
    for (const b of other) {
      if (!rules.mayJoin(a, b)) return -Infinity;
      sum += rules.score(a, b);
    }
  }
  return sum / (one.length * other.length);
}

/** Takes the best proposal out; undefined where none is left. */
function takeBest(queue: Proposal[]): Proposal | undefined {
  let best = -1;
  for (let at = 0; at < queue.length; at++) {
    const proposal = queue[at] as Proposal;
    if (best === -1 || comesBefore(proposal, queue[best] as Proposal)) best = at;
  }
  if (best === -1) return undefined;
  const [found] = queue.splice(best, 1);
  return found;
}

function comesBefore(one: Proposal, other: Proposal): boolean {
  if (one.score !== other.score) return one.score > other.score;
  return one.a !== other.a ? one.a < other.a : one.b < other.b;
}

/** Which seeds have members that links join. */
function nearness(seeds: readonly Seed[], links: readonly Link[]): Map<string, Set<string>> {
  const seedOf = new Map(
    seeds.flatMap(({ key, members }) => members.map((member) => [member, key] as const)),
  );
  const near = new Map<string, Set<string>>();
  const note = (from: string, to: string) => near.set(from, (near.get(from) ?? new Set()).add(to));
  for (const { a, b, score } of links) {
    const [one, other] = [seedOf.get(a), seedOf.get(b)];
    if (one === undefined || other === undefined || one === other || score <= 0) continue;
    note(one, other);
    note(other, one);
  }
  return near;
}
