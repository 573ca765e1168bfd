import { readFileSync } from 'node:fs';
import { filesAndOptions } from '../arguments.js';
import { type Bench, figuresLine, UsageError } from '../bench.js';
import { readConllu } from '../language/conllu.js';
import { coreferenceOf, type GoldCoreference } from './gold.js';
import { readEntities } from './gum.js';
import { type Link, linksOf } from './match.js';
import { type Answers, openOurs } from './ours.js';
import { linkLines, type Read, scoreLines, scoresOf } from './table.js';

const usage = 'coreference FILE.conllu… [--links]';

export const coreferenceBench: Bench = {
  usage,
  summary:
    'Who is meant: MUC, B³ and CEAF for named entities, their descriptions and pronouns, on files with Entity= marks.',

  async run(args, { print, warn }) {
    const { files, values } = filesAndOptions(args, { links: { type: 'boolean', default: false } }, usage);
    const gold = files.flatMap((file) => goldOf(file, warn));
    if (gold.length === 0)
      throw new UsageError(`No file has entities (Entity= in the last column). Usage: ${usage}`);
    const read = await openOurs();
    const all: Read[] = [];
    for (const document of gold) all.push({ gold: document, answers: await read(document.text) });

    print(
      `${gold.length} documents, ${countOf(gold)} mentions of named entities (person, organisation, place, object, event).`,
    );
    for (const line of scoreLines(all)) print(line);
    for (const line of linkLines(all)) print(line);
    if (values.links) for (const each of all) for (const line of wrongLinks(each)) print(line);
    print(figuresLine(scoresOf(all)));
  },
};

function goldOf(file: string, warn: (line: string) => void): GoldCoreference[] {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${(error as Error).message}. Usage: ${usage}`);
  }
  const { documents, warnings } = readConllu(file, content);
  for (const warning of warnings) warn(warning);
  const marked = readEntities(content);
  return documents.flatMap((document, at) => {
    const entities = marked[at];
    const found = entities && coreferenceOf(document, entities);
    if (found === undefined)
      warn(`${file}: ${document.id}: its rows cannot be laid over its text; document set aside`);
    return found ?? [];
  });
}

function countOf(gold: readonly GoldCoreference[]): number {
  return gold.reduce(
    (sum, { mentions, named }) => sum + mentions.filter(({ cluster }) => named.has(cluster)).length,
    0,
  );
}

/** One line for each link of ours that people did not make. */
function wrongLinks({ gold, answers }: { gold: GoldCoreference; answers: Answers }): string[] {
  const words = ({ start, end }: { start: number; end: number }) =>
    gold.text.slice(start, Math.min(end, start + 60)).replace(/\s+/g, ' ');
  const line = ({ from, to }: Link) => {
    const around = gold.text.slice(Math.max(0, from.start - 70), from.end + 30).replace(/\s+/g, ' ');
    return `${gold.id} ${from.kind}: "${words(from)}" -> "${words(to)}" in "${around}"`;
  };
  return linksOf(gold, answers.coreference)
    .filter(({ isRight }) => isRight === false)
    .map(line);
}
