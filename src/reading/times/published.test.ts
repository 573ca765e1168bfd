import { describe, expect, it } from 'vitest';
import { readTimes } from './times.fixture.js';

const published = async (words: string, given: string | null = null) =>
  (await readTimes(words, given)).published;

describe('the day of publication', () => {
  it('is the one that is given', async () => {
    expect(await published('KABUL, 3 March 2021 (Reuters) - A bomb went off.', '2021-03-04')).toMatchObject({
      edtf: '2021-03-04',
      basis: 'given',
    });
  });

  it('is that of the dateline', async () => {
    expect(await published('KABUL, 3 March 2021 (Reuters) - A bomb went off on Tuesday.')).toMatchObject({
      edtf: '2021-03-03',
      basis: 'dateline',
    });
  });

  it('is that of a line that is a date and nothing more', async () => {
    expect(
      await published('Blast kills two in the old town\nJune 13, 2005\nA blast killed two on Sunday.'),
    ).toMatchObject({
      edtf: '2005-06-13',
      basis: 'dateline',
    });
  });

  it('takes the year that a dateline leaves out from the text, and marks it as doubtful', async () => {
    expect(
      await published('BAGHDAD, Feb 8 (AFP) — It was the worst attack since October 2023.'),
    ).toMatchObject({
      edtf: '2024-02-08?',
      basis: 'dateline',
    });
  });

  it('is inferred no finer than the month from a weekday that fits only one year', async () => {
    expect(await published('On Friday, January 3, gunmen came. In 2019 they had come too.')).toMatchObject({
      edtf: '2020-01~',
      basis: 'inferred',
    });
  });

  it('is about the latest month that the text names, and no day or month is counted from it', async () => {
    const { published, expressions } = await readTimes(
      'They came in January 2022, and again last month and on Friday.',
      null,
    );
    expect(published).toMatchObject({ edtf: '2022-01~', basis: 'inferred' });
    expect(expressions.map(({ edtf }) => edtf)).toEqual(['2022-01', null, null]);
  });

  it('is about the month after the last, counted from an event that everyone knows', async () => {
    const war = 'Since the war between Israel and Hamas began on October 7, ships have been hit.';
    expect(await published(`${war} On January 9 one sank.`)).toMatchObject({
      edtf: '2024-01~',
      basis: 'inferred',
    });
    expect(await published(`${war} On January 9 one sank. Last month two did.`)).toMatchObject({
      edtf: '2024-02~',
      basis: 'inferred',
    });
    expect(await published('A fair was held on October 7. On January 9 it rained.')).toBeNull();
  });

  it('is not known where nothing tells', async () => {
    expect(await published('A bomb went off on Tuesday. Two died.')).toBeNull();
    expect(await published('KABUL, March 3 (Reuters) - A bomb went off on Tuesday.')).toBeNull();
  });

  it('is never taken from what is still to come', async () => {
    expect(await published('A new stadium will open in June 2031.')).toBeNull();
  });
});
