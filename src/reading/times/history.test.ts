import { describe, expect, it } from 'vitest';
import { timexes } from './times.fixture.js';

/** Four years that are written make a text a history, where they lie well before publication. */
const OLD = 'The league of 1802, the pact of 1804 and the treaty of 1806 had failed. ';

const told = async (words: string) => (await timexes(OLD + words)).slice(3);

describe('a history counts each time from the one before', () => {
  it('gives a month the year that its story has come to', async () => {
    expect(
      await told('In May 1808 the town rose. In June it fell, and by the end of the year all was lost.'),
    ).toEqual(['May 1808 = DATE 1808-05', 'June = DATE 1808-06', 'the end of the year = DATE 1808']);
  });

  it('goes on to the next year where the months begin again', async () => {
    expect(
      await told('In November 1808 they fled. In February they came back. On 3 March they won.'),
    ).toEqual(['November 1808 = DATE 1808-11', 'February = DATE 1809-02', '3 March = DATE 1809-03-03']);
  });

  it('lets a year at the head of a sentence or alone on its line lead the story', async () => {
    expect(await told('In May 1808 they fled.\n\n1812\n\nIn April the river froze.')).toEqual([
      'May 1808 = DATE 1808-05',
      '1812 = DATE 1812',
      'April = DATE 1812-04',
    ]);
  });

  it('lets a year in passing lead nowhere', async () => {
    const words =
      'In May 1808 the council cut the pay of its guards, a step that it regretted in 1815. In June it fell.';
    expect((await told(words)).at(-1)).toBe('June = DATE 1808-06');
  });

  it('goes on from what was so by then', async () => {
    expect(
      await told('In May 1808 they fled. By the spring of 1810 they had come back. In June they won.'),
    ).toEqual(['May 1808 = DATE 1808-05', 'the spring of 1810 = DATE 1810-SP', 'June = DATE 1810-06']);
  });

  it('puts a clock time on the last day told of, however far back', async () => {
    const words =
      'On 4 May 1808 they fled. It was cold. Nobody spoke. Nothing moved. The gate was shut at 10:57 p.m.';
    expect((await told(words)).at(-1)).toBe('10:57 p.m. = TIME 1808-05-04T22:57');
  });

  it('reads seasons, ranges and "the previous" so', async () => {
    expect(await told('In May 1808 they fled. During the summer they hid, from August to January.')).toEqual([
      'May 1808 = DATE 1808-05',
      'the summer = DATE 1808-SU',
      'August = DATE 1808-08',
      'January = DATE 1809-01',
    ]);
    expect((await told('In May 1808 they lost what they had won in the previous March.')).at(-1)).toBe(
      'the previous March = DATE 1808-03',
    );
  });
});

describe('a history that comes up to its own day', () => {
  const years = 'The club won in 2019, 2020, 2021, 2022 and 2023. ';

  it('is one where many years and no day of its own are named', async () => {
    expect((await timexes(`${years}In May 2021 it moved. In June it paid its debts.`)).at(-1)).toBe(
      'June = DATE 2021-06',
    );
  });

  it('is news where days are counted from its publication', async () => {
    const words = `${years}In May 2021 it moved. On Monday it lost, and yesterday its chairman left. In June he had come.`;
    expect((await timexes(words)).at(-1)).toBe('June = DATE 2023-06');
  });
});

describe('news that names old years', () => {
  it('still counts from its own day', async () => {
    expect(await timexes('The union, founded in 1990, called a strike in January.')).toEqual([
      '1990 = DATE 1990',
      'January = DATE 2024-01',
    ]);
  });
});
