import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lists } from '../lists.fixture.js';
import { type Document, prepareText } from '../text/index.js';
import { documentOf } from './document.fixture.js';
import { shippedCard, shippedFile } from './language.fixture.js';
import { preparePieces } from './pieces.js';
import { readVocabulary } from './vocabulary.js';
import { windowsOf } from './windows.js';

const card = shippedCard();
const pieces = preparePieces(readVocabulary(shippedFile('vocab.txt').toString(), card), card.pieces.unknown);
const cut = (document: Document) => [...windowsOf(document, card, pieces)];
const stretches = (document: Document) =>
  cut(document).map((window) => window.stretches.map(({ first, last }) => [first, last]));
const sentence = (words: number, word = 'army') => Array.from({ length: words }, () => word);

describe('windows', () => {
  const rows = JSON.parse(readFileSync(new URL('./fixture/reading.json', import.meta.url), 'utf8')) as {
    sentences: string[][];
    inputs: Record<string, number[]>;
  }[];

  it.each(rows)('have the inputs of the reference: $sentences.0', ({ sentences, inputs }) => {
    const windows = cut(documentOf(sentences));
    const numbers = windows.map((window) =>
      Object.fromEntries(Object.entries(window.inputs).map(([name, row]) => [name, [...row]])),
    );
    expect(numbers).toEqual([inputs]);
  });

  it('hold whole sentences, as many as go in', () => {
    // 63 and the mark at its end, three times, and the mark at the beginning: 193 with the third.
    expect(stretches(documentOf([sentence(63), sentence(63), sentence(63), sentence(2)]))).toEqual([
      [
        [0, 63],
        [63, 126],
      ],
      [
        [126, 189],
        [189, 191],
      ],
    ]);
    expect(stretches(documentOf([sentence(63), sentence(63), sentence(62)]))).toHaveLength(1);
  });

  it('give a long sentence one of its own', () => {
    expect(stretches(documentOf([sentence(5), sentence(510), sentence(5)]))).toEqual([
      [[0, 5]],
      [[5, 515]],
      [[515, 520]],
    ]);
  });

  it('cut a sentence that is too long for any', () => {
    expect(stretches(documentOf([sentence(511)]))).toEqual(
      [[[0, 510]], [[510, 511]]].map((window) => window),
    );
    const windows = cut(documentOf([sentence(5000), sentence(3)]));
    expect(windows).toHaveLength(Math.ceil(5000 / 510) + 1);
    expect(windows.at(-1)?.stretches.at(-1)?.last).toBe(5003);
    expect(Math.max(...windows.map(({ inputs }) => inputs.ids.length))).toBe(card.longest);
  });

  it('pack what is left of a sentence that was cut with those after it', () => {
    expect(stretches(documentOf([sentence(520), sentence(3)]))).toEqual([
      [[0, 510]],
      [
        [510, 520],
        [520, 523],
      ],
    ]);
  });

  it('grow in number as the text grows, with no stop in it too', () => {
    const document = prepareText(lists);
    const [short, long] = [50_000, 100_000].map(
      (size) => cut(document({ text: 'patrol '.repeat(size / 7) })).length,
    );
    expect(short).toBeGreaterThan(10);
    expect(Math.abs((long ?? 0) - 2 * (short ?? 0))).toBeLessThanOrEqual(1);
  });

  it('read a word of which nothing is left as unknown, and of a very long one the beginning', () => {
    const [window] = cut(documentOf([['\u200b', '12-34-56-78-90', 'no']]));
    const { start, unknown, end } = card.pieces;
    const [dash, beginning] = [pieces('-'), pieces('12-34-56-78')];
    expect([...(window?.inputs.ids ?? [])]).toEqual([
      start,
      unknown,
      ...beginning,
      ...dash,
      ...pieces('no'),
      end,
    ]);
    expect([...(window?.inputs.first ?? [])]).toEqual([1, 2, 2 + card.mostPieces]);
  });

  it('do not tell the case of a sentence without a small letter', () => {
    const [window] = cut(
      documentOf([
        ['POLICE', 'SAID', '12'],
        ['Police', 'SAID', '12'],
      ]),
    );
    const { none, unknown, capital, upper, other } = card.case;
    expect([...(window?.inputs.case ?? [])]).toEqual([
      none,
      unknown,
      unknown,
      unknown,
      none,
      capital,
      upper,
      other,
      none,
    ]);
  });

  it('are none where there is no word', () => {
    expect(cut(documentOf([]))).toEqual([]);
  });
});
