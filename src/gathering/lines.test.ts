import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, splitLines } from './lines.js';

async function linesOf(chunks: readonly Uint8Array[], limit = 1_000_000): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of splitLines(streamOf(chunks), limit)) lines.push(line);
  return lines;
}

async function* streamOf(chunks: readonly Uint8Array[]) {
  yield* chunks;
}

const textOf = (line: Line) => ('bytes' in line ? Buffer.from(line.bytes).toString() : 'too long');
const split = async (text: string) =>
  (await linesOf([Buffer.from(text)])).map((line) => [line.number, textOf(line)]);

/** Cuts bytes into chunks at the given places. */
function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

const lineBytes = fc
  .uint8Array({ maxLength: 40 })
  .map((bytes) => bytes.map((byte) => (byte === 10 ? 11 : byte)));
const places = fc.array(fc.nat(500), { maxLength: 12 });

describe('splitLines', () => {
  it('ends a line at LF and at CR LF, and counts blank lines without giving them', async () => {
    expect(await split('a\nb\r\n\n \t\r\nc\n')).toEqual([
      [1, 'a'],
      [2, 'b'],
      [5, 'c'],
    ]);
  });

  it('gives the last line where it has no line end', async () => {
    expect(await split('a\nb')).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });

  it('leaves out a byte-order mark before the first line, and only there', async () => {
    expect(await split('\ufeffa\n\ufeffb')).toEqual([
      [1, 'a'],
      [2, '\ufeffb'],
    ]);
    expect(await split('\ufeff\na')).toEqual([[2, 'a']]);
  });

  it('gives nothing for nothing', async () => {
    expect(await split('')).toEqual([]);
    expect(await split('\n\n')).toEqual([]);
  });

  it('keeps only the start of a line that is too long, and goes on after it', async () => {
    const lines = await linesOf(
      [Buffer.from(`{"id":"x${'y'.repeat(5000)}`), Buffer.from('zz\nshort\n')],
      3000,
    );
    expect(lines.map((line) => [line.number, 'head' in line ? line.head.length : textOf(line)])).toEqual([
      [1, 1024],
      [2, 'short'],
    ]);
  });

  it('does not hold a line that is too long', async () => {
    let given = 0;
    const chunk = Buffer.alloc(65_536, 'a');
    async function* endless() {
      for (; given < 2000; given += 1) yield chunk;
    }
    const before = process.memoryUsage().arrayBuffers;
    const lines: Line[] = [];
    for await (const line of splitLines(endless(), 1_000_000)) lines.push(line);
    expect(lines).toHaveLength(1);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000);
  });

  it('takes the next chunk only when the lines of the last are used up', async () => {
    let taken = 0;
    async function* counted() {
      for (const chunk of ['a\nb\n', 'c\n', 'd\n']) {
        taken += 1;
        yield Buffer.from(chunk);
      }
    }
    const lines = splitLines(counted(), 100);
    await lines.next();
    await lines.next();
    expect(taken).toBe(1);
    await lines.next();
    expect(taken).toBe(2);
  });

  it('gives the same lines however the bytes are cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(lineBytes, { maxLength: 8 }),
        places,
        fc.integer({ min: 1, max: 60 }),
        async (all, at, limit) => {
          const bytes = Buffer.concat(all.flatMap((line) => [line, Buffer.from('\n')]));
          expect(await linesOf(cutAt(bytes, at), limit)).toEqual(await linesOf([bytes], limit));
        },
      ),
    );
  });

  it('loses no byte of any line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(lineBytes, { maxLength: 8 }), places, async (all, at) => {
        const bytes = Buffer.concat(all.flatMap((line) => [line, Buffer.from('\n')]));
        const expected = bytes
          .toString('latin1')
          .replace(/^\xef\xbb\xbf/, '')
          .split('\n')
          .filter((line) => /[^ \t\r]/.test(line))
          .map((line) => line.replace(/\r$/, ''));
        const lines = await linesOf(cutAt(bytes, at));
        expect(
          lines.map((line) => ('bytes' in line ? Buffer.from(line.bytes).toString('latin1') : '')),
        ).toEqual(expected);
      }),
    );
  });
});
