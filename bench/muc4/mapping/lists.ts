import { readFileSync } from 'node:fs';

/** The rows of a list beside this file: columns parted by tabs, `#` lines left out. */
function rowsOf(name: string): string[][] {
  const lines = readFileSync(new URL(`./${name}.txt`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
}

/** Whether words hold a word or phrase of a list, in the singular or plural. Upper case. */
export const holds = (words: string, entry: string): boolean => pattern(entry).test(words);

/** How often words hold a word or phrase. */
export const uses = (words: string, entry: string): number => [...words.matchAll(pattern(entry, 'g'))].length;

function pattern(entry: string, flags = ''): RegExp {
  const escaped = entry.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![A-Z0-9])${escaped}(?:E?S)?(?![A-Z0-9])`, flags);
}

export interface Nation {
  readonly code: string;
  readonly name: string;
  readonly words: readonly string[];
  /** Whether MUC-4 codes what happens there. */
  readonly isHere: boolean;
}

export const nations: readonly Nation[] = rowsOf('nations').map(
  ([code = '', name = '', words = '', here]) => ({
    code,
    name,
    words: words.split(';'),
    isHere: here === 'here',
  }),
);

/** The nation that words belong to ("CHILEAN EMBASSY"). */
export const nationOf = (words: string): Nation | undefined =>
  nations.find((nation) => nation.words.some((word) => holds(words, word)));

const typeFrom = (name: string) => {
  const rows = rowsOf(name);
  return (words: string): string | undefined => rows.find(([entry = '']) => holds(words, entry))?.[1];
};

/** The type of an instrument by its words; `-` for what is none; undefined where no row fits. */
export const instrumentType = typeFrom('instruments');
/** The type of a thing by its words, or `MILITARY`; undefined where no row fits. */
export const thingType = typeFrom('things');
/** The type of a person by words for them; undefined where no row fits. */
export const personType = typeFrom('people');
