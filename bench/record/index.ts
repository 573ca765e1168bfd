import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileAndOptions } from '../arguments.js';
import { type Bench, figuresLine } from '../bench.js';
import { type AnnotatedReport, loadReports } from './annotated.js';
import { readReports } from './read.js';
import { score } from './score.js';
import { figuresOf, reportLines, tableOf } from './table.js';

const usage = 'record FILE [--core] [--docs] [--out FILE]';

/** Reads a gold file with our reader, keeps what was read, and prints how right it is. */
export const recordBench: Bench = {
  usage,
  summary:
    'Reads the reports of a gold file and prints how right the records are. --core: core incidents only; ' +
    '--docs: a line for each report too; --out: where the readings go (default .cache/bench/record-NAME.jsonl).',
  async run(args, { openReader, print, warn }) {
    const { file, values } = fileAndOptions(args, options, usage);
    const gold = loadReports(file);
    const { readings, failures, seconds } = await readReports(await openReader(), gold);
    for (const failure of failures) warn(failure);
    writeLines(values.out ?? defaultOut(file), readings);
    const scores = score(gold, readings, { coreOnly: values.core });
    print(tableOf(scores));
    if (values.docs) print(reportLines(scores));
    print(
      figuresLine({
        ...figuresOf(scores),
        reports: gold.length,
        unread: failures.length,
        reports_per_second: (gold.length / seconds).toFixed(1),
      }),
    );
  },
};

const options = {
  core: { type: 'boolean', default: false },
  docs: { type: 'boolean', default: false },
  out: { type: 'string' },
} as const;

const defaultOut = (file: string) => join('.cache', 'bench', `record-${basename(file, extname(file))}.jsonl`);

function writeLines(path: string, readings: readonly AnnotatedReport[]): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, readings.map((reading) => `${JSON.stringify(reading)}\n`).join(''));
}
