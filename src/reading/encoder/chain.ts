/** The scores of a label after another (`steps[before][after]`), of a label at the beginning and at the end. */
export interface ChainScores {
  readonly steps: readonly (readonly number[])[];
  readonly start: readonly number[];
  readonly stop: readonly number[];
}

/** The best row of labels for so many words: a word's scores stand in `scores` from `from + word * stride` on. */
export type BestRow = (words: number, scores: Float32Array, from: number, stride: number) => Int32Array;

/** A step that scores no more than this is ruled out. */
const NEVER = -5000;

/** What may stand before a label, and the score of each such step. */
interface Into {
  readonly before: Int32Array;
  readonly steps: Float64Array;
}

/** Gives what finds the row of labels with the highest sum of scores (Viterbi), no step of it ruled out. */
export function prepareChain({ steps, start, stop }: ChainScores): BestRow {
  const into = start.map((_, label): Into => {
    const column = steps.map((row) => row[label] ?? NEVER);
    const before = Int32Array.from(column.keys()).filter((from) => (column[from] ?? NEVER) > NEVER);
    return { before, steps: Float64Array.from(before, (from) => column[from] ?? NEVER) };
  });
  const labels = into.length;
  return (words, scores, from, stride) => {
    const came = new Int32Array(words * labels);
    let sums = Float64Array.from(start);
    let next = new Float64Array(labels);
    add(sums, scores, from);
    for (let word = 1; word < words; word++) {
      advance(into, sums, next, came.subarray(word * labels));
      add(next, scores, from + word * stride);
      [sums, next] = [next, sums];
    }
    add(sums, stop, 0);
    return traceBack(words, bestOf(sums), came, labels);
  };
}

/** One word on: the best sum that leads to each label, and the label before it. */
function advance(into: readonly Into[], sums: Float64Array, next: Float64Array, came: Int32Array): void {
  let label = 0;
  for (const { before, steps } of into) {
    let best = 0;
    let top = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < before.length; at++) {
      const sum = (sums[before[at] ?? 0] ?? 0) + (steps[at] ?? 0);
      if (sum > top) {
        top = sum;
        best = at;
      }
    }
    next[label] = top;
    came[label] = before[best] ?? 0;
    label++;
  }
}

function add(sums: Float64Array, scores: ArrayLike<number>, from: number): void {
  for (let label = 0; label < sums.length; label++)
    sums[label] = (sums[label] ?? 0) + (scores[from + label] ?? 0);
}

function bestOf(sums: Float64Array): number {
  let best = 0;
  for (let label = 1; label < sums.length; label++) if ((sums[label] ?? 0) > (sums[best] ?? 0)) best = label;
  return best;
}

function traceBack(words: number, end: number, came: Int32Array, labels: number): Int32Array {
  const row = new Int32Array(words);
  let label = end;
  for (let word = words - 1; word >= 0; word--) {
    row[word] = label;
    label = came[word * labels + label] ?? 0;
  }
  return row;
}

/** The spans of a row of BILOU labels: 0 is outside, then B I L U of the first kind, and so on. Half a span is none. */
export function spansOf(row: Int32Array): { first: number; last: number; kind: number }[] {
  const spans: { first: number; last: number; kind: number }[] = [];
  let first = 0;
  let open = -1;
  for (const [at, label] of row.entries()) {
    const kind = (label - 1) >> 2;
    const place = label === 0 ? 'O' : 'BILU'[(label - 1) & 3];
    if (place === 'B' || place === 'U') [first, open] = [at, kind];
    else if (kind !== open) open = -1;
    if (open < 0 || (place !== 'L' && place !== 'U')) continue;
    spans.push({ first, last: at + 1, kind });
    open = -1;
  }
  return spans;
}
