import { readFileSync } from 'node:fs';
import { shippedLanguage } from '../../src/reading/encoder/language.fixture.js';
import { fileAndOptions } from '../arguments.js';
import { type Bench, figuresLine } from '../bench.js';

const usage = 'pieces FILE.jsonl';

/** A text and the ids of its word pieces by the reference tokenizer, as `training/language/vectors.py` writes them. */
interface Vector {
  readonly text: string;
  readonly ids: readonly number[];
}

/** Compares our word pieces with those of the reference tokenizer. */
export const piecesBench: Bench = {
  usage,
  summary:
    'Cuts the texts of a file ({"text", "ids"} a line, from training/language/vectors.py) into word pieces and prints ' +
    'how many have the ids of the reference tokenizer, and the first that has others.',
  async run(args, { print }) {
    const { file } = fileAndOptions(args, {}, usage);
    const vectors = loadVectors(file);
    const { pieces } = await shippedLanguage();
    const differing = vectors.filter(({ text, ids }) => pieces(text).join() !== ids.join());
    const [first] = differing;
    const same = vectors.length - differing.length;
    print(`${same} of ${vectors.length} lines have the ids of the reference tokenizer.`);
    if (first) {
      print(`The first that differs: ${JSON.stringify(first.text)}`);
      print(`  reference ${first.ids.join(' ')}`);
      print(`  ours      ${pieces(first.text).join(' ')}`);
    }
    print(figuresLine({ lines: vectors.length, same }));
  },
};

function loadVectors(file: string): Vector[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [vectorOf(line, `${file}:${index + 1}`)]));
}

function vectorOf(line: string, place: string): Vector {
  let vector: Partial<Vector> | null = null;
  try {
    vector = JSON.parse(line);
  } catch {
    // Said below.
  }
  if (typeof vector?.text !== 'string' || !Array.isArray(vector.ids)) {
    throw new Error(
      `${place}: is not {"text": …, "ids": […]}; make the file with training/language/vectors.py.`,
    );
  }
  return vector as Vector;
}
