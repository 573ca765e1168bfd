import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedCard, shippedFile } from './language.fixture.js';
import { preparePieces } from './pieces.js';
import { readVocabulary } from './vocabulary.js';

const vocabulary = readVocabulary(shippedFile('vocab.txt').toString(), shippedCard());
const unknown = 100;
const pieces = preparePieces(vocabulary, unknown);
const names = new Map([...vocabulary].map(([piece, id]) => [id, piece]));
const spelled = (text: string) => pieces(text).map((id) => names.get(id));

describe('word pieces', () => {
  const lines = readFileSync(new URL('./fixture/pieces.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const vectors = lines.map((line) => JSON.parse(line) as { text: string; ids: number[] });

  it.each(vectors)('has the ids of the reference tokenizer: $text', ({ text, ids }) => {
    expect(pieces(text)).toEqual(ids);
  });

  it('are the longest that the vocabulary has, from the left', () => {
    expect(spelled('Peacekeepers')).toEqual(['peace', '##keepers']);
    expect(spelled('don’t')).toEqual(['don', '’', 't']);
  });

  it('are one unknown piece where a character is in none', () => {
    expect(spelled('drone☃x')).toEqual(['[UNK]']);
  });

  it('class characters by Unicode 8, whatever this Node knows', () => {
    // U+1CF7 is a mark since Unicode 10, U+2E52 a mark of punctuation since 13, U+0378 nothing yet: all just unknown.
    for (const later of ['\u1cf7', '\u2e52', '\u0378']) expect(spelled(`a${later}b`)).toEqual(['[UNK]']);
    // A mark, and punctuation, that Unicode has classed otherwise since.
    expect(spelled('a\u1734b')).toEqual(spelled('ab'));
    expect(spelled('a\u166db')).toEqual(['a', '[UNK]', 'b']);
  });

  it('of a Greek word that ends in Σ have the sigma of the middle, as letters are taken one by one', () => {
    expect(pieces('ΟΔΟΣ')).toEqual(pieces('οδοσ'));
    expect(pieces('ΟΔΟΣ')).not.toEqual(pieces('οδος'));
  });

  it('are none where nothing is left to read', () => {
    for (const text of ['', ' ', '\u200b', '\ufffd', '\0', '\ud800', '\u0301']) {
      expect(pieces(text)).toEqual([]);
    }
  });

  it('are the same when asked again, and when much has been asked since', () => {
    const fresh = preparePieces(vocabulary, unknown);
    const before = [...fresh('Airstrikes')];
    for (let number = 0; number < 60_000; number++) fresh(String(number));
    expect(fresh('Airstrikes')).toEqual(before);
    expect(fresh('Airstrikes')).toEqual(before);
  });

  it('of any string are in the vocabulary', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
        (text) => {
          expect(pieces(text).filter((id) => !names.has(id))).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('of words of the vocabulary are those words', () => {
    const words = [...vocabulary.keys()].filter((piece) => /^[a-z]+$/.test(piece));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 6 }), (some) => {
        expect(spelled(some.join(' '))).toEqual(some);
      }),
    );
  });
});
