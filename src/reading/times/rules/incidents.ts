import type { Amount, Found, FromIncidentMeaning, Unit } from '../meaning.js';
import { byWord, ordinalNumber, type Read, reads, type Words, year } from '../words.js';
import { monthAt } from './months.js';
import { afterThe, mayBeDay } from './pieces.js';
import type { Rule } from './rule.js';

/** "the eve of the vote", "on the eve of 5 May": the day before. What it is the eve of is found later. */
const eve: Rule = {
  name: 'the eve of an incident',
  read(words, at) {
    const start = afterThe(words, at);
    if (!reads(words, start, 'eve', 'of')) return undefined;
    return { first: at, last: start + 1, meaning: { is: 'from incident', unit: 'day', steps: -1 } };
  },
};

const DIRECTIONS = byWord<-1 | 1>({ before: -1, after: 1, following: 1 });

/** "the day after the raid", "the night before the vote", "the morning after the storm". */
const nextTo: Rule = {
  name: 'the unit next to an incident',
  opens: 'the',
  read(words, at) {
    if (words.lower[at] !== 'the') return undefined;
    const direction = DIRECTIONS[words.lower[at + 2] ?? ''];
    const part = words.terms[at + 1]?.part;
    const counted = words.terms[at + 1]?.unit;
    const unit: Unit | undefined = part?.stands === 'in' ? 'day' : counted?.unit;
    if (direction === undefined || unit === undefined || counted?.plural) return undefined;
    if (!/^(?:day|week|month|year)$/.test(unit) || (counted?.times ?? 1) > 1) return undefined;
    const meaning: FromIncidentMeaning = {
      is: 'from incident',
      unit,
      steps: direction,
      ...(part?.stands === 'in' && { part: part.code }),
    };
    return { first: at, last: at + 2, meaning };
  },
};

/** "the third day of the siege", "the first day of May", "the last day of 2020". */
const dayOf: Rule = {
  name: 'a day of a longer time or of an incident',
  opens: 'the',
  read(words, at) {
    if (words.lower[at] !== 'the') return undefined;
    const number = placeAt(words, at + 1);
    if (number === undefined || !reads(words, number.next, 'day', 'of')) return undefined;
    const period = periodAt(words, number.next + 2);
    if (period !== undefined)
      return { ...period, first: at, meaning: { is: 'day of', number: number.value, of: period.meaning } };
    // The last day of an incident is counted from nothing that is told.
    const steps = Math.max(0, number.value - 1);
    return { first: at, last: number.next + 1, meaning: { is: 'from incident', unit: 'day', steps } };
  },
};

function placeAt(words: Words, at: number): Read<number> | undefined {
  return /^(?:last|final)$/.test(words.lower[at] ?? '')
    ? { value: -1, next: at + 1 }
    : ordinalNumber(words, at);
}

/** "May", "May 2020", "2020" behind "the first day of". */
function periodAt(words: Words, at: number): Found | undefined {
  const month = monthAt(words, at);
  const written = year(words, month?.next ?? at);
  if (month === undefined && written === undefined) return undefined;
  const meaning = {
    is: 'calendar',
    ...(month && { month: month.value }),
    ...(written && { year: written.value }),
  } as const;
  return { first: at, last: written?.next ?? month?.next ?? at + 1, meaning };
}

/** "the first hours of the war", "the last days of the siege", "the opening minutes of the raid". */
const edgeOf: Rule = {
  name: 'the first or last units of an incident',
  opens: 'the',
  read(words, at) {
    if (words.lower[at] !== 'the') return undefined;
    if (!/^(?:first|early|opening|last|final|closing)$/.test(words.lower[at + 1] ?? '')) return undefined;
    const counted = words.terms[at + 2]?.unit;
    if (counted === undefined || words.lower[at + 3] !== 'of') return undefined;
    const isHour = /^(?:hour|minute)$/.test(counted.unit);
    if (!(counted.plural || isHour) || mayBeDay(words, at + 4)) return undefined;
    const length: Amount = { number: counted.plural ? 3 * counted.times : 1, vague: counted.plural };
    const meaning: FromIncidentMeaning = { is: 'from incident', unit: counted.unit, steps: 0, length };
    return { first: at, last: at + 3, meaning };
  },
};

export const incidentRules: readonly Rule[] = [eve, nextTo, dayOf, edgeOf];
