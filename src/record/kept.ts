import { z } from 'zod';
import { Incident } from './incident.js';
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
