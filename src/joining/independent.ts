import type { Teller } from './sources.js';

/** A report that gives a value, and the outlets that its words credit for it. */
export interface Support {
  readonly report: string;
  readonly credits: ReadonlySet<string>;
}

/**
 * The reports that give a value, in groups of one independent source each. Two reports are one source where they are
 * copies of one wire, of one outlet, by one author, or where one has the value from the other's outlet or both have it
 * from the same third one. Two that have it from one ministry are two: what a value goes back to is `primary`. After
 * the Every Casualty standards: different outlets, different authors, different primary sources.
 */
export function independentGroups(
  supports: readonly Support[],
  tellers: ReadonlyMap<string, Teller>,
): string[][] {
  const sets = new Sets();
  for (const { report, credits } of supports) {
    const node = `report ${report}`;
    sets.join(node, node);
    for (const tie of ties(report, tellers.get(report))) sets.join(node, tie);
    for (const key of credits) sets.join(node, `outlet ${key}`);
  }
  const groups = new Map<string, string[]>();
  for (const report of new Set(supports.map((support) => support.report))) {
    const root = sets.root(`report ${report}`);
    groups.set(root, [...(groups.get(root) ?? []), report]);
  }
  return [...groups.values()];
}

/** What makes a report one source with every other report that shares it. */
function ties(report: string, teller: Teller | undefined): string[] {
  if (teller === undefined) return [];
  const { outlet, authors, credits, copyOf } = teller;
  return [
    `wire ${copyOf ?? report}`,
    ...(outlet === undefined ? [] : [`outlet ${outlet}`]),
    ...authors.map((author) => `author ${author}`),
    ...credits.map(({ key }) => `outlet ${key}`),
  ];
}

/** Union-find over names. The root of a set is its least name, so that the order of joining does not matter. */
export class Sets {
  readonly #up = new Map<string, string>();

  root(name: string): string {
    let at = name;
    for (let up = this.#up.get(at); up !== undefined; up = this.#up.get(at)) at = up;
    if (at !== name) this.#up.set(name, at);
    return at;
  }

  join(a: string, b: string): void {
    const [one, other] = [this.root(a), this.root(b)];
    if (one !== other) this.#up.set(one < other ? other : one, one < other ? one : other);
  }
}
