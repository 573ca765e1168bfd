/** A line of a stream, without its line end. One that is longer than the limit has only its `head`. */
export type Line =
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly head: Uint8Array };

/** How much is kept of a line that is too long, so that its id may still be found. */
const HEAD = 1024;
const NEWLINE = 0x0a;

/**
 * The lines of a stream of bytes, counted from 1; blank ones are counted and left out. Lines end at LF, and a CR before
 * it goes with it; a byte-order mark before the first is left out. Takes the next chunk only when the lines of the last are used up, and holds at most `limit` bytes of
 * one line: what comes after is dropped until the line ends.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  const current = openLine(limit);
  let number = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to !== -1; to = chunk.indexOf(NEWLINE, from)) {
      current.add(chunk.subarray(from, to));
      from = to + 1;
      number += 1;
      const line = current.take(number);
      if (line) yield line;
    }
    current.add(chunk.subarray(from));
  }
  const last = current.take(number + 1);
  if (last) yield last;
}

/** The line that is being put together. */
function openLine(limit: number) {
  const kept = Math.min(HEAD, limit);
  let pieces: Uint8Array[] = [];
  let length = 0;
  let isTooLong = false;
  return {
    add(piece: Uint8Array) {
      if (isTooLong || piece.length === 0) return;
      length += piece.length;
      isTooLong = length > limit;
      // A copy: a stream may write its next chunk into the same memory.
      pieces.push(Buffer.from(isTooLong ? piece.subarray(0, kept) : piece));
      if (isTooLong) pieces = [Buffer.from(Buffer.concat(pieces).subarray(0, kept))];
    },
    take(number: number): Line | undefined {
      const whole = Buffer.concat(pieces);
      const bytes = number === 1 ? withoutMark(whole) : whole;
      const wasTooLong = isTooLong;
      pieces = [];
      length = 0;
      isTooLong = false;
      if (wasTooLong) return { number, head: bytes };
      return isBlank(bytes) ? undefined : { number, bytes: withoutReturn(bytes) };
    },
  };
}

/** The byte-order mark that some programs put before the first line. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** Spaces, tabs and carriage returns, and nothing else. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

function withoutReturn(bytes: Uint8Array): Uint8Array {
  return bytes[bytes.length - 1] === 0x0d ? bytes.subarray(0, -1) : bytes;
}
