import { describe, expect, it } from 'vitest';
import { readTimes, timexes } from './times.fixture.js';

// 8 February 2024 was a Thursday.
describe('expressions are bounded as TIMEX3 bounds them', () => {
  it.each([
    ['The road has been shut since Monday.', ['Monday = DATE 2024-02-05']],
    ['Troops came before dawn on Tuesday.', ['dawn on Tuesday = TIME 2024-02-06TMO']],
    ['They met from 3 to 5 January.', ['3 = DATE 2024-01-03', '5 January = DATE 2024-01-05']],
    ['They met on January 3–5, 2022.', ['January 3 = DATE 2022-01-03', '5, 2022 = DATE 2022-01-05']],
    ['They fought between March and June 2022.', ['March = DATE 2022-03', 'June 2022 = DATE 2022-06']],
    ['She ruled from 1955 to 1963.', ['1955 = DATE 1955', '1963 = DATE 1963']],
    ['The war (1955–1963) was long.', ['1955 = DATE 1955', '1963 = DATE 1963']],
    ['They fought in August and September 1914.', ['August = DATE 1914-08', 'September 1914 = DATE 1914-09']],
    ['The siege lasted for more than three weeks.', ['more than three weeks = DURATION P3W']],
    ['He was shot at about 3 a.m. on Friday.', ['3 a.m. on Friday = TIME 2024-02-02T03:00']],
    ['The file is of 2024-01-28T17:05:00.', ['2024-01-28T17:05:00 = TIME 2024-01-28T17:05']],
  ])('%s', async (words, expected) => {
    expect(await timexes(words)).toEqual(expected);
  });
});

describe('lengths', () => {
  it.each([
    ['They waited for six straight days.', ['six straight days = DURATION P6D']],
    ['It fell in just minutes.', ['minutes = DURATION PTXM']],
    ['It was the worst single-day loss.', ['single-day = DURATION P1D']],
    ['They waited for months.', ['months = DURATION PXM']],
    ['Prices rose over the years.', ['over the years = DURATION PXY']],
    ['The decades-long dispute is over.', ['decades-long = DURATION PXDE']],
    ['They waited for two and a half years.', ['two and a half years = DURATION P2.5Y']],
    ['They waited for half an hour.', ['half an hour = DURATION PT30M']],
    ['It takes between 60 and 90 days.', ['60 = DURATION P60D', '90 days = DURATION P90D']],
    ['The raid came a day after the vote.', ['a day = DURATION P1D']],
    ['The museum took a century to build.', ['a century = DURATION P1CE']],
  ])('%s', async (words, expected) => {
    expect(await timexes(words)).toEqual(expected);
  });
});

describe('times that come again', () => {
  it.each([
    ['The mill makes 15 boats a year.', ['a year = SET P1Y']],
    ['The council meets twice a month.', ['a month = SET P1M']],
    ['The council meets every other Thursday.', ['every other Thursday = SET XXXX-WXX-4']],
    ['The river floods each spring.', ['each spring = SET XXXX-SP']],
    ['They held their annual fair.', ['annual = SET P1Y']],
    ['Quarterly figures are out.', ['Quarterly = SET P1Q']],
  ])('%s', async (words, expected) => {
    expect(await timexes(words)).toEqual(expected);
  });
});

describe('past, present and future', () => {
  it.each([
    ['The bridge is now shut.', ['now = DATE PRESENT_REF']],
    ['The current crisis began in May 2023.', ['current = DATE PRESENT_REF', 'May 2023 = DATE 2023-05']],
    ['The group recently split.', ['recently = DATE PAST_REF']],
    ['In the future they may talk.', ['the future = DATE FUTURE_REF']],
    ['A few days later they fled.', ['A few days later = DATE FUTURE_REF']],
  ])('%s', async (words, expected) => {
    expect(await timexes(words)).toEqual(expected);
  });
});

describe('years, eras and parts of a year', () => {
  it.each([
    ['The city fell in 31 BC.', ['31 BC = DATE BC0031']],
    ['The wars (499–493 BC) were costly.', ['499 = DATE BC0499', '493 BC = DATE BC0493']],
    ['They landed in August 480 BC.', ['August 480 BC = DATE BC0480-08']],
    ['It was built in the 4th century BC.', ['the 4th century BC = DATE BC03']],
    ['The mountain burst in AD 79.', ['AD 79 = DATE 0079']],
    ['The lake was dry 3,000 years ago.', ['3,000 years ago = DATE BC0977']],
    ['They left a decade ago.', ['a decade ago = DATE 201']],
    ['They left two weeks ago.', ['two weeks ago = DATE 2024-W04']],
    ['Cars of the 70s and 80s were loud.', ['the 70s = DATE 197', '80s = DATE 198']],
    ['They won in 2019, 2020 and 2022.', ['2019 = DATE 2019', '2020 = DATE 2020', '2022 = DATE 2022']],
    ['The 1998 contest was close.', ['1998 = DATE 1998']],
    ['Losses grew in fiscal 2013.', ['fiscal 2013 = DATE FY2013']],
    ['Losses grew in the 2019 fiscal year.', ['the 2019 fiscal year = DATE FY2019']],
    ['Losses grew last fiscal year.', ['last fiscal year = DATE FY2023']],
    ['It fell in the 2019-20 academic year.', ['the 2019-20 academic year = DATE 2019/2020']],
    ['It fell in the school year 2021/22.', ['the school year 2021/22 = DATE 2021/2022']],
    ['It fell this academic year.', ['this academic year = DATE 2023/2024']],
    ['Losses grew in the final quarter of 2009.', ['the final quarter of 2009 = DATE 2009-Q4']],
    ['Sales rose in the last week of March.', ['the last week of March = DATE 2023-W12']],
    ['Shares fell in morning trading.', ['morning = TIME 2024-02-08TMO']],
    ['Losses grew in the fourth quarter.', ['the fourth quarter = DATE 2023-Q4']],
    ['The 2012–13 harvest failed.', ['2012 = DATE 2012', '13 = DATE 2013']],
    ['The winter offensive failed.', ['winter = DATE 2024-WI']],
    ['The shop will open this autumn.', ['this autumn = DATE 2024-FA']],
    [
      'The fair begins tomorrow and ends on Sunday.',
      ['tomorrow = DATE 2024-02-09', 'Sunday = DATE 2024-02-11'],
    ],
  ])('%s', async (words, expected) => {
    expect(await timexes(words)).toEqual(expected);
  });

  it('writes years before Christ in EDTF as EDTF counts them', async () => {
    const { expressions } = await readTimes('The city fell in 499 BC.');
    expect(expressions.map(({ edtf }) => edtf)).toEqual(['-0498']);
  });
});

describe('what is no time', () => {
  it.each([
    'The 2000 troops met 1950 young men.',
    'The now-cancelled deal stood against a strong current.',
    'They met at the Christmas market after a winter storm.',
    'The fall of the old town, in his 70s, he had seen.',
    'About a quarter of the shops burnt.',
    'The team scored twice in the fourth quarter.',
    'It was a single day of calm, and the school year was long.',
    'A 45-day-old girl was found in room 1984.',
  ])('%s', async (words) => {
    expect(await timexes(words)).toEqual([]);
  });

  it('leaves "2012-03" to be a month, no run of years', async () => {
    expect(await timexes('It was filed under 2012-03 then.')).not.toContain('03 = DATE 2003');
  });
});
