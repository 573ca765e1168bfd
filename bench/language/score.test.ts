import { describe, expect, it } from 'vitest';
import { f1, precision, recall } from './count.js';
import type { GoldDocument, Kind } from './gold.js';
import { type Comparison, comparisonsOf } from './kinds.js';
import type { Said } from './said.js';
import { bareName, scoreNames, scoreWords } from './score.js';

const text = 'The pro-army men left. They ran.';

/** Words at their places in the text, found one after another. */
function placed<T extends object>(words: readonly [string, T][]) {
  let from = 0;
  return words.map(([word, more]) => {
    const start = text.indexOf(word, from);
    from = start + word.length;
    return { start, end: from, ...more };
  });
}

const gold: GoldDocument = {
  id: 'a',
  text,
  words: placed([
    ['The', { tag: 'DT', head: 2, label: 'det', lemma: 'the' }],
    ['pro-army', { tag: 'JJ', head: 2, label: 'amod', lemma: 'pro-army' }],
    ['men', { tag: 'NNS', head: 3, label: 'nsubj', lemma: 'Man' }],
    ['left', { tag: 'VBD', head: -1, label: 'root', lemma: 'leave' }],
    ['.', { tag: '.', head: 3, label: 'punct', lemma: '.' }],
    ['They', { tag: 'PRP', head: 6, label: 'nsubj', lemma: 'they' }],
    ['ran', { tag: 'VBD', head: -1, label: 'root', lemma: 'run' }],
    ['.', { head: 6, label: 'punct' }],
  ]),
  sentences: [
    { first: 0, last: 5 },
    { first: 5, last: 8 },
  ],
  names: undefined,
};

const said: Said = {
  words: placed([
    ['The', { tag: 'DT', head: 4, label: 'det', lemma: 'the' }],
    ['pro', { tag: 'JJ', head: 4, label: 'amod', lemma: 'pro' }],
    ['-', { tag: 'HYPH', head: 4, label: 'punct', lemma: '-' }],
    ['army', { tag: 'NN', head: 4, label: 'amod', lemma: 'army' }],
    ['men', { tag: 'NNS', head: 5, label: 'dobj', lemma: 'man' }],
    ['left', { tag: 'VBN', head: -1, label: 'root', lemma: 'leave' }],
    ['.', { tag: '.', head: 4, label: 'punct', lemma: '.' }],
    ['They', { tag: 'PRP', head: 8, label: 'nsubj', lemma: 'they' }],
    ['ran', { tag: 'VBD', head: -1, label: 'root', lemma: 'run' }],
    ['.', { tag: '.', head: 8, label: 'punct', lemma: '.' }],
  ]),
  sentences: [{ start: 0, end: text.length }],
  names: [],
};

describe('words', () => {
  const scores = scoreWords([gold], [said]);

  it('count tokens and sentences by both their borders', () => {
    expect(scores.tokens).toEqual({ gold: 8, got: 10, right: 7 });
    expect(scores.sentences).toEqual({ gold: 2, got: 1, right: 0 });
  });

  it('count labels of the words that both cut alike and gold labels', () => {
    expect(scores.XPOS).toEqual({ gold: 6, got: 6, right: 5 });
    expect(scores.lemma).toEqual({ gold: 6, got: 6, right: 6 });
    expect(scores.UPOS.gold).toBe(0);
  });

  it('count a head where it is the same word, though its number is another', () => {
    expect(scores.UAS).toEqual({ gold: 7, got: 7, right: 6 });
    expect(scores.LAS).toEqual({ gold: 7, got: 7, right: 5 });
  });

  it('count nothing for a reader that was handed the sentences', () => {
    expect(scoreWords([gold], [{ ...said, sentences: undefined }]).sentences.gold).toBe(0);
  });
});

describe('names', () => {
  const news = 'The Northern Guard shelled Omar’s town in Meria.';
  const at = (quote: string, kind: string): Kind => {
    const start = news.indexOf(quote);
    return { start, end: start + quote.length, kind };
  };
  const [conll] = comparisonsOf(new Set(['PER', 'LOC', 'ORG']), 'CoNLL names') as [Comparison];
  const exact = { ...conll, exactBorders: true };
  const wanted: GoldDocument = {
    ...gold,
    text: news,
    names: [at('Northern Guard', 'ORG'), at('Omar', 'PER'), at('Meria', 'LOC')],
  };
  const found = [
    at('The Northern Guard', 'ORG'),
    at('Omar’s', 'PERSON'),
    at('Meria', 'ORG'),
    at('town', 'CARDINAL'),
  ];
  const count = (comparison: Comparison) =>
    Object.fromEntries(scoreNames([wanted], [found], 'OntoNotes', comparison));

  it('are compared without article and possessive, kind by kind', () => {
    expect(count(conll)).toEqual({
      person: { gold: 1, got: 1, right: 1 },
      organisation: { gold: 1, got: 2, right: 1 },
      place: { gold: 1, got: 0, right: 0 },
    });
  });

  it('are compared with their exact borders where asked', () => {
    expect(count(exact)).toMatchObject({ person: { right: 0 }, organisation: { right: 0 } });
  });

  it('count only documents in which somebody marked names', () => {
    expect(Object.fromEntries(scoreNames([gold], [found], 'OntoNotes', conll)).person?.got).toBe(0);
  });

  it.each([
    ['the United Front', 'United Front'],
    ['Theodore', 'Theodore'],
    ['The', 'The'],
    ["Meria's", 'Meria'],
    ["the Greens'", 'Greens'],
    ["'s", "'s"],
  ])('bare: %s', (name, bare) => {
    const { start, end } = bareName(name, { start: 0, end: name.length });
    expect(name.slice(start, end)).toBe(bare);
  });
});

describe('figures', () => {
  it('are in per cent, and none where there is nothing to count', () => {
    const tally = { gold: 4, got: 2, right: 1 };
    expect([precision(tally), recall(tally), f1(tally)?.toFixed(1)]).toEqual([50, 25, '33.3']);
    const nothing = { gold: 0, got: 0, right: 0 };
    expect([precision(nothing), recall(nothing), f1(nothing)]).toEqual([undefined, undefined, undefined]);
    expect(f1({ gold: 3, got: 0, right: 0 })).toBe(0);
  });
});
