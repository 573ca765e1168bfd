import { topOf } from '../syntax/index.js';
import { isDay } from './join.js';
import type { Found, FromIncidentMeaning, Meaning } from './meaning.js';
import { byWord, isDash, reads, type Words } from './words.js';

/** How far behind a time the words may stand that it is counted from. */
const FAR = 12;
/** How many times on the one may be that the words of an incident name. */
const NEAR = 3;

/**
 * Finds the words that a time is counted from: "the vote" of "two days after the vote", and of "the day after Monday's
 * vote" the day that they name. A time that needs such words and has none is dropped; a mere length stays one.
 */
export function joinIncidents(words: Words, found: readonly Found[]): Found[] {
  return found.flatMap((each, index) => {
    const meaning = fromIncident(words, each);
    if (meaning === undefined) return [each];
    const incident = incidentBehind(words, each.last);
    const beside = dateBeside(words, found[index - 1], each);
    const whole = incident ? withIncident(words, each, incident, found[index + 1]) : each;
    if (beside)
      return [{ ...whole, meaning: { ...meaning, isBeside: true }, anchor: from(beside, 'expression') }];
    if (incident === undefined) return each.meaning.is === 'duration' ? [each] : [];
    const next = found.slice(index + 1, index + 1 + NEAR);
    const dated = next.find((other) => tells(words, other, incident.top));
    return dated && canCount(dated.meaning)
      ? [{ ...each, meaning: { ...meaning, of: dated.meaning }, anchor: from(dated, 'expression') }]
      : [{ ...whole, meaning, anchor: from(incident, 'incident') }];
  });
}

function from({ first, last }: Run, from: 'expression' | 'incident'): Found['anchor'] & object {
  return { first, last, from };
}

/** "On 21 July, the fifth day of the rising", "8 October – the day after the crossing": the date beside it says the day. */
function dateBeside(words: Words, before: Found | undefined, { first }: Found): Found | undefined {
  if (before === undefined || before.last !== first - 1 || !isDay(before.meaning)) return undefined;
  return isDash(words, first - 1) || /^[,(]$/.test(words.lower[first - 1] ?? '') ? before : undefined;
}

/** What a time says that needs an incident; undefined for one that does not. */
function fromIncident(words: Words, { meaning, first, last }: Found): FromIncidentMeaning | undefined {
  if (meaning.is === 'from incident') return meaning;
  if (meaning.is !== 'duration' || !/^(?:day|night|week|month|year)$/.test(meaning.unit)) return undefined;
  const { unit, amount: length } = meaning;
  const [opener = '', next = ''] = words.lower.slice(last, last + 2);
  // "the first three years of the war".
  if (opener === 'of')
    return reads(words, first - 2, 'the', 'first')
      ? { is: 'from incident', unit, steps: 0, length }
      : undefined;
  const direction = DIRECTIONS[opener];
  const isOpen = /^(?:earlier|later)$/.test(opener) ? next === 'than' : opener !== 'prior' || next === 'to';
  if (!direction || !isOpen) return undefined;
  const steps = direction * length.number;
  // "on 11 May, three days later than planned" is a day; "three days after the raid" is a length, beside a day or not.
  return { is: 'from incident', unit, steps, ...(next !== 'than' && { length }) };
}

const DIRECTIONS = byWord<-1 | 1>({
  before: -1,
  prior: -1,
  earlier: -1,
  after: 1,
  following: 1,
  later: 1,
});

/** Tokens of a sentence, half-open. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/** "the first day of the Battle of the Somme" is one expression, where "the day" of "the day after the battle" is. */
function withIncident(words: Words, found: Found, incident: Run, next: Found | undefined): Found {
  if (words.lower[found.last] !== 'of') return found;
  const inner = words.lower[incident.last] === 'of' ? topBehind(words, incident.last) : undefined;
  const last = inner === undefined ? incident.last : inner + 1;
  return next && next.first < last ? found : { ...found, last };
}

/** The noun or verb behind "after", "before" or "of" that hangs on it, with the words before it. */
function incidentBehind(words: Words, at: number): { first: number; last: number; top: number } | undefined {
  const opener = words.lower[at + 1] === 'to' && words.lower[at] === 'prior' ? at + 1 : at;
  const top = topBehind(words, opener);
  return top === undefined ? undefined : { first: opener + 1, last: top + 1, top };
}

function topBehind({ heads, labels }: Words, at: number): number | undefined {
  // "two days after the army invaded": there "after" hangs on the verb.
  const over = heads[at] ?? -1;
  if (labels[at] === 'mark' && over > at && over - at <= FAR) return over;
  for (let next = at + 1; next <= at + FAR; next++)
    if (heads[next] === at && /^(?:pobj|pcomp)$/.test(labels[next] ?? '')) return next;
  return undefined;
}

/** Whether a time hangs on a word, or on a preposition that does: "Monday's vote", "the vote of 3 May". */
function tells({ heads, labels }: Words, { first, last }: Found, top: number): boolean {
  const own = topOf(heads, first, last) ?? first;
  const over = heads[own] ?? -1;
  return own === top || over === top || (labels[over] === 'prep' && heads[over] === top);
}

function canCount(meaning: Meaning): boolean {
  return isDay(meaning) || (meaning.is === 'calendar' && meaning.portion === undefined);
}
