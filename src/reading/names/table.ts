import type { Token } from '../text/index.js';

/** What a table found: the token after the last one of the name, and the value that the name stands for. */
export interface Found<V> {
  readonly last: number;
  readonly value: V;
}

/** Names of a list, found at a token of a text; the longest one wins. */
export type NameTable<V> = (plain: string, tokens: readonly Token[], at: number) => Found<V> | undefined;

/** The text with plain apostrophes, hyphens and spaces, character for character, so that offsets stay right. */
export function plainText(text: string): string {
  return text
    .replace(/[’‘]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(/\u00a0/g, ' ');
}

/**
 * A table of names; the first value given for a name is kept. Case counts, but a small first letter may be a capital ("Al-Shabaab" opens a sentence) and in words that a report
 * writes all in capitals ("THE RAPID SUPPORT FORCES"); a name of less than five letters is never found that way.
 */
export function nameTable<V>(names: Iterable<readonly [name: string, value: V]>): NameTable<V> {
  const byFirstWord = new Map<string, { name: string; value: V }[]>();
  const known = new Set<string>();
  for (const [given, value] of names) {
    const name = plainText(given);
    if (known.has(name)) continue;
    known.add(name);
    const key = firstWord(name, 0);
    const sharing = byFirstWord.get(key);
    if (sharing) sharing.push({ name, value });
    else byFirstWord.set(key, [{ name, value }]);
  }
  for (const sharing of byFirstWord.values()) sharing.sort((a, b) => b.name.length - a.name.length);
  return (plain, tokens, at) => {
    const start = tokens[at]?.start;
    if (start === undefined) return undefined;
    for (const { name, value } of byFirstWord.get(firstWord(plain, start)) ?? []) {
      if (!standsAt(plain, start, name)) continue;
      const last = tokenEndingAt(tokens, at, start + name.length);
      if (last !== undefined) return { last, value };
    }
    return undefined;
  };
}

function firstWord(text: string, start: number): string {
  return (/^[\p{L}\p{N}]+/u.exec(text.slice(start, start + 40))?.[0] ?? '').toLowerCase();
}

function standsAt(plain: string, start: number, name: string): boolean {
  const words = plain.slice(start, start + name.length);
  if (words === name || words === name.charAt(0).toUpperCase() + name.slice(1)) return true;
  return name.length >= 5 && words === name.toUpperCase();
}

function tokenEndingAt(tokens: readonly Token[], from: number, end: number): number | undefined {
  for (let at = from; at < tokens.length; at++) {
    const tokenEnd = tokens[at]?.end ?? 0;
    if (tokenEnd === end) return at + 1;
    if (tokenEnd > end) return undefined;
  }
  return undefined;
}
