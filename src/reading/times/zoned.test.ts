import { describe, expect, it } from 'vitest';
import { isEdtf } from '../../record/index.js';
import { zoned } from './index.js';

const PLACES = {
  Baghdad: { lat: 33.34, lon: 44.4 },
  Kathmandu: { lat: 27.7, lon: 85.32 },
  Berlin: { lat: 52.52, lon: 13.4 },
  London: { lat: 51.5, lon: -0.12 },
  'St John’s': { lat: 47.56, lon: -52.71 },
  Monrovia: { lat: 6.3, lon: -10.8 },
  'the Arabian Sea': { lat: 15, lon: 64 },
  'the middle of the Pacific': { lat: -30, lon: -140 },
};

describe('a clock time gets the offset of its place', () => {
  it.each([
    ['2020-01-03T21:30', 'Baghdad', '+03:00'],
    ['2020-01-03T21:30:15', 'Baghdad', '+03:00'],
    ['2024-02-07T00:00', 'Kathmandu', '+05:45'],
    ['2024-01-15T12:00', 'Berlin', '+01:00'],
    ['2024-07-15T12:00', 'Berlin', '+02:00'],
    ['2024-03-31T01:59', 'Berlin', '+01:00'],
    ['2024-03-31T03:00', 'Berlin', '+02:00'],
    ['2024-01-15T12:00', 'London', '+00:00'],
    ['2024-07-15T12:00', 'St John’s', '-02:30'],
    ['2199-01-15T12:00', 'Berlin', '+01:00'],
    ['2024-01-15T12:00', 'the Arabian Sea', '+04:00'],
    ['2024-01-15T12:00', 'the middle of the Pacific', '-09:00'],
  ] as const)('%s in %s: %s', (edtf, place, offset) => {
    expect(zoned(edtf, PLACES[place])).toBe(`${edtf}${offset}`);
    expect(isEdtf(zoned(edtf, PLACES[place]))).toBe(true);
  });
});

describe('anything else comes back as it is', () => {
  it.each([
    ['a day', '2020-01-03'],
    ['a month', '2020-01'],
    ['an interval', '2020-01-03T21:30/2020-01-03T22:00'],
    ['a time with its zone', '2020-01-03T18:30Z'],
    ['a time with its offset', '2020-01-03T21:30+03:00'],
    ['a year of which no zone is known', '1848-03-18T14:30'],
    ['a year before Christ', '-0479-08-27T14:30'],
    ['no EDTF', 'Friday'],
  ])('%s', (_, edtf) => {
    expect(zoned(edtf, PLACES.Baghdad)).toBe(edtf);
  });

  it('a minute that the clocks went through twice, or not at all', () => {
    expect(zoned('2024-10-27T02:30', PLACES.Berlin)).toBe('2024-10-27T02:30');
    expect(zoned('2024-03-31T02:30', PLACES.Berlin)).toBe('2024-03-31T02:30');
  });

  it('a zone whose offset had seconds', () => {
    expect(zoned('1950-01-15T12:00', PLACES.Monrovia)).toBe('1950-01-15T12:00');
  });

  it.each([
    { lat: 91, lon: 0 },
    { lat: Number.NaN, lon: 44 },
    { lat: 33, lon: Number.POSITIVE_INFINITY },
  ])('a place that is on no globe: %j', (place) => {
    expect(zoned('2020-01-03T21:30', place)).toBe('2020-01-03T21:30');
  });
});
