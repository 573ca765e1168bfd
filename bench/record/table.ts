import { f1, rows, type Scores, type Tally } from './score.js';

/** The table: precision, recall and F1 in per cent, and the numbers of slots, a row for each field. */
export function tableOf({ total }: Scores): string {
  const head = `${'field'.padEnd(10)} ${columns(['P', 'R', 'F1'], ['gold', 'got'])}`;
  const lines = rows.map((row) => {
    const tally = total[row];
    const shares = [precision(tally), recall(tally), f1(tally)].map((share) => (100 * share).toFixed(1));
    return `${row.padEnd(10)} ${columns(shares, [String(tally.gold), String(tally.got)])}`;
  });
  return [head, ...lines].join('\n');
}

/** One line a report: its id, F1 of its incidents and of its record, in whole per cent. */
export function reportLines({ reports }: Scores): string {
  return reports
    .map(({ id, tallies }) => [id, percent(tallies.incidents), percent(tallies.RECORD)].join(' '))
    .join('\n');
}

/** `kind_f1=88.4 … record_f1=80.8`: the F1 of every row, in per cent. */
export function figuresOf({ total }: Scores): Record<string, string> {
  return Object.fromEntries(
    rows.map((row) => [`${row.toLowerCase()}_f1`, (100 * f1(total[row])).toFixed(1)]),
  );
}

const percent = (tally: Tally) => (100 * f1(tally)).toFixed(0);
const precision = ({ right, got }: Tally) => (got === 0 ? 1 : right / got);
const recall = ({ right, gold }: Tally) => (gold === 0 ? 1 : right / gold);

function columns(shares: readonly string[], counts: readonly string[]): string {
  return [...shares.map((text) => text.padStart(6)), ...counts.map((text) => text.padStart(7))].join(' ');
}
