import type { Incident, Mention, Party, Reading } from '../../src/record/index.js';
import type { Place } from './segments.js';

/** What a piece of proof is proof of. */
export type Field = 'mention' | 'when' | 'where' | 'actor' | 'recipient' | 'means' | 'toll' | 'claim';

/** The fields, in the order that the legend and the record have them. */
export const fields: readonly Field[] = [
  'mention',
  'when',
  'where',
  'actor',
  'recipient',
  'means',
  'toll',
  'claim',
];

/** Words that a value rests on. All proofs of one value have its key: `i1/when`, `i1/who/0`, `claim/c2`. */
export interface Proof extends Place {
  readonly key: string;
  readonly field: Field;
  /** The incident that the value is of; null for a claim. */
  readonly incident: string | null;
}

/** Every piece of proof of a reading. */
export function proofsOf(reading: Reading): Proof[] {
  return [...reading.incidents.flatMap(proofsOfIncident), ...reading.claims.flatMap(proofsOfClaim)];
}

/** The keys of an incident's values. */
export const keyOf = {
  mention: (incident: Incident) => `${incident.id}/mention`,
  when: (incident: Incident) => `${incident.id}/when`,
  where: (incident: Incident) => `${incident.id}/where`,
  who: (incident: Incident, index: number) => `${incident.id}/who/${index}`,
  means: (incident: Incident, index: number) => `${incident.id}/means/${index}`,
  toll: (incident: Incident, index: number) => `${incident.id}/toll/${index}`,
  claim: (claim: { id: string }) => `claim/${claim.id}`,
};

function proofsOfIncident(incident: Incident): Proof[] {
  const proof = (field: Field, key: string, span: Partial<Place>): Proof[] =>
    span.start === undefined || span.end === undefined
      ? []
      : [{ start: span.start, end: span.end, field, key, incident: incident.id }];
  const ofParty = (party: Party, index: number) =>
    party.mentions.flatMap((mention: Mention) => proof(party.role, keyOf.who(incident, index), mention));
  return [
    ...incident.mentions.flatMap((mention) => proof('mention', keyOf.mention(incident), mention)),
    ...(incident.when ? proof('when', keyOf.when(incident), incident.when) : []),
    ...(incident.where ? proof('where', keyOf.where(incident), incident.where) : []),
    ...incident.who.flatMap(ofParty),
    ...incident.means.flatMap((means, index) => proof('means', keyOf.means(incident, index), means)),
    ...incident.toll.flatMap((toll, index) => proof('toll', keyOf.toll(incident, index), toll)),
  ];
}

function proofsOfClaim(claim: Reading['claims'][number]): Proof[] {
  const key = keyOf.claim(claim);
  const spans = [claim, claim.speaker, claim.cue, ...claim.chain].filter((span) => span !== null);
  return spans.map(({ start, end }) => ({ start, end, field: 'claim', key, incident: null }));
}
