import { describe, expect, it } from 'vitest';
import { readColumns } from './columns.js';

const namesIn = (content: string) =>
  readColumns('f', content).documents.flatMap(({ text, names = [] }) =>
    names.map(({ start, end, kind }) => `${text.slice(start, end)}/${kind}`),
  );

describe('names in columns', () => {
  it.each([
    ['two columns, a space between', 'Omar I-PER\nleft O\nTal I-LOC\nMeran I-LOC\n. O\n'],
    [
      'four columns, the last is names',
      'Omar NNP B-NP B-PER\nleft VBD O O\nTal NNP B-NP B-LOC\nMeran NNP I-NP I-LOC\n',
    ],
    [
      'numbered words and columns after the marks',
      '1\tOmar\tB-PER\t-\n2\tleft\tO\t-\n3\tTal\tB-LOC\t-\n4\tMeran\tI-LOC\t-\n',
    ],
  ])('%s', (_, content) => {
    expect(namesIn(content)).toEqual(['Omar/PER', 'Tal Meran/LOC']);
  });

  it('knows documents, sentences, comments, and words that look like comments', () => {
    const content = '-DOCSTART- O\n\n# sent_id = 1\nNo O\n# O\n3 O\n\nIt O\n\n-DOCSTART- O\n\nOmar B-PER\n';
    const { documents, hasText } = readColumns('f', content);
    expect(documents.map(({ text, sentences }) => [text, sentences.length])).toEqual([
      ['No #3 It', 2],
      ['Omar', 1],
    ]);
    expect(hasText).toBe(false);
  });

  it('has the text that a comment gives', () => {
    const { documents, hasText } = readColumns(
      'f',
      '# text = Omar ( who left )\nOmar B-PER\n( O\nwho O\nleft O\n) O\n',
    );
    expect([documents[0]?.text, hasText]).toEqual(['Omar ( who left )', true]);
  });

  it('sets a broken sentence aside with its line', () => {
    const good = 'Omar O B-PER\n\n'.repeat(30);
    const { documents, warnings } = readColumns('f', `${good}left O\n\n`);
    expect(documents[0]?.words).toHaveLength(30);
    expect(warnings).toEqual([
      "f:61: the row has 2 columns, and the name's mark is in column 3; sentence set aside",
    ]);
  });

  it('says what it looked for where no column holds marks', () => {
    expect(() => readColumns('f', 'Omar left\nthe town\n')).toThrow(
      /^f: is neither CoNLL-U .* The first row is "Omar left"/,
    );
  });
});
