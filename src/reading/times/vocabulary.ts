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

/** The word lists of this stage, ready for look-up. */
export interface Vocabulary {
  readonly terms: ReadonlyMap<string, Term>;
  /** By their first word, longest first. */
  readonly feasts: ReadonlyMap<string, readonly Feast[]>;
  /** The year of an event that is called by its day, by month and day: `10-07`. */
  readonly knownDays: ReadonlyMap<string, number>;
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
    ([day = '', date = '']) => [day, Number(date.slice(0, 4))] as const,
  );
  return { terms, feasts: readFeasts(lists), knownDays: new Map(known), names: readNames(lists) };
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
    const first = words[0] ?? '';
    feasts.set(
      first,
      [...(feasts.get(first) ?? []), feast].sort((a, b) => b.words.length - a.words.length),
    );
  }
  return feasts;
}

function readNames(lists: Lists): Vocabulary['names'] {
  const all = entries(lists('times/names-with-times'));
  const before = all.filter((entry) => entry.endsWith(' …')).map((entry) => entry.slice(0, -2));
  const after = all.filter((entry) => entry.startsWith('… ')).map((entry) => entry.slice(2));
  const whole = all.filter((entry) => !entry.includes('…'));
  return { before: new Set(before), after: new Set(after), whole: new Set(whole) };
}
