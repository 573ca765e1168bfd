import { shown } from './count.js';
import type { Ours } from './ours.js';
import { type Contestant, type Took, timed } from './said.js';
import { tableLines } from './table.js';

/** Texts beyond so many words are not timed. */
export const MOST_WORDS = 50_000;

export interface Speeds {
  readonly lines: readonly string[];
  readonly figures: Readonly<Record<string, string>>;
}

/** One that is timed. */
interface Timed {
  readonly name: string;
  readonly figure: string;
  readonly time: (texts: readonly string[]) => Promise<Took>;
}

/** The first texts, up to `MOST_WORDS` words; at least one. */
export function textsToTime(texts: readonly string[], most = MOST_WORDS): string[] {
  let words = 0;
  return texts.filter((text, at) => {
    words += wordsOf(text);
    return at === 0 || words <= most;
  });
}

/** Words as they are counted for everyone: what stands between white space. */
export const wordsOf = (text: string) => text.match(/\S+/g)?.length ?? 0;

/**
 * Times our encoder, our stages from text to names, and every peer on the same texts. They take turns, round by round,
 * after one round that does not count; the median of the rounds is told, and ratios are medians of the rounds' ratios.
 */
export async function measureSpeed(
  ours: Ours,
  peers: readonly Contestant[],
  all: readonly string[],
  rounds: number,
): Promise<Speeds> {
  const texts = textsToTime(all);
  const words = texts.reduce((sum, text) => sum + wordsOf(text), 0);
  const encoder = { name: 'dateline, encoder alone', figure: 'encoder', time: encoderOf(ours) };
  const whole = { name: 'dateline, text to names', figure: 'whole', time: ours.time };
  const others = peers.map(({ name, time }) => ({
    name,
    figure: name.replace('-nlp', '').toLowerCase(),
    time,
  }));
  ours.piecesRead();
  await encoder.time(texts);
  const pieces = ours.piecesRead();
  const took = await takeTurns([encoder, whole, ...others], texts, rounds);
  return {
    lines: [
      '',
      `${texts.length} texts, ${words} words (what stands between white space), one thread each; median of ${rounds} ` +
        'rounds in turns. What else the machine does slows all alike; seconds of the processor change less.',
      ...tableLines(
        ['speed', ...COLUMNS],
        took.map((one) => speedRow(one, took, words, pieces)),
      ),
    ],
    figures: speedFigures(took, words, pieces),
  };
}

const COLUMNS = [
  'words/s',
  'words/processor s',
  'pieces/s',
  'encoder is × as fast',
  'text to names is × as fast',
  'slowest/fastest round',
];

interface Rounds extends Timed {
  readonly took: readonly Took[];
}

async function takeTurns(
  timed: readonly Timed[],
  texts: readonly string[],
  rounds: number,
): Promise<Rounds[]> {
  const took = timed.map((): Took[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, { time }] of timed.entries()) {
      const one = await time(texts);
      if (round > 0) took[at]?.push(one);
    }
  }
  return timed.map((one, at) => ({ ...one, took: took[at] ?? [] }));
}

const secondsOf = (one: Rounds | undefined) => (one?.took ?? []).map(({ seconds }) => seconds);
const processorOf = ({ took }: Rounds) => took.map(({ processor }) => processor);

function speedRow(one: Rounds, [encoder, whole]: readonly Rounds[], words: number, pieces: number): string[] {
  const seconds = secondsOf(one);
  const isOurs = one === encoder || one === whole;
  return [
    one.name,
    (words / median(seconds)).toFixed(0),
    (words / median(processorOf(one))).toFixed(0),
    one === encoder ? (pieces / median(seconds)).toFixed(0) : '–',
    isOurs ? '–' : shown(ratioOf(secondsOf(encoder), seconds)),
    isOurs ? '–' : shown(ratioOf(secondsOf(whole), seconds)),
    shown(Math.max(...seconds) / Math.min(...seconds)),
  ];
}

function speedFigures(took: readonly Rounds[], words: number, pieces: number): Record<string, string> {
  const [encoder, whole, ...peers] = took;
  const figures: Record<string, string> = {
    pieces_per_second: (pieces / median(secondsOf(encoder))).toFixed(0),
    pieces_per_processor_second: (pieces / median(encoder ? processorOf(encoder) : [])).toFixed(0),
  };
  for (const one of took)
    figures[`${one.figure}_words_per_second`] = (words / median(secondsOf(one))).toFixed(0);
  for (const one of peers) {
    figures[`encoder_times_${one.figure}`] = shown(ratioOf(secondsOf(encoder), secondsOf(one)));
    figures[`whole_times_${one.figure}`] = shown(ratioOf(secondsOf(whole), secondsOf(one)));
  }
  return figures;
}

/** The encoder alone, on texts that are cut before the clock starts. */
function encoderOf(ours: Ours): (texts: readonly string[]) => Promise<Took> {
  return (texts) => {
    const documents = texts.map(ours.cut);
    return timed(async () => {
      for (const document of documents) await ours.encode(document);
    });
  };
}

/** How many times as fast the first is as the second: the median of what it was in each round. */
const ratioOf = (ours: readonly number[] = [], theirs: readonly number[] = []) =>
  median(ours.map((took, round) => (theirs[round] ?? Number.NaN) / took));

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
