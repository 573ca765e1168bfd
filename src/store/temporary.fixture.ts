import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';

// A database takes seconds to make, and many more on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** An empty folder that goes away with the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
