import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Bench, figuresLine, type Surroundings, UsageError } from '../bench.js';
import { figuresOf } from '../coreference/score.js';
import { total } from './ceaf.js';
import { allSlots, figuresOfTally } from './full.js';
import { templatesOf } from './mapping/index.js';
import { type Options, readOptions, usage } from './options.js';
import { openReading } from './read.js';
import { type Answered, documentLine, scoreAll } from './score.js';
import { ceafLines, slotLines } from './table.js';
import { answersOf, type Template } from './template.js';
import { type KeyText, type MucText, readKey, readTexts } from './texts.js';

/** The templates that a text was given; none where it could not be read. */
interface Filled {
  readonly docid: string;
  readonly templates: readonly Template[];
}

/** Fills the templates of MUC-4 from what our reader reads, and scores them where there is a key. */
export const muc4Bench: Bench = {
  usage,
  summary: `Reads MUC-4 texts (rows {docid, dateline, text}), writes the templates that MUC-4 would have of them, and
      with --key prints CEAF-TF and the score of every slot. --documents: only those named in a file, one a line;
      --every: only every so many (5/5, 1-4/5); --held-out: --every 5/5; --readings: a file where readings are kept and
      taken from; --docs: a line for each text too.`,
  async run(args, surroundings) {
    const options = readOptions(args);
    const { print, warn } = surroundings;
    const texts = load(options.in, readTexts, warn).filter(({ index, docid }) =>
      options.isChosen(index, docid),
    );
    if (texts.length === 0)
      throw new UsageError(`${options.in}: none of its texts is among those asked for.`);
    const key = options.key === undefined ? undefined : load(options.key, readKey, warn);
    const begun = performance.now();
    const filled = await fillAll(texts, options, surroundings);
    const seconds = (performance.now() - begun) / 1000;
    writeAnswers(options.out, filled);
    const templates = filled.reduce((sum, one) => sum + one.templates.length, 0);
    const figures = key ? printScores(key, filled, options, surroundings) : {};
    const speed = { texts_per_second: (texts.length / seconds).toFixed(1) };
    print(figuresLine({ texts: texts.length, templates, ...figures, ...speed }));
  },
};

function load<Row>(
  file: string,
  read: (content: string) => { readonly rows: readonly Row[]; readonly warnings: readonly string[] },
  warn: (line: string) => void,
): readonly Row[] {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const { rows, warnings } = read(content);
  for (const warning of warnings) warn(`${file}: ${warning}`);
  return rows;
}

async function fillAll(texts: readonly MucText[], { readings }: Options, surroundings: Surroundings) {
  const read = openReading(surroundings, readings);
  const filled: Filled[] = [];
  let told = performance.now();
  for (const text of texts) {
    const reading = await read(text);
    filled.push({ docid: text.docid, templates: reading ? templatesOf(reading) : [] });
    if (performance.now() - told < 10_000) continue;
    told = performance.now();
    surroundings.warn(`read ${filled.length} of ${texts.length} texts`);
  }
  return filled;
}

function writeAnswers(file: string, filled: readonly Filled[]): void {
  const answers = filled.map(({ docid, templates }) => ({ docid, templates: answersOf(templates) }));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(answers, null, 1)}\n`);
}

function printScores(
  key: readonly KeyText[],
  filled: readonly Filled[],
  { docs }: Options,
  { print, warn }: Surroundings,
) {
  const keys = new Map(key.map((text) => [text.docid, text]));
  const answered = filled.flatMap(({ docid, templates }): Answered[] => {
    const wanted = keys.get(docid);
    if (!wanted) warn(`${docid}: is not in the key; left out of the scores`);
    return wanted ? [{ key: wanted, templates }] : [];
  });
  if (docs) for (const one of answered) print(documentLine(one));
  const { ceaf, asGtt, slots } = scoreAll(answered);
  for (const line of ceafLines('CEAF-TF', ceaf)) print(line);
  print('');
  for (const line of ceafLines("CEAF-TF as GTT's scorer counts", asGtt)) print(line);
  print('');
  for (const line of slotLines(slots)) print(line);
  const [own, published, full] = [
    figuresOf(total(ceaf)),
    figuresOf(total(asGtt)),
    figuresOfTally(allSlots(slots)),
  ];
  return {
    scored: answered.length,
    ceaf_tf_p: own.p.toFixed(1),
    ceaf_tf_r: own.r.toFixed(1),
    ceaf_tf_f1: own.f.toFixed(1),
    ceaf_tf_as_gtt_f1: published.f.toFixed(1),
    slots_f1: full.f.toFixed(1),
  };
}
