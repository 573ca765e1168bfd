import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inCapitals, isApart, layOut } from './layout.js';

const rows = (words: string) => ({ words: words.split(' ').map((text) => ({ text })) });
const cut = (document: ReturnType<typeof layOut>) =>
  document.words.map(({ start, end }) => document.text.slice(start, end));

describe('the text of a document', () => {
  it('has spaces where the file says so, and a blank line before a paragraph', () => {
    const said = {
      words: [{ text: 'Ten', spaceAfter: false }, { text: '-', spaceAfter: false }, { text: 'year' }],
    };
    const document = layOut('a', [said, { ...rows('Shells fell .'), beginsParagraph: true }]);
    expect(document.text).toBe('Ten-year\n\nShells fell.');
    expect(cut(document)).toEqual(['Ten', '-', 'year', 'Shells', 'fell', '.']);
  });

  it('is guessed where the file says nothing', () => {
    const { text } = layOut('a', [rows('" He ( Omar ) left , it ’s said , for $ 5 . "')]);
    expect(text).toBe('" He (Omar) left, it’s said, for $5. "');
    expect(isApart('to', 'do')).toBe(true);
    expect(isApart('do', "n't")).toBe(false);
  });

  it('is the published one where that holds these words, and else put together', () => {
    expect(layOut('a', [{ ...rows('They left .'), text: 'They  left .' }]).text).toBe('They  left .');
    expect(layOut('a', [{ ...rows('They left .'), text: 'He left.' }]).text).toBe('They left.');
  });

  it('keeps heads and names at their words', () => {
    const names = [{ first: 1, last: 3, kind: 'PER' }];
    const words = [
      { text: 'Met', head: -1 },
      { text: 'Ali', head: 2 },
      { text: 'Omar', head: 0 },
    ];
    const { words: placed, ...document } = layOut('a', [rows('It rained .'), { words, names }]);
    expect(placed.map(({ head }) => head)).toEqual([undefined, undefined, undefined, -1, 5, 3]);
    expect(document.names?.map(({ start, end }) => document.text.slice(start, end))).toEqual(['Ali Omar']);
    expect(document.sentences).toEqual([
      { first: 0, last: 3 },
      { first: 3, last: 6 },
    ]);
  });

  it('holds every word in its place, whatever the words', () => {
    const word = fc
      .string({ minLength: 1, maxLength: 6, unit: 'grapheme' })
      .filter((text) => /^\S+$/.test(text));
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { maxLength: 4 }), (sentences) => {
        const document = layOut(
          'a',
          sentences.map((words) => ({ words: words.map((text) => ({ text })) })),
        );
        expect(cut(document)).toEqual(sentences.flat());
        expect(inCapitals(document).text).toHaveLength(document.text.length);
      }),
    );
  });
});
