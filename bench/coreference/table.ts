import type { GoldCoreference } from './gold.js';
import { clustersOf, linksOf, type Matching } from './match.js';
import type { Answers, SaidMention, System } from './ours.js';
import { addSums, bCubed, type Cluster, ceaf, figuresOf, muc, NO_SUMS, type Sums } from './score.js';

/** A document with what people and what our systems say of it. */
export interface Read {
  readonly gold: GoldCoreference;
  readonly answers: Answers;
}

const SYSTEMS: readonly System[] = ['coreference', 'names alone', 'same words'];
const METRICS: Readonly<Record<string, (gold: readonly Cluster[], got: readonly Cluster[]) => Sums>> = {
  MUC: muc,
  'B³': bCubed,
  'CEAF-e': (gold, got) => ceaf(gold, got, 'entities'),
  'CEAF-m': (gold, got) => ceaf(gold, got, 'mentions'),
};

type Singletons = 'in' | 'out';

/** The four metrics of a system, summed over documents, and the mean F of the first three (CoNLL 2012). */
function measured(read: readonly Read[], system: System, matching: Matching, singletons: Singletons) {
  const sums = new Map<string, Sums>();
  for (const { gold, answers } of read) {
    const clusters = clustersOf(gold, answers[system], matching, singletons);
    for (const [name, metric] of Object.entries(METRICS)) {
      sums.set(name, addSums(sums.get(name) ?? NO_SUMS, metric(clusters.gold, clusters.got)));
    }
  }
  const figures = [...sums].map(([name, sum]) => ({ name, ...figuresOf(sum) }));
  const mean = figures.slice(0, 3).reduce((sum, { f }) => sum + f, 0) / 3;
  return { figures, mean };
}

/** The table: for each way to match mentions and with singletons out and in, a row for each system. */
export function scoreLines(read: readonly Read[]): string[] {
  const lines: string[] = [];
  for (const singletons of ['out', 'in'] as const) {
    for (const matching of ['span', 'head'] as const) {
      lines.push('', `mentions matched by ${matching}, singletons ${singletons}`);
      lines.push(
        `${'P R F'.padEnd(14)}${Object.keys(METRICS)
          .map((name) => name.padEnd(19))
          .join('')}mean F of the first three`,
      );
      for (const system of SYSTEMS) {
        const { figures, mean } = measured(read, system, matching, singletons);
        const cells = figures.map(({ p, r, f }) =>
          [p, r, f]
            .map((value) => value.toFixed(1).padStart(5))
            .join(' ')
            .padEnd(19),
        );
        lines.push(`${system.padEnd(14)}${cells.join('')}${mean.toFixed(1)}`);
      }
    }
  }
  return lines;
}

/** How many links of each kind are right: of those whose ends people marked both, and of all. */
export function linkLines(read: readonly Read[]): string[] {
  const lines = [
    '',
    'links to a name: made by people too, of those with both ends marked (by head), and of all',
  ];
  for (const [kind, { right, marked, all }] of linkCounts(read)) {
    const counts = [right, marked, all].map((count) => String(count).padStart(5)).join(' of ');
    lines.push(`${kind.padEnd(14)}${counts}   ${share(right, marked)} %   ${share(right, all)} %`);
  }
  return lines;
}

const share = (part: number, whole: number) => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1));

interface Counts {
  right: number;
  marked: number;
  all: number;
}

function linkCounts(read: readonly Read[]): Map<SaidMention['kind'], Counts> {
  const counts = new Map<SaidMention['kind'], Counts>();
  for (const kind of ['name', 'description', 'pronoun'] as const)
    counts.set(kind, { right: 0, marked: 0, all: 0 });
  for (const { gold, answers } of read) {
    for (const { from, isRight } of linksOf(gold, answers.coreference)) {
      const count = counts.get(from.kind);
      if (count === undefined) continue;
      count.all++;
      if (isRight !== undefined) count.marked++;
      if (isRight) count.right++;
    }
  }
  return counts;
}

/** The last line: mean F of each system by head without singletons, and the share of right links of each kind. */
export function scoresOf(read: readonly Read[]): Record<string, string> {
  const figures: Record<string, string> = {};
  for (const system of SYSTEMS) {
    figures[system.replace(' ', '_')] = measured(read, system, 'head', 'out').mean.toFixed(1);
  }
  for (const [kind, { right, marked }] of linkCounts(read)) figures[`${kind}_links`] = share(right, marked);
  return figures;
}
