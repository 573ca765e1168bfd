import type { NameType } from '../../record/index.js';
import type { Sentence } from '../text/index.js';
import type { Judge } from './judge.js';
import { namesOf } from './listed.js';
import { type NameSpan, overlaid } from './spans.js';
import { nameTable } from './table.js';

/** A reading of a name gives way where another is this many times as frequent. */
const TIMES = 3;

/** Different names that are looked for again; a report with more is a list of names. */
const MOST = 500;

/**
 * The same names, each of the type that its words mostly have in the report; a last name is its person's. `isSure`
 * says whether a type is beyond doubt.
 */
export function agreed(
  judge: Judge,
  names: readonly NameSpan[],
  isSure: (name: NameSpan) => boolean,
): NameSpan[] {
  const keyOf = (name: NameSpan) => judge.spanOf(name).quote.toLowerCase();
  const counts = new Map<string, Map<NameType, number>>();
  for (const name of names) {
    const types = counts.get(keyOf(name)) ?? new Map<NameType, number>();
    counts.set(keyOf(name), types.set(name.type, (types.get(name.type) ?? 0) + 1));
  }
  const surnames = new Set(surnamesOf(judge, names).map((surname) => surname.toLowerCase()));
  return names.map((name) => {
    if (isSure(name)) return name;
    if (surnames.has(keyOf(name))) return { ...name, type: 'person' };
    const types = counts.get(keyOf(name)) ?? new Map<NameType, number>();
    const [type, most] = [...types].reduce((a, b) => (b[1] > a[1] ? b : a), [name.type, 0] as const);
    return most >= TIMES * (types.get(name.type) ?? 0) ? { ...name, type } : name;
  });
}

/** The names with those that were missed elsewhere: names of the report in a headline, last names of its persons. */
export function withMissed(judge: Judge, names: readonly NameSpan[]): NameSpan[] {
  const known = new Map(names.map((name) => [judge.spanOf(name).quote, name.type]));
  const headlines = judge.own.filter((sentence) => isHeadline(judge, sentence));
  const inHeadlines = namesOf(nameTable([...known].slice(0, MOST)), judge, headlines);
  const persons = [...new Set(surnamesOf(judge, names))].map((surname) => [surname, 'person'] as const);
  // Behind "Donald Trump", "Trump said" is the man, though its first word may be read as a common noun.
  const lastNames = namesOf(nameTable(persons.slice(0, MOST)), judge, judge.own, /^NNP?S?$/);
  return overlaid(names, overlaid(inHeadlines, lastNames));
}

/** The last names of the persons that are named in full: "Saleh", "al-Saadi". */
function surnamesOf(judge: Judge, names: readonly NameSpan[]): string[] {
  const persons = names.filter((name) => name.type === 'person' && name.last - name.first > 1);
  const words = persons.map((name) => judge.spanOf(name).quote.split(/\s+/));
  const surnames = words.filter(({ length }) => length > 1).map((name) => name.at(-1) ?? '');
  return surnames.filter((word) => /^(?:\p{Ll}{2}[-‐‑])?\p{Lu}\p{L}{2}/u.test(word));
}

/** A headline, a caption, an item of a list: what ends with no stop, where capitals tell little. */
function isHeadline({ document }: Judge, sentence: Sentence): boolean {
  return !/^[.!?…"”’)]/.test(document.tokens[sentence.last - 1]?.text ?? '');
}
