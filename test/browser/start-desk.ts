import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../src/doors/http/index.js';

const page = fileURLToPath(new URL('../../dist/web/index.html', import.meta.url));

/** Serves the desk, as built, with the example reports in a store of its own. */
export async function startDesk(): Promise<{ url: string; close(): Promise<void> }> {
  if (!existsSync(page)) throw new Error('The desk is not built: run `npm run build` first.');
  const folder = mkdtempSync(join(tmpdir(), 'dateline-desk-'));
  const service = await serve({ port: 0, folder, examples: true, log: () => {} });
  return {
    url: service.url,
    async close() {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
