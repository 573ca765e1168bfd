import { readFileSync } from 'node:fs';
import { filesAndOptions } from '../arguments.js';
import { type Bench, figuresLine, type Surroundings, UsageError } from '../bench.js';
import { errorLines } from './errors.js';
import { readPaths } from './files.js';
import type { GoldText } from './gold.js';
import { openOurs, type Prepared } from './ours.js';
import { openPeers } from './peers/index.js';
import type { TextToRead, TimesReader } from './reader.js';
import { pairsOf } from './score.js';
import { measureSpeed } from './speed.js';
import { type Result, scoreFigures, scoreLines } from './table.js';

const usage =
  'times PATH… [--rounds NUMBER] [--documents FILE] [--alone] [--errors NUMBER] [--of READER] [--cache FOLDER]';

const options = {
  rounds: { type: 'string', default: '3' },
  documents: { type: 'string' },
  alone: { type: 'boolean', default: false },
  errors: { type: 'string', default: '0' },
  of: { type: 'string', default: 'dateline' },
  cache: { type: 'string' },
} as const;

/** Measures times against TIMEX3 annotations, and the speed, beside three peers. */
export const timesBench: Bench = {
  usage,
  summary: `Measures times as TempEval-3 does (strict, relaxed, value, type; all together and each type apart), beside
      chrono-node, compromise-dates and @microsoft/recognizers-text-date-time. A PATH is a TimeML file (.tml), a file
      of CAT (MEANTIME's .xml), a folder of these, or a JSON file of reports, which is for speed alone.
      --documents: only those whose names (without .tml, .xml) are in that file, one a line. --alone: without the
      peers. --errors: so many kinds of misses, with examples; --of: of which reader. --rounds: how often each reader
      is timed (default 3; 0: no timing). --cache: a folder where what the language model says of a text is kept.`,
  async run(args, surroundings) {
    const { files, values } = filesAndOptions(args, options, usage);
    const rounds = wholeNumber('rounds', values.rounds);
    const mostErrors = wholeNumber('errors', values.errors);
    const { print, warn } = surroundings;
    const { gold: all, plain, warnings } = readPaths(files);
    for (const warning of warnings) warn(warning);
    const gold = onlyThose(all, values.documents);
    const texts = [...gold, ...plain];
    if (texts.length === 0) throw new UsageError(`Nothing could be read in ${files.join(', ')}.`);

    const ours = openOurs(values.cache);
    const prepared = await prepareAll(texts, ours.prepare, surroundings);
    const dateline: TimesReader = { name: 'dateline', read: (text) => ours.read(prepared(text)) };
    const readers = values.alone ? [dateline] : [dateline, ...openPeers(warn)];

    const results = gold.length === 0 ? [] : readers.map((reader) => resultOf(reader, gold));
    if (results.length > 0) {
      print(`${gold.length} texts, ${gold.reduce((sum, { times }) => sum + times.length, 0)} times`);
      for (const line of scoreLines(results)) print(line);
      if (mostErrors > 0) for (const line of errorsOf(values.of, readers, gold, mostErrors)) print(line);
    }
    const figures = scoreFigures(results);
    if (rounds > 0) {
      const { lines, figures: measured } = measureSpeed(readers, ours, texts.map(prepared), texts, rounds);
      for (const line of lines) print(line);
      Object.assign(figures, measured);
    }
    print('');
    print(figuresLine({ texts: gold.length, ...figures }));
  },
};

type PreparedOf = (text: TextToRead) => Prepared;

/** Runs the stages before times, which take nearly all of the time, and says every few seconds how far it is. */
async function prepareAll(
  texts: readonly TextToRead[],
  prepare: (text: TextToRead) => Promise<Prepared>,
  { warn }: Surroundings,
): Promise<PreparedOf> {
  const all = new Map<TextToRead, Prepared>();
  let told = performance.now();
  for (const text of texts) {
    all.set(text, await prepare(text));
    if (performance.now() - told < 5000) continue;
    told = performance.now();
    warn(`prepared ${all.size} of ${texts.length} texts`);
  }
  return (text) => {
    const prepared = all.get(text);
    if (!prepared) throw new Error('This text was not prepared.');
    return prepared;
  };
}

function resultOf(reader: TimesReader, gold: readonly GoldText[]): Result {
  return { name: reader.name, pairs: gold.flatMap((text) => pairsOf(text, reader.read(text))) };
}

function errorsOf(name: string, readers: readonly TimesReader[], gold: readonly GoldText[], most: number) {
  const reader = readers.find((each) => each.name === name);
  if (!reader) throw new UsageError(`--of takes one of ${readers.map((each) => each.name).join(', ')}.`);
  const misses = gold.flatMap((text) =>
    pairsOf(text, reader.read(text)).map((pair) => ({ id: text.id, text: text.text, pair })),
  );
  return ['', `misses of ${name}`, ...errorLines(misses, most)];
}

function onlyThose(gold: readonly GoldText[], list: string | undefined): readonly GoldText[] {
  if (list === undefined) return gold;
  const lines = readFileSync(list, 'utf8').split('\n');
  const ids = new Set(lines.map((line) => line.trim()));
  const those = gold.filter(({ id }) => ids.has(id));
  if (those.length > 0) return those;
  throw new UsageError(
    `${list}: names none of the texts, which are called ${gold[0]?.id ?? ''} and the like.`,
  );
}

function wholeNumber(option: string, text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new UsageError(`--${option} takes a whole number, not "${text}". Usage: ${usage}`);
}
