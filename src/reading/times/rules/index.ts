import { clockRules } from './clock.js';
import { dateRules } from './dates.js';
import { feastRules } from './feasts.js';
import { lengthRules } from './lengths.js';
import { monthRules } from './months.js';
import { partRules } from './parts-of-day.js';
import { relativeRules } from './relative.js';
import type { Rule } from './rule.js';
import { seasonRules } from './seasons.js';
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
  ...relativeRules,
  ...partRules,
  ...lengthRules,
];

export type { Rule } from './rule.js';
