/** Letters that are no base letter with a mark on it, so that taking marks off leaves them as they are. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
  ə: 'e',
};
const FULL: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['mt', 'mount'],
  ['ft', 'fort'],
]);

/**
 * The form under which a name is kept and looked up: lower case, no accents, no apostrophes, hyphens and full stops
 * as spaces, "St." and "Mt" written out. "Deir ez-Zor" → "deir ez zor", "N'Djamena" → "ndjamena".
 */
export function foldName(name: string): string {
  const lower = name.toLowerCase();
  const plain = /^[a-z ]*$/.test(lower) ? lower : withoutMarks(lower);
  const spaced = plain.trim().replace(/ +/g, ' ');
  return /(?:^| )(?:ste?|mt|ft)(?: |$)/.test(spaced)
    ? spaced
        .split(' ')
        .map((word) => FULL.get(word) ?? word)
        .join(' ')
    : spaced;
}

function withoutMarks(lower: string): string {
  return lower
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`´ʻʼʿʾʹ]/gu, '')
    .replace(/[ßæœøłđðþıħŋə]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}
