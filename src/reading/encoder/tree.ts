/** Where a score stops counting; no score at all (NaN) is the worst. */
const LIMIT = 1e6;

/** Scores of arcs, `scores[dependent * size + head]`. Node 0 is the root, node n + 1 is word n; row 0 is not used. */
export interface Arcs {
  readonly size: number;
  readonly scores: Float64Array;
}

/** The arcs of so many words. `scoreOf` counts words from 0 and is given -1 for the root. */
export function arcsOf(words: number, scoreOf: (word: number, head: number) => number): Arcs {
  const size = words + 1;
  const scores = new Float64Array(size * size);
  for (let dependent = 1; dependent < size; dependent++) {
    for (let head = 0; head < size; head++) {
      const score = scoreOf(dependent - 1, head - 1);
      scores[dependent * size + head] = score > -LIMIT ? Math.min(score, LIMIT) : -LIMIT;
    }
  }
  return { size, scores };
}

/**
 * The head of each word, -1 for a root: of all trees that hang on the root, the one with the highest sum of scores.
 * Several words may hang on the root, and at least one does.
 *
 * The method of Chu and Liu (1965) and Edmonds (1967), in the dense form of R. E. Tarjan, "Finding optimum
 * branchings", Networks 7 (1977): time grows with the square of the words. See also R. McDonald et al., "Non-projective
 * dependency parsing using spanning tree algorithms", HLT/EMNLP 2005.
 */
export function bestHeads(arcs: Arcs): number[] {
  const heads = greedyHeads(arcs);
  return (isTree(heads) ? heads : treeOf(arcs)).slice(1).map((head) => head - 1);
}

/** The best head of each node by itself; nodes may go round in circles. */
function greedyHeads(arcs: Arcs): number[] {
  const all = new Uint8Array(arcs.size).fill(1);
  return Array.from(all, (_, node) => (node === 0 ? 0 : bestHead(arcs, all, node)));
}

function bestHead({ size, scores }: Arcs, alive: Uint8Array, node: number): number {
  const row = node * size;
  let best = 0;
  for (let head = 1; head < size; head++) {
    if (alive[head] === 1 && head !== node && (scores[row + head] ?? 0) > (scores[row + best] ?? 0))
      best = head;
  }
  return best;
}

/** Whether every node leads to the root. */
function isTree(heads: readonly number[]): boolean {
  const seenFrom = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    let node = start;
    for (; node !== 0 && seenFrom[node] === 0; node = heads[node] ?? 0) seenFrom[node] = start;
    if (node !== 0 && seenFrom[node] === start) return false;
  }
  return true;
}

/** A word, or words that went round in a circle and are one node from then on, with the arc into it. */
interface Knot {
  readonly members: readonly Knot[];
  inside?: Knot;
  dependent: number;
  head: number;
}

/** What is left to be joined. A place of the matrix holds a word at first, and then the knot that took its place. */
interface Work {
  readonly arcs: Arcs;
  /** The arc of words that gave each score of the matrix. */
  readonly dependents: Int32Array;
  readonly heads: Int32Array;
  readonly alive: Uint8Array;
  readonly knots: Knot[];
}

function treeOf(arcs: Arcs): number[] {
  const { size } = arcs;
  const words = Array.from({ length: size }, (_, word): Knot => ({ members: [], dependent: word, head: 0 }));
  const work: Work = {
    arcs: { size, scores: arcs.scores.slice() },
    dependents: Int32Array.from(arcs.scores, (_, at) => Math.floor(at / size)),
    heads: Int32Array.from(arcs.scores, (_, at) => at % size),
    alive: new Uint8Array(size).fill(1),
    knots: words.slice(),
  };
  const settled = new Uint8Array(size);
  settled[0] = 1;
  for (let node = 1; node < size; node++) {
    if (work.alive[node] === 1 && settled[node] === 0) walk(work, node, settled);
  }
  return unfold(
    words,
    work.knots.filter((_, node) => node > 0 && work.alive[node] === 1),
  );
}

/** From head to head until it comes to what is settled; a circle on the way becomes one node. */
function walk(work: Work, start: number, settled: Uint8Array): void {
  const path = [start];
  for (let node = start; settled[node] === 0; ) {
    const head = bestHead(work.arcs, work.alive, node);
    const knot = work.knots[node];
    const arc = node * work.arcs.size + head;
    if (knot) [knot.dependent, knot.head] = [work.dependents[arc] ?? 0, work.heads[arc] ?? 0];
    const circle = path.indexOf(head);
    if (circle >= 0) path.push(tie(work, path.splice(circle)));
    else path.push(head);
    node = path.at(-1) ?? 0;
  }
  for (const node of path) settled[node] = 1;
}

/** Makes one node of a circle, in the place of its first. Each node of the circle hangs on the next. */
function tie(
  { arcs: { size, scores }, dependents, heads, alive, knots }: Work,
  circle: readonly number[],
): number {
  const keep = circle[0] ?? 0;
  const given = circle.map((node, at) => scores[node * size + (circle[(at + 1) % circle.length] ?? 0)] ?? 0);
  const copy = (from: number, to: number, score: number) => {
    [scores[to], dependents[to], heads[to]] = [score, dependents[from] ?? 0, heads[from] ?? 0];
  };
  for (const node of circle) alive[node] = 0;
  for (let other = 0; other < size; other++) {
    if (alive[other] === 0) continue;
    // An arc into the circle takes the place of the one that its node had.
    const into = circle.map((node, at) => (scores[node * size + other] ?? 0) - (given[at] ?? 0));
    const entered = placeOfBest(into);
    copy((circle[entered] ?? 0) * size + other, keep * size + other, into[entered] ?? 0);
    const out = circle.map((node) => scores[other * size + node] ?? 0);
    const left = placeOfBest(out);
    copy(other * size + (circle[left] ?? 0), other * size + keep, out[left] ?? 0);
  }
  alive[keep] = 1;
  const knot: Knot = { members: circle.flatMap((node) => knots[node] ?? []), dependent: 0, head: 0 };
  for (const member of knot.members) member.inside = knot;
  knots[keep] = knot;
  return keep;
}

function placeOfBest(scores: readonly number[]): number {
  let best = 0;
  for (const [at, score] of scores.entries()) if (score > (scores[best] ?? 0)) best = at;
  return best;
}

/** The heads of words, from the outermost knots in: where an arc enters a circle, the others keep the arcs they had. */
function unfold(words: readonly Knot[], outermost: Knot[]): number[] {
  const result = words.map(() => 0);
  for (let knot = outermost.pop(); knot; knot = outermost.pop()) {
    result[knot.dependent] = knot.head;
    for (let part = words[knot.dependent]; part && part !== knot; part = part.inside) {
      for (const member of part.inside?.members ?? []) if (member !== part) outermost.push(member);
    }
  }
  return result;
}
