import { type Gold, type GoldDocument, GoldError } from './gold.js';
import { layOut, type Rows } from './layout.js';
import { MARK, namesOf } from './marks.js';

interface Line {
  readonly number: number;
  readonly columns: readonly string[];
}

/** Which columns of a file are the word and the mark of its name. */
interface Shape {
  readonly word: number;
  readonly mark: number;
}

/**
 * Reads names in columns: a word a line, a blank line after a sentence, tabs or spaces between columns, `-DOCSTART-` or
 * `# newdoc` before a document. The mark is the last column that holds marks; a column of numbers before the word is
 * passed over. Throws a GoldError where no column holds marks.
 */
export function readColumns(path: string, content: string): Gold {
  const lines = content.split(/\r?\n/);
  const shape = shapeOf(path, lines);
  const documents: GoldDocument[] = [];
  const warnings: string[] = [];
  let [id, rows, held, text] = [path, [] as Rows[], [] as Line[], undefined as string | undefined];
  let hasText = false;

  const endSentence = () => {
    if (held.length === 0) return;
    const broken = held.find(({ columns }) => !isRow(columns, shape));
    if (broken)
      warnings.push(`${path}:${broken.number}: ${faultOf(broken.columns, shape)}; sentence set aside`);
    else rows.push(rowsOf(held, shape, text));
    held = [];
    text = undefined;
  };
  const endDocument = () => {
    endSentence();
    if (rows.length > 0) documents.push(layOut(id, rows));
    rows = [];
  };

  for (const [index, line] of lines.entries()) {
    const columns = columnsOf(line);
    if (line.startsWith('-DOCSTART-') || line.startsWith('# newdoc')) {
      endDocument();
      id = line.split('=')[1]?.trim() ?? `${path}:${index + 1}`;
    } else if (line.trim() === '') {
      endSentence();
    } else if (line.startsWith('# text = ')) {
      endSentence();
      text = line.slice(9);
      hasText = true;
    } else if (!isComment(line, columns, shape)) {
      held.push({ number: index + 1, columns });
    }
  }
  endDocument();
  return { path, format: 'CoNLL names', documents, hasText, warnings };
}

const columnsOf = (line: string) => (line.includes('\t') ? line.split('\t') : line.trim().split(/\s+/));
const isMark = (column: string | undefined) => column !== undefined && MARK.test(column);
const isRow = (columns: readonly string[], { word, mark }: Shape) =>
  isMark(columns[mark]) && columns[word] !== '';

/** "# O" is the word "#", "# sent_id = 4" is a comment. */
const isComment = (line: string, columns: readonly string[], shape: Shape) =>
  line.startsWith('#') && !(columns.length === shape.mark + 1 && isRow(columns, shape));

function rowsOf(lines: readonly Line[], { word, mark }: Shape, text: string | undefined): Rows {
  return {
    words: lines.map(({ columns }) => ({ text: columns[word] ?? '' })),
    names: namesOf(lines.map(({ columns }) => columns[mark] ?? 'O')),
    text,
  };
}

function faultOf(columns: readonly string[], { mark }: Shape): string {
  const found = columns[mark];
  if (found === undefined)
    return `the row has ${columns.length} columns, and the name's mark is in column ${mark + 1}`;
  return `"${found}" in column ${mark + 1} is no mark of a name (O, B-PER, I-PER …)`;
}

/** How many rows the shape of a file is told by, and the share of them that must hold marks. */
const ROWS_TO_TELL = 2000;
const MOST_ROWS = 0.95;

function shapeOf(path: string, lines: readonly string[]): Shape {
  const rows = lines
    .filter((line) => line.trim() !== '' && !line.startsWith('# ') && !line.startsWith('-DOCSTART-'))
    .slice(0, ROWS_TO_TELL)
    .map(columnsOf);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const isNumbers = rows.every((row) => /^\d+$/.test(row[0] ?? ''));
  const word = isNumbers && width > 2 ? 1 : 0;
  for (let mark = width - 1; mark > word; mark--) {
    const marks = rows.filter((row) => isMark(row[mark])).length;
    if (marks >= MOST_ROWS * rows.length) return { word, mark };
  }
  throw new GoldError(
    `${path}: is neither CoNLL-U (10 columns with tabs between) nor names in columns (a word and its mark a line: ` +
      `O, B-PER, I-PER …), nor reports in JSON. The first row is "${(rows[0] ?? []).join(' ').slice(0, 80)}".`,
  );
}
