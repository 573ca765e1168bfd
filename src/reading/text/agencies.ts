import { type Agency, cut } from '../../record/index.js';
import { type Lists, rows } from '../lists.js';
import type { Document } from './document.js';

/** "(AFP)", "(Reuters/AP)", "[Xinhua]", and a last line that is "— AFP" alone. */
const CREDIT = /[([]([^()[\]\n]{2,40})[)\]]|(?:^|\n)\s*[-–—]\s*([\p{L} /]{2,30})\s*$/gu;

/** The news agencies that a report credits, where it does: in brackets, in the dateline or as a last line. */
export function prepareAgencies(lists: Lists): (document: Document) => Agency[] {
  const names = new Map(rows(lists('text/agencies')).map(([name = '', words = name]) => [words, name]));
  return ({ text, unrelated }) => {
    const found: Agency[] = [];
    for (const match of text.matchAll(CREDIT)) {
      const words = match[1] ?? match[2] ?? '';
      let at = match.index + match[0].indexOf(words);
      for (const piece of words.split('/')) {
        const name = names.get(piece.trim());
        const start = at + (piece.length - piece.trimStart().length);
        const isOwn = !unrelated.some((span) => span.start <= start && start < span.end);
        if (name !== undefined && isOwn)
          found.push({ ...cut(text, start, start + piece.trim().length), name });
        at += piece.length + 1;
      }
    }
    return found;
  };
}
