import { daysOf, type Incident, type Party, type Reading, type Side } from '../../../src/record/index.js';
import type { Told } from './draft.js';
import { nationOf, nations, thingType } from './lists.js';

/** "Recent" in MUC-4: within two months of the report. */
const RECENT_DAYS = 61;
/** A sum of so many incidents is a summary ("85 were kidnapped in six weeks") and not an incident. */
const SUMMARY = 20;
/** Days over which several incidents are still told as one. */
const LONGEST_DAYS = 14;

/**
 * Why MUC-4 codes no template for an incident; undefined where it does. The reasons are those of the guidelines, 1.0;
 * whether its kind and realis are coded is asked elsewhere.
 */
export function whyNotCoded({ incident, reading }: Told): string | undefined {
  if (isSummary(incident)) return 'a summary of many incidents';
  if (isOld(incident, reading)) return 'more than two months old, and background';
  if (isElsewhere(incident)) return 'in none of the nine countries';
  if (isAmongArmed(incident)) return 'between armed forces alone';
  return undefined;
}

function isSummary({ number, when }: Incident): boolean {
  if (number <= 1) return false;
  const days = when && daysOf(when.edtf);
  return number >= SUMMARY || (days !== undefined && days.last - days.first > LONGEST_DAYS);
}

/** Old incidents are coded where the report has news of them, which is taken to be where it is about them. */
function isOld({ core, when }: Incident, { report }: Reading): boolean {
  const [days, published] = [when && daysOf(when.edtf), report.published && daysOf(report.published.edtf)];
  return !core && days !== undefined && published != null && days.last < published.first - RECENT_DAYS;
}

function isElsewhere({ where, who }: Incident): boolean {
  const codes = [where?.country ?? []].flat();
  if (codes.length === 0) return false;
  if (nations.some(({ code, isHere }) => isHere && codes.includes(code))) return false;
  return !who.some(({ mentions }) =>
    mentions.some(({ quote }) => nationOf(quote.toUpperCase())?.isHere === true),
  );
}

const ARMED: readonly (Side | null)[] = ['state force', 'police', 'rebel group', 'political militia'];

/**
 * Guerrillas, soldiers and police who harm each other are at war; it becomes terrorism where anybody or anything else
 * is hit. Foreign forces count as anybody else.
 */
function isAmongArmed({ kind, who, toll }: Incident): boolean {
  if (toll.some(({ status, high }) => (status === 'civilian' || status === 'mixed') && high !== 0))
    return false;
  const recipients = who.filter(({ role }) => role === 'recipient');
  if (recipients.length === 0) return kind === 'armed_clash';
  return recipients.every(isArmed);
}

function isArmed({ side, type, mentions }: Party): boolean {
  const words = mentions.map(({ quote }) => quote.toUpperCase()).join(' ; ');
  if (/\b(?:FORMER|RETIRED|EX-)/.test(words)) return false;
  if (type === 'thing') return thingType(words) === 'MILITARY' || side === 'state force';
  return ARMED.includes(side);
}
