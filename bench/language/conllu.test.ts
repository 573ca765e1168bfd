import { describe, expect, it } from 'vitest';
import { readConllu } from './conllu.js';

/** Rows of "number word part tag head label misc", with the columns that are not read filled in. */
const sentence = (...rows: string[]) =>
  rows
    .map((row) => {
      const [number, word, part = '_', tag = '_', head = '_', label = '_', misc = '_'] = row.split(' ');
      return [number, word, word?.toLowerCase(), part, tag, '_', head, label, '_', misc].join('\t');
    })
    .join('\n');

describe('CoNLL-U', () => {
  it('gives the text, words and sentences of each document', () => {
    const content = [
      '# newdoc id = first',
      sentence('1 Gunmen NOUN NNS 2 nsubj', '2 fled VERB VBD 0 root SpaceAfter=No', '3 . PUNCT . 2 punct'),
      '',
      '# newpar',
      sentence('1 Who PRON WP 0 root SpaceAfter=No', '2 ? PUNCT . 1 punct'),
      '',
      '# newdoc id = second',
      sentence('1 Rain NOUN NN 0 root'),
      '',
    ].join('\n');
    const { documents, hasText, warnings } = readConllu('f', content);
    expect(documents.map(({ id, text }) => [id, text])).toEqual([
      ['first', 'Gunmen fled.\n\nWho?'],
      ['second', 'Rain'],
    ]);
    expect(documents[0]?.words[3]).toEqual({
      start: 14,
      end: 17,
      lemma: 'who',
      part: 'PRON',
      tag: 'WP',
      head: -1,
      label: 'root',
    });
    expect(documents[0]?.words[4]?.head).toBe(3);
    expect(documents[0]?.names).toBeUndefined();
    expect([hasText, warnings]).toEqual([true, []]);
  });

  it('writes words together that are written as one, and passes over those that are not written', () => {
    const content = sentence(
      '1-2 cannot',
      '1 can',
      '2 not',
      '2.1 ghost',
      '3-4 go. _ _ _ _ SpaceAfter=No',
      '3 go',
      '4 .',
    );
    const [document] = readConllu('f', content).documents;
    expect(document?.text).toBe('cannot go.');
    expect(document?.words).toHaveLength(4);
  });

  it('reads names from the last column, also where most words say nothing', () => {
    const content = sentence(
      '1 In',
      '2 Tal _ _ _ _ NE=B-GPE',
      '3 Meran _ _ _ _ SpaceAfter=No|NE=I-GPE',
      '4 .',
    );
    const [document] = readConllu('f', content).documents;
    expect(document?.names).toEqual([{ start: 3, end: 12, kind: 'GPE' }]);
    expect(document?.text.slice(3, 12)).toBe('Tal Meran');
  });

  it('does not take the entities of another format for names', () => {
    const content = sentence('1 Omar _ _ _ _ Entity=(1-person)', '2 left');
    expect(readConllu('f', content).documents[0]?.names).toBeUndefined();
  });

  it.each([
    ['a row that is too short', '1\tone\tone', 'has 10 columns'],
    ['numbers out of order', sentence('1 one', '3 two'), 'word 2 of the sentence has the number "3"'],
    ['a head outside', sentence('1 one NUM CD 7 root'), 'the head "7" is no word of the sentence'],
    ['a head that is no number', sentence('1 one NUM CD x root'), 'the head "x"'],
  ])('sets a sentence aside with its line: %s', (_, broken, why) => {
    const { documents, warnings } = readConllu(
      'f',
      `${sentence('1 Good')}\n\n${broken}\n\n${sentence('1 Well')}\n`,
    );
    expect(documents.map(({ text }) => text)).toEqual(['Good Well']);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^f:\d+: .*; sentence set aside$/);
    expect(warnings[0]).toContain(why);
  });
});
