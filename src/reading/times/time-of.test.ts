import { describe, expect, it } from 'vitest';
import { cut } from '../../record/index.js';
import { sentenceAt } from '../text/index.js';
import { timeBeside, timeOf } from './index.js';
import { readTimes } from './times.fixture.js';

/** The time of the incident that a quote names, as `quote = edtf`. */
async function of(words: string, mention: string): Promise<string | undefined> {
  const { document, grammar, ...times } = await readTimes(words);
  const start = words.indexOf(mention);
  const around = { start, end: start + mention.length };
  const time = timeOf(times, document, sentenceAt(document, start), around, grammar);
  if (time) expect(cut(words, time.start, time.end).quote).toBe(time.quote);
  return time && `${time.quote} = ${time.edtf}`;
}

describe('the time of an incident', () => {
  it('is the nearest in its sentence', async () => {
    const words = 'A bomb killed two on Monday, and a raid on Tuesday led to nine arrests.';
    expect(await of(words, 'bomb')).toBe('Monday = 2024-02-05');
    expect(await of(words, 'raid')).toBe('Tuesday = 2024-02-06');
  });

  it('is that of its own clause', async () => {
    const words =
      'The body of a chemist, who had been kidnapped on 24 January, was found near the silos on Thursday.';
    expect(await of(words, 'kidnapped')).toBe('24 January = 2024-01-24');
    expect(await of(words, 'The body of a chemist')).toBe('Thursday = 2024-02-08');
  });

  it('reaches to publication where it stands in a "since" clause behind the mention', async () => {
    const words = 'American forces have endured over 165 strikes since the start of the war on October 7.';
    expect(await of(words, 'strikes')).toBe(
      'since the start of the war on October 7 = 2023-10-07/2024-02-08',
    );
    expect(await of(words, 'war')).toBe('October 7 = 2023-10-07');
  });

  it('is not one that only bounds another event', async () => {
    expect(
      await of('They shelled the town until rebels struck a truce in March 2021.', 'shelled'),
    ).toBeUndefined();
    expect(await of('On Thursday the mayor extended the curfew in the city to May 1.', 'curfew')).toBe(
      'Thursday = 2024-02-08',
    );
  });

  it('is not taken from another sentence, nor where no value is known', async () => {
    expect(await of('A bomb killed two. Nine were held on Monday.', 'bomb')).toBeUndefined();
    expect(await of('A siege lasted for three weeks.', 'siege')).toBeUndefined();
  });

  it('is what its verb has for a time, however much stands between', async () => {
    const words =
      'On Friday the old chairman, who had led the union since 1990, through two strikes and a fire, died.';
    expect(await of(words, 'died')).toBe('Friday = 2024-02-02');
    const planned = 'On Monday the candidate for the vote to be held on March 9 gave a rally in the port.';
    expect(await of(planned, 'rally')).toBe('Monday = 2024-02-05');
  });
});

describe('the time of an incident whose sentence has none', () => {
  const beside = async (words: string) => {
    const { document, ...times } = await readTimes(words);
    return timeBeside(times, document, 0)?.edtf;
  };

  it('is that of the next sentences, where one says when it happened', async () => {
    expect(await beside('A boy was shot at a farm. It happened around 9:25 p.m. Sunday.')).toBe(
      '2024-02-04T21:25',
    );
    expect(await beside('A boy was shot. He is well. Police were called early on Monday.')).toBe(
      '2024-02-05',
    );
  });

  it('is not any other time near by', async () => {
    expect(await beside('A boy was shot at a farm. The farmer was held on Monday.')).toBeUndefined();
    expect(await beside('A boy was shot at a farm. A fair will be held on Monday.')).toBeUndefined();
  });
});
