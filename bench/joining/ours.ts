import type { Joiner, Member } from '../../src/joining/index.js';
import { codebook, type Incident, type Reading } from '../../src/record/index.js';
import type { Partition } from './measures.js';

const harms = new Set(
  codebook
    .filter(({ family }) => ['explosion', 'battle', 'violence', 'unrest', 'other_harm'].includes(family))
    .map(({ kind }) => kind),
);

/**
 * The incident that a report is about: the first core one of a kind that harms; else the first core one; else the first.
 * What the state did about it (an arrest, a trial) is another incident of the same report.
 */
export function mainIncident({ incidents }: Reading): Incident | undefined {
  const cores = incidents.filter(({ core }) => core);
  return cores.find(({ kind }) => harms.has(kind)) ?? cores[0] ?? incidents[0];
}

/** A reading of which nothing was read gets one incident, its title and first sentences, so that it can be joined. */
export function withIncident(reading: Reading): Reading {
  if (reading.incidents.length > 0) return reading;
  const quote = reading.text.slice(0, 300);
  const incident: Incident = {
    id: 'i1',
    kind: 'attack',
    realis: 'happened',
    core: true,
    number: 1,
    mentions: [{ start: 0, end: quote.length, quote }],
    who: [],
    means: [],
    toll: [],
  };
  return { ...reading, incidents: [incident] };
}

/** Clusters of reports: two are in one where their main incidents are joined. */
export function ours(readings: Iterable<Reading>, joiner: Joiner): Partition {
  const all = [...readings].map(withIncident);
  const isMain = ({ reading, incident }: Member) => mainIncident(reading) === incident;
  const found = new Map<string, string>();
  for (const { id, members } of joiner.join(all)) {
    for (const member of members) if (isMain(member)) found.set(member.reading.id, id);
  }
  return found;
}
