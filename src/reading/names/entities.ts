import type { Name } from '../../record/index.js';
import type { Lexicon } from './lexicon.js';
import { plainText } from './table.js';

/** A name that has no entity yet. */
export type Bare = Omit<Name, 'entity'>;

/** Namesakes, or forms of one name, that are told apart; a report with more is a list of names. */
const MOST = 20;

interface Entity {
  readonly id: string;
  /** The forms of its name, each once, as words. */
  readonly forms: string[][];
}

/**
 * Gives names of the same person, group or thing the same entity: "e1", "e2"… in order of first mention. A short form
 * joins a longer one only where no other fits: "al-Saadi" with two al-Saadis in the report stays by itself.
 */
export function withEntities(lexicon: Lexicon, text: string, bare: readonly Bare[]): Name[] {
  const entities: Entity[] = [];
  const byKey = new Map<string, Entity>();
  const bySurname = new Map<string, Entity[]>();
  return bare.map((name, at) => {
    const entity = bracketed(text, bare[at - 1], name) ?? known(name) ?? shortOrLong(name) ?? fresh();
    for (const key of keysOf(lexicon, name)) if (!byKey.has(key)) byKey.set(key, entity);
    if (name.type === 'person') remember(name, entity);
    return { ...name, entity: entity.id };
  });

  function fresh(): Entity {
    const entity = { id: `e${entities.length + 1}`, forms: [] };
    entities.push(entity);
    return entity;
  }
  function known(name: Bare): Entity | undefined {
    for (const key of keysOf(lexicon, name)) {
      const entity = byKey.get(key);
      if (entity !== undefined) return entity;
    }
    return undefined;
  }
  /** "US Central Command (Centcom)": a bracket that holds one name and shortens the name before it. */
  function bracketed(whole: string, before: Bare | undefined, name: Bare): Entity | undefined {
    if (
      before === undefined ||
      !/^\s*\((?:the )?["“‘']?$/.test(whole.slice(before.end, name.start).slice(0, 12))
    ) {
      return undefined;
    }
    if (!/^["”’']?\)/.test(whole.slice(name.end, name.end + 2)) || !shortens(name.quote, before.quote))
      return undefined;
    return byKey.get(keyOf(before));
  }
  function shortOrLong(name: Bare): Entity | undefined {
    if (name.type !== 'person') return undefined;
    const words = wordsOf(name.quote);
    const namesakes = bySurname.get(words.at(-1) ?? '') ?? [];
    if (namesakes.length > MOST) return undefined;
    const sharing = namesakes.filter((entity) => entity.forms.some((form) => fits(form, words)));
    return sharing.length === 1 ? sharing[0] : undefined;
  }
  function remember(name: Bare, entity: Entity): void {
    const words = wordsOf(name.quote);
    if (entity.forms.length < MOST && !entity.forms.some((form) => form.join(' ') === words.join(' '))) {
      entity.forms.push(words);
    }
    const surname = words.at(-1) ?? '';
    const sharing = bySurname.get(surname) ?? [];
    if (sharing.length <= MOST && !sharing.includes(entity)) bySurname.set(surname, [...sharing, entity]);
  }
}

/** Whether one name of a person is the other's end, as "al-Saadi" is of "Abu Baqir al-Saadi", or its first and last. */
function fits(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 1) return long.at(-1) === short[0];
  return short.every((word) => long.includes(word)) && long.at(-1) === short.at(-1);
}

function wordsOf(name: string): string[] {
  return plainText(name).toLowerCase().split(/\s+/).filter(Boolean);
}

function keyOf(name: Bare): string {
  return plainText(name.quote).replace(/\s+/g, ' ').replace(/^the /i, '').toLowerCase();
}

/** What a name is known by: its words, its row in the list of same names, and the initials of a long one. */
function keysOf(lexicon: Lexicon, name: Bare): string[] {
  const key = keyOf(name);
  const row = lexicon.sameNames.get(key);
  const keys = row === undefined ? [key] : [key, `same ${row}`];
  if (/^\p{Lu}{3,6}$/u.test(name.quote)) keys.push(`initials ${name.quote}`);
  const initials = initialsOf(name.quote);
  if (initials.length >= 3 && (name.type === 'organisation' || name.type === 'armed_group')) {
    keys.push(`initials ${initials}`);
  }
  return keys;
}

function initialsOf(name: string): string {
  return (name.match(/(?<![\p{L}])\p{Lu}/gu) ?? []).join('');
}

/** Whether a short form can stand for a long one: its letters come in the same order, the first ones alike. */
function shortens(short: string, long: string): boolean {
  const [a, b] = [short.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''), long.toLowerCase()];
  let from = 0;
  for (const letter of a) {
    const at = b.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return a.length >= 2 && a.length < b.length;
}
