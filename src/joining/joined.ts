import type { ChoosingRule, JoinedIncident, Reading } from '../record/index.js';
import { type Cluster, type Member, memberKey } from './cluster.js';
import { gradesOf } from './grades.js';
import { type Agencies, NO_AGENCIES } from './outlets.js';
import { shownOf } from './shown.js';
import { sourceRows, sourcesAmong } from './sources.js';
import { tollSeries } from './tolls.js';
import { valuesOf } from './values.js';

/**
 * The joined record of a cluster: whose word each value is, how many independent sources stand behind it, what is shown.
 * `readings` are those of the batch, by the id of their report; where it lacks one, the member's own is taken.
 * `agencies` is what `agenciesFrom` made of the list of agencies; without it only credits that the readings hold, and
 * outlets of the cluster, are known by name. The order of the members does not matter. Throws a RangeError where there
 * is none.
 */
export function joinedIncident(
  cluster: Cluster,
  readings: ReadonlyMap<string, Reading>,
  rule: ChoosingRule = 'most independent',
  agencies: Agencies = NO_AGENCIES,
): JoinedIncident {
  if (cluster.members.length === 0) throw new RangeError(`The cluster ${cluster.id} has no members.`);
  const members = [...cluster.members].sort(byKey);
  const told = new Map(members.map(({ reading }) => [reading.id, readings.get(reading.id) ?? reading]));
  const core = new Set(members.filter(({ incident }) => incident.core).map(({ reading }) => reading.id));
  const sources = sourcesAmong([...told.values()], core, agencies);
  const values = valuesOf(members, sources);
  const shown = shownOf(members, values, rule, sources);
  return {
    id: cluster.id,
    kind: shown.kind.value,
    members: members.map(({ reading, incident }) => ({
      report: reading.id,
      incident: incident.id,
      core: incident.core,
    })),
    shown,
    values,
    series: tollSeries(values.toll, sources.tellers),
    sources: sourceRows(sources),
    grades: gradesOf(members, values, shown, sources),
    why: [...cluster.why],
  };
}

function byKey(a: Member, b: Member): number {
  const [x, y] = [memberKey(a), memberKey(b)];
  return x < y ? -1 : Number(x > y);
}
