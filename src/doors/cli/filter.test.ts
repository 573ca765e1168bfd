import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { bytesOf, runCli } from './cli.fixture.js';

const text = 'Two people were killed in Basra.';
const filter = (...pieces: (string | Uint8Array)[]) =>
  runCli(['read', '--jsonl'], { stdin: bytesOf(...pieces) });
const rows = (out: string) =>
  out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as { id: string | null; error?: { code: string; message: string } });
const line = (value: unknown) => `${JSON.stringify(value)}\n`;

describe('dateline read --jsonl as a filter', () => {
  it('gives one reading for each line, in order, whatever the line ends are', async () => {
    const { status, out, err } = await filter(
      '\ufeff',
      line({ id: 'a', text }),
      '\r\n\n',
      `{"id":"b","text":"${text}"}\r\n`,
      JSON.stringify({ id: 'c', text }),
    );
    expect(rows(out).map((row) => row.id)).toEqual(['a', 'b', 'c']);
    expect([status, err]).toEqual([0, '']);
  });

  it('puts an error in the place of a line that cannot be read, and goes on', async () => {
    const { status, out, err } = await filter(
      line({ id: 'a', text }),
      'no JSON at all\n',
      '{"id": "b", "text": "Two pe\n',
      line({ id: 'c' }),
      line({ id: 4, text: 5 }),
      line([]),
      line({ id: 'd', text: 'this will crash the reader' }),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      line({ id: 'e', text, published: 'yesterday' }),
      line({ id: 'f', text: ' ' }),
      line({ id: 'g', text }),
    );
    expect(rows(out).map((row) => [row.id, row.error?.code])).toEqual([
      ['a', undefined],
      [null, 'not_json'],
      ['b', 'not_json'],
      ['c', 'bad_field'],
      ['4', 'bad_field'],
      [null, 'bad_field'],
      ['d', 'internal'],
      [null, 'encoding'],
      ['e', 'bad_field'],
      ['f', 'bad_field'],
      ['g', undefined],
    ]);
    expect(status).toBe(0);
    expect(err).toContain('dateline: standard input:4: field "text" is missing\n');
    expect(err).toContain('dateline: standard input:7: could not be read: a fault of ours\n');
    expect(err.split('\n')).toHaveLength(10);
  });

  it('passes over a line that is too long, and still says which one it was', async () => {
    const half = 'a'.repeat(9 * 1024 * 1024);
    const { out } = await filter(`{"id":"long","text":"${half}`, `${half}"}\n`, line({ id: 'next', text }));
    expect(rows(out).map((row) => [row.id, row.error?.code])).toEqual([
      ['long', 'too_long'],
      ['next', undefined],
    ]);
  });

  it('ends with 1 only where there was something and nothing of it could be read', async () => {
    expect((await filter()).status).toBe(0);
    expect((await filter('\n\n')).status).toBe(0);
    expect((await filter('x\n')).status).toBe(1);
    expect((await filter('x\n', line({ text }))).status).toBe(0);
  });

  it('keeps the keys that it does not know, and dates only the reports that have no date', async () => {
    const stdin = bytesOf(
      line({ id: 'a', text, batch: 7 }),
      line({ id: 'b', text, published: '2020-01-01' }),
    );
    const { out } = await runCli(['read', '--jsonl', '--published', '2024-02-08'], { stdin });
    expect(rows(out)).toMatchObject([
      { extra: { batch: 7 }, report: { published: { edtf: '2024-02-08' } } },
      { report: { published: { edtf: '2020-01-01' } } },
    ]);
  });

  it('takes 20,000 lines no faster than they are read at the other end', async () => {
    const count = 20_000;
    const stdout = new PassThrough({ highWaterMark: 16_384 });
    const state = { given: 0, taken: 0, furthest: 0 };
    async function* lines() {
      for (; state.given < count; state.given += 1) {
        state.furthest = Math.max(state.furthest, state.given - state.taken);
        yield Buffer.from(line({ id: String(state.given), text }));
      }
    }
    const running = runCli(['read', '--jsonl'], { stdin: lines(), stdout });
    void running.then(() => stdout.end());
    let rest = '';
    for await (const chunk of stdout) {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        expect((JSON.parse(part) as { id: string }).id).toBe(String(state.taken));
        state.taken += 1;
      }
    }
    expect((await running).status).toBe(0);
    expect(state.taken).toBe(count);
    expect(state.furthest).toBeLessThan(500);
  });

  it('ends quietly where nobody reads its output any more', async () => {
    const stdout = new PassThrough({ highWaterMark: 10 });
    async function* lines() {
      for (let count = 0; ; count += 1) {
        if (count === 5) stdout.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
        yield Buffer.from(line({ text }));
      }
    }
    stdout.resume();
    const { status, err } = await runCli(['read', '--jsonl'], { stdin: lines(), stdout });
    expect([status, err]).toEqual([0, '']);
  });
});
