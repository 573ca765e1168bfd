import { beginsWithDigit } from '../words.js';
import { clockRules } from './clock.js';
import { countedRules } from './counted.js';
import { dateRules } from './dates.js';
import { feastRules } from './feasts.js';
import { incidentRules } from './incidents.js';
import { lengthRules } from './lengths.js';
import { monthRules } from './months.js';
import { partRules } from './parts-of-day.js';
import { referenceRules } from './references.js';
import { relativeRules } from './relative.js';
import type { Rule } from './rule.js';
import { seasonRules } from './seasons.js';
import { setRules } from './sets.js';
import { weekdayRules } from './weekdays.js';
import { yearRules } from './years.js';
import { yearOfKindRules } from './years-of-kind.js';

/** All rules. Where two read from the same token the longer reading wins, and the earlier rule between equals. */
const rules: readonly Rule[] = [
  ...dateRules,
  ...clockRules,
  ...feastRules,
  ...weekdayRules,
  ...monthRules,
  ...yearRules,
  ...yearOfKindRules,
  ...seasonRules,
  ...countedRules,
  ...relativeRules,
  ...partRules,
  ...setRules,
  ...incidentRules,
  ...lengthRules,
  ...referenceRules,
];

const without = (...kinds: readonly Rule['opens'][]) =>
  rules.filter(({ opens }) => opens === undefined || !kinds.includes(opens));
const [atDigit, atThe, elsewhere] = [without('the'), without('digit'), without('digit', 'the')];

/** The rules that can read a time which begins with this word, in lower case. */
export function rulesFor(word: string): readonly Rule[] {
  if (beginsWithDigit(word)) return atDigit;
  return word === 'the' ? atThe : elsewhere;
}

export type { Rule } from './rule.js';
