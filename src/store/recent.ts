import type { Reading } from '../record/index.js';

/** What was compared lately, so that reports of the same days are not fetched and prepared again for each other. */
export interface Recent {
  get(key: string): Reading | undefined;
  put(key: string, reading: Reading): void;
}

/** Room for so many characters of text: some hundred megabytes with all that is worked out of it. */
const ROOM = 8_000_000;

/** Keeps what was asked for last, up to the room that it has: memory does not grow with the archive. */
export function recentReadings(room = ROOM): Recent {
  const held = new Map<string, Reading>();
  let size = 0;
  return {
    get(key) {
      const reading = held.get(key);
      if (reading === undefined) return undefined;
      held.delete(key);
      held.set(key, reading);
      return reading;
    },
    put(key, reading) {
      const before = held.get(key);
      if (before) size -= before.text.length;
      held.delete(key);
      held.set(key, reading);
      size += reading.text.length;
      for (const [oldest, { text }] of held) {
        if (size <= room || oldest === key) break;
        held.delete(oldest);
        size -= text.length;
      }
    },
  };
}
