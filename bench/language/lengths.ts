import { lengthLines, linearity, speedsByLength } from '../speed/lengths.js';
import { shown } from './count.js';
import type { Ours } from './ours.js';
import { timed } from './said.js';
import type { Speeds } from './speed.js';

const LENGTHS = [50_000, 100_000, 200_000, 400_000, 1_000_000];

/** How the encoder's time grows with the length of a text, and how long one sentence of 5,000 words takes. */
export async function measureLengths(ours: Ours, texts: readonly string[]): Promise<Speeds> {
  const read = ({ text }: { readonly text: string }) => ours.encode(ours.cut(text));
  const speeds = await speedsByLength(
    read,
    texts.map((text) => ({ text })),
    LENGTHS,
  );
  const { seconds } = await timed(() => read({ text: 'shells fell on the town and '.repeat(834) }));
  return {
    lines: [
      '',
      `${lengthLines(speeds).join('\n')}`,
      `one sentence of 5,004 words: ${seconds.toFixed(2)} seconds`,
    ],
    figures: { linear: shown(linearity(speeds)), long_sentence_seconds: shown(seconds) },
  };
}
