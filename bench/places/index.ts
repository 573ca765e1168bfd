import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { lists } from '../../src/reading/lists.fixture.js';
import { countriesOf } from '../../src/reading/places/tables.js';
import { filesAndOptions } from '../arguments.js';
import { type Bench, figuresLine, type Surroundings, UsageError } from '../bench.js';
import { f1, precision, recall, shown } from '../language/count.js';
import { tableLines } from '../language/table.js';
import { baselineOf } from './baseline.js';
import { errorLines } from './errors.js';
import { readEupeg } from './eupeg.js';
import type { GoldText } from './gold.js';
import { type Ours, openOurs, type Prepared, withGoldSpans } from './ours.js';
import { type FoundToponym, pairsOf, scoresOf } from './score.js';

const usage = 'places FILE… [--rounds NUMBER] [--alone] [--errors NUMBER] [--half even|odd] [--cache FOLDER]';

const options = {
  rounds: { type: 'string', default: '3' },
  alone: { type: 'boolean', default: false },
  errors: { type: 'string', default: '0' },
  half: { type: 'string' },
  cache: { type: 'string' },
} as const;

/** Measures places against toponyms with coordinates, and the speed, beside the most populous place of each name. */
export const placesBench: Bench = {
  usage,
  summary: `Measures places on XML as EUPEG has it: recognition (exact and overlapping), end to end and accuracy within
      161 km (a country by its code, and by distance alone), mean and median error, area under the curve of the log
      error (0 is best), beside the most populous place of each name in the same gazetteer; then both once more with
      the gold spans given. --half: only texts with an even or odd index in their file. --alone: without the baseline.
      --errors: so many misses. --rounds: how often the stage is timed (default 3; 0: no timing). --cache: a folder
      where what the language model says of a text is kept.`,
  async run(args, surroundings) {
    const { files, values } = filesAndOptions(args, options, usage);
    const rounds = wholeNumber('rounds', values.rounds);
    const mostErrors = wholeNumber('errors', values.errors);
    const { print } = surroundings;
    const texts = halfOf(readFiles(files, surroundings), values.half);
    const ours = openOurs(values.cache);
    const prepared: Prepared[] = [];
    for (const text of texts) prepared.push(await ours.prepare(text));

    const count = texts.reduce((sum, { toponyms }) => sum + toponyms.length, 0);
    print(`${texts.length} texts, ${count} toponyms, gazetteer ${ours.gazetteer.version}`);
    const results = resultsOf(texts, prepared, ours, values.alone);
    for (const line of tableLines(HEAD, results.map(rowOf))) print(line);
    if (mostErrors > 0) {
      const [dateline] = results;
      const misses = texts.flatMap((text, index) =>
        pairsOf(text, dateline?.found[index] ?? []).map((pair) => ({ text, pair })),
      );
      for (const line of ['', ...errorLines(misses, mostErrors)]) print(line);
    }
    const figures = figuresOf(results);
    if (rounds > 0) {
      const perSecond = reportsPerSecond(texts, prepared, ours, rounds);
      print('');
      print(
        `the places stage alone: ${perSecond.toFixed(0)} reports/s (of 3,000 characters; ${rounds} rounds)`,
      );
      figures.reports_per_second = perSecond.toFixed(1);
    }
    print('');
    print(figuresLine({ texts: texts.length, ...figures }));
  },
};

interface Result {
  readonly name: string;
  readonly texts: readonly GoldText[];
  readonly found: readonly (readonly FoundToponym[])[];
}

