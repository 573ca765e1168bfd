import { describe, expect, it } from 'vitest';
import type { Reading } from '../../record/index.js';
import { bytesOf, emptyReading, handmadeReading, runCli } from './cli.fixture.js';

const line = (value: unknown) => `${JSON.stringify(value)}\n`;

/** Joins as the real verb does not: every reading gives its id. */
const verbs = (seen: Reading[]) => ({
  joinReadings: async (readings: readonly Reading[]) => {
    seen.push(...readings);
    return readings.map(({ id }) => ({ id })) as never;
  },
});

describe('dateline join --jsonl', () => {
  it('takes readings and writes what they gave, one a line', async () => {
    const seen: Reading[] = [];
    const readings = [handmadeReading(), emptyReading({ id: 'b', text: 'Nothing happened.' })];
    const stdin = bytesOf(...readings.map(line));
    const { status, out, err } = await runCli(['join', '--jsonl'], { stdin, verbs: verbs(seen) });
    expect(seen).toEqual(readings);
    expect(out).toBe(readings.map(({ id }) => line({ id })).join(''));
    expect([status, err]).toEqual([0, '']);
  });

  it('passes over lines that are no readings, with a note on each', async () => {
    const seen: Reading[] = [];
    const lines = [
      line({ id: 'x', error: { code: 'bad_field', message: 'field "text" is missing' } }),
      'no JSON\n',
      line({ id: 'y' }),
      line(emptyReading({ id: 'b', text: 'Nothing happened.' })),
    ];
    const { status, err } = await runCli(['join', '--jsonl'], {
      stdin: bytesOf(...lines),
      verbs: verbs(seen),
    });
    expect(seen.map(({ id }) => id)).toEqual(['b']);
    expect(err).toContain(
      'standard input:1: holds an error in the place of a reading: field "text" is missing\n',
    );
    expect(err).toContain('standard input:2: ');
    expect(err).toContain('standard input:3: is no reading: text: ');
    expect(status).toBe(0);
  });

  it('fails where no line is a reading, and not where there is no line', async () => {
    const stdin = (text: string) => ({ stdin: bytesOf(text), verbs: verbs([]) });
    expect((await runCli(['join', '--jsonl'], stdin('no JSON\n'))).status).toBe(1);
    expect((await runCli(['join', '--jsonl'], stdin(''))).status).toBe(0);
  });

  it('asks for --jsonl', async () => {
    const { status, err } = await runCli(['join'], { stdin: bytesOf(''), verbs: verbs([]) });
    expect(status).toBe(2);
    expect(err).toContain('--jsonl');
  });
});
