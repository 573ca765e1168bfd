import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countOf } from './harm.js';
import { instrumentType, nationOf, personType, thingType } from './lists.js';
import { description, numberOf, sentenceAround } from './words.js';

describe('a description', () => {
  it.each([
    ['AT LEAST TWO OTHER  PEASANTS', 'PEASANTS'],
    ['the\nelectric towers', 'electric towers'],
    ['A GROUP OF ARMED MEN WHO WORE MASKS', 'GROUP OF ARMED MEN'],
    ['RED FRONT [RF] REBELS', 'RED FRONT'],
    ['LUIS, HIS SON', 'LUIS'],
    ['WATER PIPES', 'WATER PIPES'],
    ['THEY', ''],
    ['THE OTHERS', ''],
    ['THREE', ''],
    ['30', ''],
    ['', ''],
  ])('of "%s" is "%s"', (words, expected) => expect(description(words)).toBe(expected));
});

describe('a number', () => {
  it.each([
    ['TWO NURSES', '2'],
    ['THE 12 NURSES', '12'],
    ['AT LEAST 12 NURSES', '12-'],
    ['MORE THAN 1,000 NURSES', '1001-'],
    ['ABOUT 50 NURSES', '~50'],
    ['NURSES OF THE CLINIC', 'PLURAL'],
    ['PEOPLE', 'PLURAL'],
    ['A NURSE OF THE CLINICS', '1'],
    ['THE BUS', '1'],
    ['A PRINCESS', '1'],
  ])('of "%s" is %s', (words, expected) => expect(numberOf(words)).toBe(expected));

  it('of a toll is a number or a range', () => {
    const counts = [
      { low: 6, high: 6 },
      { low: 6, high: 8 },
      { low: 6, high: null },
      { low: 1, high: 8 },
    ];
    expect(counts.map(countOf)).toEqual(['6', '6-8', '6-', '-8']);
  });
});

describe('the sentence around words', () => {
  it('goes up to full stops, and is on one line', () => {
    const text = 'It rained. Men shot\ntwo nurses "at home." They fled.';
    const at = text.indexOf('two');
    expect(sentenceAround(text, { start: at, end: at + 3 })).toBe('MEN SHOT TWO NURSES "AT HOME');
    expect(sentenceAround('shot', { start: 0, end: 4 })).toBe('SHOT');
  });
});

describe('the lists', () => {
  const rows = (name: string) =>
    readFileSync(new URL(`./${name}.txt`, import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t'));

  it.each([
    ['instruments', instrumentType],
    ['things', thingType],
    ['people', personType],
  ])('of %s have no row that another hides', (name, typeOf) => {
    for (const [words = '', type] of rows(name)) expect([words, typeOf(words)]).toEqual([words, type]);
  });

  it('of nations know each nation by each of its words', () => {
    for (const [code, , words = ''] of rows('nations')) {
      for (const word of words.split(';'))
        expect([word, nationOf(`THE ${word} EMBASSY`)?.code]).toEqual([word, code]);
    }
  });

  it('find words in the plural, and not inside others', () => {
    expect(thingType('TWO BANKS')).toBe('FINANCIAL');
    expect(thingType('BANKRUPTCY')).toBeUndefined();
    expect(nationOf('PERUSAL')).toBeUndefined();
  });
});
