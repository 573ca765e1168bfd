import { f1, precision, recall, shown, sumOf, type Tally } from './count.js';
import type { Gold, GoldDocument } from './gold.js';
import { type Comparison, comparisonsOf } from './kinds.js';
import { areOurTags, labelsOf } from './labels.js';
import { inCapitals } from './layout.js';
import type { Contestant, Mode, Said, SaidNames } from './said.js';
import { scoreNames, scoreWords, WORD_ROWS, type WordRow, type WordScores } from './score.js';
import { tableLines } from './table.js';

/** What a file was measured with, and what came of it. */
export interface Accuracy {
  readonly lines: readonly string[];
  /** By name; those of a peer begin with its name. */
  readonly figures: Readonly<Record<string, string>>;
}

export interface AccuracyOptions {
  /** Gold words and sentences are handed over, where a file has any. */
  readonly tokens: boolean;
  readonly capitals: boolean;
}

/** Has every contestant read a gold file, and compares what each says with what the file says. */
export async function measureAccuracy(
  gold: Gold,
  contestants: readonly Contestant[],
  { tokens, capitals }: AccuracyOptions,
): Promise<Accuracy> {
  const documents = capitals ? gold.documents.map(inCapitals) : gold.documents;
  const hasWords = documents.some(({ words }) => words.length > 0);
  const mode: Mode = hasWords && (tokens || !gold.hasText) ? 'tokens' : 'text';
  const answers: Answer[] = [];
  for (const contestant of contestants) {
    answers.push({ contestant, said: await contestant.read(documents, mode) });
  }
  const results = [
    ...(hasWords ? [wordTable(documents, answers, mode)] : []),
    ...nameTables(gold, documents, answers),
  ];
  return {
    lines: [heading(gold, documents, mode, capitals), ...results.flatMap(({ lines }) => lines)],
    figures: Object.assign({}, ...results.map(({ figures }) => figures)),
  };
}

interface Answer {
  readonly contestant: Contestant;
  readonly said: readonly Said[];
}

function heading(gold: Gold, documents: readonly GoldDocument[], mode: Mode, capitals: boolean): string {
  const words = documents.reduce((sum, document) => sum + document.words.length, 0);
  const sentences = documents.reduce((sum, document) => sum + document.sentences.length, 0);
  const size = words > 0 ? `, ${words} words in ${sentences} sentences` : '';
  const how = mode === 'tokens' ? "the file's words and sentences handed over" : 'from the text alone';
  const as = capitals ? ', in ALL CAPITALS' : '';
  return `${gold.path}: ${gold.format}, ${documents.length} documents${size}; ${how}${as}`;
}

const prefixOf = ({ name }: Contestant) =>
  name === 'dateline' ? '' : `${name.replace('-nlp', '').toLowerCase()}_`;

/** Sentences, tokens, tags and parse, a line for each contestant. What cannot be compared is left out. */
function wordTable(documents: readonly GoldDocument[], answers: readonly Answer[], mode: Mode): Accuracy {
  const words = documents.flatMap((document) => document.words);
  const scheme = labelsOf(words.map(({ label }) => label));
  const compares: Partial<Record<WordRow, boolean>> = {
    XPOS: areOurTags(words.map(({ tag }) => tag)),
    UAS: scheme === 'ClearNLP',
    LAS: scheme === 'ClearNLP',
  };
  const figures: Record<string, string> = {};
  const rows = answers.map(({ contestant, said }) => {
    const scores = scoreWords(documents, said);
    const handed = mode === 'tokens' && said.every(({ sentences }) => sentences === undefined);
    const cells = WORD_ROWS.map((row) => {
      const isCut = row === 'sentences' || row === 'tokens';
      const value = compares[row] === false || (handed && isCut) ? undefined : wordFigure(row, scores);
      if (value !== undefined) figures[`${prefixOf(contestant)}${row.toLowerCase()}`] = shown(value);
      return shown(value);
    });
    return [handed || mode === 'text' ? contestant.name : `${contestant.name} (from text)`, ...cells];
  });
  const notes =
    scheme === undefined || scheme === 'ClearNLP'
      ? []
      : [`  labels of another scheme (${scheme}): no UAS, no LAS`];
  return { lines: ['', ...tableLines(['words', ...WORD_ROWS], rows), ...notes], figures };
}

/** F1 of what is cut; elsewhere the share that is right of the words that both cut alike. */
function wordFigure(row: WordRow, scores: WordScores): number | undefined {
  return row === 'sentences' || row === 'tokens' ? f1(scores[row]) : recall(scores[row]);
}

function nameTables(gold: Gold, documents: readonly GoldDocument[], answers: readonly Answer[]): Accuracy[] {
  const kinds = new Map<string, number>();
  for (const { kind } of documents.flatMap(({ names = [] }) => names))
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const comparisons = comparisonsOf(new Set(kinds.keys()), gold.format);
  const tables = comparisons.map((comparison) => nameTable(documents, answers, comparison));
  const left = [...kinds].filter(([kind]) => !comparisons.some(({ ofGold }) => ofGold(kind) !== undefined));
  const note = left.map(([kind, count]) => `${kind} (${count})`).join(', ');
  return left.length === 0
    ? tables
    : [...tables, { lines: [`  kinds that are not compared: ${note}`], figures: {} }];
}

function nameTable(
  documents: readonly GoldDocument[],
  answers: readonly Answer[],
  comparison: Comparison,
): Accuracy {
  const figures: Record<string, string> = {};
  const rows: string[][] = [];
  for (const { contestant, said } of answers) {
    for (const [at, list] of (said[0]?.names ?? []).entries()) {
      const found = said.map(({ names }) => names[at]?.names ?? []);
      const tallies = scoreNames(documents, found, list.scheme, comparison);
      if (tallies.size === 0) continue;
      rows.push(nameRow(`${contestant.name}: ${list.list}`, tallies, comparison));
      figures[nameFigure(contestant, list, comparison)] = shown(f1(sumOf(tallies.values())));
    }
  }
  return {
    lines: ['', ...tableLines([comparison.title, 'P', 'R', 'F1', ...comparison.kinds], rows)],
    figures,
  };
}

function nameFigure(contestant: Contestant, { list }: SaidNames, { key }: Comparison): string {
  return `${prefixOf(contestant)}${key}_${list.split(' ').at(-1)}_f1`;
}

/** All kinds that the contestant has a word for together, then the F1 of each. */
function nameRow(title: string, tallies: ReadonlyMap<string, Tally>, { kinds }: Comparison): string[] {
  const all = sumOf(tallies.values());
  const shares = [precision(all), recall(all), f1(all)].map((share) => shown(share));
  const each = kinds.map((kind) => {
    const tally = tallies.get(kind);
    return tally ? shown(f1(tally), 1) : '–';
  });
  return [title, ...shares, ...each];
}
