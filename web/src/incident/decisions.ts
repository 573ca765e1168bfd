import type { JoinedIncident, KeptDecision, KeptMember } from '../../../src/record/index.js';

/** A member that people parted from this joined incident, or joined with it, and the entries that stand. */
export interface Decided {
  readonly member: KeptMember;
  readonly verdict: 'same' | 'not the same';
  /** The members of this joined incident that it was decided with. */
  readonly others: readonly KeptMember[];
  readonly by: string;
  readonly at: string;
}

const keyOf = ({ report, incident }: KeptMember) => JSON.stringify([report, incident]);
const pairOf = ({ a, b }: KeptDecision) => [keyOf(a), keyOf(b)].sort().join();

/** The last entry of each two that still stands: `undone` takes back the one before it. */
export function standing(entries: readonly KeptDecision[]): KeptDecision[] {
  const stacks = new Map<string, KeptDecision[]>();
  for (const entry of entries) {
    const stack = stacks.get(pairOf(entry)) ?? [];
    if (entry.verdict === 'undone') stack.pop();
    else stack.push(entry);
    stacks.set(pairOf(entry), stack);
  }
  return [...stacks.values()].flatMap((stack) => stack.at(-1) ?? []);
}

/** What people decided that shows on the page: members taken out, and members put in that were unlike. */
export function decidedOn(
  { members }: Pick<JoinedIncident, 'members'>,
  entries: readonly KeptDecision[],
): Decided[] {
  const inside = new Set(members.map(keyOf));
  const found = new Map<string, Decided>();
  for (const { a, b, verdict, by, at } of standing(entries)) {
    if (verdict !== 'same' && verdict !== 'not the same') continue;
    const outer = [a, b].find((end) => !inside.has(keyOf(end)));
    const member = verdict === 'same' ? a : outer;
    const other = member === a ? b : a;
    if (!member || (verdict === 'not the same' && !inside.has(keyOf(other)))) continue;
    const key = `${verdict} ${keyOf(member)}`;
    const before = found.get(key);
    found.set(key, { member, verdict, by, at, others: [...(before?.others ?? []), other] });
  }
  return [...found.values()];
}
