import { entries, type Lists, rows } from '../lists.js';
import type { Unit } from './meaning.js';

/** A season: its TIMEX3 code and its first month. */
export interface Season {
  readonly code: string;
  readonly firstMonth: number;
}

/** A part of a day: its TIMEX3 code (`TNI`) or clock time (`T12:00`), and how it may stand without a day. */
export interface PartOfDay {
  readonly code: string;
  readonly stands: 'in' | 'at' | 'alone';
}

/** What one word can mean among times. "second" is an ordinal, "March" a month: a word may be several things. */
export interface Term {
  readonly month?: { readonly number: number; readonly short: boolean };
  readonly weekday?: { readonly number: number; readonly form: 'full' | 'short' | 'plural' };
  readonly unit?: { readonly unit: Unit; readonly times: number; readonly plural: boolean };
  readonly number?: { readonly number: number; readonly form: 'plain' | 'tens' | 'vague' };
  readonly ordinal?: number;
  readonly season?: Season;
  readonly part?: PartOfDay;
  /** The offset from UTC; `-` for letters that more than one zone uses. */
  readonly zone?: string;
}

/** A day with its own name, by its tokens in lower case: "new year 's day". */
export interface Feast {
  readonly words: readonly string[];
  readonly month: number;
  readonly day: number;
  readonly fromEaster?: number;
}

/** An event that is called by its day: its year, and words that tell it. */
export interface KnownDay {
  readonly year: number;
  readonly words: readonly string[];
}

/** A word or words for past, present or future, by its tokens in lower case. */
export interface Reference {
  readonly words: readonly string[];
  readonly value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF';
  readonly isAdjective: boolean;
}

/** The word lists of this stage, ready for look-up. */
export interface Vocabulary {
  readonly terms: ReadonlyMap<string, Term>;
  /** By their first word, longest first. */
  readonly feasts: ReadonlyMap<string, readonly Feast[]>;
  /** By their first word, longest first. */
  readonly references: ReadonlyMap<string, readonly Reference[]>;
  /** Their last words, which are rarer than their first: "the past", "at the moment". */
  readonly referenceWords: ReadonlySet<string>;
  /** Events that are called by their day, by month and day: `10-07`. */
  readonly knownDays: ReadonlyMap<string, KnownDay>;
  /** Words that make a name of a time when they stand before or after it, and names that are whole. */
  readonly names: {
    readonly before: ReadonlySet<string>;
    readonly after: ReadonlySet<string>;
    readonly whole: ReadonlySet<string>;
  };
}

/** Reads the word lists of this stage. Throws where a list is missing. */
export function readVocabulary(lists: Lists): Vocabulary {
  const terms = new Map<string, Term>();
  const read = (list: string, term: (row: string[]) => Term) => {
    for (const row of rows(lists(`times/${list}`))) {
      const word = row[0] ?? '';
      terms.set(word, { ...terms.get(word), ...term(row) });
    }
  };
  const form = (word: string | undefined) => (word === 'short' || word === 'plural' ? word : 'full');
  read('months', ([, number, note]) => ({ month: { number: Number(number), short: note === 'short' } }));
  read('weekdays', ([, number, note]) => ({ weekday: { number: Number(number), form: form(note) } }));
  read('units', ([, unit, times, note]) => ({
    unit: { unit: unit as Unit, times: Number(times), plural: note === 'plural' },
  }));
  read('numbers', ([, number, note]) => ({
    number: { number: Number(number), form: note === 'tens' || note === 'vague' ? note : 'plain' },
  }));
  read('ordinals', ([, number]) => ({ ordinal: Number(number) }));
  read('seasons', ([, code, month]) => ({ season: { code: code ?? '', firstMonth: Number(month) } }));
  read('parts-of-day', ([, code, stands]) => ({
    part: { code: code ?? '', stands: stands === 'in' || stands === 'alone' ? stands : 'at' },
  }));
  read('zones', ([, offset]) => ({ zone: offset ?? '-' }));
  const known = rows(lists('times/known-days')).map(
    ([day = '', date = '', words = '']) =>
      [day, { year: Number(date.slice(0, 4)), words: words.split(',') }] as const,
  );
  const [feasts, references] = [readFeasts(lists), readReferences(lists)];
  const referenceWords = new Set([...references.values()].flat().map(({ words }) => words.at(-1) ?? ''));
  return { terms, feasts, references, referenceWords, knownDays: new Map(known), names: readNames(lists) };
}

function readFeasts(lists: Lists): Map<string, Feast[]> {
  const feasts = new Map<string, Feast[]>();
  for (const [name = '', date = ''] of rows(lists('times/feasts'))) {
    const words = name.split(/ |(?=['’]s?$)|(?=['’]s? )/);
    const [month, day] = date.split('-').map(Number);
    const movable = /^easter([+-]\d+)$/.exec(date)?.[1];
    const feast: Feast = movable
      ? { words, month: 0, day: 0, fromEaster: Number(movable) }
      : { words, month: month ?? 1, day: day ?? 1 };
    addByFirstWord(feasts, feast);
  }
  return feasts;
}

function readReferences(lists: Lists): Map<string, Reference[]> {
  const references = new Map<string, Reference[]>();
  for (const [phrase = '', value = '', note] of rows(lists('times/references'))) {
    addByFirstWord(references, {
      words: phrase.split(' '),
      value: value as Reference['value'],
      isAdjective: note === 'adjective',
    });
  }
  return references;
}

function addByFirstWord<T extends { readonly words: readonly string[] }>(
  map: Map<string, T[]>,
  entry: T,
): void {
  const first = entry.words[0] ?? '';
  map.set(
    first,
    [...(map.get(first) ?? []), entry].sort((a, b) => b.words.length - a.words.length),
  );
}

function readNames(lists: Lists): Vocabulary['names'] {
  const all = entries(lists('times/names-with-times'));
  const before = all.filter((entry) => entry.endsWith(' …')).map((entry) => entry.slice(0, -2));
  const after = all.filter((entry) => entry.startsWith('… ')).map((entry) => entry.slice(2));
  const whole = all.filter((entry) => !entry.includes('…'));
  return { before: new Set(before), after: new Set(after), whole: new Set(whole) };
}
