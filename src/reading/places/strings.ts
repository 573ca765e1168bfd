/**
 * A sorted table of strings in one run of bytes. Entries stand in blocks of 16; within a block each entry is what it
 * shares with the one before it (one byte), the length of the rest (one byte), the rest in UTF-8, and a count
 * (one byte, 255 for more). The order is that of the bytes.
 */
export interface StringTable {
  readonly size: number;
  readonly bytes: Uint8Array;
  /** Where each block starts in `bytes`. */
  readonly blocks: Uint32Array;
}

export const BLOCK = 16;
/** The longest string that a table can hold, in bytes of UTF-8. */
const LONGEST_STRING = 255;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Packs strings that are sorted by their bytes, each with its count. Throws a RangeError for one that is too long. */
export function packStrings(sorted: readonly string[], counts: (index: number) => number): StringTable {
  const parts: number[] = [];
  const blocks: number[] = [];
  let before = new Uint8Array();
  sorted.forEach((text, index) => {
    const bytes = encoder.encode(text);
    if (bytes.length > LONGEST_STRING) throw new RangeError(`"${text}" is longer than 255 bytes.`);
    const isHead = index % BLOCK === 0;
    if (isHead) blocks.push(parts.length);
    const shared = isHead ? 0 : commonPrefix(before, bytes);
    parts.push(shared, bytes.length - shared, ...bytes.subarray(shared), Math.min(255, counts(index)));
    before = bytes;
  });
  return { size: sorted.length, bytes: Uint8Array.from(parts), blocks: Uint32Array.from(blocks) };
}

/** Compares the bytes of two strings. */
function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = commonPrefix(a, b);
  return (a[shared] ?? -1) - (b[shared] ?? -1);
}

/** The string at an index; empty where the table has no such index. */
export function stringAt(table: StringTable, index: number): string {
  let text = '';
  walkBlock(table, Math.floor(index / BLOCK), (buffer, length, at) => {
    if (at === index) text = decoder.decode(buffer.subarray(0, length));
    return at < index;
  });
  return text;
}

/** Where a string stands: its index, and the sum of the counts before it in its block. Undefined where it is not. */
export function findString(
  table: StringTable,
  text: string,
): { index: number; block: number; before: number; count: number } | undefined {
  const wanted = encoder.encode(text);
  const block = blockOf(table, wanted);
  if (block < 0) return undefined;
  let before = 0;
  let found: ReturnType<typeof findString>;
  walkBlock(table, block, (buffer, length, index, count) => {
    const order = compareBytes(buffer.subarray(0, length), wanted);
    if (order === 0) found = { index, block, before, count };
    before += count;
    return order < 0;
  });
  return found;
}

/** The last block whose first string is not after the wanted one; -1 where the wanted one is before them all. */
function blockOf(table: StringTable, wanted: Uint8Array): number {
  let low = 0;
  let high = table.blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = table.blocks[middle] ?? 0;
    const head = table.bytes.subarray(start + 2, start + 2 + (table.bytes[start + 1] ?? 0));
    if (compareBytes(head, wanted) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const buffer = new Uint8Array(2 * LONGEST_STRING);

/** Goes through a block until the visitor returns false. The buffer is used again for the next string. */
function walkBlock(
  table: StringTable,
  block: number,
  visit: (buffer: Uint8Array, length: number, index: number, count: number) => boolean,
): void {
  let at = table.blocks[block] ?? table.bytes.length;
  const last = Math.min(table.size, (block + 1) * BLOCK);
  for (let index = block * BLOCK; index < last; index++) {
    const shared = table.bytes[at] ?? 0;
    const rest = table.bytes[at + 1] ?? 0;
    buffer.set(table.bytes.subarray(at + 2, at + 2 + rest), shared);
    at += 2 + rest;
    if (!visit(buffer, shared + rest, index, table.bytes[at] ?? 0)) return;
    at += 1;
  }
}

function commonPrefix(a: Uint8Array, b: Uint8Array): number {
  const end = Math.min(a.length, b.length);
  let at = 0;
  while (at < end && a[at] === b[at]) at++;
  return at;
}
