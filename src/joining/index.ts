/** Which incidents of which reports are the same. See `docs/method.md`. */
export { type Cluster, type Member, memberKey } from './cluster.js';
export { JoiningDecision, MemberId } from './decisions.js';
export type { Link } from './grouping.js';
export { type Archive, type Joiner, type Keyed, membersOf, prepareJoiner } from './join.js';
export type { JoiningLists } from './lists.js';
