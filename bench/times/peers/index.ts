import type { FoundTime } from '../gold.js';
import type { TimesReader } from '../reader.js';
import { chronoPeer } from './chrono.js';
import { compromisePeer } from './compromise.js';
import { recognizersPeer } from './recognizers.js';
import { linesOf, type Peer, type Words } from './words.js';

/**
 * The peers. Each reads the text alone, line by line, with the day of publication to count from. In a line that one cannot
 * read it has found nothing, and `warn` is told once for each such line.
 */
export function openPeers(warn: (line: string) => void): TimesReader[] {
  return [chronoPeer, compromisePeer, recognizersPeer].map((peer) => readerOf(peer, warn));
}

export function readerOf({ name, readLine }: Peer, warn: (line: string) => void): TimesReader {
  const told = new Set<string>();
  const readOrNothing = (line: Words, created: string): FoundTime[] => {
    try {
      return readLine(line, created);
    } catch (error) {
      if (!told.has(line.text)) {
        warn(`${name} cannot read a line ("${line.text.slice(0, 60)}…"): ${(error as Error).message}`);
      }
      told.add(line.text);
      return [];
    }
  };
  return {
    name,
    read: ({ text, created = '2000-01-01' }) => linesOf(text).flatMap((line) => readOrNothing(line, created)),
  };
}
