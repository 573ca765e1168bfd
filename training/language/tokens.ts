/**
 * Writes the words of annotated reports as the reader cuts them, for `gold.py` and `muc.py`:
 * `npx tsx tokens.ts GOLD.json… MUC4.jsonl > OUT.jsonl`.
 * A line is {"id", "sentences": [[[start, end], …], …]}: UTF-16 offsets of every word, sentence by sentence.
 */
import { readFileSync } from 'node:fs';
import { lists } from '../../src/reading/lists.fixture.js';
import { prepareText, tokensOf } from '../../src/reading/text/index.js';

const read = prepareText(lists);
for (const path of process.argv.slice(2)) {
  for (const { id, text } of reportsOf(path)) {
    const document = read({ id, text });
    const sentences = document.sentences.map((sentence) =>
      tokensOf(document, sentence).map(({ start, end }) => [start, end]),
    );
    process.stdout.write(`${JSON.stringify({ id, sentences })}\n`);
  }
}

/** The reports of a JSON array with `id`, or of JSON lines with `docid`. */
function reportsOf(path: string): { id: string; text: string }[] {
  const content = readFileSync(path, 'utf8');
  if (!path.endsWith('.jsonl')) return JSON.parse(content);
  const rows = content.split('\n').filter((line) => line !== '');
  return rows.map((line) => JSON.parse(line)).map(({ docid, text }) => ({ id: docid, text }));
}
