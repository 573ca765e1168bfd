import type { Name } from '../../record/index.js';
import { isNationality, type Lexicon } from './lexicon.js';
import { plainText } from './table.js';

/** A name that has no entity yet. */
export type Bare = Omit<Name, 'entity'>;

/** The words of a name, in lower case, without "the" and a possessive: "the Guard’s" → "guard". */
function wordsOf(name: Bare): string[] {
  const plain = plainText(name.quote).toLowerCase();
  return plain
    .replace(/^the\s+/, '')
    .replace(/'s?$/, '')
    .split(/\s+/)
    .filter(Boolean);
}

/** A person never is the same as something else of that name: "Washington". */
function spaceOf(name: Bare): string {
  return name.type === 'person' ? 'person ' : '';
}

/** What a name is known by: its words. */
export function keyOf(name: Bare): string {
  return spaceOf(name) + wordsOf(name).join(' ');
}

/** All that a name is known by: its words, its row in the list of same names, its spelling, its words in any order. */
export function keysOf(lexicon: Lexicon, name: Bare): string[] {
  const words = wordsOf(name);
  const keys = [keyOf(name)];
  const row = lexicon.sameNames.get(words.join(' '));
  if (row !== undefined && name.type !== 'person') keys.push(`same ${row}`);
  // "Ministry of the Interior", "Interior Ministry"
  const content = contentOf(words);
  if (isBody(name) && content.length > 1) keys.push(`body ${content.toSorted().join(' ')}`);
  const isLong = words.join('').length >= 8 && (words.length > 1 || /-/.test(name.quote));
  if (isLong && (name.type === 'person' || name.type === 'armed_group')) {
    keys.push(`${spaceOf(name)}spelled ${words.map(spelling).join(' ')}`);
  }
  return keys;
}

function isBody(name: Bare): boolean {
  return name.type === 'organisation' || name.type === 'armed_group';
}

function contentOf(words: readonly string[]): string[] {
  return words
    .filter((word) => !/^(?:the|of|and|for|&)$/.test(word))
    .map((word) =>
      word
        .replace(/^defense$/, 'defence')
        .replace(/ization$/, 'isation')
        .replace(/^centre$/, 'center'),
    );
}

/**
 * A word as names from Arabic may be spelled: "Mohammed" and "Muhammad", "Kareem" and "Karim", "el-Saadi" and "al-Sadi", but
 * "Hasan" and "Hussein" are two.
 */
export function spelling(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}'`]/gu, '')
    .replace(/^(?:al|el|ul)-/, 'al-')
    .replace(/ee/g, 'i')
    .replace(/ou|oo/g, 'u')
    .replace(/[ae]/g, 'a')
    .replace(/[ou]/g, 'u')
    .replace(/y/g, 'i')
    .replace(/q/g, 'k')
    .replace(/(.)\1+/g, '$1');
}

/** The shorter names that a name may go by later, as keys: a surname, initials, "the Guard", a body without its country. */
export function shortFormsOf(lexicon: Lexicon, text: string, name: Bare): string[] {
  const words = wordsOf(name);
  if (words.length < 2 || words.length > 12) return [];
  if (name.type === 'person') return personForms(lexicon, words).map((form) => `person ${form}`);
  return isBody(name) ? bodyForms(lexicon, text, name, words) : [];
}

/** "al-Saadi", "Baqir al-Saadi", "Abu al-Saadi" and "Baqir" of "Baqir al-Saadi". */
function personForms(lexicon: Lexicon, words: readonly string[]): string[] {
  const forms = words.slice(1).map((_, at) => words.slice(at + 1).join(' '));
  const last = words.at(-1) ?? '';
  if (words.length > 2) forms.push(`${words[0]} ${last}`);
  if (last.startsWith('al-') || last.startsWith('el-')) forms.push(last.slice(3));
  const given = words[0] ?? '';
  if (lexicon.firstNames.has(given) || lexicon.genders.has(given)) forms.push(given);
  return forms;
}

const CLASS =
  /^(?:group|movement|party|militia|organi[sz]ation|network|company|corporation|inc\.?|corp\.?|ltd\.?|plc|co\.?)$/;

function bodyForms(lexicon: Lexicon, text: string, name: Bare, words: readonly string[]): string[] {
  const forms: string[] = [];
  const initials = initialsOf(name.quote);
  if (initials.length >= 3)
    forms.push(initials.toLowerCase(), [...initials.toLowerCase()].map((letter) => `${letter}.`).join(''));
  const [first = '', last = ''] = [words[0], words.at(-1)];
  // "the Iraqi Interior Ministry", "the Interior Ministry"
  if (words.length > 2 && isOfCountry(lexicon, first)) forms.push(words.slice(1).join(' '));
  const rest = words.slice(0, -1).join(' ');
  // "the Wagner Group", "Wagner", but "the Iraqi army" is not "Iraqi".
  if (CLASS.test(last) && !isOfCountry(lexicon, rest) && rest.length > 3) forms.push(rest);
  // "the Northern Guard", "the Guard": only what is called by its class with a capital.
  const isClass =
    lexicon.organisationWords.has(last) && /^\p{Lu}/u.test(name.quote.split(/\s+/).at(-1) ?? '');
  if (
    isClass &&
    /\bthe\s+$/i.test(text.slice(Math.max(0, name.start - 5), name.start) || name.quote.slice(0, 4))
  )
    forms.push(last);
  return forms;
}

function isOfCountry(lexicon: Lexicon, word: string): boolean {
  return isNationality(lexicon, word) || /^(?:u\.?s\.?|u\.?k\.?|u\.?n\.?|e\.?u\.?)$/.test(word);
}

function initialsOf(name: string): string {
  return (name.match(/(?<![\p{L}])\p{Lu}/gu) ?? []).join('');
}

/** Whether a short form can stand for a long one: its letters come in the same order, the first ones alike. */
export function shortens(short: string, long: string): boolean {
  const [a, b] = [short.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''), long.toLowerCase()];
  let from = 0;
  for (const letter of a) {
    const at = b.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return a.length >= 2 && a.length < b.length;
}
