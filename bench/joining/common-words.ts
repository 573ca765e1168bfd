/**
 * Makes `src/joining/common-words.txt` from files of reports: in how many of 10,000 reports a word stands, in the file
 * where it is most common. Words of one file alone, and rare ones, are left out: so are the names of private persons.
 * Run: npx tsx bench/joining/common-words.ts FILE.jsonl… > src/joining/common-words.txt
 */
import { readFileSync } from 'node:fs';
import { wordsOf } from '../../src/joining/words.js';

const LEAST = 40;

const files = process.argv.slice(2);
const shares = files.map((file) => sharesIn(readFileSync(file, 'utf8').trim().split('\n')));
const words = new Set(shares.flatMap((share) => [...share.keys()]));

console.log(
  '# In how many of 10,000 news reports a word stands, in the collection where it is most common; made by',
);
console.log(
  '# bench/joining/common-words.ts. Words as src/joining/words.ts cuts them. Do not add: names of persons.',
);
for (const word of [...words].sort()) {
  const counts = shares.map((share) => share.get(word) ?? 0);
  const most = Math.max(...counts);
  if (most >= LEAST && counts.filter((count) => count > 0).length > 1) console.log(`${word}\t${most}`);
}

function sharesIn(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    for (const word of new Set(wordsOf(textOf(JSON.parse(line)))))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Map([...counts].map(([word, count]) => [word, Math.round((10_000 * count) / lines.length)]));
}

function textOf(row: unknown): string {
  const { title, text, doctext, body } = row as Record<string, unknown>;
  return [title, text ?? doctext ?? body].filter((part) => typeof part === 'string').join(' ');
}
