import type { Context } from 'hono';
import { type Gathered, reportsFromBytes } from '../../gathering/index.js';

const JSON_TYPES = ['application/json', 'application/jsonl', 'application/x-ndjson', 'application/ndjson'];
const ACCEPTED = new Set(['', 'application/octet-stream', 'application/xhtml+xml', ...JSON_TYPES]);

/** What a body without a name is called in messages. */
const UNNAMED = 'The body';

/** Whether a body of a media type may hold a report: a form or a picture does not. */
export function mayHoldReports(mediaType = ''): boolean {
  const bare = (mediaType.split(';')[0] ?? '').trim().toLowerCase();
  return ACCEPTED.has(bare) || bare.startsWith('text/');
}

/** The reports in the body of a request. `published` is the day of those that carry none. Throws on a broken connection only. */
export async function receivedReports(
  c: Context,
  { name = UNNAMED, published }: { name?: string | undefined; published?: string | undefined },
): Promise<Gathered[]> {
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  const gathered = await reportsFromBytes(bytes, { name, mediaType: c.req.header('content-type') });
  return gathered.map((each) =>
    'report' in each && published !== undefined
      ? { ...each, report: { ...each.report, published: each.report.published ?? published } }
      : each,
  );
}

/** An error of gathering as a sentence: "reports.jsonl:3 is not JSON: …". */
export function sentenceOf({ source, error }: Extract<Gathered, { error: unknown }>): string {
  return /^field |^could /.test(error.message)
    ? `${source}: ${error.message}.`
    : `${source} ${error.message}.`;
}
