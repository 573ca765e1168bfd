import type { Claim, Stance } from '../../../record/index.js';
import { printable } from '../io.js';
import { type Look, type Piece, piece } from './style.js';
import { NO_BREAK } from './wrap.js';

/** How many characters of the words themselves are shown before their middle is left out. */
const LONGEST_QUOTE = 160;
/** The fewest characters that are shown on each side of the words, unless the line of the text has fewer. */
const FEWEST_AROUND = 12;

/**
 * Words in their context: what stands before and after them on their line of the text, cut at words so that all of it
 * takes about `room` columns, or twice that for many words. Brackets mark the words, and their look does where there
 * are colours.
 */
export function inContext(text: string, start: number, end: number, look: Look, room: number): Piece[] {
  const line = { start: text.lastIndexOf('\n', start - 1) + 1, end: lineEnd(text, end) };
  const around = spaceAround(end - start, start - line.start, line.end - end, room);
  const from = startOfContext(text, Math.max(line.start, start - around.before), line.start, start);
  const to = endOfContext(text, Math.min(line.end, end + around.after), line.end, end);
  return [
    piece(`${from > line.start ? '… ' : ''}${tidy(text.slice(from, start))}`, 'note'),
    piece('[', look),
    piece(shortened(tidy(text.slice(start, end))), look),
    piece(']', look),
    piece(`${tidy(text.slice(end, to))}${to < line.end ? ' …' : ''}`, 'note'),
  ];
}

/** How many characters to show on each side; a side that has fewer leaves its room to the other. */
function spaceAround(quote: number, before: number, after: number, room: number) {
  const marks = '… [] …'.length;
  const left = room - Math.min(quote, LONGEST_QUOTE) - marks;
  const free = Math.max(left < 2 * FEWEST_AROUND ? left + room : left, 2 * FEWEST_AROUND);
  const half = Math.floor(free / 2);
  return { before: Math.max(half, free - after), after: Math.max(half, free - before) };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** The first place from `at` on where a word starts, so that no word is cut; `start` where the words follow at once. */
function startOfContext(text: string, at: number, first: number, start: number): number {
  if (at === first) return at;
  const gap = text.slice(at, start).search(/\s\S/);
  return gap === -1 ? start : at + gap + 1;
}

/** The last place up to `at` where a word ends. */
function endOfContext(text: string, at: number, last: number, end: number): number {
  if (at === last) return at;
  const part = text.slice(end, at);
  const gap = part.search(/\s\S*$/);
  return gap === -1 ? end : end + gap;
}

/** Words without their middle where they are many. */
export function shortened(quote: string): string {
  if (quote.length <= LONGEST_QUOTE) return quote;
  const half = LONGEST_QUOTE / 2;
  return `${quote.slice(0, half).replace(/\s\S*$/, '')} … ${quote.slice(-half).replace(/^\S*\s/, '')}`;
}

/** Printable, and each run of white space one space; spaces at the ends are kept, since words are put side by side. */
const tidy = (text: string) => printable(text).replace(/\s+/g, ' ');

const saidBy: Record<Stance, string> = {
  says: 'said by',
  confirms: 'confirmed by',
  denies: 'denied by',
  accuses: 'alleged by',
  admits: 'admitted by',
  threatens: 'threatened by',
  demands: 'demanded by',
  pledges: 'pledged by',
  condemns: 'condemned by',
  supports: 'supported by',
};

/** Who says it, where words lie in a claim: `(denied by the army, citing AFP)`, kept together on one line if it fits. */
export function sayer(claim: Claim, room: number): Piece {
  const text = `(${saidBy[claim.stance]} ${speakerOf(claim)}${chainOf(claim)})`;
  return piece(text.length > room ? text : text.replaceAll(' ', NO_BREAK), 'claim');
}

/** The name of a claim's speaker. */
export const speakerOf = (claim: Claim) => printable(claim.speaker?.name ?? 'somebody not named');

/** `, citing AFP`, where a claim came through somebody else. */
export const chainOf = (claim: Claim) =>
  claim.chain.map((link) => `, citing ${printable(link.name)}`).join('');
