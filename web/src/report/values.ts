import type { Claim, Incident, Party, Toll, When, Where } from '../../../src/record/index.js';
import { type Field, keyOf } from '../proof.js';
import { sayCountry, sayToll, sayWhen, sayWhere } from '../say.js';
import { precisionWords, stanceWords, statusWords } from '../words.js';

/** A value of an incident, ready to be shown: what it is, on which words it rests, and who says so. */
export interface ShownValue {
  readonly key: string;
  readonly field: Field;
  readonly words: string;
  /** What else is known of it. */
  readonly more: readonly string[];
  readonly quotes: readonly string[];
  readonly basis: string;
  readonly rule?: string;
  /** Who says so; undefined where it is the report's own voice. */
  readonly speaker?: string;
}

interface Evidence {
  readonly basis?: 'stated' | 'worked out';
  readonly rule?: string;
  readonly claim?: string;
}

/** The values of an incident in the order of the record. */
export function valuesOf(incident: Incident, claims: readonly Claim[]): ShownValue[] {
  const withEvidence = (
    value: Omit<ShownValue, 'basis' | 'rule' | 'speaker'>,
    evidence: Evidence,
  ): ShownValue => {
    const speaker = speakerOf(claims.find((claim) => claim.id === evidence.claim));
    return {
      ...value,
      basis: evidence.basis ?? (value.quotes.length > 0 ? 'stated' : 'worked out'),
      ...(evidence.rule ? { rule: evidence.rule } : {}),
      ...(speaker ? { speaker } : {}),
    };
  };
  const { mentions, when, where, who, means, toll } = incident;
  const mention = {
    key: keyOf.mention(incident),
    field: 'mention' as const,
    words: incident.number > 1 ? `${incident.number.toLocaleString('en')} of them, told together` : '',
    more: [],
    quotes: unique(mentions.map((each) => each.quote)),
  };
  return [
    withEvidence(mention, { basis: 'stated', ...incident }),
    ...(when ? [withEvidence(whenValue(incident, when), when)] : []),
    ...(where ? [withEvidence(whereValue(incident, where), where)] : []),
    ...who.map((party, index) => withEvidence(partyValue(incident, party, index), party)),
    ...means.map((each, index) =>
      withEvidence(
        { key: keyOf.means(incident, index), field: 'means', words: each.quote, more: [], quotes: [] },
        { basis: 'stated', ...each },
      ),
    ),
    ...toll.map((row, index) => withEvidence(tollValue(incident, row, index), row)),
  ];
}

const whenValue = (incident: Incident, when: When) => ({
  key: keyOf.when(incident),
  field: 'when' as const,
  words: sayWhen(when.edtf),
  more: [],
  quotes: when.quote === undefined ? [] : [when.quote],
});

const whereValue = (incident: Incident, where: Where) => {
  const others = unique(where.candidates.map(sayWhere).filter((name) => name !== sayWhere(where)));
  const position =
    where.lat === null || where.lon === null
      ? 'no coordinates'
      : `${where.lat.toFixed(2)}, ${where.lon.toFixed(2)}`;
  const within = where.radius === undefined ? '' : `, within ${where.radius} km`;
  return {
    key: keyOf.where(incident),
    field: 'where' as const,
    words: sayWhere(where) || sayCountry(where.country),
    more: [
      `${position} (${precisionWords[where.precision]}${within})`,
      ...(others.length > 0 ? [`could also be ${others.slice(0, 3).join('; ')}`] : []),
    ],
    quotes: [where.quote],
  };
};

const partyValue = (incident: Incident, party: Party, index: number) => ({
  key: keyOf.who(incident, index),
  field: party.role,
  words: party.name,
  more: party.side ? [party.side] : [],
  quotes: unique(party.mentions.map((mention) => mention.quote)).filter((quote) => quote !== party.name),
});

const tollValue = (incident: Incident, toll: Toll, index: number) => ({
  key: keyOf.toll(incident, index),
  field: 'toll' as const,
  words: sayToll(toll),
  more: [unique([toll.of, statusWords[toll.status]]).filter(Boolean).join(' · ')].filter(Boolean),
  quotes: [toll.quote],
});

function speakerOf(claim: Claim | undefined): string | undefined {
  if (!claim) return undefined;
  const chain = claim.chain.map((link) => link.name);
  const through = chain.length > 0 ? `, by way of ${chain.join(', ')}` : '';
  return `${claim.speaker?.name ?? 'someone not named'} ${stanceWords[claim.stance]}${through}`;
}

const unique = (texts: readonly string[]) => [...new Set(texts)];
