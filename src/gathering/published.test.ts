import { describe, expect, it } from 'vitest';
import { isEdtf } from '../record/index.js';
import { publishedOf, publishedOnPage } from './published.js';

describe('publishedOf', () => {
  it.each(['2024-02-08', '2024-02', '2024', '2024-02-08~', '2024-02-01/2024-02-08', '../2024-02-08'])(
    'keeps the EDTF value %s',
    (text) => expect(publishedOf(text)).toBe(text),
  );

  it.each([
    ['2024-02-08T10:15:00Z', '2024-02-08T10:15:00Z'],
    ['2024-02-08T10:15', '2024-02-08T10:15:00'],
    ['2024-02-08 10:15:30', '2024-02-08T10:15:30'],
    ['2024-02-08T10:15:00.123+0300', '2024-02-08T10:15:00+03:00'],
    [' 2024-02-08t10:15:00-05 ', '2024-02-08T10:15:00-05:00'],
  ])('takes the date-time %s', (text, edtf) => {
    expect(publishedOf(text)).toBe(edtf);
    expect(isEdtf(edtf)).toBe(true);
  });

  it.each([
    'Feb 8, 2024',
    '08/02/2024',
    '2024-02-30',
    '2024-02-30T10:00:00Z',
    '2024-02-08T25:00:00',
    'today',
    '1707387300',
    '',
  ])('refuses %j', (text) => expect(publishedOf(text)).toBeUndefined());
});

describe('publishedOnPage', () => {
  it('takes the dates of feeds too', () => {
    expect(publishedOnPage('Thu, 08 Feb 2024 10:15:00 GMT')).toBe('2024-02-08T10:15:00Z');
    expect(publishedOnPage('08 Feb 2024 10:15 +0300')).toBe('2024-02-08T07:15:00Z');
    expect(publishedOnPage('Thursday')).toBeUndefined();
  });
});
