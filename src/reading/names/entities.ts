import type { Name } from '../../record/index.js';
import { type Bare, keyOf, keysOf, shortens, shortFormsOf } from './forms.js';
import type { Lexicon } from './lexicon.js';

export type { Bare } from './forms.js';

interface Entity {
  readonly id: string;
  /** The keys of its names. At most a few: a name has few ways to be written. */
  readonly forms: Set<string>;
  /** Whether titles and given names call the person "he" or "she". */
  pronoun: 'he' | 'she' | undefined;
}

/** The two latest entities that share a short form; with more than one nobody knows who is meant. */
type Sharing = readonly Entity[];

/**
 * Gives names of the same person, group or thing the same entity: "e1", "e2"… in order of first mention. In this order,
 * the most precise first: the form in brackets behind a name, the same words, spelling, or row in the list of same names, and
 * short forms, only where no other name of the report has the same one: "al-Saadi" with two al-Saadis before it stays by itself.
 */
export function withEntities(lexicon: Lexicon, text: string, bare: readonly Bare[]): Name[] {
  const byKey = new Map<string, Entity>();
  const byShortForm = new Map<string, Sharing>();
  let count = 0;
  return bare.map((given, at) => {
    const name = asPerson(given);
    const before = bare[at - 1];
    const pronoun = pronounOf(lexicon, text, name);
    const fits = (entity: Entity) =>
      entity.pronoun === undefined || pronoun === undefined || entity.pronoun === pronoun;
    const shortForms = shortFormsOf(lexicon, text, name);
    const entity = (before && isBracketed(text, before, name) ? byKey.get(keyOf(before)) : undefined) ??
      keysOf(lexicon, name)
        .flatMap((key) => byKey.get(key) ?? [])
        .find(fits) ??
      onlyOne([...longFor(name), ...shortFor(name, shortForms)].filter(fits)) ?? {
        id: `e${++count}`,
        forms: new Set<string>(),
        pronoun: undefined,
      };
    remember(entity, name, shortForms);
    entity.pronoun ??= pronoun;
    return { ...name, entity: entity.id };
  });

  /** "Abu Baqir al-Saadi … al-Saadi": a surname with an article is easily taken for a place or a group. */
  function asPerson(name: Bare): Bare {
    const isDoubtful = name.type === 'organisation' || name.type === 'place';
    if (!isDoubtful || !/^(?:al|el)[-‐‑]\S+$/i.test(name.quote)) return name;
    const person: Bare = { ...name, type: 'person' };
    return longFor(person).length === 1 ? person : name;
  }
  /** Entities with a name that this one is a short form of. */
  function longFor(name: Bare): Sharing {
    return byShortForm.get(keyOf(name)) ?? [];
  }
  /** Entities that have been called by short forms of this name alone: "Saleh … Omar Saleh", but not "Ali Saleh … Omar Saleh". */
  function shortFor(name: Bare, shortForms: readonly string[]): Entity[] {
    const own = new Set([keyOf(name), ...shortForms]);
    return shortForms.flatMap((form) => {
      const entity = byKey.get(form);
      return entity !== undefined && [...entity.forms].every((known) => own.has(known)) ? [entity] : [];
    });
  }
  function remember(entity: Entity, name: Bare, shortForms: readonly string[]): void {
    const key = keyOf(name);
    if (entity.forms.has(key)) return;
    entity.forms.add(key);
    for (const each of keysOf(lexicon, name)) if (!byKey.has(each)) byKey.set(each, entity);
    for (const form of shortForms) {
      const sharing = byShortForm.get(form) ?? [];
      if (!sharing.includes(entity)) byShortForm.set(form, [...sharing, entity].slice(-2));
    }
  }
}

function onlyOne(found: readonly Entity[]): Entity | undefined {
  return new Set(found).size === 1 ? found[0] : undefined;
}

/** "US Central Command (Centcom)": a bracket that holds one name and shortens the name before it. */
function isBracketed(text: string, before: Bare, name: Bare): boolean {
  const between = text.slice(before.end, Math.min(name.start, before.end + 12));
  if (before.end + 12 < name.start || !/^\s*\((?:the )?["“‘']?$/.test(between)) return false;
  return /^["”’']?\)/.test(text.slice(name.end, name.end + 2)) && shortens(name.quote, before.quote);
}

/** "Mrs." before a name, or a given name that only women bear, tells that a person is "she". */
function pronounOf(lexicon: Lexicon, text: string, name: Bare): 'he' | 'she' | undefined {
  if (name.type !== 'person') return undefined;
  const before = text.slice(Math.max(0, name.start - 8), name.start);
  if (/\b(?:Mr|Sir|Lord)\.?\s*$/.test(before)) return 'he';
  if (/\b(?:Mrs|Ms|Miss|Lady|Dame)\.?\s*$/.test(before)) return 'she';
  const words = name.quote.toLowerCase().split(/\s+/);
  return words.length > 1 ? lexicon.genders.get(words[0] ?? '') : undefined;
}
