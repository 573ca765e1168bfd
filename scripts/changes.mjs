import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that package.json is in. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * The SHA-256 of the names and contents of files; folders are walked, in an order that is the same everywhere.
 * What is not there counts as not there.
 * @param {string} root the folder that the paths start from
 * @param {string[]} paths files and folders
 * @param {(path: string) => boolean} isWanted whether a file counts
 */
export function hashOf(root, paths, isWanted = () => true) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesIn(join(root, path))) {
      const name = relative(root, file).split(sep).join('/');
      if (isWanted(name))
        hash.update(`${name}\0`).update(createHash('sha256').update(readFileSync(file)).digest());
    }
  }
  return hash.digest('hex');
}

/**
 * Every file at or below a path, sorted.
 * @param {string} path
 * @returns {string[]}
 */
export function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
