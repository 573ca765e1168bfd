import { codebook, type Incident } from '../../../src/record/index.js';
import { oneLine } from '../normal.js';
import { type IncidentType, TYPES } from '../template.js';
import type { Draft, Told } from './draft.js';
import { sentenceAround } from './words.js';

const EXPLOSIVE =
  /\b(?:BOMB|DYNAMIT|EXPLO|BLAST|BL[EO]WN? UP|BLOWING UP|DETONAT|GRENADE|MINED\b|TNT\b|CAR-?BOMB)/;
const FIRE = /\b(?:BURN|ARSON|ON FIRE\b|SET FIRE|SETTING FIRE|TORCH|IGNIT|SETTING\b.*\bABLAZE)/;
const THEFT =
  /\b(?:ROB(?:BED|BERY|BERIES|BING|S)?\b|LOOT|STOLE|STEAL|THEFT|HOLD-?UP\b|RANSACK|PILLAG|PLUNDER)/;
const CAPTIVES = /\b(?:KIDNAP|ABDUCT|HOSTAGE|HIJACK)/;
const STOPPAGE = /\b(?:ARMED (?:STRIKE|STOPPAGE)|(?:WORK|TRANSPORT|TRANSPORTATION) STOPPAGE)/;

/**
 * The incident type of MUC-4; undefined where it has none for the kind. The kinds are those of the codebook's MUC-4
 * column; where that leaves a choice, and where "attack" hides a finer type, the words decide.
 */
export function typeOf({ incident, reading }: Told): IncidentType | undefined {
  const words = ownWords({ incident, reading });
  const sentence = incident.mentions[0] ? sentenceAround(reading.text, incident.mentions[0]) : '';
  if (incident.kind === 'protest') return STOPPAGE.test(sentence) ? 'forced work stoppage' : undefined;
  const column = codebook.find(({ kind }) => kind === incident.kind)?.muc ?? undefined;
  if (column === undefined) return undefined;
  const choices = column.toLowerCase().split('|');
  // Bombs from the air, shells and rockets are ATTACK in MUC-4, and never BOMBING.
  if (incident.kind === 'air_strike' || incident.kind === 'shelling') return 'attack';
  if (choices.length === 1 && choices[0] !== 'attack') return TYPES.find((type) => type === choices[0]);
  const type = finerType(words);
  // What a state seizes is no terrorism, unless it is stolen or people are: police seized a ton of cocaine.
  return incident.kind === 'seizure' && type === 'attack' && isByState(incident) ? undefined : type;
}

const isByState = ({ who }: Incident) =>
  who.some(
    ({ role, type, side }) =>
      role === 'actor' && (type === 'state' || side === 'state force' || side === 'police'),
  );

/** An attack is what is left when no other type fits: "ATTACK should be used only when …" (guidelines, 7.5). */
function finerType(words: string): IncidentType {
  if (EXPLOSIVE.test(words)) return 'bombing';
  if (FIRE.test(words)) return 'arson';
  if (THEFT.test(words)) return 'robbery';
  return CAPTIVES.test(words) ? 'kidnapping' : 'attack';
}

/** Mentions and means of an incident, on one line, in upper case. */
export function ownWords({ incident }: Told): string {
  return oneLine(
    [...incident.mentions, ...incident.means].map(({ quote }) => quote).join(' ; '),
  ).toUpperCase();
}

/** Whether it came about; undefined for what MUC-4 does not code: planned, denied, a mere possibility. */
export function stageOf({ incident }: Told): Draft['stage'] | undefined {
  if (incident.realis === 'threatened') return 'THREATENED';
  if (incident.realis === 'attempted') return 'ATTEMPTED';
  if (incident.realis !== 'happened' && incident.realis !== 'ongoing') return undefined;
  return incident.kind === 'foiled_attack' ? 'ATTEMPTED' : 'ACCOMPLISHED';
}
