import { GatherError } from './failure.js';
import { bareMediaType, charsetOf } from './kind.js';

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];
/** How many characters in a hundred may be control characters before a text is taken for binary. */
const MOST_CONTROLS = 2;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const CONTROLS = /[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]/g;
/** What a wrong single-byte encoding gives: characters that no text has, or the mark of a byte that means nothing. */
const WRONG = /[\x80-\x84\x86-\x9f\ufffd]/;

/** The encoding that the first bytes announce, and how many bytes the mark takes; undefined where there is no mark. */
export function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | undefined {
  const mark = marks.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  return mark && { encoding: mark.encoding, length: mark.bytes.length };
}

/**
 * The text of some bytes, every character as it was written, line ends too; a byte-order mark is left out.
 * The encoding is told by the mark, else UTF-8 where the bytes are that, else what the media type or the page says,
 * else it is guessed. Throws a GatherError (`binary`, `encoding`) where the bytes are no text in any of these.
 */
export async function decode(bytes: Uint8Array, mediaType?: string): Promise<string> {
  const mark = byteOrderMark(bytes);
  if (mark) {
    const text = strictly(bytes.subarray(mark.length), mark.encoding);
    if (text === undefined) throw badBytes(`starts as ${mark.encoding.toUpperCase()} but is not`);
    return checked(text);
  }
  const wide = wideEncoding(bytes);
  const text = wide ? strictly(bytes, wide) : strictly(bytes, 'utf-8');
  return checked(text ?? (await legacy(bytes, mediaType)));
}

/** The text of bytes that must be valid; undefined where they are not. A mark inside the text is kept. */
function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 without a mark, as some editors save it: every other byte of Latin text is zero. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (head.length < 4 || even + odd < head.length / 4) return undefined;
  if (odd > 50 * even) return 'utf-16le';
  return even > 50 * odd ? 'utf-16be' : undefined;
}

/** Bytes that are no UTF-8: by the encoding that is declared, else by a guess. */
async function legacy(bytes: Uint8Array, mediaType?: string): Promise<string> {
  if (bytes.includes(0)) throw binary();
  const [{ default: iconv }, { default: chardet }] = await Promise.all([
    import('iconv-lite'),
    import('chardet'),
  ]);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const declared = charsetOf(mediaType) ?? declaredInPage(buffer, mediaType);
  const guesses = chardet.analyse(buffer.subarray(0, 65_536)).filter((guess) => guess.confidence >= 10);
  for (const name of [declared, ...guesses.map((guess) => guess.name)]) {
    // The two names mean the same to every browser, and the second has the curly quotation marks.
    const encoding = name && /^iso-8859-1$|^latin-?1$/i.test(name) ? 'windows-1252' : name;
    if (!encoding || /^utf-?8$/i.test(encoding) || !iconv.encodingExists(encoding)) continue;
    const text = iconv.decode(buffer, encoding);
    if (!WRONG.test(text) && !isBinary(text)) return text;
  }
  if (isBinary(buffer.toString('latin1'))) throw binary();
  throw badBytes(
    declared ? `is not in ${declared}, as it says, nor in UTF-8` : 'is in an encoding that cannot be told',
  );
}

function declaredInPage(buffer: Buffer, mediaType?: string): string | undefined {
  if (mediaType !== undefined && bareMediaType(mediaType) === 'text/plain') return undefined;
  return /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(
    buffer.toString('latin1', 0, 4096),
  )?.[1];
}

function checked(text: string): string {
  if (isBinary(text)) throw binary();
  return text;
}

function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  return (text.match(CONTROLS)?.length ?? 0) * 100 > text.length * MOST_CONTROLS;
}

const binary = () => new GatherError('binary', 'is binary, not text');
const badBytes = (what: string) => new GatherError('encoding', `${what}; save it as UTF-8 and read that`);
