import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Context } from 'hono';
import { refuse } from './failure.js';

/** Where the build puts the desk. */
export const DESK = fileURLToPath(new URL('../../../dist/web', import.meta.url));

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Dateline</title>
<h1>The desk is not built yet</h1>
<p>Run <code>npm run build</code> and load this page again. The API works without it: <a href="/api/openapi.json">/api/openapi.json</a>.</p>
</html>`;

/** Answers with a file of the desk. An address with no file ending is a view of the desk, which its script shows. */
export async function answerDesk(c: Context, folder: string): Promise<Response> {
  const path = pathIn(folder, c.req.path);
  const file = path === undefined ? undefined : await contentOf(path);
  if (path !== undefined && file !== undefined) return fileAnswer(c, path, file);
  if (path === undefined || extname(path) !== '') {
    return refuse(c, 404, 'not_found', `There is no file at ${c.req.path.slice(0, 200)}.`);
  }
  const page = await contentOf(join(folder, 'index.html'));
  return page === undefined ? c.html(NOT_BUILT, 503) : fileAnswer(c, 'index.html', page);
}

/** The file that an address means; undefined where it leads out of the folder, as `/..%2f..%2fetc/passwd` does. */
function pathIn(folder: string, address: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(address);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0')) return undefined;
  const root = resolve(folder);
  const path = resolve(root, `.${sep}${decoded}`);
  return path === root || path.startsWith(root + sep) ? path : undefined;
}

async function contentOf(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    return undefined;
  }
}

/** The build names what is under `assets` by its content, so it never changes; the rest is asked for anew. */
function fileAnswer(c: Context, path: string, content: Uint8Array<ArrayBuffer>): Response {
  const isHashed = c.req.path.startsWith('/assets/');
  return c.body(content, 200, {
    'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream',
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
}
