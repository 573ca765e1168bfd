import {
  addSums,
  bCubed as bCubedSums,
  type Cluster,
  ceaf,
  figuresOf,
  NO_SUMS,
} from '../coreference/score.js';

/** Which cluster each report is in: report → name of the cluster. Both partitions of a comparison have the same reports. */
export type Partition = ReadonlyMap<string, string>;

/** Shares from 0 to 1. */
export interface Measure {
  readonly precision: number;
  readonly recall: number;
  readonly f: number;
}

export const bCubed = (gold: Partition, got: Partition): Measure =>
  measureOf(bCubedSums(clustersIn(gold), clustersIn(got)));

/** Pairs of reports in one cluster that are in one gold cluster too. */
export function pairwise(gold: Partition, got: Partition): Measure {
  const both = new Map(
    [...gold].map(([report, label]) => [report, JSON.stringify([label, got.get(report)])]),
  );
  const right = pairsIn(both);
  return measureOf({ right, got: pairsIn(got), found: right, gold: pairsIn(gold) });
}

/** CEAF-e, summed over the parts that have no report in common: pairing off thousands of clusters at once takes hours. */
export function ceafEntity(gold: Partition, got: Partition): Measure {
  const parts = partsOf(gold, got).map((part) => {
    const within = (partition: Partition) =>
      new Map(part.map((report) => [report, partition.get(report) ?? report]));
    return ceaf(clustersIn(within(gold)), clustersIn(within(got)), 'entities');
  });
  return measureOf(parts.reduce(addSums, NO_SUMS));
}

function measureOf(sums: Parameters<typeof figuresOf>[0]): Measure {
  const { p, r, f } = figuresOf(sums);
  return { precision: p / 100, recall: r / 100, f: f / 100 };
}

function clustersIn(partition: Partition): Cluster[] {
  const clusters = new Map<string, string[]>();
  for (const [report, name] of partition) {
    const cluster = clusters.get(name);
    if (cluster) cluster.push(report);
    else clusters.set(name, [report]);
  }
  return [...clusters.values()];
}

const pairsIn = (partition: Partition) =>
  clustersIn(partition).reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);

/** Reports that clusters of either side hold together, however many steps away. */
function partsOf(gold: Partition, got: Partition): string[][] {
  const up = new Map<string, string>();
  const root = (name: string): string => {
    let at = name;
    for (let next = up.get(at); next !== undefined; next = up.get(at)) at = next;
    return at;
  };
  for (const cluster of [...clustersIn(gold), ...clustersIn(got)]) {
    for (const report of cluster) {
      const [from, to] = [root(report), root(cluster[0] ?? report)];
      if (from !== to) up.set(from, to);
    }
  }
  return clustersIn(new Map([...gold.keys()].map((report) => [report, root(report)]))).map((part) => [
    ...part,
  ]);
}
