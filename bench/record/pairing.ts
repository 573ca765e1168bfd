/** One pair of a pairing, and how alike the two are. */
export interface Pair<Left, Right> {
  readonly left: Left;
  readonly right: Right;
  readonly likeness: number;
}

/**
 * Pairs two lists one to one so that the sum of likenesses is greatest (the Hungarian method); what has no likeness
 * to its partner stays alone. Where two pairings are as good, the order of the lists decides.
 */
export function pairUp<Left, Right>(
  left: readonly Left[],
  right: readonly Right[],
  likeness: (left: Left, right: Right) => number,
): Pair<Left, Right>[] {
  const likenesses = left.map((one) => right.map((other) => Math.max(0, likeness(one, other))));
  const size = Math.max(left.length, right.length);
  const rowOf = assign(size, (row, column) => likenesses[row]?.[column] ?? 0);
  return right.flatMap((other, column) => {
    const row = rowOf[column] ?? size;
    const alike = likenesses[row]?.[column] ?? 0;
    return alike > 0 ? [{ left: left[row] as Left, right: other, likeness: alike }] : [];
  });
}

/**
 * The row that goes with each column of a square, so that the sum of values is greatest. Rows are added one by one;
 * prices keep the cost of every cell, `-value - rowPrice - columnPrice`, at 0 on a pair and never below 0 elsewhere.
 */
function assign(size: number, value: (row: number, column: number) => number): number[] {
  const rowPrice: number[] = Array(size).fill(0);
  const columnPrice: number[] = Array(size).fill(0);
  const rowOf: number[] = Array(size).fill(FREE);
  for (let added = 0; added < size; added++) placeRow(added, { size, value, rowPrice, columnPrice, rowOf });
  return rowOf;
}

const FREE = -1;

interface Square {
  readonly size: number;
  readonly value: (row: number, column: number) => number;
  readonly rowPrice: number[];
  readonly columnPrice: number[];
  readonly rowOf: number[];
}

/** How far the search for a free column has come: for each column, what it costs beyond its prices, and from where. */
interface Search {
  readonly slack: number[];
  readonly reachedFrom: number[];
  readonly isReached: boolean[];
}

/** Finds the cheapest chain of swaps from the new row to a free column, and makes those swaps. */
function placeRow(added: number, square: Square): void {
  const { size, rowOf } = square;
  const search: Search = {
    slack: Array(size).fill(Infinity),
    reachedFrom: Array(size).fill(FREE),
    isReached: Array(size).fill(false),
  };
  let column = FREE;
  do {
    const row = column === FREE ? added : at(rowOf, column);
    const next = nextColumn(square, search, row, column);
    reprice(square, search, added, at(search.slack, next));
    search.isReached[next] = true;
    column = next;
  } while (at(rowOf, column) !== FREE);
  swapAlong(column, added, search.reachedFrom, rowOf);
}

/** The column that is cheapest to reach next, now that `row` (which stood at `from`) is on the way; the first of equals. */
function nextColumn(square: Square, search: Search, row: number, from: number): number {
  const { slack, reachedFrom, isReached } = search;
  let next = FREE;
  for (let column = 0; column < square.size; column++) {
    if (isReached[column]) continue;
    const cost = -square.value(row, column) - at(square.rowPrice, row) - at(square.columnPrice, column);
    if (cost < at(slack, column)) [slack[column], reachedFrom[column]] = [cost, from];
    if (next === FREE || at(slack, column) < at(slack, next)) next = column;
  }
  return next;
}

/** Raises the prices by one step, so that the next column costs nothing beyond its prices. */
function reprice(square: Square, search: Search, added: number, step: number): void {
  const { size, rowPrice, columnPrice, rowOf } = square;
  rowPrice[added] = at(rowPrice, added) + step;
  for (let column = 0; column < size; column++) {
    if (search.isReached[column]) {
      rowPrice[at(rowOf, column)] = at(rowPrice, at(rowOf, column)) + step;
      columnPrice[column] = at(columnPrice, column) - step;
    } else {
      search.slack[column] = at(search.slack, column) - step;
    }
  }
}

function swapAlong(free: number, added: number, reachedFrom: readonly number[], rowOf: number[]): void {
  let column = free;
  while (at(reachedFrom, column) !== FREE) {
    const before = at(reachedFrom, column);
    rowOf[column] = at(rowOf, before);
    column = before;
  }
  rowOf[column] = added;
}

const at = (numbers: readonly number[], index: number): number => numbers[index] as number;
