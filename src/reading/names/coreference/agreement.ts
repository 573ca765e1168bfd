import { isPersonLike } from './appositions.js';
import type { Page } from './page.js';
import type { Referent } from './referents.js';
import type { Kind } from './words.js';

/** The third persons, by the pronoun that is their subject. */
export type Sort = 'he' | 'she' | 'it' | 'they';

const FORMS: readonly (readonly [Sort, string])[] = [
  ['he', 'he him his himself'],
  ['she', 'she her hers herself'],
  ['it', 'it its itself'],
  ['they', 'they them their theirs themselves'],
];
const SORTS = new Map(
  FORMS.flatMap(([sort, forms]) => forms.split(' ').map((form) => [form, sort] as const)),
);

/** "him" → "he"; undefined for pronouns of other persons. */
export function sortOf(pronoun: string): Sort | undefined {
  return SORTS.get(pronoun);
}

/** Whether a pronoun can stand for a referent, by number, gender and kind. What is not known is let through. */
export function agrees(page: Page, referent: Referent, sort: Sort): boolean {
  if (sort === 'they') return mayBeThey(referent);
  if (referent.isPlural) return false;
  return sort === 'it' ? mayBeIt(referent) : mayBePerson(page, referent, sort);
}

function mayBePerson(page: Page, { type, gender, kinds, latest }: Referent, sort: Sort): boolean {
  if (gender !== undefined && gender !== sort) return false;
  if (type !== undefined) return type === 'person';
  // A proper name that the names stage did not find may be anybody.
  const isUnlisted = /^NNP/.test(page.grammar.penn[latest.head] ?? '');
  return kinds.has('person') || isUnlisted || isPersonLike(latest.noun);
}

const MANY: readonly Kind[] = ['people', 'armed', 'group', 'firm', 'body'];

function mayBeThey({ type, kinds, isPlural }: Referent): boolean {
  if (type === undefined) return isPlural || MANY.some((kind) => kinds.has(kind));
  return type === 'organisation' || type === 'armed_group' || type === 'nationality';
}

function mayBeIt({ type, kinds }: Referent): boolean {
  if (type !== undefined) return type !== 'person' && type !== 'nationality';
  return !(kinds.has('person') && kinds.size === 1);
}

/** "they" is seldom one body, and "it" seldom a place. */
export function likelihood(referent: Referent, sort: Sort): number {
  if (sort === 'they' && !referent.isPlural) return 0.6;
  return sort === 'it' && referent.type === 'place' ? 0.8 : 1;
}
