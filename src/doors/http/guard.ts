import type { MiddlewareHandler } from 'hono';
import { refuse } from './failure.js';

/**
 * What the desk may load: its own files, and what a map library needs (a worker, pictures made on the spot, styles set
 * from script). Nothing from another host.
 */
const CONTENT_POLICY = [
  "default-src 'self'",
  "worker-src 'self' blob:",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer. What is under /api is never kept by a browser: it is somebody's unpublished work. */
export const safeHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  headers.set('content-security-policy', CONTENT_POLICY);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  if (c.req.path.startsWith('/api')) headers.set('cache-control', 'no-store');
};

/** Whether an address to listen on is reached from this machine only. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name);
}

/**
 * Refuses what a web page of another site makes the browser of this machine send.
 * - A page may point a name of its own at 127.0.0.1 and then read the answers (DNS rebinding): while we listen on this
 *   machine only, the `Host` must be a name of this machine.
 * - A page may post a form or a text without reading the answer: a request that changes something must come from us,
 *   or from no page at all (a program).
 */
export function guard(host: string): MiddlewareHandler {
  const isLocal = isLoopback(host);
  return async (c, next) => {
    const addressed = c.req.header('host') ?? new URL(c.req.url).host;
    if (isLocal && !isOurs(addressed, host)) {
      return refuse(
        c,
        403,
        'wrong_host',
        `This service answers to http://${host} only, not to ${shown(addressed)}.`,
      );
    }
    const { 'sec-fetch-site': site, origin } = c.req.header();
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS';
    if (!isRead && isForeign(site, origin, addressed)) {
      return refuse(
        c,
        403,
        'cross_origin',
        'Only the desk itself, or a program, may send reports; a page of another site may not.',
      );
    }
    return next();
  };
}

function isOurs(addressed: string, host: string): boolean {
  const address = `http://${addressed}`;
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return isLoopback(hostname) || hostname === host.toLowerCase();
}

/** `Origin: null` is a sandboxed frame or a local file: no page of ours. */
function isForeign(site: string | undefined, origin: string | undefined, addressed: string): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== addressed.toLowerCase();
}

const shown = (addressed: string) => JSON.stringify(addressed.slice(0, 100));
