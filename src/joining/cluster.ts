import type { Incident, Reading } from '../record/index.js';

/** One incident as one report tells it, with everything that the report gave. */
export type Member = { readonly reading: Reading; readonly incident: Incident };

/** Members that tell of one incident. */
export type Cluster = {
  /** Follows from the members alone: the same members have the same id, in whatever order they came. */
  readonly id: string;
  /** At least one, in the order of their keys (see `memberKey`). */
  readonly members: readonly Member[];
  /** Sentences that say why these reports tell of one incident; none where there is one member. */
  readonly why: readonly string[];
};

/**
 * What a member is known by: the ids of its report and of its incident. No two members of one batch have the same one,
 * and members are kept in the order of these keys.
 */
export function memberKey({ reading, incident }: Member): string {
  return `${reading.id}\u0000${incident.id}`;
}
