import { z } from '@hono/zod-openapi';
import * as record from '../../record/index.js';

const code = z.string().describe('A short name that does not change, for programs.');
const message = z.string().describe('What was wrong and what to do, for people.');

const FailureReason = z
  .object({ code, message, where: z.string().optional().describe('The parameter or input it is about.') })
  .describe('Why something was refused.');

const ReportError = z
  .object({ source: z.string().describe('The file, and the line of it.'), code, message })
  .describe('A report that could not be read; the others were.');

const KeptReading = z
  .object({
    hash: z.string(),
    isNew: z.boolean().describe('false where the same report was kept before.'),
    reading: record.Reading,
  })
  .describe('A report that is kept, and what was read from it.');

const listing = <Entry extends z.ZodType>(entry: Entry) =>
  z.object({ total: z.int().min(0).describe('How many there are in all.'), entries: z.array(entry) });

const CodebookRow = z
  .object({
    kind: record.Kind,
    family: z.string(),
    means: z.string().describe('What the kind means.'),
    acled: z.array(z.string()).nullable(),
    plover: z.array(z.string()).nullable(),
    cameo: z.string().nullable(),
    muc: z.string().nullable(),
    ucdp: z.boolean(),
  })
  .describe('A kind of incident, and what other code lists call it.');

/** The shapes that the API speaks in, by name: those of the record, and those of its own answers. */
export const schemas = {
  ...recordSchemas(),
  CodebookRow,
  Codebook: z.object({ kinds: z.array(CodebookRow) }),
  Health: z.object({
    ok: z.literal(true),
    version: z.string(),
    models: z.record(z.string(), z.string()),
    store: z.enum(['embedded', 'server']),
  }),
  FailureReason,
  Failure: z.object({ error: FailureReason }),
  ReportError,
  KeptReading,
  KeepAnswer: z.object({
    kept: z.array(KeptReading),
    errors: z.array(ReportError),
    error: FailureReason.optional().describe('Only where no report could be read.'),
  }),
  ReportAnswer: z.object({ kept: record.KeptReport, reading: record.Reading }),
  ReportListing: listing(record.KeptReport),
  IncidentListing: listing(record.KeptIncident),
  JoinedListing: listing(record.KeptJoined),
  JoinedAnswer: z
    .object({
      joined: record.JoinedIncident,
      reports: z.array(record.KeptReport),
      decisions: z.array(record.KeptDecision).describe('Every entry on its members, the first one first.'),
    })
    .describe('A joined incident; in every part of it a report is known by its hash.'),
  DecisionInput: z
    .object({
      member: record.KeptMember,
      others: z.array(record.KeptMember).min(1).max(1000).describe('Each is decided with the member.'),
      verdict: record.KeptDecision.shape.verdict,
      by: z.string().max(200).optional().describe('Who decides.'),
    })
    .describe('What somebody says of a member and each of some others.'),
  DecisionAnswer: z.object({ entries: z.array(record.KeptDecision) }),
};

export type Failure = z.infer<typeof schemas.Failure>;
export type KeepAnswer = z.infer<typeof schemas.KeepAnswer>;

const names = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(schemas)) names.add(schema, { id });

const refTo = (id: string) => `#/components/schemas/${id}`;

/** A reference to a named shape; undefined for one that has no name. */
export function refOf(schema: z.ZodType): { $ref: string } | undefined {
  const id = names.get(schema)?.id;
  return id === undefined ? undefined : { $ref: refTo(id) };
}

/**
 * The named shapes as JSON Schema, each referring to the others. Written by zod itself: the writer that comes with the
 * routes drops `null` from a shape that has a description.
 */
export function components(): Record<string, object> {
  const { schemas: written } = z.toJSONSchema(names, { uri: refTo });
  return Object.fromEntries(
    Object.entries(written).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}

function recordSchemas() {
  const { ReportInput, Reading, Report, Incident, Claim, KeptReport, KeptIncident, Span, Edtf } = record;
  const { Published, Agency, Part, Mention, When, Where, Candidate, Party, Means, Toll, Speaker } = record;
  const { KeptJoined, KeptMember, KeptDecision, JoinedIncident, JoinedSource, TollStep, Grade } = record;
  const { TimeExpression, Toponym, Name, Note, Kind, Realis, Precision, Side, Outcome, Stance } = record;
  return {
    ...{ ReportInput, Reading, Report, Incident, Claim, KeptReport, KeptIncident, Span, Edtf },
    ...{ Published, Agency, Part, Mention, When, Where, Candidate, Party, Means, Toll, Speaker },
    ...{ KeptJoined, KeptMember, KeptDecision, JoinedIncident, JoinedSource, TollStep, Grade },
    ...{ TimeExpression, Toponym, Name, Note, Kind, Realis, Precision, Side, Outcome, Stance },
  };
}
