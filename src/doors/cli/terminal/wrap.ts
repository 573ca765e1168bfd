import { coloured, type Page, type Piece } from './style.js';

// Marks that stand over another letter take no column of their own; letters of East Asia and pictures take two.
const NO_WIDTH = /^(?:\p{Mn}|\p{Me}|\p{Cf})$/u;
const TWO_WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]$/u;

/** A space that no line is broken at; it is written as a plain one. */
export const NO_BREAK = '\u00a0';

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += TWO_WIDE.test(character) ? 2 : NO_WIDTH.test(character) ? 0 : 1;
  return width;
}

/** How lines are set in: columns of the first line and of the others. */
export interface Indent {
  readonly first: string;
  readonly rest: string;
}

/**
 * Pieces of text as lines that fit the page, broken at spaces; a word that is too long by itself is cut. Pieces that
 * have no space between them stay together.
 */
export function wrap(pieces: readonly Piece[], page: Page, indent: Indent): string[] {
  const lines: string[] = [];
  let line: Piece[] = [];
  let width = widthOf(indent.first);
  const close = () => {
    const start = lines.length === 0 ? indent.first : indent.rest;
    const text = joined(line)
      .map((each) => coloured(each, page))
      .join('');
    lines.push((start + text.replaceAll(NO_BREAK, ' ')).trimEnd());
    line = [];
    width = widthOf(indent.rest);
  };
  for (const word of wordsOf(pieces, Math.max(8, page.columns - widthOf(indent.rest)))) {
    const [space, taken] = [line.length > 0 ? word.space : [], widthOf(plain(word.pieces))];
    if (line.length > 0 && width + widthOf(plain(space)) + taken > page.columns) {
      close();
      line.push(...word.pieces);
      width += taken;
    } else {
      line.push(...space, ...word.pieces);
      width += widthOf(plain(space)) + taken;
    }
  }
  close();
  return lines;
}

/** Neighbours of one look as one piece, the space between them too. */
function joined(line: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const each of line) {
    const last = all.at(-1);
    if (last && last.look === each.look)
      all[all.length - 1] = { text: last.text + each.text, look: last.look };
    else all.push(each);
  }
  return all;
}

const plain = (pieces: readonly Piece[]) => pieces.map((each) => each.text).join('');

/** A word, and the space before it; either may change its look in the middle. */
interface Word {
  readonly space: Piece[];
  readonly pieces: Piece[];
}

function wordsOf(pieces: readonly Piece[], longest: number): Word[] {
  const words: Word[] = [];
  let word: Word = { space: [], pieces: [] };
  const close = () => {
    if (word.pieces.length > 0) words.push(word);
    word = { space: [], pieces: [] };
  };
  for (const part of partsOf(pieces, longest)) {
    const isSpace = /^ /.test(part.text);
    const isFull = !isSpace && widthOf(plain(word.pieces)) + widthOf(part.text) > longest;
    if (isFull || (isSpace && word.pieces.length > 0)) close();
    (isSpace ? word.space : word.pieces).push(part);
  }
  close();
  return words;
}

/** Pieces cut into runs of spaces and runs of other characters, none of these longer than a line. */
function partsOf(pieces: readonly Piece[], longest: number): Piece[] {
  return pieces.flatMap(({ text, look }) =>
    text
      .split(/( +)/)
      .filter((part) => part !== '')
      .flatMap((part) => (/^ /.test(part) ? [part] : slicesOf(part, longest)))
      .map((part) => ({ text: part, look })),
  );
}

/** A word cut so that each slice fits a line. */
function slicesOf(word: string, longest: number): string[] {
  if (word.length * 2 <= longest || widthOf(word) <= longest) return [word];
  const slices: string[] = [''];
  for (const character of word) {
    if (widthOf((slices.at(-1) ?? '') + character) > longest) slices.push('');
    slices[slices.length - 1] += character;
  }
  return slices;
}
