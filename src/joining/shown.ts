import {
  type ChoosingRule,
  type Incident,
  type JoinedIncident,
  type JoinedValue,
  type JoinedValues,
  Outcome,
} from '../record/index.js';
import { type Chosen, choose } from './choose.js';
import type { Member } from './cluster.js';
import { independentGroups } from './independent.js';
import type { Sources } from './sources.js';
import { sideOf, totals } from './tolls.js';

type Shown = JoinedIncident['shown'];

/** What is shown of each field, each with the rule that chose it. */
export function shownOf(
  members: readonly Member[],
  values: JoinedValues,
  rule: ChoosingRule,
  sources: Sources,
): Shown {
  const { tellers } = sources;
  const plain = <K extends 'kind' | 'realis' | 'number'>(key: K) => plainField(key, members, rule, sources);
  const when = choose(values.when, rule, tellers);
  const where = choose(values.where, rule, tellers);
  const parties = (role: 'actor' | 'recipient') =>
    companions(
      values.who.filter(({ value }) => value.role === role),
      rule,
      sources,
    );
  return {
    kind: plain('kind'),
    realis: plain('realis'),
    number: plain('number'),
    ...(when && { when }),
    ...(where && { where }),
    who: [...parties('actor'), ...parties('recipient')],
    means: companions(values.means, rule, sources),
    toll: shownTolls(values.toll, rule, sources),
  };
}

/** Kind, realis and number, which every incident has; core incidents speak for themselves where there are any. */
function plainField<K extends 'kind' | 'realis' | 'number'>(
  key: K,
  members: readonly Member[],
  rule: ChoosingRule,
  { tellers }: Sources,
): Chosen<Incident[K]> {
  const speaking = tellingBest(members, key);
  const byValue = new Map<Incident[K], string[]>();
  for (const { reading, incident } of speaking)
    byValue.set(incident[key], [...(byValue.get(incident[key]) ?? []), reading.id]);
  const given = [...byValue]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, ids]) => plainValue(value, [...new Set(ids)], tellers));
  return choose(given, rule, tellers) as Chosen<Incident[K]>;
}

/** Members that are about the incident where there are any; of those the ones that know a kind, where any does. */
function tellingBest(members: readonly Member[], key: keyof Incident): readonly Member[] {
  const core = members.filter(({ incident }) => incident.core);
  const speaking = core.length > 0 ? core : members;
  const knowing = speaking.filter(({ incident }) => incident.kind !== 'other');
  return key === 'kind' && knowing.length > 0 ? knowing : speaking;
}

function plainValue<T>(value: T, reports: string[], tellers: Sources['tellers']): JoinedValue<T> {
  const supports = reports.map((report) => ({ report, credits: new Set<string>() }));
  const outlets = new Set(reports.map((report) => tellers.get(report)?.outlet ?? report)).size;
  const independent = independentGroups(supports, tellers).length;
  return { value, reports, speakers: [], outlets, independent, primary: [], evidence: [] };
}

/** The value that the rule chooses, and those that a report that gives it gives beside it: they are no rivals. */
function companions<T>(
  values: readonly JoinedValue<T>[],
  rule: ChoosingRule,
  { tellers }: Sources,
): Chosen<T>[] {
  const best = choose(values, rule, tellers);
  const chosen = values.find(({ value }) => value === best?.value);
  if (best === undefined || chosen === undefined) return [];
  const beside = values.filter(
    (one) => one !== chosen && one.reports.some((id) => chosen.reports.includes(id)),
  );
  return [
    best,
    ...beside.map(({ value }) => ({ value, rule: 'given beside the one chosen, by the same report' })),
  ];
}

/** For each outcome, and for attackers apart, the total that the rule chooses. Parts of a total stay among the values. */
function shownTolls(
  tolls: JoinedValues['toll'],
  rule: ChoosingRule,
  { tellers }: Sources,
): Chosen<JoinedValues['toll'][number]['value']>[] {
  const whole = totals(tolls);
  const outcomes: readonly string[] = Outcome.options;
  const sides = [...new Set(whole.map(({ value }) => sideOf(value)))].sort(
    (a, b) =>
      outcomes.indexOf(a.split(' ')[0] ?? '') - outcomes.indexOf(b.split(' ')[0] ?? '') || (a > b ? -1 : 1),
  );
  return sides.flatMap((side) => {
    const rivals = whole.filter(({ value }) => sideOf(value) === side);
    return choose(rivals, rule, tellers, ({ low }) => low) ?? [];
  });
}
