import { figuresOf, type Sums } from '../coreference/score.js';
import { tableLines } from '../language/table.js';
import { ROWS, type RowSums, total } from './ceaf.js';
import { allSlots, figuresOfTally, type SlotTallies, type Tally } from './full.js';
import { SLOTS } from './template.js';

const tenths = (value: number) => value.toFixed(1);

/** CEAF-TF: a line for the type, each role, and all together. */
export function ceafLines(title: string, sums: RowSums): string[] {
  const cells = ({ right, got, found, gold }: Sums) => {
    const { p, r, f } = figuresOf({ right, got, found, gold });
    return [p, r, f].map(tenths).concat([gold, got, right].map(String));
  };
  return tableLines(
    [title, 'P', 'R', 'F1', 'gold', 'got', 'right'],
    [...ROWS.map((row) => [row, ...cells(sums[row])]), ['ALL', ...cells(total(sums))]],
  );
}

/** Every slot of the key: a line for each and one for all. */
export function slotLines(tallies: SlotTallies): string[] {
  const head = ['slot', 'P', 'R', 'F1', 'possible', 'actual', 'cor', 'par', 'inc', 'mis', 'spu'];
  const cells = (tally: Tally) => {
    const { p, r, f, possible, actual } = figuresOfTally(tally);
    const { correct, partial, incorrect, missing, spurious } = tally;
    const counts = [possible, actual, correct, partial, incorrect, missing, spurious];
    return [p, r, f].map(tenths).concat(counts.map(String));
  };
  const rows = SLOTS.map((slot) => [slot, ...cells(tallies[slot])]);
  return tableLines(head, [...rows, ['ALL SLOTS', ...cells(allSlots(tallies))]]);
}
