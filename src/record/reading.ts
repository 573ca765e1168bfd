import { z } from 'zod';
import { Claim } from './claim.js';
import { Candidate, Incident, PlaceValue } from './incident.js';
import { Edtf, Report } from './report.js';
import { Span } from './span.js';

export const TimeType = z.enum(['DATE', 'TIME', 'DURATION', 'SET']);
export type TimeType = z.infer<typeof TimeType>;

const day = z.string().regex(/^-?\d{4}-\d\d-\d\d$/, { error: 'is not a day, such as 2024-02-07' });

export const TimeInterval = z
  .object({ first: day.nullable(), last: day.nullable() })
  .describe('The first and the last day that a time covers; null at an end that is open.');
export type TimeInterval = z.infer<typeof TimeInterval>;

export const TimeAnchor = z
  .union([
    z.object({ from: z.literal('publication') }),
    Span.extend({ from: z.enum(['expression', 'incident']) }),
  ])
  .describe('What a time was counted from: the day of publication, another time expression, or an incident.');
export type TimeAnchor = z.infer<typeof TimeAnchor>;

export const TimeExpression = Span.extend({
  type: TimeType,
  value: z.string().describe('The TIMEX3 value, such as 2024-02-07 or P3W.'),
  edtf: Edtf.nullable().describe(
    'null where the words name no stretch of the calendar, such as "for three weeks".',
  ),
  interval: TimeInterval.optional().describe(
    'The first and the last day of the EDTF value, null at an end that is open; left out where there is no such value.',
  ),
  anchor: TimeAnchor.optional().describe(
    'What it was counted from: the day of publication, another time expression, or an incident; left out where its words alone tell the time.',
  ),
  rule: z.string().describe('How the value was worked out, in words.'),
});
export type TimeExpression = z.infer<typeof TimeExpression>;

export const PlaceUse = z
  .enum(['location', 'metonym', 'attribute'])
  .describe(
    'Where something is ("in Baghdad"), who acts under its name ("Baghdad condemned it"), or whose something is ("US soldiers").',
  );
export type PlaceUse = z.infer<typeof PlaceUse>;

export const Toponym = Span.extend({
  ...PlaceValue,
  candidates: z.array(Candidate),
  rule: z.string().optional().describe('Why this place was chosen, in words.'),
  use: PlaceUse.optional().describe('Left out where it is a location.'),
});
export type Toponym = z.infer<typeof Toponym>;

export const NameType = z.enum([
  'person',
  'organisation',
  'armed_group',
  'nationality',
  'place',
  'facility',
  'vehicle',
  'weapon',
  'event',
]);
export type NameType = z.infer<typeof NameType>;

export const Name = Span.extend({
  type: NameType,
  entity: z.string().describe('The same for all names of one person, group or thing in this report.'),
});
export type Name = z.infer<typeof Name>;

export const Note = z
  .object({ code: z.string(), message: z.string(), ...Span.partial().shape })
  .describe('Something that was passed over or could not be worked out, and where.');
export type Note = z.infer<typeof Note>;

/** Everything that one report gave. */
export const Reading = z.object({
  id: z.string(),
  text: z.string(),
  reader: z.object({ version: z.string(), models: z.record(z.string(), z.string()) }),
  report: Report,
  incidents: z.array(Incident),
  claims: z.array(Claim),
  times: z.array(TimeExpression),
  places: z.array(Toponym),
  names: z.array(Name),
  unrelated: z.array(Span),
  notes: z.array(Note),
  extra: z.record(z.string(), z.unknown()).optional(),
});
export type Reading = z.infer<typeof Reading>;

/** What stands in the place of a Reading for a line that cannot be read. */
export const Unreadable = z.object({
  id: z.string().nullable(),
  error: z.object({ code: z.string(), message: z.string() }),
});
export type Unreadable = z.infer<typeof Unreadable>;
