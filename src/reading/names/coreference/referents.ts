import type { Name, NameType } from '../../../record/index.js';
import type { Gender } from '../lexicon.js';
import type { Nominal } from './nominals.js';
import { determinerOf, modifiersOf, type Page, wordAt } from './page.js';
import { genderOfTitle, type Kind, spelledOut } from './words.js';

/** Somebody or something that noun phrases stand for, named or not: what is known of it so far. */
export interface Referent {
  /** Undefined as long as no name is known. */
  entity: string | undefined;
  type: NameType | undefined;
  gender: Gender | undefined;
  readonly kinds: Set<Kind>;
  /** Words that it is called: nouns of its names, titles, and descriptions. */
  readonly nouns: Set<string>;
  /** What goes with those words: "Iranian", "foreign". */
  readonly modifiers: Set<string>;
  isPlural: boolean;
  /** The last of its noun phrases. */
  latest: Nominal;
}

/** Words that are kept of one referent; one of which more is said is talked of all through a long report. */
const MOST = 150;

/** Which referent each noun phrase stands for. */
export type Referents = Map<Nominal, Referent>;

/** A referent for every name of the names stage, and one for every other noun phrase. Pronouns have none yet. */
export function referentsOf(page: Page): Referents {
  const referents: Referents = new Map();
  const byEntity = new Map<string, Referent>();
  for (const nominal of page.nominals) {
    if (nominal.pronoun !== '') continue;
    const { name } = nominal;
    // "a World Cup", "another Hassan": one of several that bear the name.
    const isOne =
      name !== undefined && /^(?:an?|another|one|each|every|any)$/.test(wordAt(page, nominal.first));
    const known = name && byEntity.get(name.entity);
    const referent = isOne ? { ...fresh(nominal), entity: undefined } : (known ?? fresh(nominal));
    if (name !== undefined && !isOne) byEntity.set(name.entity, referent);
    referents.set(nominal, referent);
    learn(page, referent, nominal);
  }
  return referents;
}

function fresh(nominal: Nominal): Referent {
  const { name, isPlural } = nominal;
  return {
    entity: name?.entity,
    type: name?.type,
    gender: undefined,
    kinds: new Set(),
    nouns: new Set(),
    modifiers: new Set(),
    isPlural,
    latest: nominal,
  };
}

const PLACES: readonly Kind[] = ['country', 'town', 'area'];

/** Takes over what a noun phrase says of its referent. */
export function learn(page: Page, referent: Referent, nominal: Nominal): void {
  const { words } = page;
  if (referent.nouns.size + referent.modifiers.size > MOST) return;
  const { name } = nominal;
  if (name === undefined) {
    referent.nouns.add(nominal.noun);
    for (const kind of words.kinds.get(nominal.noun) ?? []) referent.kinds.add(kind);
    referent.gender ??= words.genders.get(nominal.noun);
  } else {
    learnName(page, referent, name);
  }
  for (const modifier of modifiersOf(page, nominal)) {
    const word = spelledOut(modifier);
    if (name !== undefined && (words.titles.has(word) || words.kinds.has(word))) referent.nouns.add(word);
    else referent.modifiers.add(word);
    referent.gender ??= genderOfTitle(word) ?? (name === undefined ? undefined : words.genders.get(word));
  }
}

function learnName(page: Page, referent: Referent, name: Name): void {
  const parts = name.quote.split(/[\s-]+/).filter(Boolean);
  const whole = name.quote.toLowerCase().replace(/^the /, '');
  // Only what is no country is a town or an area, and the other way round.
  if (name.type === 'place')
    for (const kind of page.words.countries.has(whole) ? PLACES.slice(0, 1) : PLACES.slice(1))
      referent.kinds.add(kind);
  // "Northern Guard" is a guard and "Ministry of Health" a ministry, but "Sea Kayak Club" is no sea.
  const words = name.quote.toLowerCase().split(/\s+/);
  const of = words.indexOf('of');
  if (name.type !== 'person')
    for (const word of [words.at(-1), words[of - 1]]) if (word) referent.nouns.add(word);
  if (name.type === 'person') referent.gender ??= page.words.firstNames.get(parts[0]?.toLowerCase() ?? '');
}

/** Whether two noun phrases that begin alike are told apart: "another militia", "the second group", "no group". */
export function isAnother(page: Page, nominal: Nominal): boolean {
  const determiner = determinerOf(page, nominal);
  if (/^(?:an|a|another|some|any|no|each|every|either|neither|which|what|all|both|poss)$/.test(determiner))
    return true;
  for (let at = Math.max(nominal.first, nominal.head - 20); at < nominal.head; at++) {
    if (
      /^(?:other|second|third|fourth|rival|new|different|separate|opposing|neighbouring|neighboring|several|many|first|last|next|previous)$/.test(
        wordAt(page, at),
      )
    )
      return true;
  }
  return false;
}
