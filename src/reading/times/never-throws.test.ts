import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSpans, daysOf, isEdtf, type Note, type TimeExpression } from '../../record/index.js';
import { readTimes } from './times.fixture.js';

const WORDS = (
  'Monday Friday last next this the a on in of at since until from to between and by before after , . - – ( ) : ; ’s ' +
  'January Feb. March May 3 5 28th 31 0 99 2024 1999 0130 21:30 25:70 9.40 8pm p.m. GMT local time noon midnight dawn night ' +
  'morning overnight two several twenty - four days weeks months years century hours ago later earlier ago past coming ' +
  'every each 1990s second half quarter week weekend first summer Easter Christmas Eve New Year early late mid end ' +
  'yesterday tomorrow 28/01/2024 2024-01-28 1/1/0001 will was killed said BC B.C. AD 499 1914 1916 FY2013 fiscal year now ' +
  'recently constructor the past current eve of the vote raid that same period time single trading straight row academic school half hour per every other annual 70s rest more than about 3,000 31 2024-01-28T17:00:00'
).split(' ');

const published = fc.constantFrom(
  null,
  '2024-02-08',
  '2024-02',
  '2024',
  '0001-01-01',
  '9999-12-31',
  '2024-02-01/2024-03-05',
  '../2020',
  '199X',
);

/** The days of a record are those of its EDTF value, as another room of the house counts them. */
function checkInterval({ quote, edtf, interval }: TimeExpression): void {
  if (interval === undefined) return;
  const days = edtf === null ? undefined : daysOf(edtf);
  const numbered = (day: string | null, open: number) => (day === null ? open : daysOf(day)?.first);
  expect([quote, numbered(interval.first, -Infinity), numbered(interval.last, Infinity)]).toEqual([
    quote,
    days?.first,
    days?.last,
  ]);
}

/** Spans are their quotes, in order and apart, and every EDTF value is one. */
function checkList(text: string, times: readonly TimeExpression[], notes: readonly Note[]): void {
  checkSpans({ text, times, notes });
  let end = 0;
  for (const time of times) {
    expect(time.start).toBeGreaterThanOrEqual(end);
    end = time.end;
    checkInterval(time);
    if (time.edtf !== null)
      expect([time.quote, time.edtf, isEdtf(time.edtf)]).toEqual([time.quote, time.edtf, true]);
  }
}

async function check(text: string, day: string | null): Promise<void> {
  const { expressions, stretches, notes, published } = await readTimes(text, day);
  checkList(text, expressions, notes);
  checkList(text, stretches, []);
  if (published) expect(isEdtf(published.edtf)).toBe(true);
}

describe('any text', () => {
  it('gives spans that are their quotes, in order and apart, with true EDTF, and never throws', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 120 }), published, check), {
      numRuns: 100,
    });
  });

  it('does so for strings of time words', async () => {
    const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 24 }).map((each) => each.join(' '));
    await fc.assert(fc.asyncProperty(words, published, check), { numRuns: 200 });
  });

  it.each([
    'The constructor on Monday left.',
    'They left two days constructor.',
    'this constructor week of __proto__ day',
  ])('takes no word for what every object has: %s', (words) => check(words, '2024-02-08'));

  it('does so for time words that stand without spaces', async () => {
    const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((each) => each.join(''));
    await fc.assert(fc.asyncProperty(words, published, check), { numRuns: 100 });
  });
});
