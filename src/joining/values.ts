import type { JoinedEvidence, JoinedValue, JoinedValues } from '../record/index.js';
import type { Member } from './cluster.js';
import { independentGroups, Sets } from './independent.js';
import { type Mouth, mouthOf } from './mouths.js';
import { folded } from './outlets.js';
import { alike, type Fields, fields, type Words } from './same-value.js';
import type { Sources } from './sources.js';

type Field = keyof Fields;

/** A value as one incident of one report gives it. */
interface Given<T> {
  readonly value: T;
  readonly evidence: JoinedEvidence;
  readonly mouth: Mouth;
}

/** Every distinct value of every field of the members, best supported first. Nothing that a report gives is left out. */
export function valuesOf(members: readonly Member[], sources: Sources): JoinedValues {
  const field = <F extends Field>(name: F) => distinct(name, givenBy(name, members, sources), sources);
  return {
    when: field('when'),
    where: field('where'),
    who: field('who'),
    means: field('means'),
    toll: field('toll'),
  };
}

function givenBy<F extends Field>(name: F, members: readonly Member[], sources: Sources): Given<Fields[F]>[] {
  return members.flatMap(({ reading, incident }) =>
    fields[name](incident).map(({ value, words, claim }) => {
      const evidence = evidenceOf(reading.id, incident.id, words, claim);
      return { value, evidence, mouth: mouthOf(reading, evidence, sources) };
    }),
  );
}

function evidenceOf(
  report: string,
  incident: string,
  { start, end, quote, basis, rule }: Words,
  claim: string | undefined,
): JoinedEvidence {
  return {
    report,
    incident,
    ...(start === undefined ? {} : { start, end, quote }),
    ...(claim === undefined ? {} : { claim }),
    ...(basis === undefined ? {} : { basis }),
    ...(rule === undefined ? {} : { rule }),
  };
}

/** The values in groups that mean the same, whatever their order. */
function distinct<F extends Field>(
  name: F,
  given: readonly Given<Fields[F]>[],
  sources: Sources,
): JoinedValue<Fields[F]>[] {
  const byText = new Map<string, Given<Fields[F]>[]>();
  for (const one of given) {
    const text = JSON.stringify(one.value);
    byText.set(text, [...(byText.get(text) ?? []), one]);
  }
  const sets = new Sets();
  const texts = [...byText.keys()].sort();
  texts.forEach((text, index) => {
    sets.join(text, text);
    for (const other of texts.slice(0, index))
      if (alike[name](valueAt(byText, text), valueAt(byText, other))) sets.join(text, other);
  });
  const roots = new Map<string, Given<Fields[F]>[]>();
  for (const text of texts)
    roots.set(sets.root(text), [...(roots.get(sets.root(text)) ?? []), ...(byText.get(text) ?? [])]);
  return [...roots.values()].map((group) => joinedValue(name, group, sources)).sort(bestFirst);
}

function valueAt<T>(byText: ReadonlyMap<string, readonly Given<T>[]>, text: string): T {
  const [first] = byText.get(text) as readonly [Given<T>];
  return first.value;
}

function joinedValue<F extends Field>(
  name: F,
  group: readonly Given<Fields[F]>[],
  sources: Sources,
): JoinedValue<Fields[F]> {
  const supports = group.map(({ mouth }) => mouth.support);
  const reports = inOrderOfPublication(new Set(supports.map(({ report }) => report)), sources);
  const outlets = reports.map((report) => sources.tellers.get(report)?.outlet ?? `report ${report}`);
  return {
    value: representative(name, group),
    reports,
    speakers: namesOnce(group.flatMap(({ mouth }) => mouth.speakers)),
    outlets: new Set(outlets).size,
    independent: independentGroups(supports, sources.tellers).length,
    primary: primaryOf(group, sources),
    evidence: group.map(({ evidence }) => evidence).sort(evidenceOrder),
  };
}

/** The value that most reports give in these very words, the fuller one of two; other names of a party become aliases. */
function representative<F extends Field>(name: F, group: readonly Given<Fields[F]>[]): Fields[F] {
  const counts = new Map<string, { value: Fields[F]; reports: Set<string> }>();
  for (const { value, evidence } of group) {
    const text = JSON.stringify(value);
    const count = counts.get(text) ?? { value, reports: new Set() };
    count.reports.add(evidence.report);
    counts.set(text, count);
  }
  const [best] = [...counts].sort(
    ([a, x], [b, y]) => y.reports.size - x.reports.size || b.length - a.length || (a < b ? -1 : 1),
  );
  const value = (best as [string, { value: Fields[F] }])[1].value;
  return name === 'who'
    ? (withAliases(value as Fields['who'], group as readonly Given<Fields['who']>[]) as Fields[F])
    : value;
}

function withAliases(party: Fields['who'], group: readonly Given<Fields['who']>[]): Fields['who'] {
  const names = group.flatMap(({ value }) => [value.name, ...value.aliases]);
  return { ...party, aliases: [...new Set(names)].filter((name) => name !== party.name).sort() };
}

function inOrderOfPublication(reports: ReadonlySet<string>, { tellers }: Sources): string[] {
  const at = (report: string) => tellers.get(report)?.published ?? Infinity;
  return [...reports].sort((a, b) => (at(a) === at(b) ? (a < b ? -1 : 1) : at(a) - at(b)));
}

/** Whom a value goes back to: speakers that are no outlets, and outlets that are cited and do not give it here themselves. */
function primaryOf<T>(group: readonly Given<T>[], { tellers }: Sources): string[] {
  const giving = new Set(group.map(({ evidence }) => tellers.get(evidence.report)?.outlet));
  const absent = group
    .filter(({ mouth }) => mouth.primary.length === 0)
    .flatMap(({ mouth }) => mouth.outlets.filter((outlet) => !giving.has(folded(outlet))));
  return namesOnce([...group.flatMap(({ mouth }) => mouth.primary), ...absent]);
}

const bare = (name: string) => folded(name).replace(/^(?:the|an?|its|their|his|her) /, '');

/** Names, each once: "the police" is left out beside "police of Elko". */
function namesOnce(names: readonly string[]): string[] {
  const words = (name: string) => new Set(bare(name).split(' '));
  const once = [...new Map([...names].sort().map((name) => [bare(name), name])).values()];
  const isWithin = (a: string, b: string) => {
    const inB = words(b);
    return bare(a) !== bare(b) && [...words(a)].every((word) => inB.has(word));
  };
  return once.filter((name) => !once.some((other) => isWithin(name, other)));
}

function evidenceOrder(a: JoinedEvidence, b: JoinedEvidence): number {
  const key = ({ report, incident }: JoinedEvidence) => `${report}\u0000${incident}`;
  return key(a) === key(b) ? (a.start ?? -1) - (b.start ?? -1) : key(a) < key(b) ? -1 : 1;
}

function bestFirst<T>(a: JoinedValue<T>, b: JoinedValue<T>): number {
  return (
    b.independent - a.independent ||
    b.outlets - a.outlets ||
    b.reports.length - a.reports.length ||
    (JSON.stringify(a.value) < JSON.stringify(b.value) ? -1 : 1)
  );
}
