import { z } from 'zod';
import { Incident } from './incident.js';
import { JoinedIncident } from './joined.js';
import { Edtf, Published } from './report.js';

/** What a list says of a report that the store keeps. `hash` is its key; `id` is what its sender called it. */
export const KeptReport = z.object({
  hash: z.string(),
  id: z.string(),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  published: Published.nullable(),
  /** Made up, as an example: wherever the report or an incident of it is shown, this is shown too. */
  invented: z.boolean(),
  receivedAt: z.string().describe('ISO 8601, UTC.'),
  incidents: z.int().min(0),
});
export type KeptReport = z.infer<typeof KeptReport>;

/** An incident that the store keeps, with the report that it was read from. */
export const KeptIncident = z.object({
  report: KeptReport.omit({ incidents: true, receivedAt: true }),
  incident: Incident,
});
export type KeptIncident = z.infer<typeof KeptIncident>;

export const KeptMember = z
  .object({
    report: z.string().describe('The hash of a report that is kept.'),
    incident: z.string().describe('The id of the incident in its reading.'),
  })
  .describe('An incident as one report tells it.');
export type KeptMember = z.infer<typeof KeptMember>;

/** A joined incident as lists have it. Its reports are known by their hashes. */
export const KeptJoined = JoinedIncident.pick({ id: true, kind: true, shown: true, grades: true }).extend({
  core: z.boolean().describe('Whether any of the reports is about it.'),
  reports: z.int().min(1),
  outlets: z.array(z.string()),
  title: z.string().nullable().describe('That of the report of its first member.'),
  member: KeptMember.describe('The first of its members: an address that stays when more reports join.'),
  invented: z.boolean(),
});
export type KeptJoined = z.infer<typeof KeptJoined>;

/** An entry of what people decided. It is never changed: what is taken back is one more entry. */
export const KeptDecision = z.object({
  id: z.string(),
  at: z.string().describe('ISO 8601, UTC.'),
  by: z.string().describe('Who decided, as they call themselves; empty where they did not say.'),
  verdict: z
    .enum(['same', 'not the same', 'undecided', 'undone'])
    .describe('`undone` takes back the last entry of the same two that still stands.'),
  a: KeptMember,
  b: KeptMember,
});
export type KeptDecision = z.infer<typeof KeptDecision>;

/** Which incidents are asked for. Every condition that is given must hold. */
export const IncidentFilter = z.object({
  kind: z.string().optional(),
  family: z.string().optional(),
  country: z.string().optional().describe('ISO 3166-1 alpha-2.'),
  from: Edtf.optional().describe('Not over before this day.'),
  to: Edtf.optional().describe('Begun by this day.'),
  words: z.string().optional().describe('Words that the report or its title has.'),
  report: z.string().optional().describe('The hash of a report.'),
  core: z.boolean().optional(),
});
export type IncidentFilter = z.infer<typeof IncidentFilter>;
