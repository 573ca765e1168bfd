/**
 * The data files of joining, handed in by the house: `common-words` and `weights`, the `.txt` files of these names in
 * this folder, and the reader's list of news agencies. Throws where there is no such file.
 */
export type JoiningLists = (name: 'common-words' | 'weights' | 'agencies') => string;

/** The rows of a list whose columns are parted by tabs; blank lines and lines that start with `#` are left out. */
export function rowsOf(list: string): string[][] {
  return list
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}
