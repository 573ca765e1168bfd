/**
 * Writes the words of annotated reports as the reader cuts them, for `gold.py`: `npx tsx tokens.ts GOLD.json… > OUT.jsonl`.
 * A line is {"id", "sentences": [[[start, end], …], …]}: UTF-16 offsets of every word, sentence by sentence.
 */
import { readFileSync } from 'node:fs';
import { lists } from '../../src/reading/lists.fixture.js';
import { prepareText, tokensOf } from '../../src/reading/text/index.js';

const read = prepareText(lists);
for (const path of process.argv.slice(2)) {
  const reports = JSON.parse(readFileSync(path, 'utf8')) as { id: string; text: string }[];
  for (const { id, text } of reports) {
    const document = read({ id, text });
    const sentences = document.sentences.map((sentence) =>
      tokensOf(document, sentence).map(({ start, end }) => [start, end]),
    );
    process.stdout.write(`${JSON.stringify({ id, sentences })}\n`);
  }
}
