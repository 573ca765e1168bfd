import { describe, expect, it } from 'vitest';
import { checkSpans } from '../../record/index.js';
import { readTimes } from './times.fixture.js';

/** What was read, one line a time: `two days = P2D 2024-02-07 from Monday`. */
async function counted(text: string, published?: string): Promise<string[]> {
  const { expressions, notes } = await readTimes(text, published);
  return checkSpans({ text, expressions, notes }).expressions.map(({ quote, value, edtf, anchor }) => {
    const from = anchor === undefined ? '' : anchor.from === 'publication' ? ' from publication' : '';
    const words = anchor && 'quote' in anchor ? ` from ${anchor.from} “${anchor.quote}”` : from;
    return `${quote} = ${value} ${edtf}${words}`;
  });
}

// 8 February 2024 was a Thursday.
describe('a time that is counted from an incident', () => {
  it.each([
    [
      'Shots were fired on the eve of 5 January.',
      'the eve = 2024-01-04 2024-01-04 from expression “5 January”',
    ],
    ['He fled on the eve of Monday’s vote.', 'the eve = 2024-02-04 2024-02-04 from expression “Monday”'],
    [
      'A bomb went off the day after Monday’s vote.',
      'the day = 2024-02-06 2024-02-06 from expression “Monday”',
    ],
    ['He fled two days after the October 7 attack.', 'two days = P2D 2023-10-09 from expression “October 7”'],
    [
      'He died two days before the truce of January 3.',
      'two days = P2D 2024-01-01 from expression “January 3”',
    ],
    ['They left two years after the 2003 invasion.', 'two years = P2Y 2005~ from expression “2003”'],
    [
      'They left three weeks before the January 5 vote.',
      'three weeks = P3W 2023-12-15~ from expression “January 5”',
    ],
  ])('has its day where the words of the incident name one: %s', async (text, expected) => {
    expect((await counted(text))[0]).toBe(expected);
  });

  it.each([
    [
      'Protests grew on the eve of the vote.',
      'the eve of the vote = XXXX-XX-XX null from incident “the vote”',
    ],
    ['They met the week before the vote.', 'the week = XXXX-XX-XX null from incident “the vote”'],
    ['He fled two days after the vote.', 'two days = P2D null from incident “the vote”'],
    ['The group fled days after the raid.', 'days = PXD null from incident “the raid”'],
    ['He fled two days after the army invaded.', 'two days = P2D null from incident “the army invaded”'],
    [
      'He was shot on the third day of the siege.',
      'the third day of the siege = XXXX-XX-XX null from incident “the siege”',
    ],
    [
      'Ten tanks burnt in the first hours of the battle.',
      'the first hours of the battle = PTXH null from incident “the battle”',
    ],
    [
      'It took the first three years of the war.',
      'the first three years of the war = P3Y null from incident “the war”',
    ],
  ])('has none, and names the incident, where they do not: %s', async (text, expected) => {
    expect(await counted(text)).toEqual([expected]);
  });

  it('is the day of the date that stands in front of it', async () => {
    expect(await counted('On 21 January, the fifth day of the rising, the town fell.')).toEqual([
      '21 January = 2024-01-21 2024-01-21 from publication',
      'the fifth day of the rising = 2024-01-21 2024-01-21 from expression “21 January”',
    ]);
    expect((await counted('It lands on 11 January, three days later than planned.')).at(-1)).toBe(
      'three days = 2024-01-11 2024-01-11 from expression “11 January”',
    );
  });

  it('is a day of a month or a year that is named', async () => {
    expect(await counted('He was shot on the first day of May.')).toEqual([
      'the first day of May = 2023-05-01 2023-05-01 from publication',
    ]);
    expect(await counted('He was shot on the last day of 2020.')).toEqual([
      'the last day of 2020 = 2020-12-31 2020-12-31',
    ]);
  });

  it('says in its rule what is missing', async () => {
    const [time] = (await readTimes('He fled two days after the vote.')).expressions;
    expect(time?.rule).toBe('2 days after an incident; the words do not say on which day that was');
  });

  it('leaves "a day earlier than planned" and "Christmas Eve" alone', async () => {
    expect(await counted('He came a day earlier than planned.')).toEqual([]);
    expect(await counted('He came on Christmas Eve.')).toEqual([
      'Christmas Eve = 2023-12-24 2023-12-24 from publication',
    ]);
  });
});

describe('the time that is told of', () => {
  const seized = 'He was seized on January 4. ';

  it.each([
    ['At the time he was alone.', []],
    ['At the time, he was alone.', ['the time = 2024-01-04 2024-01-04 from expression “January 4”']],
    ['By that time two had died.', ['that time = 2024-01-04 2024-01-04 from expression “January 4”']],
    ['By this time two had died.', ['this time = PRESENT_REF 2024-01-04 from expression “January 4”']],
    ['The same day two died.', ['The same day = 2024-01-04 2024-01-04 from expression “January 4”']],
    [
      'He had fled the night before.',
      ['the night before = 2024-01-03TNI 2024-01-03 from expression “January 4”'],
    ],
    ['A day earlier he had fled.', ['A day earlier = 2024-01-03 2024-01-03 from expression “January 4”']],
    [
      'By January 6 ten had died. They fled two days later.',
      [
        'January 6 = 2024-01-06 2024-01-06 from publication',
        'two days later = 2024-01-08 2024-01-08 from expression “January 6”',
      ],
    ],
  ])('%s', async (text, expected) => {
    expect((await counted(seized + text)).slice(1)).toEqual(expected);
  });

  it('is that of another year in "the same period last year"', async () => {
    expect((await counted('Forty died in January, against ten in the same period last year.')).at(-1)).toBe(
      'the same period last year = 2023-01 2023-01 from publication',
    );
  });

  it.each([
    'At the same time, the mayor left, at the same time as the police.',
    'Most of the time he slept, for the first time in his life.',
    'He lost this time around, and at the time of the vote.',
  ])('is not meant here: %s', async (text) => {
    expect(await counted(text)).toEqual([]);
  });
});
