import { createRequire } from 'node:module';
import { z } from 'zod';

/** One kind of incident: our definition, its coarse family, and what outside code lists call it. */
const CodebookRow = z.object({
  kind: z.string(),
  family: z.enum([
    'explosion',
    'battle',
    'violence',
    'unrest',
    'state_action',
    'accord',
    'other_harm',
    'other',
  ]),
  means: z.string(),
  acled: z.array(z.string()).nullable(),
  plover: z.array(z.string()).nullable(),
  cameo: z.string().nullable(),
  muc: z.string().nullable(),
  ucdp: z.boolean(),
});
export type CodebookRow = z.infer<typeof CodebookRow>;
export type Family = CodebookRow['family'];

// `require` and not an import: Node 20 prints a warning for JSON modules on every start.
const file: unknown = createRequire(import.meta.url)('./codebook.json');

/** The kinds of incident, in the order of the codebook. The rows are `codebook.json` beside this file. */
export const codebook: readonly CodebookRow[] = z.object({ kinds: z.array(CodebookRow) }).parse(file).kinds;

const families = new Map(codebook.map((row) => [row.kind, row.family]));

/** The names of the kinds, such as `air_strike`. */
export const kinds: readonly string[] = [...families.keys()];

/** The coarse family of a kind. Throws on a kind that the codebook does not have. */
export function familyOf(kind: string): Family {
  const family = families.get(kind);
  if (family === undefined) {
    throw new Error(`"${kind}" is no kind of the codebook. Kinds: ${kinds.join(', ')}.`);
  }
  return family;
}
