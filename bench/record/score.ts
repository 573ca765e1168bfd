import {
  type AnnotatedClaim,
  type AnnotatedIncident,
  type AnnotatedReport,
  extentOf,
  sharedCharacters,
} from './annotated.js';
import { type FieldName, fieldNames, fields, kindLikeness, type Texts } from './fields.js';
import { sameName } from './names.js';
import { pairUp } from './pairing.js';

/** How many slots the gold has, how many were given, and how many of those are right (half right counts 0.5). */
export interface Tally {
  readonly right: number;
  readonly gold: number;
  readonly got: number;
}

const speechRows = ['claims', 'speakers', 'stances'] as const;
export type Row = FieldName | 'incidents' | (typeof speechRows)[number] | 'RECORD';
export const rows: readonly Row[] = [...fieldNames, 'incidents', ...speechRows, 'RECORD'];
export type Tallies = Readonly<Record<Row, Tally>>;

export interface Scores {
  /** Over all reports. `RECORD` is the sum of the fields of incidents. */
  readonly total: Tallies;
  readonly reports: readonly { readonly id: string; readonly tallies: Tallies }[];
}

/**
 * Compares what was read with the gold, report by report as they stand in the gold (a report that was not read gave
 * nothing). Incidents are paired one to one so that the sum of their likeness is greatest; then every value is a slot,
 * those of unpaired incidents included, as at the Message Understanding Conferences. With `coreOnly` only incidents
 * that the gold marks as core count, and incidents beyond the gold cost nothing.
 */
export function score(
  gold: readonly AnnotatedReport[],
  got: readonly AnnotatedReport[],
  { coreOnly = false }: { coreOnly?: boolean } = {},
): Scores {
  const gotById = new Map(got.map((report) => [report.id, report]));
  const reports = gold.map((report) => {
    const read = gotById.get(report.id) ?? { id: report.id, text: report.text };
    return { id: report.id, tallies: scoreReport(report, read, coreOnly) };
  });
  return { total: sum(reports.map((report) => report.tallies)), reports };
}

/** F1 of a tally, 0 to 1; 1 where there was nothing to find and nothing was found. */
export function f1({ right, gold, got }: Tally): number {
  return gold + got === 0 ? 1 : (2 * right) / (gold + got);
}

function scoreReport(gold: AnnotatedReport, got: AnnotatedReport, coreOnly: boolean): Tallies {
  const texts = { gold: gold.text, got: got.text };
  const [wanted, found] = [gold.incidents ?? [], got.incidents ?? []];
  const pairs = pairUp(wanted, found, (one, other) => incidentLikeness(one, other, texts));
  const partner = new Map(pairs.map(({ left, right }) => [left, right]));
  const taken = new Set(pairs.map(({ right }) => right));
  const counted = wanted.filter((incident) => !coreOnly || incident.core);
  const beyond = coreOnly ? [] : found.filter((incident) => !taken.has(incident));
  return sum([
    ...counted.map((incident) => incidentTallies(incident, partner.get(incident), texts)),
    ...beyond.map((incident) => incidentTallies(undefined, incident, texts)),
    speechTallies(gold.claims ?? [], got.claims ?? [], texts),
  ]);
}

/** How alike two incidents are; 0 unless they share words, or else the family of kind and one field. */
function incidentLikeness(gold: AnnotatedIncident, got: AnnotatedIncident, texts: Texts): number {
  const touch = shareWords(gold, got, texts) ? 1 : 0;
  const kind = kindLikeness(gold.kind, got.kind);
  const same = (['when', 'where', 'who', 'toll'] as const)
    .map((name) => bestLikeness(name, gold, got, texts))
    .reduce((total, likeness) => total + likeness, 0);
  if (touch === 0 && !(kind > 0 && same >= 1)) return 0;
  return 2 * touch + 1.5 * kind + same + (gold.core ? 0.01 : 0);
}

function shareWords(gold: AnnotatedIncident, got: AnnotatedIncident, texts: Texts): boolean {
  const [wanted, found] = [gold.mentions ?? [], got.mentions ?? []];
  return wanted.some((one) =>
    found.some((other) => sharedCharacters(extentOf(texts.gold, one), extentOf(texts.got, other)) > 0),
  );
}

function bestLikeness(name: FieldName, gold: AnnotatedIncident, got: AnnotatedIncident, texts: Texts) {
  const { valuesOf, likeness } = fields[name];
  const all = valuesOf(gold).flatMap((one) => valuesOf(got).map((other) => likeness(one, other, texts)));
  return Math.max(0, ...all);
}

/** The slots of one pair, or of an incident of either side that stayed alone. */
function incidentTallies(
  gold: AnnotatedIncident | undefined,
  got: AnnotatedIncident | undefined,
  texts: Texts,
): Tallies {
  const tallies = emptyTallies();
  tallies.incidents = { right: gold && got ? 1 : 0, gold: gold ? 1 : 0, got: got ? 1 : 0 };
  for (const name of fieldNames) {
    const { valuesOf, likeness } = fields[name];
    const [wanted, found] = [gold ? valuesOf(gold) : [], got ? valuesOf(got) : []];
    const pairs = pairUp(wanted, found, (one, other) => likeness(one, other, texts));
    const right = pairs.reduce((total, pair) => total + pair.likeness, 0);
    tallies[name] = { right, gold: wanted.length, got: found.length };
  }
  tallies.RECORD = fieldNames.map((name) => tallies[name]).reduce(add);
  return tallies;
}

function speechTallies(
  gold: readonly AnnotatedClaim[],
  got: readonly AnnotatedClaim[],
  texts: Texts,
): Tallies {
  const pairs = pairUp(gold, got, (one, other) => claimLikeness(one, other, texts));
  const counts = { gold: gold.length, got: got.length };
  const speakers = pairs.filter(({ left, right }) => sameName(speakerOf(left), speakerOf(right)));
  const stances = pairs.filter(({ left, right }) => left.stance === right.stance);
  return {
    ...emptyTallies(),
    claims: { right: pairs.length, ...counts },
    speakers: { right: speakers.length, ...counts },
    stances: { right: stances.length, ...counts },
  };
}

/** Two quotes are one claim where they share half of the longer, or nine tenths of the shorter and a quarter of the longer. */
function claimLikeness(gold: AnnotatedClaim, got: AnnotatedClaim, texts: Texts): number {
  const [a, b] = [extentOf(texts.gold, gold), extentOf(texts.got, got)];
  const shared = sharedCharacters(a, b);
  if (!a || !b || shared === 0) return 0;
  const lengths = [a[1] - a[0], b[1] - b[0]];
  const [ofShorter, ofLonger] = [shared / Math.min(...lengths), shared / Math.max(...lengths)];
  return ofLonger >= 0.5 || (ofShorter >= 0.9 && ofLonger >= 0.25) ? ofLonger : 0;
}

function speakerOf({ speaker }: AnnotatedClaim): string {
  return (typeof speaker === 'string' ? speaker : speaker?.name) ?? '';
}

function emptyTallies(): Record<Row, Tally> {
  return Object.fromEntries(rows.map((row) => [row, { right: 0, gold: 0, got: 0 }])) as Record<Row, Tally>;
}

function sum(all: readonly Tallies[]): Tallies {
  const total = emptyTallies();
  for (const tallies of all) for (const row of rows) total[row] = add(total[row], tallies[row]);
  return total;
}

function add(a: Tally, b: Tally): Tally {
  return { right: a.right + b.right, gold: a.gold + b.gold, got: a.got + b.got };
}
