import type { Nominal } from './nominals.js';
import { childWith, labelAt, type Page, wordAt } from './page.js';
import { learn, type Referents } from './referents.js';
import { fitsType } from './words.js';

/**
 * Sieve 1, precise constructs: "Abu Baqir al-Saadi, a leader of Kataib Hezbollah,", "the group, the Northern Guard,",
 * "the city of Mosul", "the Northern Guard militia". What a sentence says by "is" ("Karim is a general") is learned too, but the
 * phrase is no mention.
 */
export function linkAppositions(page: Page, referents: Referents): void {
  for (const nominal of page.nominals) {
    if (nominal.pronoun !== '') continue;
    const inner = called(page, nominal);
    const other = inner ?? appositionOf(page, nominal);
    if (other === undefined) learnPredicate(page, referents, nominal);
    else if (join(page, referents, nominal, other) && inner !== undefined) referents.delete(inner);
  }
}

/** The phrase that a phrase stands behind as an apposition. */
function appositionOf(page: Page, nominal: Nominal): Nominal | undefined {
  if (labelAt(page, nominal.head) !== 'appos') return undefined;
  const other = page.byHead.get(page.grammar.heads[nominal.head] ?? -1);
  // "Omar and Ali, the generals", "Omar, Ali and Karim": a list is no apposition.
  if (other === undefined || isListed(page, nominal) || isListed(page, other)) return undefined;
  return isTight(page, other, nominal) ? other : undefined;
}

/** Whether nothing but a comma or a quotation mark parts two phrases: brackets and colons part what is not the same. */
function isTight(page: Page, before: Nominal, behind: Nominal): boolean {
  const between = page.document.tokens.slice(Math.max(before.last, behind.first - 4), behind.first);
  return between.every(({ text }) => /^[,“"‘'–—]$/.test(text));
}

function isListed(page: Page, nominal: Nominal): boolean {
  return (
    childWith(page, nominal.head, /^(?:conj|cc)$/) !== undefined || labelAt(page, nominal.head) === 'conj'
  );
}

/** Not "the capital of Greece", "the area of Mosul". */
const CALLED_OF =
  /^(?:city|town|village|hamlet|island|state|province|district|county|governorate|region|republic|kingdom)$/;

/** "the city of Mosul", "the Northern Guard militia": the name that a phrase with "the" is called by. */
function called(page: Page, nominal: Nominal): Nominal | undefined {
  if (nominal.name !== undefined || nominal.isPlural || !page.words.kinds.has(nominal.noun)) return undefined;
  if (wordAt(page, nominal.first) !== 'the') return undefined;
  const tied = page.byHead.get(nominal.head - 1);
  if (tied?.name !== undefined && tied.first === nominal.first + 1 && nominal.last === nominal.head + 1) {
    return tied.name.type === 'organisation' || tied.name.type === 'armed_group' ? tied : undefined;
  }
  const isOf = nominal.head === nominal.first + 1 && wordAt(page, nominal.head + 1) === 'of';
  const behind = isOf ? childWith(page, nominal.head + 1, /^pobj$/) : undefined;
  const place = behind === undefined ? undefined : page.byHead.get(behind);
  return CALLED_OF.test(nominal.noun) && place?.name?.type === 'place' && place.last === nominal.last
    ? place
    : undefined;
}

/** Gives two phrases one referent where one of them is named, and the words of the other fit the name. Tells whether it did. */
function join(page: Page, referents: Referents, a: Nominal, b: Nominal): boolean {
  const [of, other] = [referents.get(a), referents.get(b)];
  if (of === undefined || other === undefined || of === other) return false;
  if ((of.entity === undefined) === (other.entity === undefined)) return false;
  const [named, described, phrase] = of.entity === undefined ? [other, of, a] : [of, other, b];
  if (phrase.isPlural || phrase.name !== undefined || named.type === undefined) return false;
  const kinds = [...described.kinds];
  const isFitting =
    kinds.length > 0 ? fitsType(kinds, named.type) : named.type === 'person' && isPersonLike(phrase.noun);
  // "Changzhou, Jiangsu province": a place in another.
  if (!isFitting || (named.type === 'place' && hasProperNoun(page, phrase))) return false;
  referents.set(phrase, named);
  learn(page, named, phrase);
  return true;
}

function hasProperNoun(page: Page, { first, head }: Nominal): boolean {
  for (let at = first; at < head; at++) {
    if (/^NNP/.test(page.grammar.penn[at] ?? '')) return true;
  }
  return false;
}

/** "trainer", "physicist": a word that is no list's, but made like those for persons. */
export function isPersonLike(noun: string): boolean {
  return /(?:[^aeiou]er|[ts]or|ist|ian|man|woman|ee|eer|ant)$/.test(noun) && noun.length > 4;
}

/** "Karim is a general", "Karim became the general": what a name is said to be, unless it is denied. */
function learnPredicate(page: Page, referents: Referents, nominal: Nominal): void {
  if (labelAt(page, nominal.head) !== 'attr' || nominal.isPlural || nominal.name !== undefined) return;
  const verb = page.grammar.heads[nominal.head] ?? -1;
  if (!/^(?:be|become|remain)$/.test(page.grammar.lemmas[verb] ?? '')) return;
  if (
    childWith(page, verb, /^(?:neg)$/) !== undefined ||
    childWith(page, nominal.head, /^neg$/) !== undefined
  )
    return;
  const subject = page.byHead.get(childWith(page, verb, /^nsubj$/) ?? -1);
  const referent = subject && referents.get(subject);
  const kinds = page.words.kinds.get(nominal.noun) ?? [];
  if (referent?.type === undefined || !fitsType(kinds, referent.type)) return;
  learn(page, referent, nominal);
  referents.delete(nominal);
}
