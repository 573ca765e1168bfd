import { describe, expect, it } from 'vitest';
import type { Toll } from '../../src/record/index.js';
import { sayCount, sayCountry, sayReports, sayTolls, sayWhen, sayWhere } from './say.js';

describe('sayWhen', () => {
  it.each([
    ['2024-02-07', '7 Feb 2024'],
    ['2024-02', 'Feb 2024'],
    ['2019', '2019'],
    ['2020-01-03T21:30+03:00', '3 Jan 2020, 21:30'],
    ['2020-01-03~', 'about 3 Jan 2020'],
    ['2020-01?', 'perhaps Jan 2020'],
    ['2019-12-27/2020-01-03', '27 Dec 2019 – 3 Jan 2020'],
    ['../2020-01-03', 'until 3 Jan 2020'],
    ['2023-10-07/..', 'since 7 Oct 2023'],
    ['2020-01-03/2020-01-03', '3 Jan 2020'],
  ])('says %s as %s', (edtf, words) => {
    expect(sayWhen(edtf)).toBe(words);
  });

  it.each(['2020-21', '201X', '{2020,2021}', ''])('gives %j as it is rather than guess', (edtf) => {
    expect(sayWhen(edtf)).toBe(edtf);
  });
});

describe('sayCount', () => {
  it.each([
    [4, 4, '4'],
    [20, null, 'at least 20'],
    [0, 0, 'no one'],
    [8, 10, '8–10'],
    [1, 50, 'up to 50'],
    [2000, null, 'at least 2,000'],
  ])('says %s to %s as %s', (low, high, words) => {
    expect(sayCount({ low, high })).toBe(words);
  });
});

describe('sayTolls', () => {
  const row = (outcome: Toll['outcome'], low: number) => ({ outcome, low, high: low }) as Toll;

  it('never adds a total and its parts', () => {
    expect(sayTolls([row('killed', 6), row('killed', 10), row('killed', 4)])).toBe('10 killed');
  });

  it('keeps the outcomes apart', () => {
    expect(sayTolls([row('killed', 2), row('injured', 7)])).toBe('2 killed, 7 injured');
  });
});

describe('sayWhere', () => {
  it('adds the country', () => {
    expect(sayWhere({ name: 'Mosul', country: 'IQ' })).toBe('Mosul, Iraq');
  });

  it('does not say a country twice, and does not make one up', () => {
    expect(sayWhere({ name: 'Iraq', country: 'IQ' })).toBe('Iraq');
    expect(sayWhere({ name: 'Gulf of Aden', country: null })).toBe('Gulf of Aden');
    expect(sayWhere({ name: 'Iraq and Syria', country: ['IQ', 'SY'] })).toBe('Iraq and Syria');
    expect(sayCountry(['IQ', 'SY'])).toBe('Iraq, Syria');
  });
});

describe('sayReports', () => {
  it('names the outlet of one report, and counts several', () => {
    expect(sayReports({ reports: 1, outlets: ['Adria Wire'], title: 'Blast' })).toBe('Adria Wire');
    expect(sayReports({ reports: 1, outlets: [], title: 'Blast' })).toBe('Blast');
    expect(sayReports({ reports: 1, outlets: [], title: null })).toBe('Outlet not known');
    expect(sayReports({ reports: 3, outlets: ['Adria Wire'], title: null })).toBe('3 reports');
  });
});
