/**
 * A mention as it is compared: lower case, without punctuation, articles and white space beyond one blank between
 * words. "THE ARMY'S BARRACKS" and "Army's barracks" are one.
 */
export function normal(words: string): string {
  return words
    .toLowerCase()
    .replace(/[!-/:-@[-`{-~]/g, '')
    .replace(/\b(?:a|an|the)\b/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');
}

/** Words on one line: each run of white space is one blank. */
export const oneLine = (words: string): string => words.trim().replace(/\s+/g, ' ');
