import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isEdtf } from './edtf.js';
import { Span } from './span.js';

export const Edtf = z
  .string()
  .refine(isEdtf, { error: 'is not an EDTF date, such as 2024-02-08, 2024-02 or 2024-02-01/2024-02-08' })
  .describe('A value of the Extended Date/Time Format (ISO 8601-2:2019).');

const known = { id: z.string().min(1), text: z.string(), published: Edtf };
const optionalText = z.string().nullish();

/** What is handed in: a report as it was published, and what is known of it. Other keys are kept under `extra`. */
export const ReportInput = z
  .object({
    id: known.id.optional(),
    text: known.text.refine((text) => /\S/.test(text), { error: 'has no words in it' }),
    published: known.published.nullish(),
    publishedFrom: optionalText.describe(
      'Where the day of publication was read, such as “the page’s article:published_time”; empty where it was given.',
    ),
    title: optionalText,
    byline: optionalText,
    outlet: optionalText,
    url: optionalText,
    language: optionalText,
    extra: z.record(z.string(), z.unknown()).optional(),
  })
  .describe('A report as it was published, and what is known of it.');
export type ReportInput = z.infer<typeof ReportInput>;

/** The parts that a report is made of. `unrelated` lines belong to another story. */
export const PartKind = z.enum(['title', 'dateline', 'body', 'caption', 'pull_quote', 'unrelated']);
export type PartKind = z.infer<typeof PartKind>;

export const Part = z.object({ kind: PartKind, start: Span.shape.start, end: Span.shape.end });
export type Part = z.infer<typeof Part>;

export const Published = z
  .object({
    edtf: Edtf,
    basis: z.enum(['given', 'metadata', 'dateline', 'inferred']),
    why: z.string().describe('The reason, in words.'),
  })
  .describe('The day of publication and how it is known.');
export type Published = z.infer<typeof Published>;

export const Agency = Span.extend({ name: z.string() }).describe('A news agency that the report credits.');
export type Agency = z.infer<typeof Agency>;

/** What is known of a report, beside its text. */
export const Report = z.object({
  title: z.string().nullable(),
  byline: z.string().nullable(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  published: Published.nullable(),
  language: z.string().nullable(),
  agencies: z.array(Agency),
  parts: z.array(Part),
});
export type Report = z.infer<typeof Report>;

/**
 * The SHA-256 of what an outlet published: text, title, byline, outlet, address and day. The `id` does not count,
 * so a report that comes twice is one; the outlet does, so that a wire copied by three outlets is three reports.
 */
export function contentHash(report: ReportInput): string {
  const { text, title, byline, outlet, url, published } = report;
  const content = [text, title, byline, outlet, url, published].map((part) => part ?? null);
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** The id of a report: the one given, else one made from its content, so that the same report has the same id always. */
export function reportId(report: ReportInput): string {
  return report.id ?? `report-${contentHash(report).slice(0, 12)}`;
}
