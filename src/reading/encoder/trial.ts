import type { Card } from './card.js';
import type { Outputs, Run } from './engine.js';
import type { Vocabulary } from './pieces.js';
import { toldWidths } from './told.js';

/** Reads one word, the last piece of the vocabulary. Rejects where the graph gives other numbers than the card says. */
export async function tryGraph(run: Run, card: Card, vocabulary: Vocabulary): Promise<void> {
  const { pieces, case: is } = card;
  const highest = [...vocabulary.values()].reduce((one, other) => Math.max(one, other), 0);
  const outputs = await run({
    ids: Int32Array.of(pieces.start, highest, pieces.end),
    case: Int32Array.of(is.none, is.lower, is.none),
    first: Int32Array.of(1),
    sentence: Int32Array.of(0),
  }).catch((cause: Error) => {
    throw new Error(`The files of the language model are not of one model: ${cause.message}`, { cause });
  });
  const widths: Record<keyof Outputs, number> = {
    tag: card.tags.length,
    arc: 2,
    label: card.labels.length,
    name: card.names.labels.length,
    field: card.field.layers.length * card.field.labels.length,
    ...toldWidths(card),
  };
  for (const [name, width] of Object.entries(widths)) {
    const found = outputs[name as keyof Outputs].length;
    if (found === width) continue;
    const said = `the graph gives ${found} numbers of "${name}" for a word, the card says ${width}`;
    throw new Error(`The files of the language model are not of one model: ${said}.`);
  }
}
