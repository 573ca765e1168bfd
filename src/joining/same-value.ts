import { daysOf, type Incident, type JoinedValues, kilometres, type Mention } from '../record/index.js';
import { folded } from './outlets.js';

/** The value of each field, without its words. */
export type Fields = { [F in keyof JoinedValues]: JoinedValues[F][number]['value'] };

/** The words of a value, where it has any, and how it follows from them. */
export type Words = Partial<Pick<Mention, 'start' | 'end' | 'quote' | 'basis' | 'rule'>>;

/** A value of an incident with its words, where it has any, and the claim that they lie in. */
interface Stated<T> {
  readonly value: T;
  readonly words: Words;
  readonly claim: string | undefined;
}

/** What an incident gives of each field. */
export const fields: { [F in keyof Fields]: (incident: Incident) => Stated<Fields[F]>[] } = {
  when: ({ when }) => (when ? [{ value: { edtf: when.edtf }, words: when, claim: when.claim }] : []),
  where: ({ where }) => {
    if (where === undefined) return [];
    const { name, country, lat, lon, precision, gazetteer, radius } = where;
    const value = {
      name,
      country,
      lat,
      lon,
      precision,
      gazetteer,
      ...(radius === undefined ? {} : { radius }),
    };
    return [{ value, words: where, claim: where.claim }];
  },
  who: ({ who }) =>
    who.map(({ role, name, aliases, type, side, mentions, claim, basis, rule }) => ({
      value: { role, name, aliases, type, side },
      words: { ...mentions[0], ...(basis && { basis }), ...(rule && { rule }) },
      claim: claim ?? mentions[0]?.claim,
    })),
  means: ({ means }) => means.map((one) => ({ value: { name: one.quote }, words: one, claim: one.claim })),
  toll: ({ toll }) =>
    toll.map((one) => {
      const { outcome, low, high, of, status } = one;
      return { value: { outcome, low, high, of, status }, words: one, claim: one.claim };
    }),
};

/** Kilometres within which two points of one precision are one place. */
const ONE_PLACE = 10;

/** Whether two values of a field are one. */
export const alike: { [F in keyof Fields]: (a: Fields[F], b: Fields[F]) => boolean } = {
  when: (a, b) => {
    const [x, y] = [daysOf(a.edtf), daysOf(b.edtf)];
    return a.edtf === b.edtf || (x !== undefined && x.first === y?.first && x.last === y.last);
  },
  where: (a, b) => {
    if (a.precision !== b.precision) return false;
    if (a.gazetteer !== null && a.gazetteer === b.gazetteer && a.precision !== 'exact')
      return !isUnknown(a, b);
    return folded(a.name) === folded(b.name) ? near(a, b, 50) : near(a, b, ONE_PLACE) && !isCoarse(a);
  },
  who: (a, b) => a.role === b.role && overlap(namesOf(a), namesOf(b)),
  means: (a, b) => bareNoun(a.name) === bareNoun(b.name),
  toll: (a, b) => a.outcome === b.outcome && a.low === b.low && a.high === b.high && mayBeSame(a.of, b.of),
};

/** Villages in no gazetteer stand at the point of their country or region; two names there are two places. */
const isUnknown = (a: Fields['where'], b: Fields['where']) =>
  isCoarse(a) && folded(a.name) !== folded(b.name);
const isCoarse = ({ precision }: Fields['where']) => precision !== 'exact' && precision !== 'city';

function near(a: Fields['where'], b: Fields['where'], limit: number): boolean {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null)
    return a.lat === b.lat && a.lon === b.lon;
  return kilometres({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon }) < limit;
}

/** The names that a party is known by: its name, and aliases that are names ("the group" is of many). */
function namesOf({ name, aliases }: Fields['who']): Set<string> {
  return new Set(
    [name, ...aliases.filter((alias) => /^\p{Lu}|\s\p{Lu}/u.test(alias.replace(/^The /, '')))].map(bareNoun),
  );
}

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((name) => b.has(name));

const ONES = 'one|two|three|four|five|six|seven|eight|nine';
const TEENS = 'ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen';
const TENS = `(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-(?:${ONES}))?`;
const LEADING = new RegExp(
  `^(?:(?:the|an?|some|several|many|at least|about|around|${TEENS}|${TENS}|${ONES}|dozens? of|\\d+(?:[.,]\\d+)?) )+`,
);

/** A name without article and number: "Two gunmen" and "the gunmen" are "gunmen". */
function bareNoun(name: string): string {
  const plain = folded(name).replace(LEADING, '');
  return plain.replace(/(?<=\p{L}{3}[^s])s$/u, '');
}

const CHILDREN =
  /\b(?:child|children|boys?|girls?|minors?|infants?|bab(?:y|ies)|toddlers?|schoolchildren|under eighteen|under 18)\b/i;
const WOMEN = /\b(?:wom[ae]n|mothers?|wi(?:fe|ves)|widows?)\b/i;
const ATTACKERS =
  /\b(?:attackers?|assailants?|gunmen|gunman|terrorists?|militants?|insurgents?|rebels?|bandits?|fighters?|jihadists?|bombers?|suspects?)\b/i;

/**
 * Whom a figure counts, as far as it parts figures: four children killed and four attackers killed are not one figure,
 * four people and four passengers are.
 */
export function peopleOf(of: string): string {
  if (CHILDREN.test(of)) return 'children';
  if (WOMEN.test(of)) return 'women';
  return ATTACKERS.test(of) ? 'attackers' : 'people';
}

/** "20 of them", "eleven": whom it counts is told elsewhere. */
function isUnsaid(of: string): boolean {
  return (
    `${folded(of)} `
      .replace(LEADING, '')
      .replace(/^(?:of )?(?:them|those|others|more|people|dead)? ?$/, '') === ''
  );
}

/** Whether two figures may count the same people; what does not say whom may count anybody but children or women. */
function mayBeSame(a: string, b: string): boolean {
  const [one, other] = [peopleOf(a), peopleOf(b)];
  const isOfSome = [one, other].some((people) => people === 'children' || people === 'women');
  return one === other || (!isOfSome && (isUnsaid(a) || isUnsaid(b)));
}
