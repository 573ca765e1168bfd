import { describe, expect, it } from 'vitest';
import { readConllu } from '../language/conllu.js';
import { coreferenceOf } from './gold.js';
import { readEntities } from './gum.js';
import { clustersOf, linksOf } from './match.js';

/** A row of CoNLL-U: number, word, tag, head, label, entity. */
const row = (at: number, word: string, tag: string, head: number, label: string, entity = '') =>
  [at, word, word, '_', tag, '_', head, label, '_', entity === '' ? '_' : `Entity=${entity}`].join('\t');

const content = [
  '# newdoc id = made-up',
  '# global.Entity = GRP-etype-infstat',
  '# text = General Clara Voss left Tal Meran . She slept',
  row(1, 'General', 'NNP', 2, 'compound', '(1-person-new'),
  row(2, 'Clara', 'NNP', 4, 'nsubj'),
  row(3, 'Voss', 'NNP', 2, 'flat', '1)'),
  row(4, 'left', 'VBD', 0, 'root'),
  row(5, 'Tal', 'NNP', 4, 'obj', '(2-place-new'),
  row(6, 'Meran', 'NNP', 5, 'flat', '2)'),
  row(7, '.', '.', 4, 'punct'),
  row(8, 'She', 'PRP', 9, 'nsubj', '(1-person-giv)'),
  row(9, 'slept', 'VBD', 4, 'parataxis'),
  '',
].join('\n');

const text = 'General Clara Voss left Tal Meran . She slept';

function gold() {
  const [marked] = readEntities(content);
  const [document] = readConllu('made-up', content).documents;
  const found = marked && document && coreferenceOf(document, marked);
  if (found === undefined) throw new Error('The rows cannot be laid over the text.');
  return found;
}

const said = (words: string, head: string, cluster: string, kind: 'name' | 'pronoun') => {
  const [start, headStart] = [text.indexOf(words), text.indexOf(head)];
  return { start, end: start + words.length, headStart, headEnd: headStart + head.length, cluster, kind };
};

describe('entities of a CoNLL-U file', () => {
  it('are read with their clusters, words and kinds', () => {
    expect(readEntities(content)).toEqual([
      {
        id: 'made-up',
        words: 9,
        mentions: [
          { cluster: '1', first: 0, last: 3, kind: 'person' },
          { cluster: '2', first: 4, last: 6, kind: 'place' },
          { cluster: '1', first: 7, last: 8, kind: 'person' },
        ],
      },
    ]);
  });

  it('of mentions in pieces, unopened and unclosed ones are left out', () => {
    const broken = [
      row(1, 'a', 'NN', 0, 'root', '3)(4[1/2]-person-new)'),
      row(2, 'b', 'NN', 1, 'dep', '(5-person-new'),
    ];
    expect(readEntities(broken.join('\n'))[0]?.mentions).toEqual([]);
  });

  it('count where a proper name is one of their heads', () => {
    const { mentions, named } = gold();
    expect([...named]).toEqual(['1', '2']);
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual([
      'General Clara Voss',
      'Tal Meran',
      'She',
    ]);
    expect(mentions[0]?.heads.map(({ start, end }) => text.slice(start, end))).toEqual(['Clara', 'Voss']);
  });
});

describe('mentions of both sides', () => {
  const ours = [
    said('Clara Voss', 'Voss', 'e1', 'name'),
    said('Tal Meran', 'Meran', 'e2', 'name'),
    said('She', 'She', 'e2', 'pronoun'),
  ];

  it('match by span or by head', () => {
    expect(clustersOf(gold(), ours, 'span', 'in')).toEqual({
      gold: [['gold 0', 'gold 2'], ['gold 1']],
      got: [['ours 0'], ['gold 1', 'gold 2']],
    });
    expect(clustersOf(gold(), ours, 'head', 'in').got).toEqual([['gold 0'], ['gold 1', 'gold 2']]);
    expect(clustersOf(gold(), ours, 'head', 'out')).toEqual({
      gold: [['gold 0', 'gold 2']],
      got: [['gold 1', 'gold 2']],
    });
  });

  it('are linked to the name before them, rightly or not', () => {
    expect(linksOf(gold(), ours).map(({ from, isRight }) => [from.kind, isRight])).toEqual([
      ['pronoun', false],
    ]);
    const right = ours.map((mention) =>
      mention.kind === 'pronoun' ? { ...mention, cluster: 'e1' } : mention,
    );
    expect(linksOf(gold(), right).map(({ isRight }) => isRight)).toEqual([true]);
  });
});
