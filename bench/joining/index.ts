import { openJoiner } from '../../src/house.js';
import { filesAndOptions } from '../arguments.js';
import { type Bench, figuresLine } from '../bench.js';
import { singletons, tfidf, tune, tuned } from './baselines.js';
import { dense } from './dense.js';
import { type Labelled, loadLabelled } from './labelled.js';
import { bCubed, ceafEntity, type Measure, type Partition, pairwise } from './measures.js';
import { ours } from './ours.js';
import { readingsOf } from './readings.js';

const usage = 'joining FILE… [--readings FILE]… [--dense WEEKS] [--held] [--tune]';

/** Joins labelled reports, and prints how right the clusters are beside two simpler ways. */
export const joiningBench: Bench = {
  usage,
  summary:
    'Joins labelled reports and prints how right their clusters are, beside TF-IDF with a date window and every ' +
    'report alone. Several files are joined together. --readings: readings that are there; --dense: with all ' +
    'incidents moved into so many weeks; --held: every third group of reports alone, which nothing was learned from; ' +
    '--tune: choose the window of TF-IDF on these reports.',
  async run(args, { openReader, print }) {
    const { files, values } = filesAndOptions(args, options, usage);
    const loaded = held(files.flatMap(loadLabelled), values.held);
    const read = await readingsOf(loaded, values.readings, openReader);
    const { reports, readings } =
      values.dense === undefined
        ? { reports: loaded, readings: read }
        : dense(loaded, read, Number(values.dense));
    const gold: Partition = new Map(reports.map(({ input, label }) => [input.id, label]));
    const window = values.tune ? tune(reports, (got) => bCubed(gold, got).f) : tuned;
    const wanted = reports.flatMap(({ input }) => readings.get(input.id) ?? []);
    const rows = [
      { name: 'dateline', got: ours(wanted, openJoiner()) },
      { name: `TF-IDF ≥ ${window.likeness}, ${window.days} days`, got: tfidf(reports, window) },
      { name: 'every report alone', got: singletons(reports) },
    ].map(({ name, got }) => ({ name, scores: scoresOf(gold, got) }));
    print(tableOf(rows));
    print(figuresLine(figuresOf(rows[0]?.scores ?? [], reports, new Set(gold.values()).size)));
  },
};

const options = {
  readings: { type: 'string', multiple: true, default: [] as string[] },
  dense: { type: 'string' },
  held: { type: 'boolean', default: false },
  tune: { type: 'boolean', default: false },
} as const;

/** The reports of every third group: the 3rd, 6th … label before its first blank. Weights are learned from the others. */
function held(reports: readonly Labelled[], isAsked: boolean): Labelled[] {
  if (!isAsked) return [...reports];
  const groupOf = ({ group, label }: Labelled) => group ?? label;
  const groups = [...new Set(reports.map(groupOf))];
  return reports.filter((report) => groups.indexOf(groupOf(report)) % 3 === 2);
}

type Score = readonly [name: string, measure: Measure];

const scoresOf = (gold: Partition, got: Partition): Score[] => [
  ['B³', bCubed(gold, got)],
  ['pairs', pairwise(gold, got)],
  ['CEAF-e', ceafEntity(gold, got)],
];

function tableOf(rows: readonly { name: string; scores: readonly Score[] }[]): string {
  const names = (rows[0]?.scores ?? []).map(
    ([name]) => `${name} P`.padStart(8) + 'R'.padStart(7) + 'F'.padStart(7),
  );
  const head = `${''.padEnd(24)}${names.join(' ')}`;
  const lines = rows.map(({ name, scores }) => {
    const cells = scores.map(([, { precision, recall, f }]) =>
      [precision.toFixed(3).padStart(8), recall.toFixed(3).padStart(7), f.toFixed(3).padStart(7)].join(''),
    );
    return `${name.padEnd(24)}${cells.join(' ')}`;
  });
  return [head, ...lines].join('\n');
}

function figuresOf(scores: readonly Score[], reports: readonly Labelled[], incidents: number) {
  const [b3, pairs, ceaf] = scores.map(([, { f }]) => f.toFixed(3));
  return { b3_f: b3 ?? '', pairs_f: pairs ?? '', ceafe_f: ceaf ?? '', reports: reports.length, incidents };
}
