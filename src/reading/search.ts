/**
 * The index of the first value that passes a test, of values that are sorted so that all after it pass too; their
 * number where none does. It looks at few of them, however many there are.
 */
export function firstWhere<T>(sorted: readonly T[], passes: (value: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(sorted[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The greatest of some numbers; -Infinity of none. `Math.max(...numbers)` overflows the stack where there are very many. */
export function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), -Infinity);
}
