import type { Name } from '../../record/index.js';
import { entries, type Lists } from '../lists.js';
import type { Grammar } from '../syntax/index.js';
import { type Document, sentenceAt } from '../text/index.js';

/** The name that a pronoun or a noun phrase (tokens `first` to before `last`) stands for; undefined if not clear. */
export type Reference = (first: number, last: number) => Name | undefined;

/** Sentences that a pronoun may look back over. */
const REACH = 4;

/** Names of one sentence that are looked at; a list of hundreds in one line tells nothing of who "he" is. */
const MOST = 40;

const GROUP =
  /^(?:group|movement|militia|organi[sz]ation|rebels|militants|insurgents|faction|front|cartel|gang)$/;

/**
 * Makes a resolver for "he", "the group", "the ministry", "the general". It looks back a few sentences for the nearest
 * name that fits: a person for "he" and for a title that the person bears, an armed group for "the group", an
 * organisation that has the word in its name for "the ministry".
 */
export function prepareReference(
  lists: Lists,
): (document: Document, grammar: Grammar, names: readonly Name[]) => Reference {
  const titles = new Set(
    entries(lists('names/titles')).map((row) => (row.split('\t')[0] ?? '').toLowerCase()),
  );
  return (document, grammar, names) => {
    const bySentence = new Map<number, Name[]>();
    for (const name of names) {
      const sentence = sentenceAt(document, name.start);
      const here = bySentence.get(sentence);
      if (here) here.push(name);
      else bySentence.set(sentence, [name]);
    }
    return (first, last) => {
      const offset = document.tokens[first]?.start ?? 0;
      const fits = fitting(document, grammar, titles, first, last);
      if (fits === undefined) return undefined;
      const isBefore = (name: Name) => name.end <= offset && fits(name);
      const here = sentenceAt(document, offset);
      for (let sentence = here; sentence >= Math.max(0, here - REACH); sentence--) {
        const near = bySentence.get(sentence) ?? [];
        // "he" is most often the one that a sentence began with; "the group" is the one that was named last.
        const isPronoun = last - first === 1;
        const found = isPronoun ? near.slice(0, MOST).find(isBefore) : near.slice(-MOST).findLast(isBefore);
        if (found) return found;
      }
      return undefined;
    };
  };
}

/** What a name must be for a pronoun or phrase to stand for it; undefined where nothing can be said. */
function fitting(
  document: Document,
  grammar: Grammar,
  titles: ReadonlySet<string>,
  first: number,
  last: number,
): ((name: Name) => boolean) | undefined {
  const opening = document.tokens[first]?.text.toLowerCase() ?? '';
  const head = document.tokens[last - 1]?.text.toLowerCase() ?? '';
  if (last - first === 1) {
    return /^(?:he|she|him|his|her)$/.test(opening) ? (name) => name.type === 'person' : undefined;
  }
  if (!/^(?:the|this|that)$/.test(opening)) return undefined;
  const lemma = grammar.lemmas[last - 1] ?? head;
  if (GROUP.test(head)) return (name) => name.type === 'armed_group';
  if (titles.has(lemma)) return (name) => bears(document, name, lemma);
  return (name) => isOrganisation(name) && hasWord(name.quote.toLowerCase(), head);
}

/** Whether a title stands right before a name or behind it: "Gen. Ali Reza", "Ali Reza, the general". */
function bears(document: Document, name: Name, title: string): boolean {
  if (name.type !== 'person') return false;
  const before =
    document.text
      .slice(Math.max(0, name.start - 40), name.start)
      .split(/[,.;:]/)
      .at(-1) ?? '';
  const behind = /^, (?:the|a|an) [^,.;:]*/.exec(document.text.slice(name.end, name.end + 40))?.[0] ?? '';
  return hasWord(before.toLowerCase(), title) || hasWord(behind.toLowerCase(), title);
}

/** The longest form of each entity, as the report gives it. */
export function fullestNames(names: readonly Name[]): ReadonlyMap<string, string> {
  const fullest = new Map<string, string>();
  for (const { entity, quote } of names) {
    if (quote.length > (fullest.get(entity)?.length ?? 0)) fullest.set(entity, quote);
  }
  return fullest;
}

function isOrganisation(name: Name): boolean {
  return name.type === 'organisation' || name.type === 'armed_group';
}

function hasWord(words: string, word: string): boolean {
  return words.split(/[^\p{L}\p{N}-]+/u).includes(word);
}
