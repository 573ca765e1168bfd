import type { Gold, GoldDocument } from './gold.js';
import { layOut, type Row, type Rows } from './layout.js';
import { MARK, namesOf } from './marks.js';

interface Line {
  readonly number: number;
  readonly columns: readonly string[];
}

interface Block {
  words: Line[];
  /** Words written as one ("can't" for "ca" and "n't"), by the number of the last: whether a space follows. */
  spaceAfterRange: Map<string, boolean>;
  insideRange: Set<string>;
  text: string | undefined;
  beginsParagraph: boolean;
}

const emptyBlock = (): Block => ({
  words: [],
  spaceAfterRange: new Map(),
  insideRange: new Set(),
  text: undefined,
  beginsParagraph: false,
});

/** Reads a CoNLL-U file. A broken sentence is set aside with a warning that names its line. */
export function readConllu(path: string, content: string): Gold {
  const documents: GoldDocument[] = [];
  const warnings: string[] = [];
  let [id, rows, block] = [path, [] as Rows[], emptyBlock()];
  let hasText = false;
  // Most files write only the words that are in names, so a file has names where any word has a mark.
  const markOf = content.match(NAME_KEY) ? markIn : undefined;

  const endSentence = () => {
    const from = block.words[0];
    if (from) {
      try {
        rows.push(rowsOf(block, markOf));
      } catch (error) {
        warnings.push(
          `${path}:${(error as Broken).line ?? from.number}: ${(error as Error).message}; sentence set aside`,
        );
      }
      block = emptyBlock();
    }
  };
  const endDocument = () => {
    endSentence();
    if (rows.length > 0) documents.push(layOut(id, rows));
    rows = [];
  };

  for (const [index, line] of content.split(/\r?\n/).entries()) {
    if (line.startsWith('# newdoc')) {
      endDocument();
      id = line.split('=')[1]?.trim() ?? `${path}:${index + 1}`;
    } else if (/^# newpar\b(?!_)/.test(line)) {
      endSentence();
      block.beginsParagraph = true;
    } else if (line.startsWith('# text = ')) {
      endSentence();
      block.text = line.slice(9);
      hasText = true;
    } else if (line.trim() === '') {
      endSentence();
    } else if (!line.startsWith('#')) {
      hasText ||= line.includes('SpaceAfter=No');
      add(block, { number: index + 1, columns: line.split('\t') });
    }
  }
  endDocument();
  return { path, format: 'CoNLL-U', documents, hasText, warnings };
}

class Broken extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

function add(block: Block, line: Line): void {
  const [number = ''] = line.columns;
  if (/^\d+\.\d+$/.test(number)) return;
  const range = /^(\d+)-(\d+)$/.exec(number);
  if (!range) {
    block.words.push(line);
    return;
  }
  const [first, last] = [Number(range[1]), Number(range[2])];
  for (let at = first; at < last; at++) block.insideRange.add(String(at));
  block.spaceAfterRange.set(String(last), !isTight(line.columns));
}

const isTight = (columns: readonly string[]) => (columns[9] ?? '').split('|').includes('SpaceAfter=No');

function rowsOf(block: Block, markOf: ((columns: readonly string[]) => string) | undefined): Rows {
  const words = block.words.map((line, at) => rowOf(line, at, block));
  const names = markOf ? namesOf(block.words.map(({ columns }) => markOf(columns))) : undefined;
  return { words, names, text: block.text, beginsParagraph: block.beginsParagraph };
}

function rowOf({ number: line, columns }: Line, at: number, block: Block): Row {
  const [number = '', text = '', lemma, part, tag, , head = '', label] = columns;
  if (columns.length < 10)
    throw new Broken(`a row of CoNLL-U has 10 columns with tabs between, this has ${columns.length}`, line);
  if (number !== String(at + 1))
    throw new Broken(`word ${at + 1} of the sentence has the number "${number}"`, line);
  if (text === '') throw new Broken('the word is empty', line);
  if (head !== '_' && !(/^\d+$/.test(head) && Number(head) <= block.words.length)) {
    throw new Broken(`the head "${head}" is no word of the sentence`, line);
  }
  return {
    text,
    lemma: given(lemma),
    part: given(part),
    tag: given(tag),
    head: head === '_' ? undefined : Number(head) - 1,
    label: given(label),
    spaceAfter: block.insideRange.has(number)
      ? false
      : (block.spaceAfterRange.get(number) ?? !isTight(columns)),
  };
}

const given = (value: string | undefined) => (value === '_' ? undefined : value);

const NAME_KEY = /(?:\t|\|)(?:NE|NER|Name|ner)=[BIO](?:-|\b)/;

/** The mark of a word's name: `NE=B-PER` in the last column. */
function markIn(columns: readonly string[]): string {
  const value = /(?:^|\|)(?:NE|NER|Name|ner)=([^|]+)/.exec(columns[9] ?? '')?.[1] ?? 'O';
  return MARK.test(value) ? value : 'O';
}
