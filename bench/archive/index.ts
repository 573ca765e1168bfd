import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJoiner, openStore } from '../../src/house.js';
import { joinReport } from '../../src/join-kept.js';
import type { Joiner } from '../../src/joining/index.js';
import type { Store } from '../../src/store/index.js';
import { type Bench, figuresLine, type Surroundings, UsageError } from '../bench.js';
import { invent } from './invent.js';

const usage = 'archive [INCIDENTS]';
/** So many reports are timed when the archive is full, and at each size on the way. */
const TIMED = 500;

/** Measures what one more report costs when much is stored already. */
export const archiveBench: Bench = {
  usage,
  summary:
    'Fills a store with so many invented incidents (100,000 unless said), joining each report as it comes, and prints ' +
    `how long the last ${TIMED} reports took to keep and to join, at sizes on the way and at the end. It runs on the ` +
    'embedded PostgreSQL in a folder of its own, and on the server of DATABASE_URL, an empty database, where that is set.',
  async run(args, surroundings) {
    const size = Number(args[0] ?? 100_000);
    if (args.length > 1 || !Number.isInteger(size) || size < 1)
      throw new UsageError(`A whole number of incidents is needed. Usage: ${usage}`);
    const folder = mkdtempSync(join(tmpdir(), 'dateline-archive-'));
    try {
      const figures = await measure('embedded', { folder }, size, surroundings);
      const databaseUrl = process.env.DATABASE_URL;
      const more = databaseUrl ? await measure('server', { databaseUrl }, size, surroundings) : {};
      surroundings.print(figuresLine({ incidents: size, ...figures, ...more }));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(
  name: string,
  options: Parameters<typeof openStore>[0],
  size: number,
  { print }: Surroundings,
): Promise<Record<string, string>> {
  const store = await openStore(options);
  try {
    if ((await store.reports({ limit: 1 })).total > 0)
      throw new Error('The database has reports in it; name an empty one.');
    const { keeping, joining } = await fill(name, store, openJoiner(), size, print);
    const { total } = await store.joined({}, { limit: 1 });
    return {
      [`${name}_joined`]: String(total),
      [`${name}_keep_p95_ms`]: share(keeping, 0.95),
      [`${name}_join_p50_ms`]: share(joining, 0.5),
      [`${name}_join_p95_ms`]: share(joining, 0.95),
      [`${name}_join_max_ms`]: share(joining, 1),
    };
  } finally {
    await store.close();
  }
}

async function fill(name: string, store: Store, joiner: Joiner, size: number, print: (line: string) => void) {
  const keeping: number[] = [];
  const joining: number[] = [];
  let incidents = 0;
  let said = 0;
  for (const { report, reading } of invent()) {
    const before = performance.now();
    const { hash } = await store.keep(report, reading);
    const kept = performance.now();
    await joinReport(store, joiner, hash);
    keeping.push(kept - before);
    joining.push(performance.now() - kept);
    if (keeping.length > TIMED) keeping.shift();
    if (joining.length > TIMED) joining.shift();
    incidents += reading.incidents.length;
    if (incidents >= size || incidents >= said + size / 10) {
      said = incidents;
      const memory = Math.round(process.memoryUsage().rss / 1024 / 1024);
      print(
        `${name}, ${incidents} incidents: joining takes ${share(joining, 0.5)} ms (p50), ${share(joining, 0.95)} ms (p95), ` +
          `keeping ${share(keeping, 0.95)} ms (p95); ${memory} MB of memory`,
      );
    }
    if (incidents >= size) break;
  }
  return { keeping, joining };
}

/** The value below which a share of all lies, in milliseconds. */
function share(times: readonly number[], part: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0).toFixed(1);
}
