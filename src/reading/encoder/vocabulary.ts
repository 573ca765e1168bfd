import type { Card } from './card.js';
import type { Vocabulary } from './pieces.js';

/** Reads a vocabulary: a piece a line, its id the number of lines before it. Throws where it is not the card's. */
export function readVocabulary(text: string, card: Card): Vocabulary {
  const lines = text.split('\n');
  const marks = { pad: '[PAD]', unknown: '[UNK]', start: '[CLS]', end: '[SEP]' };
  for (const [name, mark] of Object.entries(marks)) {
    const id = card.pieces[name as keyof typeof marks];
    if (lines[id] === mark) continue;
    const found = lines[id] === undefined ? 'is not there' : `is ${JSON.stringify(lines[id].slice(0, 40))}`;
    throw new Error(
      `The vocabulary of the language model is not its card's: line ${id + 1} should be ${mark} and ${found}.`,
    );
  }
  const ids = new Map(lines.map((piece, id) => [piece, id]));
  ids.delete('');
  return ids;
}
