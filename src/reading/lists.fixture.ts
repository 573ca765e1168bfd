import { readFileSync } from 'node:fs';
import type { Lists } from './lists.js';

/** The word lists of the package, for tests: as the house hands them in. */
export const lists: Lists = (name) => readFileSync(new URL(`./${name}.txt`, import.meta.url), 'utf8');
