import { clockRules } from './clock.js';
import { countedRules } from './counted.js';
import { dateRules } from './dates.js';
import { feastRules } from './feasts.js';
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

/** All rules. Where two read from the same token the longer reading wins, and the earlier rule between equals. */
export const rules: readonly Rule[] = [
  ...dateRules,
  ...clockRules,
  ...feastRules,
  ...weekdayRules,
  ...monthRules,
  ...yearRules,
  ...seasonRules,
  ...countedRules,
  ...relativeRules,
  ...partRules,
  ...setRules,
  ...lengthRules,
  ...referenceRules,
];

export type { Rule } from './rule.js';
