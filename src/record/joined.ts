import { z } from 'zod';
import { Incident, Kind, Means, Mention, Party, Realis, Toll, When, Where } from './incident.js';
import { Edtf } from './report.js';
import { Span } from './span.js';

/** The names of the rules that can choose which value is shown. */
export const ChoosingRule = z
  .enum(['most independent', 'latest', 'lowest', 'highest'])
  .describe('Which of several values is shown. The first is the rule where none is named.');
export type ChoosingRule = z.infer<typeof ChoosingRule>;

const JoinedEvidence = Span.partial()
  .extend({
    report: z.string(),
    incident: z.string().describe('The id of the incident in the reading of that report.'),
    claim: z.string().optional().describe('The id of the claim in that reading that the words lie in.'),
    basis: Mention.shape.basis,
    rule: Mention.shape.rule,
  })
  .describe(
    'Where a value stands: the report, its incident, and the words; worked-out values may have no words.',
  );
export type JoinedEvidence = z.infer<typeof JoinedEvidence>;

/** The values of an incident without their words, which stand in the evidence. */
const JoinedWhen = z.object({ edtf: When.shape.edtf });
const JoinedWhere = Where.pick({
  name: true,
  country: true,
  lat: true,
  lon: true,
  precision: true,
  gazetteer: true,
  radius: true,
});
const JoinedParty = Party.pick({ role: true, name: true, aliases: true, type: true, side: true });
const JoinedMeans = z.object({ name: Means.shape.quote });
const { outcome, low, high, of, status } = Toll.shape;
const JoinedToll = z.object({ outcome, low, high, of, status });

const joined = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    reports: z.array(z.string()).describe('The reports that give it, the earliest first.'),
    speakers: z.array(z.string()).describe('In whose mouth they put it.'),
    outlets: z.int().min(0).describe('How many outlets give it.'),
    independent: z
      .int()
      .min(0)
      .describe('How many are left when copies, mere citing, one outlet and one author count once.'),
    primary: z.array(z.string()).describe('Whom it goes back to; empty where nobody is named.'),
    evidence: z.array(JoinedEvidence).min(1),
  });

/** A distinct value of a field, with the reports that give it and how many independent sources stand behind it. */
export type JoinedValue<T> = {
  value: T;
  reports: string[];
  speakers: string[];
  outlets: number;
  independent: number;
  primary: string[];
  evidence: JoinedEvidence[];
};

export const JoinedValues = z.object({
  when: z.array(joined(JoinedWhen)),
  where: z.array(joined(JoinedWhere)),
  who: z.array(joined(JoinedParty)),
  means: z.array(joined(JoinedMeans)),
  toll: z.array(joined(JoinedToll)),
});
export type JoinedValues = z.infer<typeof JoinedValues>;

const chosen = <T extends z.ZodType>(value: T) =>
  z.object({ value, rule: z.string().describe('Why it is the one shown, in words.') });

const Shown = z
  .object({
    kind: chosen(Kind),
    realis: chosen(Realis),
    number: chosen(Incident.shape.number),
    when: chosen(JoinedWhen).optional(),
    where: chosen(JoinedWhere).optional(),
    who: z.array(chosen(JoinedParty)),
    means: z.array(chosen(JoinedMeans)),
    toll: z.array(chosen(JoinedToll)),
  })
  .describe('The fields of an incident, each with the rule that chose it.');

export const JoinedSource = z
  .object({
    report: z.string(),
    outlet: z.string().nullable(),
    agencies: z.array(z.string()).describe('The agencies that it credits.'),
    copyOf: z.string().nullable().describe('The first report of the wire that its text is a copy of.'),
    cites: z
      .array(z.string())
      .describe('Whom it has its news from: ids of reports, or names where that report is not among these.'),
  })
  .describe('Who has it from whom.');
export type JoinedSource = z.infer<typeof JoinedSource>;

export const TollStep = z
  .object({
    outcome,
    low,
    high,
    report: z.string(),
    published: Edtf.nullable(),
    step: z
      .enum(['first', 'again', 'updated', 'corrected', 'other'])
      .describe(
        'The first figure; one that was given before; a higher one; a lower one from an outlet that gave a higher; a lower one from another.',
      ),
  })
  .describe('A figure at the time when it was published.');
export type TollStep = z.infer<typeof TollStep>;

export const Grade = z.enum(['confirmed', 'fair', 'weak', 'contested']);
export type Grade = z.infer<typeof Grade>;

/** One incident as several reports tell it, with every value that any of them gives. */
export const JoinedIncident = z.object({
  id: z.string(),
  kind: Kind,
  members: z
    .array(z.object({ report: z.string(), incident: z.string(), core: z.boolean() }))
    .min(1)
    .describe('The incidents of readings that tell of it.'),
  shown: Shown,
  values: JoinedValues,
  series: z.array(TollStep).describe('The toll over time, by the day of publication.'),
  sources: z.array(JoinedSource),
  grades: z
    .object({ happened: Grade, actor: Grade.nullable(), toll: Grade.nullable() })
    .describe('How well it is known that it happened, who did it and how many; null where nothing is told.'),
  why: z.array(z.string()).describe('Sentences that say why these reports tell of one incident.'),
});
export type JoinedIncident = z.infer<typeof JoinedIncident>;
