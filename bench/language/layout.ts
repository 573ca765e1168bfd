import type { GoldDocument, Kind, LabelledWord } from './gold.js';
import type { MarkedWords } from './marks.js';

/** A word before it has its place in a text. `head` counts the words of the sentence from 0, -1 for the root. */
export interface Row extends Omit<LabelledWord, 'start' | 'end'> {
  readonly text: string;
  /** Undefined where the file does not say. */
  readonly spaceAfter?: boolean | undefined;
}

/** A sentence before it has its place in a text. */
export interface Rows {
  readonly words: readonly Row[];
  readonly names?: readonly MarkedWords[] | undefined;
  /** The sentence as published, where the file says so and it holds these words. */
  readonly text?: string | undefined;
  readonly beginsParagraph?: boolean | undefined;
}

/** Puts the text of a document together from its sentences, and gives every word its place in it. */
export function layOut(id: string, sentences: readonly Rows[]): GoldDocument {
  let text = '';
  const words: LabelledWord[] = [];
  const extents: { first: number; last: number }[] = [];
  const names: Kind[] = [];
  for (const sentence of sentences) {
    if (sentence.beginsParagraph && text !== '') text = `${text.trimEnd()}\n\n`;
    const { places, text: own } = placed(sentence);
    const first = words.length;
    words.push(...wordsAt(sentence.words, places, first, text.length));
    names.push(...(sentence.names ?? []).map((name) => extentOf(name, words, first)));
    extents.push({ first, last: words.length });
    text += own;
  }
  const isMarked = sentences.some((sentence) => sentence.names !== undefined);
  return { id, text: text.trimEnd(), words, sentences: extents, names: isMarked ? names : undefined };
}

/** The words of a sentence, counted from `first` in their document, the sentence's text beginning at `from`. */
function wordsAt(
  rows: readonly Row[],
  places: readonly Place[],
  first: number,
  from: number,
): LabelledWord[] {
  return rows.map(({ text: _, spaceAfter: __, head, ...labels }, at) => {
    const { start, end } = places[at] ?? { start: 0, end: 0 };
    const hangsOn = head === undefined || head < 0 ? head : first + head;
    return { ...labels, head: hangsOn, start: from + start, end: from + end };
  });
}

function extentOf({ first, last, kind }: MarkedWords, words: readonly LabelledWord[], from: number): Kind {
  return { kind, start: words[from + first]?.start ?? 0, end: words[from + last - 1]?.end ?? 0 };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The words of a sentence in its text, and the text with the space that follows it. */
function placed({ words, text }: Rows): { places: readonly Place[]; text: string } {
  const found = text === undefined ? undefined : placesIn(text, words);
  if (text !== undefined && found)
    return { places: found, text: words.at(-1)?.spaceAfter === false ? text : `${text} ` };
  let own = '';
  const places = words.map(({ text: word, spaceAfter }, at) => {
    const start = own.length;
    own += word;
    const end = own.length;
    if (spaceAfter ?? isApart(word, words[at + 1]?.text)) own += ' ';
    return { start, end };
  });
  return { places, text: own };
}

/** Where each word stands in a text that is these words and white space; undefined where it is anything else. */
function placesIn(text: string, words: readonly Row[]): Place[] | undefined {
  const places: Place[] = [];
  let at = 0;
  for (const { text: word } of words) {
    while (at < text.length && /\s/.test(text[at] ?? '')) at++;
    if (!text.startsWith(word, at)) return undefined;
    places.push({ start: at, end: at + word.length });
    at += word.length;
  }
  return text.slice(at).trim() === '' ? places : undefined;
}

const LEANS_BACK = /^(?:[.,;:!?%)\]}…]+|['’](?:s|re|ve|ll|d|m)?|n['’]t|'')$/i;
const LEANS_ON = /^(?:[([{$£€#]|``)$/;

/** Whether a space stood between two words of a file that does not say: "Baghdad" and "," are one run, "in" and "a" two. */
export function isApart(word: string, next: string | undefined): boolean {
  return !(LEANS_ON.test(word) || (next !== undefined && LEANS_BACK.test(next)));
}

/** The document in ALL CAPITALS, every character in its place: one whose capital is longer ("ß") stays as it is. */
export function inCapitals(document: GoldDocument): GoldDocument {
  const text = document.text.replace(/\p{L}/gu, (letter) => {
    const capital = letter.toUpperCase();
    return capital.length === letter.length ? capital : letter;
  });
  return { ...document, text };
}
