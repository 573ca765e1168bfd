import { z } from 'zod';
import { dayOfDateline } from './dateline.js';
import { type KeyTemplate, SLOTS } from './template.js';

/** A text to read. `index` is its place among the lines of its file, from 0; `day` is that of its dateline. */
export interface MucText {
  readonly index: number;
  readonly docid: string;
  readonly text: string;
  readonly day: string | undefined;
}

/** A text with its answers in full. */
export interface KeyText {
  readonly docid: string;
  readonly text: string;
  readonly templates: readonly KeyTemplate[];
}

/** What lines gave, in order, and why others were set aside, one sentence each. A text has one line. */
export interface Lines<Row> {
  readonly rows: readonly Row[];
  readonly warnings: readonly string[];
}

const Dateline = z.union([z.string(), z.looseObject({ date: z.string().nullish() })]).nullish();
const TextRow = z.object({
  docid: z.string().min(1),
  text: z.string().regex(/\S/, { error: 'has no words in it' }),
  dateline: Dateline,
});

const KeyFillRow = z.object({
  optional: z.boolean().default(false),
  alts: z.array(z.object({ value: z.string(), xref: z.array(z.string()).optional() })).min(1),
});
const KeyRow = z.object({
  docid: z.string().min(1),
  text: z.string(),
  templates: z.array(
    z.object({
      optional: z.boolean().default(false),
      slots: z.partialRecord(z.enum(SLOTS), z.array(KeyFillRow)),
    }),
  ),
});

/** The texts of JSON lines `{docid, dateline, text}`. Other fields are not looked at. */
export function readTexts(content: string): Lines<MucText> {
  return readLines(content, TextRow, ({ docid, text, dateline }, index) => ({
    index,
    docid,
    text,
    day: dayOf(dateline, text),
  }));
}

/** The day that a dateline says, or the first words of the text where the row has no dateline. */
function dayOf(dateline: z.infer<typeof Dateline>, text: string): string | undefined {
  const words = typeof dateline === 'string' ? dateline : dateline?.date;
  return dayOfDateline(words ?? text.trimStart().slice(0, 80));
}

/** The answers of JSON lines in the format of the key. */
export function readKey(content: string): Lines<KeyText> {
  return readLines(content, KeyRow, ({ docid, text, templates }) => ({
    docid,
    text,
    templates: templates.map(({ optional, slots }) => ({
      optional,
      slots: Object.fromEntries(
        Object.entries(slots).map(([slot, fills]) => [slot, (fills ?? []).map(keyFill)]),
      ),
    })),
  }));
}

const keyFill = ({ optional, alts }: z.infer<typeof KeyFillRow>) => ({
  optional,
  choices: alts.map(({ value, xref }) => (xref ? { value, of: xref } : { value })),
});

function readLines<Raw, Row extends { readonly docid: string }>(
  content: string,
  shape: z.ZodType<Raw>,
  rowOf: (raw: Raw, index: number) => Row,
): Lines<Row> {
  const rows = new Map<string, Row>();
  const warnings: string[] = [];
  const lines = content.split('\n').map((line, at) => ({ line, number: at + 1 }));
  for (const [index, { line, number }] of lines.filter((each) => each.line.trim() !== '').entries()) {
    try {
      const row = rowOf(checked(JSON.parse(line), shape), index);
      if (rows.has(row.docid)) throw new Error(`"docid" ${row.docid} was there before`);
      rows.set(row.docid, row);
    } catch (error) {
      warnings.push(`line ${number}: ${(error as Error).message}; set aside`);
    }
  }
  return { rows: [...rows.values()], warnings };
}

function checked<Raw>(value: unknown, shape: z.ZodType<Raw>): Raw {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`"${issue?.path.join('.')}" ${issue?.message}`);
}
