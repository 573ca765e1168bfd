import { GatherError } from './failure.js';

/** What the bytes of an input hold. */
export type ContentKind = 'text' | 'html' | 'json' | 'json lines';

const byEnding: ReadonlyMap<string, ContentKind> = new Map([
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['json', 'json'],
  ['jsonl', 'json lines'],
  ['ndjson', 'json lines'],
]);

const byMediaType: ReadonlyMap<string, ContentKind> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['application/json', 'json'],
  ['application/jsonl', 'json lines'],
  ['application/x-ndjson', 'json lines'],
  ['application/ndjson', 'json lines'],
]);

const HTML_START =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|(?:html|head|body|article|main|header|section|div|p|meta|title|script|h1)[\s>])/i;
/** A wire text may well start with "[Basra] Two people…", so a bracket alone is not JSON. */
const JSON_START = /^\s*(?:\{\s*["}]|\[\s*[[{\]])/;

/**
 * What kind of content an input has, by its media type, its file ending and its first characters, in that order.
 * `head` is the start of the content, decoded well enough to read ASCII.
 */
export function kindOf(head: string, name: string, mediaType?: string): ContentKind {
  const given =
    byMediaType.get(bareMediaType(mediaType)) ??
    byEnding.get(/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '');
  if (given !== undefined) return given;
  if (HTML_START.test(head)) return 'html';
  return JSON_START.test(head) ? 'json' : 'text';
}

/** `text/html; charset=utf-8` → `text/html`. */
export function bareMediaType(mediaType = ''): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

/** The encoding that a media type names; undefined where it names none. */
export function charsetOf(mediaType = ''): string | undefined {
  return /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(mediaType)?.[1];
}

/** Whether a media type may hold a report: text, a page, JSON, or nothing said. */
export function isReadableMediaType(mediaType: string): boolean {
  const bare = bareMediaType(mediaType);
  return bare === '' || bare === 'text/plain' || byMediaType.has(bare);
}

const FEED_START =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<\?[^>]{0,500}>\s*){0,5}(?:<!--[\s\S]{0,2000}?-->\s*){0,5}<(?:rss|feed)[\s>]/i;

/** Throws a GatherError where the start of some content is that of an RSS or Atom feed. */
export function refuseFeed(head: string): void {
  if (FEED_START.test(head)) throw isFeed();
}

/** The error for a feed. */
export const isFeed = () =>
  new GatherError('no_article', 'is a feed, not a report; name the addresses of its articles');

/** Whether a media type is that of a feed. */
export const isFeedMediaType = (mediaType: string) =>
  /^application\/(?:rss|atom)\+xml$/.test(bareMediaType(mediaType));

/** The first bytes of formats that people hand in by mistake, and what to call them. */
const signatures: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF document'],
  ['PK\x03\x04', 'a zip archive (or a Word, Excel or EPUB document)'],
  ['\xd0\xcf\x11\xe0', 'an old Office document'],
  ['{\\rtf', 'an RTF document'],
  ['\x1f\x8b', 'a gzip archive'],
  ['BZh', 'a bzip2 archive'],
  ['\xfd7zXZ', 'an xz archive'],
  ['7z\xbc\xaf', 'a 7z archive'],
  ['\x28\xb5\x2f\xfd', 'a zstd archive'],
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['RIFF', 'a sound, film or picture file'],
  ['OggS', 'a sound file'],
  ['ID3', 'a sound file'],
  ['\x7fELF', 'a program'],
  ['SQLite format 3', 'an SQLite database'],
];

/** Throws a GatherError where the first bytes are those of a known format that holds no plain text. */
export function refuseBinary(head: Uint8Array): void {
  const start = Buffer.from(head.subarray(0, 16)).toString('latin1');
  const found = signatures.find(([signature]) => start.startsWith(signature));
  if (found) {
    throw new GatherError('binary', `is ${found[1]}; save its text as .txt or .html and read that`);
  }
}
