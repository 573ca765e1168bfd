import { describe, expect, it } from 'vitest';
import { Card } from './card.js';
import { blankDraft, prepareDecoder } from './decode.js';
import type { Outputs } from './engine.js';
import type { Stretch } from './windows.js';

const free = (labels: number) => ({
  steps: Array.from({ length: labels }, () => Array.from({ length: labels }, () => 0)),
  start: Array.from({ length: labels }, () => 0),
  stop: Array.from({ length: labels }, () => 0),
});
const layer = free(5);

/** A model that knows two tags, three labels, one kind of name and two layers of one kind. */
const card = Card.parse({
  version: 'made up',
  window: 20,
  longest: 20,
  mostPieces: 8,
  pieces: { pad: 0, unknown: 1, start: 2, end: 3 },
  case: { none: 0, lower: 1, capital: 2, upper: 3, other: 4, unknown: 5 },
  tags: ['NN', 'VBD'],
  labels: ['nsubj', 'dep', 'root'],
  names: { kinds: ['PERSON'], labels: ['O', 'B-PERSON', 'I-PERSON', 'L-PERSON', 'U-PERSON'], ...free(5) },
  field: {
    layers: ['person', 'person inside'],
    labels: ['O', 'B', 'I', 'L', 'U'],
    steps: [layer.steps, layer.steps],
    start: [layer.start, layer.start],
    stop: [layer.stop, layer.stop],
  },
  incidents: {
    kinds: ['attack', 'arrest'],
    realis: ['happened', 'planned'],
    stances: ['says'],
    parts: ['actor'],
    pointers: ['when'],
    key: 2,
    claim: { labels: ['O', 'B', 'I', 'L', 'U'], ...layer },
    bias: [0, 0, 0],
    apart: [[0], [0], [0]],
    sentencesApart: [[0], [0], [0]],
  },
});

/** A row of scores for each choice: one for it, none for the others. */
const choosing = (width: number, ...choices: number[]) =>
  Float32Array.from(
    choices.flatMap((choice) => Array.from({ length: width }, (_, at) => (at === choice ? 1 : 0))),
  );

interface Said {
  readonly tag: number[];
  readonly arc: number[];
  readonly label: number[];
  readonly name: number[];
  readonly field: number[];
  /** No kind, attack or arrest. */
  readonly trigger?: number[];
  readonly claim?: number[];
  /** Two numbers a word. */
  readonly key?: number[];
}

/** What a window of such stretches gives. Labels of layers stand word by word, layer by layer. */
function decoded(stretches: Stretch[], said: Said) {
  const words = said.tag.length;
  const nothing = said.tag.map(() => 0);
  const outputs: Outputs = {
    tag: choosing(2, ...said.tag),
    arc: Float32Array.from(said.arc),
    label: choosing(3, ...said.label),
    name: choosing(5, ...said.name),
    field: choosing(5, ...said.field),
    trigger: choosing(3, ...(said.trigger ?? nothing)).map((score) => 20 * score),
    claim: choosing(5, ...(said.claim ?? nothing)),
    facts: Float32Array.from({ length: 5 * words }, (_, at) => at),
    query: Float32Array.from({ length: 6 * words }, (_, at) => at),
    key: Float32Array.from(said.key ?? [...nothing, ...nothing]),
  };
  const inputs = {
    ids: new Int32Array(),
    case: new Int32Array(),
    first: new Int32Array(),
    sentence: new Int32Array(),
  };
  const draft = blankDraft(stretches.at(-1)?.last ?? 0, card);
  prepareDecoder(card)({ stretches, inputs }, outputs, draft);
  return draft;
}

const [O, B, L, U] = [0, 1, 3, 4];

