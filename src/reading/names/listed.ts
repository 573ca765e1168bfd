import type { NameType } from '../../record/index.js';
import type { Sentence } from '../text/index.js';
import type { Judge } from './judge.js';
import type { NameSpan } from './spans.js';
import type { NameTable } from './table.js';

const PROPER = /^NNPS?$/;

/**
 * The names of a table in some sentences, in order. One of their words is tagged as a table asks, mostly as a proper
 * noun: "Dawn" may open a sentence, and "WHO" stand in a line of capitals.
 */
export function namesOf(
  table: NameTable<NameType>,
  { document, grammar, plain }: Judge,
  sentences: readonly Sentence[],
  tag = PROPER,
): NameSpan[] {
  const names: NameSpan[] = [];
  for (const sentence of sentences) {
    for (let at = sentence.first; at < sentence.last; at++) {
      const found = table(plain, document.tokens, at);
      if (found === undefined || found.last > sentence.last) continue;
      if (!grammar.penn.slice(at, found.last).some((each) => tag.test(each))) continue;
      names.push({ first: at, last: found.last, type: found.value });
      at = found.last - 1;
    }
  }
  return names;
}

/** "Dawn broke": a lone word that opens a sentence, which the encoder takes for no name, is none of an organisation. */
export function isOrdinary({ document, sentenceOf }: Judge, name: NameSpan): boolean {
  const opens = name.first === sentenceOf(name.first).first && name.last === name.first + 1;
  return (
    opens && name.type === 'organisation' && /^\p{Lu}\p{Ll}+$/u.test(document.tokens[name.first]?.text ?? '')
  );
}

/** Whether a token is what stands before the name of a ship: "USS". */
export function isShip({ document }: Judge, at: number): boolean {
  return /^(?:USS|HMS|MV|INS|MT)$/.test(document.tokens[at]?.text ?? '');
}

/** The name that a token lies in, of those that the encoder marks. */
type MarkedAt = (at: number) => NameSpan | undefined;

/** Vehicles and weapons by the words that their names begin with, in order: "Su-25", "Shahed", "USS Truman". */
export function materielIn(
  words: ReadonlyMap<string, NameType>,
  judge: Judge,
  markedAt: MarkedAt,
): NameSpan[] {
  const names: NameSpan[] = [];
  for (const sentence of judge.own) {
    for (let at = sentence.first; at < sentence.last; at++) {
      const name = shipAt(judge, markedAt, at) ?? modelAt(words, judge, markedAt, at);
      if (name === undefined || name.last > sentence.last) continue;
      names.push(name);
      at = name.last - 1;
    }
  }
  return names;
}

/** "USS Harry S. Truman": the name behind a ship's prefix, or around it, is the ship's. */
function shipAt(judge: Judge, markedAt: MarkedAt, at: number): NameSpan | undefined {
  const whole = markedAt(at + 1);
  if (!isShip(judge, at) || whole === undefined || whole.first < at) return undefined;
  return { first: at, last: whole.last, type: 'vehicle' };
}

/** "Su-25", "Black Hawk", "F-16 Fighting Falcon"; but "Patriot Front" is something else. */
function modelAt(
  words: ReadonlyMap<string, NameType>,
  judge: Judge,
  markedAt: MarkedAt,
  at: number,
): NameSpan | undefined {
  const { document, grammar, lower } = judge;
  if (!/^\p{Lu}/u.test(document.tokens[at]?.text ?? '')) return undefined;
  const whole = markedAt(at) ?? { first: at, last: at };
  if (whole.first < at) return undefined;
  const series = lower(at + 1) === '-' && /^\d/.test(lower(at + 2)) ? words.get(`${lower(at)}-`) : undefined;
  if (series) return { first: at, last: Math.max(at + 3, whole.last), type: series };
  if (isShip(judge, at) || !PROPER.test(grammar.penn[at] ?? '')) return undefined;
  const pair = words.get(`${lower(at)} ${lower(at + 1)}`);
  const [type, last] = pair ? [pair, at + 2] : [words.get(lower(at)), at + 1];
  return type && whole.last <= last ? { first: at, last, type } : undefined;
}
