import { createRequire } from 'node:module';
import { z } from 'zod';

const codes = (list: string) =>
  `What ${list} calls it; several are parted by "|". null where it has no such code.`;

export const CodebookRow = z
  .object({
    kind: z.string(),
    family: z
      .enum(['explosion', 'battle', 'violence', 'unrest', 'state_action', 'accord', 'other_harm', 'other'])
      .describe('The coarse kind.'),
    means: z.string().describe('Our definition.'),
    acled: z.array(z.string()).nullable().describe(codes('ACLED (event type, sub-event type)')),
    plover: z.array(z.string()).nullable().describe(codes('PLOVER (event type, mode)')),
    cameo: z.string().nullable().describe(codes('CAMEO')),
    muc: z.string().nullable().describe(codes('MUC-4')),
    ucdp: z.boolean().describe('Whether UCDP GED would count it, if somebody dies.'),
  })
  .describe('One kind of incident: our definition, its coarse family, and what outside code lists call it.');
export type CodebookRow = z.infer<typeof CodebookRow>;
export type Family = CodebookRow['family'];

export const Codebook = z
  .object({ about: z.string(), kinds: z.array(CodebookRow) })
  .describe('The kinds of incident.');

// `require` and not an import: Node 20 prints a warning for JSON modules on every start.
const file: unknown = createRequire(import.meta.url)('./codebook.json');

/** The kinds of incident, in the order of the codebook. The rows are `codebook.json` beside this file. */
export const codebook: readonly CodebookRow[] = Codebook.parse(file).kinds;

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
