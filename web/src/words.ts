import type { Family, Precision, Published, Realis, Stance, VictimStatus } from '../../src/record/index.js';
import type { Field } from './proof.js';

/** The words that the desk has for the names of the record. */

export const fieldWords: Record<Field, string> = {
  mention: 'What',
  when: 'When',
  where: 'Where',
  actor: 'Actor',
  recipient: 'Recipient',
  means: 'Means',
  toll: 'Toll',
  claim: 'Claim',
};

export const familyWords: Record<Family, string> = {
  explosion: 'Explosions',
  battle: 'Battles',
  violence: 'Violence',
  unrest: 'Unrest',
  state_action: 'State action',
  accord: 'Accord',
  other_harm: 'Other harm',
  other: 'Other',
};

export const families = Object.keys(familyWords) as Family[];

export const realisWords: Record<Realis, string> = {
  happened: 'happened',
  attempted: 'attempted',
  ongoing: 'ongoing',
  planned: 'planned',
  threatened: 'threatened',
  denied: 'denied',
  hypothetical: 'supposed',
};

export const precisionWords: Record<Precision, string> = {
  exact: 'a spot in or by the town',
  city: 'the town',
  district: 'the district',
  region: 'the region',
  country: 'only the country',
  area: 'only the area',
};

export const stanceWords: Record<Stance, string> = {
  says: 'says',
  confirms: 'confirms',
  denies: 'denies',
  accuses: 'accuses',
  admits: 'admits',
  threatens: 'threatens',
  demands: 'demands',
  pledges: 'pledges',
  condemns: 'condemns',
  supports: 'supports',
};

export const publishedWords: Record<Published['basis'], string> = {
  given: 'as given',
  metadata: 'from the page’s own data',
  dateline: 'from the dateline',
  inferred: 'worked out',
};

export const statusWords: Record<VictimStatus, string> = {
  civilian: 'civilians',
  combatant: 'combatants',
  police: 'police',
  mixed: 'civilians and combatants',
  unknown: '',
};

/** The name of a kind as it is read aloud: `air_strike` is "Air strike". */
export function kindWords(kind: string): string {
  const words = kind.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
