import { z } from 'zod';
import { kinds } from './codebook.js';
import { Edtf } from './report.js';
import { Span } from './span.js';

const Place = Span.pick({ start: true, end: true });

export const Trace = z
  .object({
    by: z
      .array(z.enum(['model', 'grammar', 'list']))
      .describe('What spoke for it: the language model, the grammar of the clause, a word list.'),
    from: Place.optional().describe('Where the word of the incident stands that points at it most surely.'),
    over: z
      .array(z.object({ value: z.string(), score: z.number().min(0).max(1), ...Place.partial().shape }))
      .max(2)
      .describe('What it was chosen over, the likeliest first, at most two.'),
  })
  .describe('How a value was come by. It adds nothing to what is claimed.');
export type Trace = z.infer<typeof Trace>;

/** The evidence of a value, beside its span: whether the words state it or a rule worked it out, and who says so. */
const evidence = {
  basis: z.enum(['stated', 'worked out']).optional(),
  rule: z.string().optional().describe('The named rule that gave the value, in words.'),
  claim: z.string().optional().describe('The id of the claim that the words lie in.'),
  score: z.number().min(0).max(1).optional(),
  trace: Trace.optional(),
};

export const Kind = z.enum(kinds as [string, ...string[]]).describe('A row of the codebook.');

export const Realis = z.enum([
  'happened',
  'attempted',
  'ongoing',
  'planned',
  'threatened',
  'denied',
  'hypothetical',
]);
export type Realis = z.infer<typeof Realis>;

export const Mention = Span.extend(evidence).describe('Words that name an incident or a party.');
export type Mention = z.infer<typeof Mention>;

export const When = z
  .object({ edtf: Edtf, ...Span.partial().shape, ...evidence })
  .refine((when) => when.quote !== undefined || (when.basis === 'worked out' && when.rule !== undefined), {
    error: 'a time without its words must be worked out and name its rule',
  })
  .describe('When it happened, in the local time of the place.');
export type When = z.infer<typeof When>;

/** How finely a place is known, finest first. `area` is a sea, a border, or several countries. */
export const Precision = z.enum(['exact', 'city', 'district', 'region', 'country', 'area']);
export type Precision = z.infer<typeof Precision>;

const country = z
  .union([z.string(), z.array(z.string())])
  .nullable()
  .describe('ISO 3166-1 alpha-2, or several.');

const placeValue = {
  name: z.string(),
  country,
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
  precision: Precision,
  gazetteer: z.string().nullable().describe('The id in the gazetteer, such as geonames:98182.'),
  radius: z
    .number()
    .positive()
    .optional()
    .describe('Kilometres around the point within which it lies, for "30 km north of Kirkuk" and the like.'),
};

export const Candidate = z
  .object({ ...placeValue, score: z.number() })
  .describe('Another place that the name might have meant.');
export type Candidate = z.infer<typeof Candidate>;

export const Where = z.object({
  ...placeValue,
  candidates: z.array(Candidate),
  ...Span.shape,
  ...evidence,
});
export type Where = z.infer<typeof Where>;

export const Side = z.enum([
  'state force',
  'police',
  'rebel group',
  'political militia',
  'communal militia',
  'rioters',
  'protesters',
  'civilians',
  'external force',
  'other',
]);
export type Side = z.infer<typeof Side>;

export const PartyType = z.enum(['person', 'group', 'state', 'people', 'thing']);
export type PartyType = z.infer<typeof PartyType>;

export const Party = z
  .object({
    role: z.enum(['actor', 'recipient']),
    name: z.string(),
    aliases: z.array(z.string()),
    type: PartyType,
    side: Side.nullable(),
    mentions: z.array(Mention).min(1),
    ...evidence,
  })
  .describe('Who did it, or who or what it was done to.');
export type Party = z.infer<typeof Party>;

export const Means = Span.extend(evidence).describe('A weapon, vehicle or method.');
export type Means = z.infer<typeof Means>;

export const Outcome = z.enum(['killed', 'injured', 'missing', 'abducted', 'detained', 'displaced']);
export type Outcome = z.infer<typeof Outcome>;

export const VictimStatus = z.enum(['civilian', 'combatant', 'police', 'mixed', 'unknown']);
export type VictimStatus = z.infer<typeof VictimStatus>;

const count = z.int().min(0);

export const Toll = Span.extend({
  outcome: Outcome,
  low: count,
  high: count.nullable().describe('null where the words set no upper bound, as in "at least 20".'),
  of: z.string().describe('Whom the number counts, in the words of the report.'),
  status: VictimStatus,
  ...evidence,
})
  .refine((toll) => toll.high === null || toll.low <= toll.high, { error: 'low must not exceed high' })
  .describe('How many were harmed, and how.');
export type Toll = z.infer<typeof Toll>;

/** A thing that happened in the world, as one report tells it. */
export const Incident = z.object({
  id: z.string(),
  kind: Kind,
  realis: Realis,
  core: z.boolean().describe('Whether the report is about it; background is not.'),
  number: count.describe('How many such incidents the words sum up; 1 for a single one.'),
  mentions: z.array(Mention).min(1),
  when: When.optional(),
  where: Where.optional(),
  who: z.array(Party),
  means: z.array(Means),
  toll: z.array(Toll),
  ...evidence,
});
export type Incident = z.infer<typeof Incident>;

/** A value of an incident, with the words that it rests on: what an analyst points at, and what a decision speaks of. */
export type Value = Mention | When | Where | Party | Means | Toll;

export { country as CountryCodes, placeValue as PlaceValue };
