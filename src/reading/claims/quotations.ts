/** A quotation: `start` to `end` are the words inside, `outerStart` to `outerEnd` hold the marks too. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
  readonly outerStart: number;
  readonly outerEnd: number;
  /** How many words it has; one or two are rather a name or a distance, as in: the “liberated” town. */
  readonly words: number;
}

/** A mark that has opened: where, and where the words behind it begin (in the last paragraph that repeats it). */
interface Open {
  readonly mark: string;
  readonly at: number;
  readonly start: number;
}

/** No speech runs longer than this many characters without its closing mark; a lost mark must not swallow a report. */
const LONGEST = 3000;
const MARK = /["“”„«»‘’']/g;

/**
 * The quotations of a text, in order and without overlap: “curly”, "straight", ‘single’ and 'straight single'. One that
 * runs over paragraphs, each opened anew and only the last closed, is one. Apostrophes (the ministers’ cars, '90s,
 * don't) are no marks. Linear in the length of the text.
 */
export function quotationsOf(text: string): Quotation[] {
  const found: Quotation[] = [];
  let open: Open | undefined;
  for (const paragraph of text.matchAll(/[^\n]+/g)) {
    open = continued(paragraph[0], paragraph.index, open);
    const from = open ? open.start - paragraph.index : 0;
    for (const match of paragraph[0].slice(from).matchAll(MARK)) {
      const at = paragraph.index + from + match.index;
      const closed = closedBy(text, at, open);
      if (closed) found.push(closed);
      open = after(text, at, open);
    }
  }
  return found;
}

function closedBy(text: string, at: number, open: Open | undefined): Quotation | undefined {
  const isClosed = open !== undefined && at - open.at <= LONGEST && closes(text, at, open.mark);
  return isClosed ? between(text, open, at) : undefined;
}

/** What is open behind a mark: nothing where it closes, itself where it opens, else what was open before. */
function after(text: string, at: number, open: Open | undefined): Open | undefined {
  const kept = open && at - open.at <= LONGEST ? open : undefined;
  if (kept && closes(text, at, kept.mark)) return undefined;
  const mark = text[at] ?? '';
  const mayOpen = kept === undefined || isStray(kept.mark, mark);
  return mayOpen && opens(text, at) ? { mark, at, start: at + 1 } : kept;
}

/** A paragraph that opens with the same double mark goes on with the speech of the one before; any other ends it. */
function continued(paragraph: string, index: number, open: Open | undefined): Open | undefined {
  if (open === undefined || !/[“"]/.test(open.mark)) return undefined;
  const first = paragraph.search(/\S/);
  return paragraph[first] === open.mark ? { ...open, start: index + first + 1 } : undefined;
}

/** A single mark that is open when a double one comes was an apostrophe. */
function isStray(open: string, mark: string): boolean {
  return /[‘']/.test(open) && /[“"]/.test(mark);
}

const CLOSER: Readonly<Record<string, RegExp>> = {
  '“': /[”"]/,
  '„': /[“”"]/,
  '"': /["”]/,
  '«': /»/,
  '‘': /[’']/,
  "'": /['’]/,
};

function opens(text: string, at: number): boolean {
  const mark = text[at] ?? '';
  const [before, after] = [text[at - 1] ?? ' ', text[at + 1] ?? ' '];
  if (!(mark in CLOSER) || !/[\s([{—–:;,\-“"/]/.test(before) || /\s/.test(after)) return false;
  if (/[“„«"]/.test(mark)) return true;
  // '90s and 'tis are apostrophes.
  return /[\p{L}[]/u.test(after) && !/^(?:tis|twas|em|til|cause|n)\b/i.test(text.slice(at + 1, at + 8));
}

function closes(text: string, at: number, opener: string): boolean {
  if (!CLOSER[opener]?.test(text[at] ?? '')) return false;
  const [before, after] = [text[at - 1] ?? ' ', text[at + 1] ?? ' '];
  if (/[“„«"]/.test(opener)) return !/\s/.test(before) || !/[\p{L}\p{N}]/u.test(after);
  if (/[\p{L}\p{N}]/u.test(after)) return false;
  // ‘the soldiers’ families’: after an s, a small word that follows and another mark make it a genitive.
  const isGenitive = before === 's' && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3));
  return !(isGenitive && /[’']/.test(text.slice(at + 1, at + 200)));
}

function between(text: string, open: Open, closer: number): Quotation | undefined {
  const inside = text.slice(open.at + 1, closer);
  const start = open.at + 1 + (inside.length - inside.trimStart().length);
  // A comma before the closing mark belongs to the sentence around: “It is over,” he said.
  const words = inside.trim().replace(/,$/, '');
  if (!/[\p{L}\p{N}]/u.test(words)) return undefined;
  const end = start + words.length;
  return { start, end, outerStart: open.at, outerEnd: closer + 1, words: words.split(/\s+/).length };
}
