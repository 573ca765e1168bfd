import { isoYear } from '../calendar.js';
import type { Meaning, ReferenceMeaning } from '../meaning.js';
import { resolveOfDay } from './clock.js';
import { type Context, type Resolved, unresolved } from './context.js';
import { resolveDate } from './days.js';
import { resolveDayOf, resolveFromIncident, resolveRunning } from './incidents.js';
import { lengthValue, resolveReach } from './lengths.js';
import { resolveFeast, resolveWeekday } from './named-days.js';
import { resolveMonth, resolveYear, resolveYearOf } from './periods.js';
import { resolveEra, resolvePeriod } from './seasons.js';
import { resolveBetween, resolveOpen } from './spans.js';
import { resolveStep } from './steps.js';

export {
  type Context,
  type CountedFrom,
  fromWords,
  type Mention,
  type Resolved,
  type Told,
} from './context.js';

/** Works out what the words of a time come to. Never throws; where nothing can be worked out `edtf` is null and the rule says why. */
export function resolve(meaning: Meaning, context: Context): Resolved {
  const resolved = resolveMeaning(meaning, context);
  return resolved.value.includes('-') ? { ...resolved, value: withEra(resolved.value) } : resolved;
}

/** TIMEX3 counts years before Christ as we say them: `BC0499`, where EDTF has `-0498`. */
function withEra(value: string): string {
  return value.replace(/(^|\/)-(\d{4})/g, (_, start, year) => `${start}BC${isoYear(Number(year) + 1)}`);
}

function resolveMeaning(meaning: Meaning, context: Context): Resolved {
  switch (meaning.is) {
    case 'calendar':
      if (meaning.kind) return resolveYearOf(meaning.kind, meaning.year ?? 0);
      if (meaning.week && meaning.month !== undefined) return resolveMonth(meaning, context);
      if (meaning.month === undefined && meaning.day === undefined)
        return resolveYear(meaning.year ?? 0, meaning.portion, 'the year as written');
      return meaning.day === undefined ? resolveMonth(meaning, context) : resolveDate(meaning, context);
    case 'weekday':
      return resolveWeekday(meaning, context);
    case 'feast':
      return resolveFeast(meaning, context);
    case 'step':
      return resolveStep(meaning, context);
    case 'reach':
      return resolveReach(meaning, context);
    case 'period':
      return resolvePeriod(meaning, context);
    case 'era':
      return resolveEra(meaning);
    case 'of day':
      return resolveOfDay(meaning, context, meaning.day && resolve(meaning.day, context));
    case 'between':
      return resolveBetween(meaning, context, resolve);
    case 'open':
      return resolveOpen(meaning, context, resolve);
    case 'duration':
      return unresolved(
        'DURATION',
        lengthValue(meaning.unit, meaning.amount),
        'a length of time; the words do not say which',
      );
    case 'repeated':
      return unresolved('SET', meaning.value, `it comes again: ${meaning.words}`);
    case 'from incident':
      return resolveFromIncident(meaning, context, resolve);
    case 'day of':
      return resolveDayOf(meaning, context, resolve);
    case 'running':
      return resolveRunning(meaning, context);
    case 'reference':
      return unresolved('DATE', meaning.value, REFERENCES[meaning.value]);
    case 'impossible':
      return unresolved('DATE', 'XXXX-XX-XX', meaning.why);
  }
}

const REFERENCES: Readonly<Record<ReferenceMeaning['value'], string>> = {
  PAST_REF: 'the past; the words do not say when',
  PRESENT_REF: 'the present of the text; the words do not say for how long',
  FUTURE_REF: 'the future; the words do not say when',
};
