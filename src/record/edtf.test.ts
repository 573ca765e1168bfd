import parseEdtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, daysOf, daysOverlap, isEdtf, isoDay } from './edtf.js';

const shown = (edtf: string) => {
  const days = daysOf(edtf);
  if (!days) return undefined;
  return [days.first, days.last]
    .map((day) => (Number.isFinite(day) ? isoDay(day) : String(day)))
    .join(' to ');
};

describe('daysOf', () => {
  it.each([
    ['2024-02-07', '2024-02-07 to 2024-02-07'],
    ['2024-02', '2024-02-01 to 2024-02-29'],
    ['2023-02', '2023-02-01 to 2023-02-28'],
    ['2024', '2024-01-01 to 2024-12-31'],
    ['202X', '2020-01-01 to 2029-12-31'],
    ['2024-02-07/2024-02-09', '2024-02-07 to 2024-02-09'],
    ['2023/2024-02', '2023-01-01 to 2024-02-29'],
    ['../2020-01-03', '-Infinity to 2020-01-03'],
    ['2023-10-07/..', '2023-10-07 to Infinity'],
    ['/2020-01-03', '-Infinity to 2020-01-03'],
    ['2023-10-07/', '2023-10-07 to Infinity'],
    ['1969-12-31', '1969-12-31 to 1969-12-31'],
  ])('%s covers %s', (edtf, days) => {
    expect(shown(edtf)).toBe(days);
  });

  it.each(['2024-02-07~', '2024-02-07?', '2024-02-07%'])('takes a day in doubt for that day: %s', (edtf) => {
    expect(shown(edtf)).toBe('2024-02-07 to 2024-02-07');
  });

  // A blast at 23:30 in Kabul is on that day there, whatever day it is in Greenwich.
  it.each([
    '2024-02-07T21:30',
    '2024-02-07T21:30:05',
    '2024-02-07T23:30+04:30',
    '2024-02-07T01:30+04:30',
    '2024-02-07T23:30-08:00',
    '2024-02-07T21:30Z',
  ])('keeps the day of the place, whatever the hour and zone: %s', (edtf) => {
    expect(shown(edtf)).toBe('2024-02-07 to 2024-02-07');
  });

  it('takes clock times at both ends of an interval', () => {
    expect(shown('2024-02-07T21:30Z/2024-02-08T02:00Z')).toBe('2024-02-07 to 2024-02-08');
  });

  it.each([
    '',
    '..',
    'Friday',
    'last Friday',
    '07-02-2024',
    '2024-13',
    '2024-02-30',
    '2024-02-07 21:30',
    '2024-02-09/2024-02-07',
    '2024/2025/2026',
    '2024-02-07/Friday',
    'T21:30',
  ])('gives nothing for what is no EDTF: "%s"', (text) => {
    expect(daysOf(text)).toBeUndefined();
    expect(isEdtf(text)).toBe(false);
  });

  it('gives for plain years, months and days what the grammar of EDTF gives', () => {
    const two = (number: number) => String(number).padStart(2, '0');
    const year = fc.integer({ min: 1000, max: 9998 }).map(String);
    const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`);
    const day = fc.tuple(month, fc.integer({ min: 0, max: 32 })).map(([m, d]) => `${m}-${two(d)}`);
    const doubt = fc.constantFrom('', '~', '?', '%');
    const value = fc.tuple(fc.oneof(year, month, day), doubt).map((parts) => parts.join(''));
    fc.assert(
      fc.property(value, (edtf) => {
        // The grammar has a 29 February in 1900 too, which the calendar has not.
        const [y, m, d] = edtf.replace(/[~?%]/, '').split('-').map(Number);
        const exists = d === undefined || dayNumber(Number(y), Number(m), d) !== undefined;
        expect(daysOf(edtf)).toEqual(exists ? daysByGrammar(edtf) : undefined);
      }),
    );
  });

  it('never throws, and gives no day that ends before it starts', () => {
    const nearly = fc.stringMatching(/^[0-9TXZ:/.~?%+-]{0,24}$/);
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string()), (text) => {
        const days = daysOf(text);
        if (days) expect(days.first).toBeLessThanOrEqual(days.last);
      }),
    );
  });
});

describe('day numbers', () => {
  const anyDay = fc.integer({ min: dayNumber(1000, 1, 1) ?? 0, max: dayNumber(9999, 12, 31) ?? 0 });

  it('count from the first day of 1970', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(dayNumber(1970, 2, 1)).toBe(31);
    expect(isoDay(-1)).toBe('1969-12-31');
  });

  it.each([
    [2024, 2, 30],
    [2023, 2, 29],
    [2024, 13, 1],
    [2024, 0, 1],
    [2024, 4, 31],
    [2024, 4, 0],
  ])('there is none for %d-%d-%d', (year, month, day) => {
    expect(dayNumber(year, month, day)).toBeUndefined();
  });

  it('and the days that they stand for are the same, there and back', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const iso = isoDay(day);
        const [year = 0, month = 0, date = 0] = iso.split('-').map(Number);
        expect(dayNumber(year, month, date)).toBe(day);
        expect(daysOf(iso)).toEqual({ first: day, last: day });
      }),
    );
  });

  it('of an interval are those of its ends', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(4000), (first, length) => {
        const last = Math.min(first + length, dayNumber(9999, 12, 31) ?? 0);
        expect(daysOf(`${isoDay(first)}/${isoDay(last)}`)).toEqual({ first, last });
      }),
    );
  });
});

describe('daysOverlap', () => {
  const days = (edtf: string) => daysOf(edtf) ?? { first: Number.NaN, last: Number.NaN };

  it.each([
    ['2024-02', '2024-02-29', true],
    ['2024-02', '2024-03-01', false],
    ['../2024-02-07', '2024-02-07/..', true],
    ['../2024-02-06', '2024-02-07/..', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(daysOverlap(days(a), days(b))).toBe(expected);
    expect(daysOverlap(days(b), days(a))).toBe(expected);
  });
});

function daysByGrammar(edtf: string) {
  try {
    const { min = Number.NaN, max = Number.NaN } = parseEdtf(edtf);
    return { first: Math.floor(min / 86_400_000), last: Math.floor(max / 86_400_000) };
  } catch {
    return undefined;
  }
}
