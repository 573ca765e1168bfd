import { describe, expect, it } from 'vitest';
import { checkSpans } from '../../record/index.js';
import { readTimes, shown } from './times.fixture.js';

// 8 February 2024 was a Thursday.
describe('weekdays count from the day of publication', () => {
  it.each([
    ['The strike occurred Wednesday night.', 'Wednesday night = 2024-02-07'],
    ['The army attacked on Thursday.', 'Thursday = 2024-02-08'],
    ['The barrage came last Friday.', 'last Friday = 2024-02-02'],
    ['A bomb went off last Thursday.', 'last Thursday = 2024-02-01'],
    ['Lawmakers want parliament to vote next Tuesday.', 'next Tuesday = 2024-02-13'],
    ['The court will sit on Monday.', 'Monday = 2024-02-12'],
    ['They are to be tried on Friday.', 'Friday = 2024-02-09'],
    ['They have called a strike for Sunday.', 'Sunday = 2024-02-11'],
    ['Gunmen who attacked on Friday will be tried.', 'Friday = 2024-02-02'],
    ['It was on Wednesday of last week that he was shot.', 'Wednesday of last week = 2024-01-31'],
    ['She died early on Sunday.', 'early on Sunday = 2024-02-04'],
    ['He was killed in the first hours of Monday.', 'the first hours of Monday = 2024-02-05'],
    ['He was killed in the last hours of Sunday.', 'the last hours of Sunday = 2024-02-04'],
    ['He was killed in the early hours of Monday.', 'the early hours of Monday = 2024-02-05'],
    ['Troops came before dawn on Tuesday.', 'before dawn on Tuesday = 2024-02-06'],
    ['They met on Friday, 5 January.', 'Friday, 5 January = 2024-01-05'],
    ['They met on Monday, January 29th, 2024.', 'Monday, January 29th, 2024 = 2024-01-29'],
  ])('%s', async (words, expected) => {
    expect(await shown(words)).toEqual([expected]);
  });
});

describe('dates in their usual forms', () => {
  it.each([
    ['He was shot on January 28.', 'January 28 = 2024-01-28'],
    ['He was shot on 28 January 2022.', '28 January 2022 = 2022-01-28'],
    ['He was shot on Jan. 28, 2022.', 'Jan. 28, 2022 = 2022-01-28'],
    ['He was shot on the 28th of January.', 'the 28th of January = 2024-01-28'],
    ['He was shot on 2024-01-28.', '2024-01-28 = 2024-01-28'],
    ['He was shot on 28/01/2024.', '28/01/2024 = 2024-01-28'],
    ['He was shot on 1/28/2024.', '1/28/2024 = 2024-01-28'],
    ['He was shot on 28.01.2024.', '28.01.2024 = 2024-01-28'],
    ['The war began on October 7.', 'October 7 = 2023-10-07'],
    ['He was seized in the October 7 attacks.', 'October 7 = 2023-10-07'],
    ['The trial was put off to May 14.', 'May 14 = 2023-05-14'],
    ['The trial is to begin on May 14.', 'May 14 = 2024-05-14'],
    ['They fought in January.', 'January = 2024-01'],
    ['They fought last November.', 'last November = 2023-11'],
    ['They fought in mid-January.', 'mid-January = 2024-01-15~'],
    ['They fought in May of last year.', 'May of last year = 2023-05'],
    ['They fought in the second week of January.', 'the second week of January = 2024-01-08/2024-01-14'],
    ['They fought in 2019.', '2019 = 2019'],
    ['They fought after the 2022 invasion.', '2022 = 2022'],
    ['They fought in the 1990s.', 'the 1990s = 199X'],
    ['They fought last summer.', 'last summer = 2023-06/2023-08'],
    ['They fought in the winter of 2022.', 'the winter of 2022 = 2021-12/2022-02'],
    ['Prices rose in the third quarter of 2023.', 'the third quarter of 2023 = 2023-07/2023-09'],
    ["It was on New Year's Eve that it burnt.", "New Year's Eve = 2023-12-31"],
    ['The churches were bombed on Palm Sunday 2017.', 'Palm Sunday 2017 = 2017-04-09'],
  ])('%s', async (words, expected) => {
    expect(await shown(words)).toEqual([expected]);
  });
});

