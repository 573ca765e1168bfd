import { describe, expect, it } from 'vitest';
import { openPeers, readerOf } from './index.js';
import { notAfter, unitAgo, weekValue } from './values.js';
import { endsOf, linesOf, trimmed } from './words.js';

const [chrono, compromise, recognizers] = openPeers(() => {});
/** What a peer says of a text published on Thursday 8 February 2024, its words cut out of the text. */
const said = (peer: typeof chrono, text: string) =>
  peer
    ?.read({ text, created: '2024-02-08' })
    .map(({ start, end, type, value }) => `${text.slice(start, end)} = ${type} ${value}`);

describe('chrono-node', () => {
  it.each([
    ['A bomb fell on 3 May 1914, he said.', ['3 May 1914 = DATE 1914-05-03']],
    ['It rained until June 1918.', ['June 1918 = DATE 1918-06']],
    ['Two died on Friday.', ['Friday = DATE 2024-02-02']],
    ['Two died on October 7.', ['October 7 = DATE 2023-10-07']],
    ['They left yesterday morning.', ['yesterday morning = TIME 2024-02-07TMO']],
    ['They met at 5:34 AM.', ['5:34 AM = TIME 2024-02-08T05:34']],
    ['They met last week.', ['last week = DATE 2024-W05']],
    ['They met two years ago.', ['two years ago = DATE 2022']],
    ['They are here now.', ['now = DATE PRESENT_REF']],
    ['It is shut from May 3 to May 5, 2021.', ['May 3 = DATE 2021-05-03', 'May 5, 2021 = DATE 2021-05-05']],
    ['A number of 2020 people.', []],
  ])('%s', (text, times) => {
    expect(said(chrono, text)).toEqual(times);
  });
});

describe('compromise-dates', () => {
  it.each([
    ['A bomb fell on 3 May 1914.', ['3 May 1914 = DATE 1914-05-03']],
    ['In 1915 it ended.', ['1915 = DATE 1915']],
    ['It was built by October 1941.', ['October 1941 = DATE 1941-10']],
    ['It was built by 1940.', ['1940 = DATE 1940']],
    ['It stood before 1958.', ['1958 = DATE 1958']],
    ['It fell after 1944.', ['1944 = DATE 1944']],
    ['Two died on Friday.', ['Friday = DATE 2024-02-02']],
    ['Two died in the winter of 1942.', ['the winter of 1942 = DATE 1942-WI']],
    ['They meet every Monday.', ['every Monday = SET XXXX-WXX-1']],
    ['It took three weeks.', ['three weeks = DURATION P3W']],
    ['It lasted from 1914 to 1918.', ['1914 = DATE 1914', '1918 = DATE 1918']],
    ['They met last week.', ['last week = DATE 2024-W05']],
  ])('%s', (text, times) => {
    expect(said(compromise, text)).toEqual(times);
  });
});

describe('recognizers', () => {
  it.each([
    ['A bomb fell on 3 May 1914.', ['3 May 1914 = DATE 1914-05-03']],
    ['It ended in 1915.', ['1915 = DATE 1915']],
    ['Two died on Friday.', ['Friday = DATE 2024-02-02']],
    ['Two died on October 7.', ['October 7 = DATE 2023-10-07']],
    ['It will be built by October 7.', ['October 7 = DATE 2023-10-07']],
    ['It ended in early 1941.', ['early 1941 = DATE 1941']],
    ['It ended in the summer.', ['the summer = DATE 2024-SU']],
    ['It took three weeks.', ['three weeks = DURATION P3W']],
    ['They meet every Monday.', ['every Monday = SET XXXX-WXX-1']],
    ['They left yesterday morning.', ['yesterday morning = TIME 2024-02-07TMO']],
    ['They met at 9 p.m.', ['9 p.m. = TIME 2024-02-08T21:00']],
    ['It was shut from 3 to 5 May.', ['3 = DATE 2023-05-03', '5 May = DATE 2023-05-05']],
    ['He recently left.', ['recently = DATE PAST_REF']],
  ])('%s', (text, times) => {
    expect(said(recognizers, text)).toEqual(times);
  });
});

describe('every peer', () => {
  it('finds its words where they stand, in any line of a text', () => {
    const text = '🔥 Fire\n\n  It began on 3 May 1914.\nIt ended on 5 May 1914.';
    for (const peer of [chrono, compromise, recognizers]) {
      expect(said(peer, text)).toEqual(['3 May 1914 = DATE 1914-05-03', '5 May 1914 = DATE 1914-05-05']);
    }
  });

  it('has found nothing in a line that it cannot read, and says so once', () => {
    const warned: string[] = [];
    const readLine = ({ text, start, end }: { text: string; start: number; end: number }) => {
      if (text === 'bad') throw new Error('no');
      return [{ start, end, type: 'DATE' as const, value: '' }];
    };
    const peer = readerOf({ name: 'peer', readLine }, (line) => warned.push(line));
    for (let time = 0; time < 2; time++) {
      expect(peer.read({ text: 'good\nbad\ngood', created: undefined })).toHaveLength(2);
    }
    expect(warned).toEqual([expect.stringContaining('peer cannot read a line ("bad…"): no')]);
  });
});

describe('the words of a time', () => {
  const words = (text: string) => ({ text, start: 10, end: 10 + text.length });

  it.each([
    ['on Friday,', 'Friday'],
    ['(since May 3).', 'May 3'],
    [' at 9 p.m.', '9 p.m.'],
    ['the end of May', 'the end of May'],
  ])('have no preposition and no punctuation around: %j', (text, bare) => {
    const cut = trimmed(words(text));
    expect(cut?.text).toBe(bare);
    expect(cut && text.slice(cut.start - 10, cut.end - 10)).toBe(bare);
  });

  it('are none where nothing else is there', () => {
    expect(trimmed(words('for '))).toBeUndefined();
  });

  it.each(['from 3 to 5 May', '3 – 5 May', 'between 3 and 5 May', '3-5 May'])('have two ends: %j', (text) => {
    expect(endsOf(words(text))?.map(({ start, end }) => text.slice(start - 10, end - 10))).toEqual([
      '3',
      '5 May',
    ]);
  });

  it('have no two ends in a single date', () => {
    expect(endsOf(words('3 May'))).toBeUndefined();
  });

  it('are read in lines that are not blank', () => {
    expect(linesOf('a\n\n \nb')).toEqual([
      { text: 'a', start: 0, end: 1 },
      { text: 'b', start: 5, end: 6 },
    ]);
  });
});

describe('values', () => {
  const day = (text: string) => new Date(`${text}T12:00:00Z`);

  it('know ISO weeks at the turn of a year', () => {
    expect(['2021-01-03', '2021-01-04', '2024-12-30'].map((text) => weekValue(day(text)))).toEqual([
      '2020-W53',
      '2021-W01',
      '2025-W01',
    ]);
  });

  it('go back to the past, and leave the day of publication alone', () => {
    expect(notAfter(day('2024-02-13'), day('2024-02-08'), 'week')).toEqual(day('2024-02-06'));
    expect(notAfter(day('2024-02-08'), day('2024-02-08'), 'week')).toEqual(day('2024-02-08'));
    expect(notAfter(day('2024-10-07'), day('2024-02-08'), 'year')).toEqual(day('2023-10-07'));
  });

  it('are no finer than the words', () => {
    expect(['two years ago', 'a month earlier', 'two days ago', 'years of war'].map(unitAgo)).toEqual([
      'year',
      'month',
      undefined,
      undefined,
    ]);
  });
});
