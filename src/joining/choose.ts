import type { ChoosingRule, JoinedValue } from '../record/index.js';
import type { Teller } from './sources.js';

/** A value with the words that say why it is the one shown. */
export interface Chosen<T> {
  readonly value: T;
  readonly rule: string;
}

type Tellers = ReadonlyMap<string, Teller>;
type Measure<T> = (one: JoinedValue<T>) => number;

/**
 * Chooses the value that is shown, by a named rule, and says so. `size` is what `lowest` and `highest` go by; where a
 * value has none, they choose as `most independent` does. Ties: the one with more independent sources, then one from a
 * report that is about the incident, then the latest, the lower, the one that more outlets give, the one that stands first. Undefined where there is none.
 */
export function choose<T>(
  values: readonly JoinedValue<T>[],
  rule: ChoosingRule,
  tellers: Tellers,
  size?: (value: T) => number,
): Chosen<T> | undefined {
  const named = size === undefined && (rule === 'lowest' || rule === 'highest') ? 'most independent' : rule;
  const measures = measuresOf(named, tellers, size);
  const order = [...values].sort((a, b) => compare(a, b, measures));
  const [best, next] = order;
  return best && { value: best.value, rule: reason(named, best, next, measures) };
}

/** What a rule goes by, the weightiest first; more is better. */
function measuresOf<T>(
  rule: ChoosingRule,
  tellers: Tellers,
  size?: (value: T) => number,
): [string, Measure<T>][] {
  const independent: [string, Measure<T>] = ['more independent sources', (one) => one.independent];
  const latest: [string, Measure<T>] = ['the later', (one) => latestOf(one, tellers)];
  const core: [string, Measure<T>] = [
    'told by a report that is about it',
    ({ reports }) => Number(reports.some((report) => tellers.get(report)?.isCore)),
  ];
  const lower: [string, Measure<T>] = ['the lower', (one) => (size ? -size(one.value) : 0)];
  const higher: [string, Measure<T>] = ['the higher', (one) => (size ? size(one.value) : 0)];
  const outlets: [string, Measure<T>] = ['more outlets', (one) => one.outlets];
  const first = { 'most independent': independent, latest, lowest: lower, highest: higher }[rule];
  return [first, ...[independent, core, latest, lower, outlets].filter((measure) => measure !== first)];
}

/** The latest day that a report gives it; before all others where no report has a day. */
function latestOf<T>({ reports }: JoinedValue<T>, tellers: Tellers): number {
  const days = reports.map((report) => tellers.get(report)?.published ?? Infinity).filter(Number.isFinite);
  return Math.max(-Infinity, ...days);
}

function compare<T>(a: JoinedValue<T>, b: JoinedValue<T>, measures: [string, Measure<T>][]): number {
  for (const [, measure] of measures) {
    const [x, y] = [measure(a), measure(b)];
    if (x !== y) return y > x ? 1 : -1;
  }
  return 0;
}

function reason<T>(
  rule: ChoosingRule,
  best: JoinedValue<T>,
  next: JoinedValue<T> | undefined,
  measures: [string, Measure<T>][],
): string {
  const behind = `${counted(best.independent, 'independent source')}, ${counted(best.reports.length, 'report')}`;
  if (next === undefined) return `the only value given (${behind})`;
  const decided = measures.findIndex(([, measure]) => measure(best) !== measure(next));
  const tie = measures[decided]?.[0] ?? 'the first of several alike';
  const words = decided === 0 ? '' : `; level with another and chosen as ${chosenAs(tie)}`;
  return `${rule} (${behind}; the next has ${counted(next.independent, 'independent source')})${words}`;
}

const chosenAs = (tie: string) => (tie.startsWith('more') ? `the one with ${tie}` : tie);

const counted = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
