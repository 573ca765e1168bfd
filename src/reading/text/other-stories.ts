import { type Line, linesOf } from './parts.js';

const LEADING = /^[\s([{<|*•\-–—→>"“]+/;

/** Whether words begin like a line of another story, an advertisement or a credit ("Read also: …", "Photo: …"). */
export function beginsLikeAnother(words: string, openings: readonly string[]): boolean {
  const plain = words.replace(LEADING, '').toLowerCase();
  return openings.some((opening) => {
    if (!plain.startsWith(opening)) return false;
    const next = plain[opening.length];
    return !/\p{L}$/u.test(opening) || next === undefined || !/[\p{L}\p{N}]/u.test(next);
  });
}

/**
 * The last line of a text where it is a headline that has been left behind by another story: five words or more, most
 * of them capitalised, no stop, and hardly one of its capitalised words stands in the report itself.
 */
export function strayHeadline(text: string): Line | undefined {
  const lines = linesOf(text);
  const line = lines.at(-1);
  if (line === undefined || lines.length < 3 || /[.!?…"”’):;]$/.test(line.text)) return undefined;
  const words = line.text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  const capitalised = words.filter((word) => /^\p{Lu}/u.test(word));
  const isHeadline =
    words.length >= 5 && capitalised.length / words.length >= 0.7 && /\p{Ll}/u.test(line.text);
  if (!isHeadline) return undefined;
  const rest = new Set(
    text
      .slice(0, line.start)
      .toLowerCase()
      .match(/[\p{L}\p{N}'’-]+/gu) ?? [],
  );
  const shared = capitalised.filter((word) => word.length > 3 && rest.has(word.toLowerCase()));
  return shared.length / capitalised.length <= 0.34 ? line : undefined;
}
