import { type Party, type Reading, type Span, spanHolds } from '../../../src/record/index.js';
import { normal, oneLine } from '../normal.js';

const PRONOUN =
  /^(?:i|you|he|she|it|we|they|him|her|us|them|his|hers|its|their|theirs|who|whom|which|that|this|these|those|others?|one|ones|some|all|both|each|himself|herself|themselves|itself)$/i;
const NUMBER =
  'ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|SEVERAL|SOME|MANY|DOZENS OF|VARIOUS|\\d[\\d,.]*';
/** What goes before a description and is no part of it: "AT LEAST TWO OTHER PEASANTS" is "PEASANTS". */
const OPENING = new RegExp(
  `^(?:(?:AT LEAST|ABOUT|AROUND|SOME|NEARLY|ALMOST|MORE THAN|UP TO|APPROXIMATELY|A|AN|THE|ANOTHER|OTHER|HIS|HER|THEIR|ITS|THESE|THOSE|${NUMBER})\\s+)+`,
  'i',
);
const BARE_NUMBER = new RegExp(`^(?:${NUMBER})$`, 'i');
/** Where a description ends: "MEN WHO WORE MASKS", "EPL [POPULAR LIBERATION ARMY]", "WILLIAM, HIS SON". */
const CLOSING = /\s*(?:[,;:([\])]|--|\s(?:WHO|WHOM|WHICH|THAT|WHOSE|WHERE)\s).*$/i;

/** Words as they stand in the text, on one line, without what opens and closes a description. */
export function description(words: string): string {
  const whole = oneLine(words).replace(/^["'\s]+|["'\s]+$/g, '');
  const bare = whole.replace(CLOSING, '').replace(OPENING, '').replace(/'S$/i, '').trim();
  return PRONOUN.test(bare) || BARE_NUMBER.test(bare) ? '' : bare;
}

/** What is said of a party, from mention to mention: pronouns left out, the first one first; empty where none is left. */
export function descriptions(party: Party): string[] {
  const words = party.mentions.map(({ quote }) => description(quote)).filter((each) => each !== '');
  return [...new Map(words.map((each) => [normal(each), each])).values()];
}

export type NameType = Reading['names'][number]['type'];

/** Who is named, by names of some kinds, in the mentions of a party: the entities that these speak of, in order. */
export function entitiesIn(reading: Reading, party: Party, types: readonly NameType[]): string[] {
  const inside = reading.names.filter(
    (name) => types.includes(name.type) && party.mentions.some((mention) => spanHolds(mention, name)),
  );
  const own = types.includes('person') ? inside.filter((name) => isHead(reading.text, name, party)) : inside;
  return [...new Set(own.map(({ entity }) => entity))];
}

/** Not "GALAN" in "GALAN'S DRIVER", nor in "BODYGUARD OF GALAN". */
function isHead(text: string, name: Span, party: Party): boolean {
  const mention = party.mentions.find((each) => spanHolds(each, name));
  const before = text.slice(mention?.start ?? name.start, name.start);
  if (/\b(?:OF|TO|FOR|BY|WITH|AGAINST|FROM|IN)\s+(?:\S+\s+){0,2}$/i.test(before)) return false;
  return !/^['’]S?\b/i.test(text.slice(name.end)) || /,\s*$/.test(before);
}

/** The names of one entity in the order of their length, longest first, on one line, without what is in brackets. */
function formsOf(reading: Reading, entity: string): string[] {
  const quotes = reading.names
    .filter((name) => name.entity === entity)
    .map(({ quote }) =>
      oneLine(quote)
        .replace(/\s*[[(].*$/, '')
        .replace(/^THE\s+/i, ''),
    );
  return quotes.filter((quote) => quote !== '').toSorted((a, b) => b.length - a.length);
}

/** The fullest name of a person. */
export const fullestName = (reading: Reading, entity: string): string | undefined =>
  formsOf(reading, entity)[0];

/** The name of an organisation that a report uses most, the longer of two: what is used often is bounded well. */
export function usualName(reading: Reading, entity: string): string | undefined {
  const forms = formsOf(reading, entity);
  const uses = (form: string) => forms.filter((other) => normal(other) === normal(form)).length;
  return forms.toSorted((a, b) => uses(b) - uses(a))[0];
}

/** The sentence around a span, without its full stop, on one line, in upper case. */
export function sentenceAround(text: string, { start, end }: Pick<Span, 'start' | 'end'>): string {
  const before = [...text.slice(0, start).matchAll(/[.!?]["')\]]*\s/g)].at(-1);
  const after = text.slice(end).search(/[.!?]["')\]]*(?:\s|$)/);
  const from = before === undefined ? 0 : before.index + before[0].length;
  return oneLine(text.slice(from, after < 0 ? text.length : end + after)).toUpperCase();
}

const NUMBERS = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT', 'NINE', 'TEN'];

/** How many a mention speaks of, as MUC writes it: `2`, `~100`, `6-`, `PLURAL`. */
export function numberOf(mention: string): string {
  const words = oneLine(mention)
    .toUpperCase()
    .replace(/^(?:THE|OTHER)\s+/, '');
  const found =
    /^(AT LEAST|MORE THAN|ABOUT|AROUND|SOME|APPROXIMATELY|NEARLY|ALMOST)?\s*([A-Z]+|\d[\d,]*)\b/.exec(words);
  const digits = Number((found?.[2] ?? '').replaceAll(',', ''));
  const value = Number.isNaN(digits) || digits === 0 ? NUMBERS.indexOf(found?.[2] ?? '') + 1 : digits;
  if (value > 0) return shape(value, found?.[1]);
  return isPlural(description(words)) ? 'PLURAL' : '1';
}

function shape(value: number, before: string | undefined): string {
  if (before === undefined) return String(value);
  if (before === 'AT LEAST') return `${value}-`;
  return before === 'MORE THAN' ? `${value + 1}-` : `~${value}`;
}

/** By the head of a description: the last word before "OF", "IN" and the like. */
function isPlural(words: string): boolean {
  const head =
    words
      .split(/\s(?:OF|IN|FROM|AT|ON|WITH|FOR|NEAR|BELONGING)\s/)[0]
      ?.split(' ')
      .at(-1) ?? '';
  return /(?:[^S]S|MEN|PEOPLE|POLICE|CHILDREN|PERSONNEL)$/.test(head) && !/(?:BUS|HEADQUARTERS)$/.test(head);
}