describe('relative times', () => {
  it.each<[string, ...string[]]>([
    ['He was killed today.', 'today = 2024-02-08'],
    ['He was killed yesterday.', 'yesterday = 2024-02-07'],
    ['He was killed last night.', 'last night = 2024-02-07'],
    ['He was killed last month.', 'last month = 2024-01'],
    ['He was killed last week.', 'last week = 2024-01-29/2024-02-04'],
    ['Six were killed this week.', 'this week = 2024-02-05/2024-02-08'],
    ['He was killed two days ago.', 'two days ago = 2024-02-06'],
    ['He was killed three weeks ago.', 'three weeks ago = 2024-01-18~'],
    ['He was killed twenty-four days ago.', 'twenty-four days ago = 2024-01-15'],
    ['He was killed several days ago.', 'several days ago = 2024-02-01~/2024-02-07~'],
    ['Nine were killed in recent weeks.', 'recent weeks = 2024-01-11~/2024-02-08'],
    ['Nine were killed in the past three days.', 'the past three days = 2024-02-05/2024-02-08'],
    ['Nine were killed over the weekend.', 'the weekend = 2024-02-03/2024-02-04'],
    ['Drones were shot down overnight.', 'overnight = 2024-02-07/2024-02-08'],
    ['Two fires broke out this year - one in May.', 'this year = 2024', 'May = 2023-05'],
    ['Fights went on for a third straight day.', 'a third straight day = 2024-02-08'],
    ['Prices rose at month’s end.', 'month’s end = 2024-02-29~'],
    ['It was the worst winter since ’82.', 'winter = 2023-12/2024-02', 'since ’82 = 1982/2024-02-08'],
    ['Shares rose in the past five trading days.', 'the past five trading days = 2024-02-03/2024-02-08'],
    ['Nine have been killed so far this year.', 'so far this year = 2024-01-01/2024-02-08'],
  ])('%s', async (words, ...expected) => {
    expect(await shown(words)).toEqual(expected);
  });

  it('counts "the next day", "two days later" and "that night" from the last day mentioned', async () => {
    const words =
      'He was seized on January 4. He escaped the next day. Two days later he was caught, and that night he died.';
    expect(await shown(words)).toEqual([
      'January 4 = 2024-01-04',
      'the next day = 2024-01-05',
      'Two days later = 2024-01-07',
      'that night = 2024-01-07',
    ]);
  });

  it('says what a time was counted from', async () => {
    const [time] = (await readTimes('The barrage came last Friday.')).expressions;
    expect(time?.rule).toBe(
      'last Friday, counted back from Thursday 8 February 2024, the day of publication',
    );
  });

  it('keeps a relative time without a value, and says why, where the day of publication is not known', async () => {
    const { published, expressions } = await readTimes('The army attacked on Tuesday, two days ago.', null);
    expect(published).toBeNull();
    expect(expressions.map(({ edtf }) => edtf)).toEqual([null, null]);
    expect(expressions[0]?.rule).toContain('which is not known');
  });
});

describe('clock times', () => {
  it.each([
    [
      'It took place at 21:30 local time (18:30 GMT) on Wednesday.',
      '21:30 local time (18:30 GMT) on Wednesday = 2024-02-07T21:30+03:00',
    ],
    ['It hit the bridge on Wednesday at 8 p.m.', 'Wednesday at 8 p.m. = 2024-02-07T20:00'],
    ['It hit the bridge around 5:15 Wednesday afternoon.', '5:15 Wednesday afternoon = 2024-02-07T17:15'],
    ['It hit the bridge at 7.15 am yesterday.', '7.15 am yesterday = 2024-02-07T07:15'],
    ['It hit the bridge at 0130 GMT on Wednesday.', '0130 GMT on Wednesday = 2024-02-07T01:30Z'],
    ['It hit the bridge around noon.', 'around noon = 2024-02-08T12:00'],
    [
      'It hit the bridge at 4:15 a.m. (0115 GMT) on Monday.',
      '4:15 a.m. (0115 GMT) on Monday = 2024-02-05T04:15+03:00',
    ],
  ])('%s', async (words, expected) => {
    expect(await shown(words)).toEqual([expected]);
  });

  it('puts a clock time that names no day on the day just mentioned', async () => {
    expect(await shown('The strike came on Wednesday. At 21:30 the car burnt.')).toEqual([
      'Wednesday = 2024-02-07',
      '21:30 = 2024-02-07T21:30',
    ]);
  });
});

