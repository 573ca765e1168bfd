import { readFileSync } from 'node:fs';
import type { Member } from '../../../src/joining/index.js';
import { daysOf, daysOverlap, familyOf, type Incident, type Reading } from '../../../src/record/index.js';
import { dense } from '../dense.js';
import { loadLabelled } from '../labelled.js';
import { mainIncident, withIncident } from '../ours.js';
import { readingsOf } from '../readings.js';

/** Two members, and whether they are one incident. */
export interface Pair {
  readonly a: Member;
  readonly b: Member;
  readonly isSame: boolean;
  readonly counts: number;
}

interface Tagged {
  readonly member: Member;
  readonly label: string;
  readonly counts: number;
}

const never = () => Promise.reject(new Error('Learning takes readings that are there.'));

/**
 * Pairs of a corpus with one label for each report: the main incidents of any two reports, as they are and with the
 * incidents moved into few weeks; and, against joining, a main incident and what the other report tells of in other kinds.
 */
export async function pairsOfCorpus(file: string, readingsFile: string, weeks: number): Promise<Pair[]> {
  const reports = loadLabelled(file);
  const readings = await readingsOf(reports, [readingsFile], never);
  const near = dense(reports, readings, weeks);
  return [readings, near.readings].flatMap((found) => {
    const labelOf = new Map(reports.map(({ input, label }) => [input.id, label]));
    const tagged = [...found.values()].map(withIncident).flatMap((reading) => {
      const incident = mainIncident(reading);
      return incident
        ? [{ member: { reading, incident }, label: labelOf.get(reading.id) ?? '', counts: 1 }]
        : [];
    });
    return [...pairsOf(tagged), ...sideBySide(tagged)];
  });
}

function pairsOf(tagged: readonly Tagged[]): Pair[] {
  return tagged.flatMap((one, at) =>
    tagged
      .slice(at + 1)
      .filter((other) => other.member.reading.id !== one.member.reading.id)
      .map((other) => ({
        a: one.member,
        b: other.member,
        isSame: one.label === other.label,
        counts: one.counts,
      })),
  );
}

/** The shooting that one report is about and the arrest or the flight that another tells beside it are two incidents. */
function sideBySide(tagged: readonly Tagged[]): Pair[] {
  const told = new Set(tagged.map(({ member }) => member.incident));
  return tagged.flatMap((one) =>
    tagged
      .filter((other) => other !== one && other.label === one.label)
      .flatMap(({ member: { reading } }) =>
        reading.incidents
          .filter((incident) => incident.core && !told.has(incident))
          .map((incident) => ({
            a: one.member,
            b: { reading, incident },
            isSame: false,
            counts: one.counts / 8,
          })),
      ),
  );
}

interface Group {
  readonly group: string;
  readonly incidents: readonly GroupIncident[];
}

interface GroupIncident {
  readonly key: string;
  readonly kind: string;
  readonly when: string;
  readonly where: string;
  readonly reports: readonly string[];
  readonly background_in?: readonly string[];
}

/** Pairs of the groups that are not held out: members that are plainly one of the incidents of the key, each with each. */
export function pairsOfGroups(file: string, readingsFile: string, counts: number): Pair[] {
  const groups = (JSON.parse(readFileSync(file, 'utf8')) as Group[]).filter((_, at) => at % 3 !== 2);
  const lines = readFileSync(readingsFile, 'utf8').trim().split('\n');
  const readings = new Map(
    lines.map((line) => JSON.parse(line) as Reading).map((reading) => [reading.id, reading]),
  );
  const tagged = groups.flatMap((group) => tag(group, readings, counts));
  return [...pairsOf(tagged), ...sideBySide(tagged)];
}

function tag({ group, incidents }: Group, readings: ReadonlyMap<string, Reading>, counts: number): Tagged[] {
  const taken = new Set<Incident>();
  return incidents.flatMap((gold) =>
    [...gold.reports, ...(gold.background_in ?? [])].flatMap((id) => {
      const reading = readings.get(id);
      const isCore = gold.reports.includes(id);
      const main = reading && mainIncident(reading);
      const [best] = (reading?.incidents ?? [])
        .filter((incident) => incident.core === isCore && !taken.has(incident))
        .map((incident) => ({ incident, fit: fitOf(incident, gold, incident === main) }))
        .filter(({ fit }) => fit >= 2)
        .sort((x, y) => y.fit - x.fit);
      if (!reading || !best) return [];
      taken.add(best.incident);
      return [{ member: { reading, incident: best.incident }, label: `${group} ${gold.key}`, counts }];
    }),
  );
}

/** How well an incident that was read fits one of the key: by kind, day and the name of the place. */
function fitOf({ kind, when, where }: Incident, gold: GroupIncident, isMain: boolean): number {
  const [days, wanted] = [when && daysOf(when.edtf), daysOf(gold.when)];
  const place = gold.where.split(',')[0] ?? '';
  return (
    (isMain ? 1 : 0) +
    (kind === gold.kind ? 2 : familyOf(kind) === familyOf(gold.kind) ? 1.5 : 0) +
    (days && wanted && daysOverlap(days, wanted) ? 1 : 0) +
    (where && place !== '' && `${where.name} ${where.quote}`.includes(place) ? 1 : 0)
  );
}
