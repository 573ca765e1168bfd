import { describe, expect, it } from 'vitest';
import type { FoundTime, GoldText, GoldTime } from './gold.js';
import { kindly, pairsOf, scoresOf } from './score.js';
import { scoreFigures, scoreLines } from './table.js';

const time = (start: number, end: number, value = '2024', type: FoundTime['type'] = 'DATE'): GoldTime => {
  return { start, end, type, value };
};
const gold = (times: GoldTime[], unscored: GoldText['unscored'] = []): GoldText => {
  return { id: 'x', text: '', created: '2024-02-08', times, unscored };
};
const rights = (times: GoldTime[], found: FoundTime[], type?: FoundTime['type']) => {
  const scores = scoresOf(pairsOf(gold(times), found), type);
  return Object.fromEntries(
    Object.entries(scores).map(([name, tally]) => [name, `${tally.right}/${tally.gold}/${tally.got}`]),
  );
};

describe('the score', () => {
  it('is strict with the same borders, and relaxed with one character in common', () => {
    expect(rights([time(0, 4), time(10, 14)], [time(0, 4), time(13, 20)])).toMatchObject({
      strict: '1/2/2',
      relaxed: '2/2/2',
    });
    expect(rights([time(0, 4)], [time(4, 8)])).toMatchObject({ relaxed: '0/1/1' });
  });

  it('counts one found expression for one of gold, and the same one for no other', () => {
    expect(rights([time(0, 4), time(8, 12)], [time(0, 12)])).toMatchObject({ relaxed: '1/2/1' });
    expect(rights([time(0, 12)], [time(0, 4), time(8, 12)])).toMatchObject({ relaxed: '1/1/2' });
  });

  it('pairs those with the same borders first, then those that share most', () => {
    const found = [time(0, 20, 'a'), time(5, 9, 'b')];
    expect(pairsOf(gold([time(5, 9), time(12, 18)]), found)).toEqual([
      { gold: time(5, 9), found: found[1] },
      { gold: time(12, 18), found: found[0] },
    ]);
  });

  it('wants the same value, letter by letter, whatever the type', () => {
    expect(rights([time(0, 4, '2024-02-08T21:00')], [time(0, 3, '2024-02-08T21:00', 'TIME')])).toMatchObject({
      value: '1/1/1',
      type: '0/1/1',
    });
    expect(rights([time(0, 4, '2024-02-08t21')], [time(0, 4, '2024-02-08T21:00:00Z')])).toMatchObject({
      value: '0/1/1',
      kindly: '1/1/1',
      type: '1/1/1',
    });
  });

  it('has no value right where gold has none', () => {
    expect(rights([time(0, 4, '')], [time(0, 4, '')])).toMatchObject({
      strict: '1/1/1',
      value: '0/1/1',
      kindly: '0/1/1',
    });
  });

  it('is kind to the writing of a clock time, and to nothing else', () => {
    expect(['2024-02-08T9', 'P7D', '2024-02-08TNI', '2024-02', 'PT2H'].map(kindly)).toEqual([
      '2024-02-08T9',
      'P7D',
      '2024-02-08TNI',
      '2024-02',
      'PT2H',
    ]);
    expect(['T05:30+01', 'T05:30:00Z', 'T05:30:15', 'tni'].map(kindly)).toEqual([
      'T05:30',
      'T05:30',
      'T05:30:15',
      'TNI',
    ]);
  });

  it('counts for one type what has it on either side', () => {
    const times = [time(0, 4), time(10, 14, 'P1D', 'DURATION')];
    const found = [time(0, 4, '2024', 'DURATION'), time(10, 14, 'P1D', 'DURATION')];
    expect(rights(times, found, 'DATE')).toMatchObject({ relaxed: '0/1/0' });
    expect(rights(times, found, 'DURATION')).toMatchObject({ relaxed: '1/1/2', value: '1/1/2' });
  });

  it('leaves out what stands in an unscored place, but not what reaches a time of gold', () => {
    const text = gold(
      [time(20, 24)],
      [
        { start: 0, end: 10 },
        { start: 22, end: 99 },
      ],
    );
    expect(pairsOf(text, [time(2, 6), time(20, 30), time(40, 44)])).toEqual([
      { gold: time(20, 24), found: time(20, 30) },
    ]);
  });
});

describe('the table', () => {
  it('shows all types together and each apart, and has figures for machines', () => {
    const results = [{ name: 'a-b', pairs: pairsOf(gold([time(0, 4), time(9, 12)]), [time(0, 4)]) }];
    expect(scoreLines(results)[1]?.split(/\s+/)).toEqual([
      'a-b',
      '2',
      '1',
      '66.7',
      '100.0',
      '50.0',
      '66.7',
      '100.0',
      '50.0',
      '66.7',
      '66.7',
      '66.7',
    ]);
    expect(scoreLines(results).filter((line) => /^(?:DATE|TIME|DURATION|SET) /.test(line))).toHaveLength(4);
    expect(scoreFigures(results)).toMatchObject({ a_b_strict_f1: '66.7', a_b_value_f1: '66.7' });
  });
});