describe('lengths, repeated times, ranges and open ends', () => {
  it.each([
    ['They held out for three weeks.', 'three weeks = (P3W)'],
    ['They called a 48-hour strike.', '48-hour = (PT48H)'],
    ['They march every Friday.', 'every Friday = (XXXX-WXX-5)'],
    ['They met from 3 to 5 January.', '3 to 5 January = 2024-01-03/2024-01-05'],
    ['They met on January 3–5.', 'January 3–5 = 2024-01-03/2024-01-05'],
    ['They met between March and June 2022.', 'between March and June 2022 = 2022-03/2022-06'],
    [
      'They fought between Sunday evening and Tuesday.',
      'between Sunday evening and Tuesday = 2024-02-04/2024-02-06',
    ],
    ['Sixty were killed since October 7.', 'since October 7 = 2023-10-07/2024-02-08'],
    ['The road is shut until Monday.', 'until Monday = ../2024-02-12'],
    [
      'The blast came between 6 and 9 p.m. on Monday.',
      'between 6 and 9 p.m. on Monday = 2024-02-05T18:00/2024-02-05T21:00',
    ],
    [
      'Shots rang out between 11 and 2 p.m. on Monday.',
      'between 11 and 2 p.m. on Monday = 2024-02-05T11:00/2024-02-05T14:00',
    ],
    [
      'Shots rang out from 10am to 2pm yesterday.',
      'from 10am to 2pm yesterday = 2024-02-07T10:00/2024-02-07T14:00',
    ],
    ['They must leave by the end of March.', 'by the end of March = ../2024-03-31~'],
  ])('%s', async (words, expected) => {
    expect(await shown(words)).toEqual([expected]);
  });
});

describe('what is no time', () => {
  it.each([
    'The camp holds 2020 people and 1950 soldiers.',
    'A 45-day-old girl and a boy two years old were hurt.',
    'It was the worst attack since 9/11, he thought.',
    'The Boeing 737 cost £1984 and 2,019 euros.',
    'The party won by 52 votes to 41, or 9.40 percent.',
    'They may march, and Theresa May said so.',
    'A second strike hit the Monday Group.',
    'Bloody Sunday is in the Sunday Times.',
    'April Jones met June Carter on the 28th floor.',
    'Prayers rose, sun shone, and he sat by the wall.',
    'They won 3-5 and drove 18.10 km.',
  ])('%s', async (words) => {
    expect(await shown(words)).toEqual([]);
  });

  it('reports a date or clock time that cannot be, and goes on', async () => {
    const { expressions, notes } = await readTimes('It came on 31 February at 25:70 GMT.');
    expect(expressions.map(({ quote, edtf }) => [quote, edtf])).toEqual([
      ['31 February', null],
      ['25:70', null],
    ]);
    expect(notes.map(({ code, quote }) => [code, quote])).toEqual([
      ['impossible-time', '31 February'],
      ['impossible-time', '25:70'],
    ]);
  });

  it.each([
    ['It came on February 30, 2023.', 'February 30, 2023'],
    ['It came on 2023-02-30.', '2023-02-30'],
    ['It came on 31/02/2023.', '31/02/2023'],
    ['It came at 13:75 p.m. by his watch.', '13:75 p.m.'],
  ])('finds what no calendar or clock has, without a value: %s', async (words, quote) => {
    const { expressions, notes } = await readTimes(words);
    expect(expressions.map((each) => [each.quote, each.edtf])).toEqual([[quote, null]]);
    expect(notes.map((note) => [note.code, note.quote])).toEqual([['impossible-time', quote]]);
  });

  it('notes a weekday that does not fit its date', async () => {
    const { notes } = await readTimes('They met on Monday, 28 February 2023.');
    expect(notes.map(({ code }) => code)).toEqual(['weekday-does-not-fit']);
  });

  it('reads nothing in the lines of another story', async () => {
    const words = 'The army attacked on Tuesday.\nTwo died.\nRead also: Floods hit the north last Friday\n';
    expect(await shown(words)).toEqual(['Tuesday = 2024-02-06']);
  });
});

describe('spans', () => {
  it('cut their own quotes out of the text, past emoji and curly quotes', async () => {
    const text = '💥 “On Friday,” he said, “we’ll go.” — 🇮🇶 They left at 9 p.m. on Jan. 28.';
    const { expressions: times, notes } = await readTimes(text);
    expect(checkSpans({ text, times, notes }).times.map(({ quote }) => quote)).toEqual([
      'Friday',
      '9 p.m. on Jan. 28',
    ]);
  });
});
