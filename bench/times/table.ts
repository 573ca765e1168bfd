import { TimeType } from '../../src/record/index.js';
import { f1, precision, recall, shown, type Tally } from '../language/count.js';
import { tableLines } from '../language/table.js';
import { MEASURES, type Pair, type Scores, scoresOf } from './score.js';

/** All pairs of one reader, of all texts. */
export interface Result {
  readonly name: string;
  readonly pairs: readonly Pair[];
}

/** The table of all readers: first all types together, then each apart. */
export function scoreLines(results: readonly Result[]): string[] {
  const head = [
    '',
    'gold',
    'found',
    'strict',
    'P',
    'R',
    'relaxed',
    'P',
    'R',
    'value F1',
    'kindly',
    'type F1',
  ];
  const rows = results.map(({ name, pairs }) => [name, ...cells(scoresOf(pairs))]);
  const types = TimeType.options.flatMap((type) => {
    const typed = results.map(({ name, pairs }) => [name, ...typedCells(scoresOf(pairs, type))]);
    return ['', ...tableLines([type, 'gold', 'found', 'strict', 'relaxed', 'value F1', 'kindly'], typed)];
  });
  return [...tableLines(head, rows), ...types];
}

const percent = (value: number | undefined) => shown(value, 1);

function cells({ strict, relaxed, value, kindly, type }: Scores): string[] {
  const shares = (tally: Tally) => [f1(tally), precision(tally), recall(tally)].map(percent);
  const others = [value, kindly, type].map((tally) => percent(f1(tally)));
  return [String(strict.gold), String(strict.got), ...shares(strict), ...shares(relaxed), ...others];
}

function typedCells({ strict, relaxed, value, kindly }: Scores): string[] {
  const shares = [strict, relaxed, value, kindly].map((tally) => percent(f1(tally)));
  return [String(strict.gold), String(strict.got), ...shares];
}

/** For machines: `dateline_value_f1` and the like. */
export function scoreFigures(results: readonly Result[]): Record<string, string> {
  const figures: Record<string, string> = {};
  for (const { name, pairs } of results) {
    const scores = scoresOf(pairs);
    const key = name.replaceAll(/\W+/g, '_');
    for (const measure of MEASURES) figures[`${key}_${measure}_f1`] = percent(f1(scores[measure]));
  }
  return figures;
}