describe('what the numbers of a window say', () => {
  const [nsubj, dep, root] = [0, 1, 2];
  const plain = {
    tag: [0, 1],
    arc: [0, 0, 9, 9, 0, 0],
    label: [nsubj, root],
    name: [O, O],
    field: [O, O, O, O],
  };
  const two = [{ first: 0, last: 2 }];

  it('is the best tag, head and label of each word', () => {
    const { tags, heads, labels } = decoded(two, plain);
    expect(tags).toEqual(['NN', 'VBD']);
    expect(heads).toEqual([1, -1]);
    expect(labels).toEqual(['nsubj', 'root']);
  });

  it('counts words from the first of their sentence', () => {
    const stretches = [
      { first: 4, last: 5 },
      { first: 5, last: 7 },
    ];
    // Root, then the three words. The words of another sentence score best and are no heads all the same.
    const arc = [1, 0, 99, 99, /**/ 0, 99, 0, 9, /**/ 9, 99, 0, 0];
    const { tags, heads, labels } = decoded(stretches, {
      tag: [1, 0, 1],
      arc,
      label: [root, nsubj, root],
      name: [U, O, O],
      field: [O, O, O, O, O, U],
    });
    expect(tags.slice(4)).toEqual(['VBD', 'NN', 'VBD']);
    expect(heads.slice(4)).toEqual([-1, 6, -1]);
    expect(labels.slice(4)).toEqual(['root', 'nsubj', 'root']);
  });

  it('keeps the label of a word whose head the tree changed, unless it became a root', () => {
    // Each likes the other; the first can spare it.
    const { heads, labels } = decoded(two, { ...plain, arc: [4, 0, 5, 1, 9, 0], label: [nsubj, nsubj] });
    expect(heads).toEqual([-1, 0]);
    expect(labels).toEqual(['root', 'nsubj']);
  });

  it('calls no word a root that hangs on another', () => {
    expect(decoded(two, { ...plain, label: [root, dep] }).labels).toEqual(['dep', 'root']);
  });

  it('is names and descriptions where they stand, one in another, none twice', () => {
    const stretches = [{ first: 3, last: 6 }];
    const { named, described } = decoded(stretches, {
      tag: [0, 0, 0],
      arc: [9, 0, 0, 0, 9, 0, 0, 0, 9, 0, 0, 0],
      label: [root, root, root],
      name: [O, B, L],
      field: [B, U, L, O, U, U],
    });
    expect(named).toEqual([{ first: 4, last: 6, kind: 'PERSON' }]);
    expect(described).toEqual([
      { first: 3, last: 5, kind: 'person' },
      { first: 3, last: 4, kind: 'person' },
      { first: 5, last: 6, kind: 'person' },
    ]);
  });

  it('keeps the words that an incident may hang on, and what is put in somebody’s mouth', () => {
    const { told } = decoded([{ first: 2, last: 5 }], {
      ...{ tag: [0, 0, 0], arc: Array.from({ length: 12 }, () => 0), label: [0, 0, 0], name: [O, O, O] },
      field: [O, O, O, O, O, O],
      trigger: [0, 2, 0],
      claim: [O, B, L],
      key: [1, 2, 3, 4, 5, 6],
    });
    expect(told.pegs.map(({ token }) => token)).toEqual([3]);
    expect(told.pegs[0]?.kinds[1]).toBeGreaterThan(0.99);
    expect([...(told.pegs[0]?.facts ?? [])]).toEqual([5, 6, 7, 8, 9]);
    expect([...(told.pegs[0]?.query ?? [])]).toEqual([6, 7, 8, 9, 10, 11]);
    expect(told.said.map(({ first, last, token }) => [first, last, token])).toEqual([[3, 5, 3]]);
    expect([...told.keys]).toEqual([0, 0, 0, 0, 1, 2, 3, 4, 5, 6]);
  });

  it('leaves a token that no window held on its own', () => {
    const told = { pegs: [], said: [], keys: new Float32Array(2) };
    expect(blankDraft(1, card)).toEqual({
      ...{ tags: ['XX'], heads: [-1], labels: ['root'], named: [], described: [] },
      told,
    });
  });
});
