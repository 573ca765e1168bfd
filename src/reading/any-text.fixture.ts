import fc from 'fast-check';
import { checkSpans, Reading, type Span } from '../record/index.js';

const words =
  'a the two dozens of killed killing wounded said denied accused that it he who was were will had been attack raid ' +
  'protest blast shelling arrested in near north on by from to at and after since until between per police soldiers ' +
  'rebels gunmen people at least 5 20 1,200 half Mr. Gen. President Omar al-Saleh Hezbollah UN U.S. Kabul Baghdad Iraq ' +
  'Iraqi Camp province airport Monday Friday Feb. 8 2024 21:30 GMT last next days ago overnight according citing ' +
  'claimed responsibility for ’s -- - — – ( ) [ ] “ ” " ‘ ’ , . ; : ? ! … \n \n\n \t İ ﬁ é \u0301 😀 \ud800 ​ READ MORE: ' +
  'AFP (Reuters) KILLED St. constructor __proto__ toString';
const piece = fc.constantFrom(...words.split(' '), '\n');
const joined = (separator: string) =>
  fc.array(piece, { minLength: 1, maxLength: 60 }).map((pieces) => pieces.join(separator));

/** Texts that a reader must stand: news words in any order, with and without spaces, and characters of any kind. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: joined(' ') },
  { weight: 1, arbitrary: joined('') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 150 }) },
);

/** Throws where a reading breaks a promise of the record: its form, its spans, their order, or what points to what. */
export function checkReading(reading: Reading): Reading {
  checkSpans(Reading.parse(reading));
  apart('names', reading.names);
  apart('places', reading.places);
  apart('times', reading.times);
  const claims = reading.claims.map(({ id }) => id);
  const incidents = reading.incidents.map(({ id }) => id);
  within('claim', reading.incidents.flatMap(claimsOn), claims);
  within(
    'incident',
    reading.claims.flatMap(({ about }) => about),
    incidents,
  );
  return reading;
}

function apart(what: string, spans: readonly Span[]): void {
  for (const [at, { start }] of spans.entries()) {
    const end = spans[at - 1]?.end ?? 0;
    if (start < end)
      throw new Error(`${what}[${at}] starts at ${start}, before the one in front of it ends, at ${end}`);
  }
}

function claimsOn({ claim, mentions, toll, who }: Reading['incidents'][number]): string[] {
  const all = [{ claim }, ...mentions, ...toll, ...who.flatMap((party) => party.mentions)];
  return all.flatMap((each) => each.claim ?? []);
}

function within(what: string, named: readonly string[], known: readonly string[]): void {
  const lost = named.find((id) => !known.includes(id));
  if (lost !== undefined) throw new Error(`there is no ${what} ${lost}`);
}