function resultsOf(
  texts: readonly GoldText[],
  prepared: readonly Prepared[],
  ours: Ours,
  alone: boolean,
): Result[] {
  const found = prepared.map(ours.read);
  const given = prepared.map((each, index) => {
    const { toponyms } = texts[index] as GoldText;
    const all = ours.read(withGoldSpans(each, texts[index] as GoldText));
    return all.filter((one) => toponyms.some((gold) => gold.start < one.end && one.start < gold.end));
  });
  const populous = (spans: (index: number) => readonly { start: number; end: number }[]) =>
    texts.map(({ text }, index) => baselineOf(text, spans(index), ours.gazetteer));
  const all = [
    { name: 'dateline', texts, found },
    { name: 'most populous', texts, found: populous((index) => found[index] ?? []) },
    { name: 'dateline, spans given', texts, found: given },
    { name: 'most populous, spans given', texts, found: populous((index) => texts[index]?.toponyms ?? []) },
  ];
  return alone ? all.filter(({ name }) => name.startsWith('dateline')) : all;
}

const HEAD = [
  '',
  'found',
  'exact P',
  'R',
  'F1',
  'overlap P',
  'R',
  'F1',
  'F1@161',
  'by km',
  'acc@161',
  'by km',
  'mean km',
  'median',
  'AUC',
];

const scored = ({ texts, found }: Result) =>
  scoresOf(texts.flatMap((text, index) => pairsOf(text, found[index] ?? [])));

function rowOf(result: Result): string[] {
  const { exact, overlapping, endToEnd, byDistance, mean, median, area } = scored(result);
  const shares = [
    ...[exact, overlapping].flatMap((tally) => [precision(tally), recall(tally), f1(tally)]),
    ...[f1(endToEnd), f1(byDistance), recall(endToEnd), recall(byDistance)],
  ];
  return [
    result.name,
    String(exact.got),
    ...shares.map((share) => shown(share, 1)),
    shown(mean, 0),
    shown(median, 0),
    shown(area, 3),
  ];
}

function figuresOf(results: readonly Result[]): Record<string, string> {
  return Object.fromEntries(
    results.flatMap((result) => {
      const { exact, overlapping, endToEnd } = scored(result);
      const key = result.name.replaceAll(/\W+/g, '_');
      return [
        [`${key}_exact_f1`, shown(f1(exact), 1)],
        [`${key}_overlap_f1`, shown(f1(overlapping), 1)],
        [`${key}_f1_161`, shown(f1(endToEnd), 1)],
        [`${key}_accuracy_161`, shown(recall(endToEnd), 1)],
      ];
    }),
  );
}

function readFiles(files: readonly string[], { warn }: Surroundings): GoldText[] {
  const countries = countriesOf(lists('places/countries'));
  const texts = files.flatMap((file) => {
    try {
      const read = readEupeg(basename(file, extname(file)), readFileSync(file, 'utf8'), countries);
      if (read.lost > 0)
        warn(`${file}: ${read.lost} toponyms whose words are not where they should be; set aside`);
      return read.texts;
    } catch (error) {
      warn(`${file}: ${(error as Error).message}; set aside`);
      return [];
    }
  });
  if (texts.length > 0) return texts;
  throw new UsageError(`Nothing could be read in ${files.join(', ')}.`);
}

function halfOf(texts: readonly GoldText[], half: string | undefined): readonly GoldText[] {
  if (half === undefined) return texts;
  if (half !== 'even' && half !== 'odd') throw new UsageError(`--half takes even or odd. Usage: ${usage}`);
  return texts.filter(({ id }) => Number(/\d+$/.exec(id)?.[0]) % 2 === (half === 'even' ? 0 : 1));
}

/** Characters of a report of the usual length: the speed is given in such reports. */
const REPORT = 3000;

/** The median of some rounds, after one that does not count. */
function reportsPerSecond(
  texts: readonly GoldText[],
  prepared: readonly Prepared[],
  ours: Ours,
  rounds: number,
): number {
  const reports = texts.reduce((sum, { text }) => sum + text.length, 0) / REPORT;
  const took: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const begun = performance.now();
    prepared.forEach(ours.read);
    if (round > 0) took.push((performance.now() - begun) / 1000);
  }
  return reports / (took.sort((a, b) => a - b)[took.length >> 1] ?? Number.NaN);
}

function wholeNumber(option: string, text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new UsageError(`--${option} takes a whole number, not "${text}". Usage: ${usage}`);
}
