/**
 * The word lists of the reading stages, handed in by the house. A name is a path below `src/reading`, such as
 * `claims/reporting-verbs`; what comes back is the text of that `.txt` file. Throws where there is no such list.
 */
export type Lists = (name: string) => string;

/** The entries of a list: one a line, blank lines and lines that start with `#` left out. */
export function entries(list: string): string[] {
  return list
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** The rows of a list whose columns are parted by tabs. Missing columns at the end of a row are empty. */
export function rows(list: string): string[][] {
  return entries(list).map((line) => line.split('\t'));
}
