import { describe, expect, it } from 'vitest';
import { intervalOf } from './interval.js';
import { readTimes } from './times.fixture.js';

describe('the interval of an EDTF value', () => {
  it.each([
    ['2024-02-07', '2024-02-07', '2024-02-07'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-02-07T21:30+03:00', '2024-02-07', '2024-02-07'],
    ['2024-01-15~', '2024-01-15', '2024-01-15'],
    ['2023-10-07/..', '2023-10-07', null],
    ['../2024-02-12', null, '2024-02-12'],
    ['199X', '1990-01-01', '1999-12-31'],
    ['-0498', '-0498-01-01', '-0498-12-31'],
  ])('%s: %s to %s', (edtf, first, last) => {
    expect(intervalOf(edtf)).toEqual({ first, last });
  });

  it('is left out where the text is no EDTF', () => {
    expect(intervalOf('Friday')).toBeUndefined();
  });
});

describe('every time of a report', () => {
  it('has its days and what it was counted from', async () => {
    const text = 'The strike came on Wednesday. Two had died the day before, and six in May 2020.';
    const { expressions } = await readTimes(text);
    expect(expressions.map(({ quote, interval, anchor }) => ({ quote, interval, anchor }))).toEqual([
      {
        quote: 'Wednesday',
        interval: { first: '2024-02-07', last: '2024-02-07' },
        anchor: { from: 'publication' },
      },
      {
        quote: 'the day before',
        interval: { first: '2024-02-06', last: '2024-02-06' },
        anchor: { from: 'expression', start: 19, end: 28, quote: 'Wednesday' },
      },
      { quote: 'May 2020', interval: { first: '2020-05-01', last: '2020-05-31' }, anchor: undefined },
    ]);
  });

  it('counts the start of a range from its end, and a clock time from the day beside it', async () => {
    const anchors = async (text: string) =>
      (await readTimes(text)).expressions.map(({ anchor }) =>
        anchor && 'quote' in anchor ? anchor.quote : anchor?.from,
      );
    expect(await anchors('They fought from Monday to Wednesday.')).toEqual(['Wednesday', 'publication']);
    expect(await anchors('A pre-dawn raid hit the hills on Monday.')).toEqual(['Monday', 'publication']);
  });

  it('has no days where it has no EDTF value', async () => {
    const [time] = (await readTimes('They held out for three weeks.')).expressions;
    expect(time).not.toHaveProperty('interval');
    expect(time).not.toHaveProperty('anchor');
  });
});
