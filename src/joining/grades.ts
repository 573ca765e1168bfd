import type { Grade, JoinedIncident, JoinedValues } from '../record/index.js';
import type { Member } from './cluster.js';
import { independentGroups } from './independent.js';
import { mouthOf } from './mouths.js';
import type { Sources, Teller } from './sources.js';
import { contradict, isDropped, totals } from './tolls.js';

type Tellers = ReadonlyMap<string, Teller>;
type Party = JoinedValues['who'][number];
type Toll = JoinedValues['toll'][number];

/** What stands behind something: how many independent sources, and how many different ones it goes back to. */
interface Backing {
  readonly independent: number;
  readonly primary: readonly string[];
}

/** Grades that it happened, who did it and how many were harmed, each apart. What the grades mean: docs/method.md. */
export function gradesOf(
  members: readonly Member[],
  values: JoinedValues,
  shown: JoinedIncident['shown'],
  sources: Sources,
): JoinedIncident['grades'] {
  return {
    happened: isDenied(members) ? 'contested' : backed(told(members, sources)),
    actor: actorGrade(values.who, shown, members),
    toll: tollGrade(values.toll, shown, sources.tellers),
  };
}

/** Three independent sources, or two that go back to different ones, confirm; two make it fair; one is weak. */
function backed({ independent, primary }: Backing): Grade {
  if (independent >= 3 || (independent === 2 && primary.length >= 2)) return 'confirmed';
  return independent === 2 ? 'fair' : 'weak';
}

const took = ({ incident }: Member) => incident.realis !== 'denied';

const isDenied = (members: readonly Member[]) =>
  members.some((member) => !took(member)) && members.some(({ incident }) => incident.realis === 'happened');

/** Who tells that it happened, whatever else they tell. */
function told(members: readonly Member[], sources: Sources): Backing {
  const mouths = members.filter(took).map(({ reading, incident }) => {
    const [mention] = incident.mentions;
    const claim = incident.claim ?? mention?.claim;
    const evidence = { ...mention, report: reading.id, incident: incident.id, ...(claim ? { claim } : {}) };
    return mouthOf(reading, evidence, sources);
  });
  const groups = independentGroups(
    mouths.map(({ support }) => support),
    sources.tellers,
  );
  return { independent: groups.length, primary: [...new Set(mouths.flatMap(({ primary }) => primary))] };
}

function actorGrade(
  who: readonly Party[],
  shown: JoinedIncident['shown'],
  members: readonly Member[],
): Grade | null {
  const actors = who.filter(({ value }) => value.role === 'actor');
  const names = new Set(
    shown.who.filter(({ value }) => value.role === 'actor').map(({ value }) => value.name),
  );
  const best = actors.find(({ value }) => names.has(value.name));
  if (best === undefined) return null;
  const rival = actors.some((other) => !names.has(other.value.name) && isNamed(other) && isNamed(best));
  return rival || responsibilityDenied(members) ? 'contested' : backed(best);
}

const isNamed = ({ value }: Party) =>
  value.type !== 'people' && /\p{Lu}/u.test(value.name.replace(/^The /, ''));

/** Whether somebody denies in a claim about the incident, which the incident itself is not told as. */
function responsibilityDenied(members: readonly Member[]): boolean {
  return members.some(({ reading, incident }) =>
    reading.claims.some(({ stance, about }) => stance === 'denies' && about.includes(incident.id)),
  );
}

/**
 * The figure that is shown of the dead, else of the first outcome told. It is contested where a figure that cannot be
 * right as well stands against it, but for those that one of the two grew out of, and those that their own outlets have
 * replaced.
 */
function tollGrade(tolls: readonly Toll[], shown: JoinedIncident['shown'], tellers: Tellers): Grade | null {
  const value = (shown.toll.find((one) => one.value.outcome === 'killed') ?? shown.toll[0])?.value;
  const best = tolls.find((toll) => toll.value === value);
  if (best === undefined) return null;
  const rivals = totals(tolls).filter(
    (toll) =>
      contradict(toll.value, best.value) &&
      !hasGrown(toll, best, tellers) &&
      !isDropped(toll, tolls, tellers),
  );
  return rivals.length > 0 ? 'contested' : backed(best);
}

/** Tolls grow: whether the lower of two figures was last given before the higher came up. */
function hasGrown(a: Toll, b: Toll, tellers: Tellers): boolean {
  const [lower, higher] = a.value.low < b.value.low ? [a, b] : [b, a];
  const days = ({ reports }: Toll) => reports.map((report) => tellers.get(report)?.published ?? Infinity);
  return Math.max(...days(lower)) < Math.min(...days(higher));
}
