import type { Claim, Mention, Party, Reading } from '../../../src/record/index.js';
import { normal } from '../normal.js';
import type { Organisation, Told } from './draft.js';
import { descriptions, entitiesIn, fullestName, sentenceAround, usualName } from './words.js';

export interface Perpetrators {
  readonly individuals: readonly string[];
  readonly organisations: readonly Organisation[];
  readonly isByState: boolean;
}

/** Bodies of a state, and other bodies that MUC-4 takes for organisations though no name is theirs alone. */
const STATE_BODY =
  /\b(?:ARMY|ARMED FORCES|AIR FORCE|NAVY|POLICE|GOVERNMENT|MILITARY|NATIONAL GUARD|BATTALION|BRIGADE)\b/;
const OTHER_BODY = /\b(?:CARTEL|MAFIA|DEATH SQUAD)/;

/** The actors of an incident as individuals (also unnamed ones) and organisations. Things that acted are left out. */
export function perpetratorsOf({ incident, reading }: Told): Perpetrators {
  const actors = incident.who.filter(({ role, type }) => role === 'actor' && type !== 'thing');
  const all = actors.map((party) => onePerpetrator(party, reading));
  return {
    individuals: all.flatMap(({ individuals }) => individuals),
    organisations: all.flatMap(({ organisations }) => organisations),
    isByState: all.some(({ isByState }) => isByState),
  };
}

function onePerpetrator(party: Party, reading: Reading): Perpetrators {
  const words = descriptions(party);
  const named = organisationsIn(party, reading);
  const isBody = party.type === 'state' || party.type === 'group';
  const bodies =
    isBody && named.length === 0 ? words.slice(0, 1).filter((each) => isOrganisation(each, party)) : [];
  const names = [...named, ...bodies];
  const people = isBody && names.length > 0 ? [] : (personsIn(party, reading) ?? words.slice(0, 1));
  return {
    // "THE FMLN" alone is an organisation, whatever the party was taken for.
    individuals: people.filter((each) => !names.some((name) => normal(name) === normal(each))),
    organisations: names.map((name) => ({ name, confidence: confidenceOf(party, reading) })),
    isByState: isOfState(party, [...names, ...people]),
  };
}

function organisationsIn(party: Party, reading: Reading): string[] {
  const entities = entitiesIn(reading, party, ['organisation', 'armed_group']);
  return entities.flatMap((entity) => usualName(reading, entity) ?? []);
}

function personsIn(party: Party, reading: Reading): string[] | undefined {
  if (party.type !== 'person') return undefined;
  const names = entitiesIn(reading, party, ['person']).flatMap(
    (entity) => fullestName(reading, entity) ?? [],
  );
  return names.length > 0 ? names : undefined;
}

const isOrganisation = (words: string, { type }: Party) =>
  type === 'state' || STATE_BODY.test(words.toUpperCase()) || OTHER_BODY.test(words.toUpperCase());

function isOfState({ side, type }: Party, words: readonly string[]): boolean {
  if (side === 'state force' || side === 'police' || type === 'state') return true;
  if (side !== null && side !== 'other') return false;
  return words.some((each) => STATE_BODY.test(each.toUpperCase()));
}

const AUTHORITIES: readonly string[] = ['government', 'military', 'police', 'court'];
const CLAIMED =
  /\b(?:CLAIM\w*|ADMIT\w*|ACKNOWLEDG\w*|TOOK|TAKEN|ASSUM\w*) (?:\w+ ){0,2}(?:RESPONSIBILITY|CREDIT)\b/;
const ACQUITTED = /\b(?:ACQUIT|EXONERAT|ABSOLV)/;
const DOUBTED =
  /\b(?:ALLEGED|ALLEGEDLY|PRESUMED|PRESUMABLY|PROBABLY|APPARENTLY|SUSPECTED|ACCUS\w*|BLAM\w*|ATTRIBUT\w*|BELIEVED)\b/;

/**
 * How sure a report is of a perpetrator, by the claim that its mention lies in and the words of its sentence (the
 * decision tree of the guidelines, slot 11).
 */
export function confidenceOf(party: Party, reading: Reading): string {
  const said = party.mentions.map((mention) => ({ mention, claim: claimOf(mention, party, reading) }));
  const sentences = said.map(({ mention }) => sentenceAround(reading.text, mention)).join(' ');
  if (ACQUITTED.test(sentences)) return 'ACQUITTED';
  if (CLAIMED.test(sentences) || said.some(({ claim }) => claim?.stance === 'admits'))
    return 'CLAIMED OR ADMITTED';
  const accusation = said.find(({ claim }) => claim?.stance === 'accuses')?.claim;
  if (!accusation && !DOUBTED.test(sentences)) return 'REPORTED AS FACT';
  const speaker = (accusation ?? said.find(({ claim }) => claim)?.claim)?.speaker;
  const isByAuthority = speaker != null && AUTHORITIES.includes(speaker.kind);
  return isByAuthority ? 'SUSPECTED OR ACCUSED BY AUTHORITIES' : 'SUSPECTED OR ACCUSED';
}

function claimOf(mention: Mention, party: Party, { claims }: Reading): Claim | undefined {
  const id = mention.claim ?? party.claim;
  return id === undefined ? undefined : claims.find((claim) => claim.id === id);
}
