import type { Reading } from '../../record/index.js';
import { type Io, OutputClosed, printable, UsageError, type Writer, writerOn } from './io.js';
import type { Verbs } from './verbs.js';

export interface JoinOptions {
  readonly jsonl?: boolean;
}

/**
 * `dateline join --jsonl`: takes readings from standard input, one a line, and writes the joined incidents at their end.
 * Gives the exit status: 1 where there were lines and none was a reading.
 */
export async function joinCommand(options: JoinOptions, io: Io, verbs: Verbs): Promise<number> {
  if (!options.jsonl) throw new UsageError('join reads and writes JSON lines; call it with --jsonl');
  const [out, err] = [writerOn(io.stdout), writerOn(io.stderr)];
  try {
    const { readings, failed } = await readingsFrom(io, err);
    for (const joined of await verbs.joinReadings(readings)) await out.write(`${JSON.stringify(joined)}\n`);
    return failed > 0 && readings.length === 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error;
    return 0;
  } finally {
    out.close();
    err.close();
  }
}

async function readingsFrom(io: Io, err: Writer): Promise<{ readings: Reading[]; failed: number }> {
  const { readingsFromLines, STDIN } = await import('../../gathering/index.js');
  const readings: Reading[] = [];
  let failed = 0;
  for await (const gathered of readingsFromLines(io.stdin, STDIN)) {
    if ('reading' in gathered) readings.push(gathered.reading);
    else {
      failed += 1;
      await err.write(`dateline: ${printable(`${gathered.source}: ${gathered.error.message}`)}\n`);
    }
  }
  return { readings, failed };
}
