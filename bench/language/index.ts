import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { filesAndOptions } from '../arguments.js';
import { type Bench, figuresLine, type Surroundings, UsageError } from '../bench.js';
import { measureAccuracy } from './accuracy.js';
import { readGold } from './files.js';
import { type Gold, GoldError } from './gold.js';
import { measureLengths } from './lengths.js';
import { type Ours, openOurs } from './ours.js';
import { openCompromise } from './peers/compromise.js';
import { openSpacy, type SpacyPeer } from './peers/spacy.js';
import { openWink } from './peers/wink.js';
import type { Contestant } from './said.js';
import { measureSpeed } from './speed.js';

const usage =
  'language FILE… [--tokens] [--capitals] [--documents FILE] [--rounds NUMBER] [--lengths] [--python PATH] ' +
  '[--spacy-model FOLDER]';

const options = {
  tokens: { type: 'boolean', default: false },
  capitals: { type: 'boolean', default: false },
  documents: { type: 'string' },
  rounds: { type: 'string', default: '3' },
  lengths: { type: 'boolean', default: false },
  python: { type: 'string' },
  'spacy-model': { type: 'string' },
} as const;

type Values = ReturnType<typeof filesAndOptions<typeof options>>['values'];

/** Measures tags, parse and names against gold files, and the speed, beside wink-nlp, compromise and spaCy. */
export const languageBench: Bench = {
  usage,
  summary: `Measures tags, parse, names and speed on gold files, beside wink-nlp, compromise and, where Python has it,
      spaCy. A FILE is told by what is in it: CoNLL-U (also gzipped; names as NE=B-PER in the last column), names in
      columns (a word and its mark a line: IOB1, IOB2, BIOES), a folder in the format of re3d, or a JSON file of
      reports, which is for speed alone. A CoNLL-U file is read from its text, and what is said of words is counted
      for those that both cut alike; UAS and LAS only where the file's labels are ours (ClearNLP).
      Kinds of names are compared as person, organisation (armed groups too), place (GPE, LOC, FAC, facility) and
      nationality; where a file has MISC, that is nationality, event, product, vehicle, weapon, work, law, language.
      An article before a name and a possessive after it count on neither side, except on re3d and with OntoNotes' 18
      kinds. A reader's total is of the kinds it has a word for.
      --tokens: the file's words and sentences are handed over, as is always done with names in columns without text;
      wink-nlp and compromise cannot take them. --capitals: the same in ALL CAPITALS. --documents: only those
      whose ids are in that file, one a line. --rounds: how often each is timed (default 3; 0: no timing).
      --lengths: time by length, too. --python, --spacy-model: where spaCy and its model are (default python3,
      en_core_web_md).`,
  async run(args, surroundings) {
    const { files, values } = filesAndOptions(args, options, usage);
    const rounds = wholeNumber(values.rounds);
    const golds = files.map((file) => onlyThose(read(file, surroundings), values.documents));
    const spacy = await spacyOrNot(values, surroundings);
    const ours = await openOurs();
    const contestants = [ours, ...(spacy ? [spacy] : []), await openWink(), await openCompromise()];
    try {
      surroundings.print(`dateline: language model ${ours.model}, ${ours.engine} engine`);
      if (spacy) surroundings.print(`spaCy: ${spacy.about}`);
      const figures = {
        ...(await accuracies(golds, contestants, values, surroundings)),
        ...(await speeds(golds, contestants, ours, rounds, values, surroundings)),
        ...memory(spacy),
      };
      surroundings.print('');
      surroundings.print(figuresLine(figures));
    } finally {
      for (const contestant of contestants) await contestant.close();
    }
  },
};

function read(file: string, { warn }: Surroundings): Gold {
  const gold = readGold(file);
  for (const warning of gold.warnings.slice(0, 10)) warn(warning);
  if (gold.warnings.length > 10) warn(`${file}: ${gold.warnings.length} set aside in all`);
  return gold;
}

function onlyThose(gold: Gold, list: string | undefined): Gold {
  if (list === undefined) return gold;
  const ids = new Set(
    readFileSync(list, 'utf8')
      .split('\n')
      .map((line) => line.trim()),
  );
  const documents = gold.documents.filter(({ id }) => ids.has(id));
  if (documents.length > 0) return { ...gold, documents };
  const ones = gold.documents.slice(0, 3).map(({ id }) => id);
  throw new GoldError(`${list}: names no document of ${gold.path}, whose ids are like ${ones.join(', ')}.`);
}

async function spacyOrNot(values: Values, { warn }: Surroundings): Promise<SpacyPeer | undefined> {
  const { python, 'spacy-model': model } = values;
  try {
    return await openSpacy(python ?? 'python3', model ?? 'en_core_web_md');
  } catch (error) {
    const why = `spaCy cannot be started (${(error as Error).message})`;
    if (python !== undefined || model !== undefined) throw new UsageError(`${why}. Usage: ${usage}`);
    warn(`${why}, and is left out. --python and --spacy-model say where it is.`);
    return undefined;
  }
}

async function accuracies(
  golds: readonly Gold[],
  contestants: readonly Contestant[],
  values: Values,
  { print }: Surroundings,
): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  const annotated = golds.filter(({ format }) => format !== 'reports');
  for (const gold of annotated) {
    const { lines, figures } = await measureAccuracy(gold, contestants, values);
    print('');
    for (const line of lines) print(line);
    const prefix = annotated.length > 1 ? `${basename(gold.path).replace(/\..*$/, '')}.` : '';
    for (const [name, value] of Object.entries(figures)) all[`${prefix}${name}`] = value;
  }
  return all;
}

async function speeds(
  golds: readonly Gold[],
  contestants: readonly Contestant[],
  ours: Ours,
  rounds: number,
  { lengths }: Values,
  { print }: Surroundings,
): Promise<Record<string, string>> {
  const texts = golds.flatMap(({ documents }) => documents.map(({ text }) => text));
  const peers = contestants.filter((contestant) => contestant !== ours);
  const results = [
    ...(rounds > 0 ? [await measureSpeed(ours, peers, texts, rounds)] : []),
    ...(lengths ? [await measureLengths(ours, texts)] : []),
  ];
  for (const line of results.flatMap(({ lines }) => lines)) print(line);
  return Object.assign({}, ...results.map(({ figures }) => figures));
}

function memory(spacy: SpacyPeer | undefined): Record<string, string> {
  const own = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  return { memory_mb: own, ...(spacy ? { spacy_memory_mb: String(spacy.memory()) } : {}) };
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isInteger(number)) return number;
  throw new UsageError(`--rounds takes a whole number, not "${text}". Usage: ${usage}`);
}
