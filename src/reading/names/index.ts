import { cut, type Name } from '../../record/index.js';
import { entries, type Lists, rows } from '../lists.js';
import type { Grammar } from '../syntax/index.js';
import { type Document, isOwn, type Sentence } from '../text/index.js';
import { capitalRuns, type Run } from './capitals.js';
import { type Bare, withEntities } from './entities.js';
import { habitsOf, styleOf } from './habits.js';
import { type Lexicon, lexiconOf } from './lexicon.js';
import { type NameTable, nameTable, plainText } from './table.js';
import { namesInRun, type TypedRun } from './types.js';

export * from './reference.js';

/**
 * Finds what is named in a report: persons, organisations, armed groups, nationalities, places (as far as capitals
 * show), facilities, vehicles, weapons and events, by lists and capitals. In headlines and in lines that are all
 * capitals only what a list or the rest of the report knows is a name. Names are in text order and do not overlap.
 */
export function prepareNames(lists: Lists): (document: Document, grammar: Grammar) => Name[] {
  const lexicon = lexiconOf(lists);
  const known = tableOf(lists);
  const vehicles = new Map(rows(lists('names/vehicle-names')).map(([word = '', type = '']) => [word, type]));

  return (document, grammar) => {
    const plain = plainText(document.text);
    const habits = habitsOf(document);
    const readPlain = (sentence: Sentence): TypedRun[] => {
      const runs = capitalRuns(document, grammar, lexicon, habits, sentence);
      const listed = unlengthened(document, lexicon, listedIn(document, plain, known, sentence), runs);
      const taken = tokensOfNames(listed);
      const judge = { document, grammar, lexicon, sentence };
      const free = runs.flatMap((run) => without(run, taken)).filter((run) => !isTied(document, run));
      const read = free.flatMap((run) => vehicleIn(document, vehicles, run) ?? namesInRun(judge, run));
      return merge(listed, read);
    };
    const isRead = (sentence: Sentence) => isOwn(sentence) && styleOf(document, sentence) === 'plain';
    const found = document.sentences.map((sentence) => (isRead(sentence) ? readPlain(sentence) : []));
    const seen = nameTable(found.flat().map((run) => [spanOf(document, run).quote, run.type] as const));
    const all = document.sentences.flatMap((sentence, at) => {
      if (!isOwn(sentence) || isRead(sentence)) return found[at] ?? [];
      return merge(listedIn(document, plain, known, sentence), listedIn(document, plain, seen, sentence));
    });
    const bare: Bare[] = all.map((run) => ({ ...spanOf(document, run), type: run.type }));
    return withEntities(lexicon, document.text, surnames(bare));
  };
}

function tableOf(lists: Lists): NameTable<Bare['type']> {
  return nameTable<Bare['type']>([
    ...entries(lists('names/armed-groups')).map((name) => [name, 'armed_group'] as const),
    ...rows(lists('names/organisations')).map(([name = '']) => [name, 'organisation'] as const),
    ...entries(lists('names/known-places')).map((name) => [name, 'place'] as const),
  ]);
}

/** The names of a table that stand in a sentence, in order. */
function listedIn(
  document: Document,
  plain: string,
  table: NameTable<Bare['type']>,
  sentence: Sentence,
): TypedRun[] {
  const names: TypedRun[] = [];
  for (let at = sentence.first; at < sentence.last; at++) {
    const found = table(plain, document.tokens, at);
    if (found === undefined || found.last > sentence.last) continue;
    names.push({ first: at, last: found.last, type: found.value });
    at = found.last - 1;
  }
  return names;
}

/** Without the names that are but the beginning of a longer one: "Los Angeles" County, "Fars" News. */
function unlengthened(
  document: Document,
  lexicon: Lexicon,
  names: readonly TypedRun[],
  runs: readonly Run[],
): TypedRun[] {
  const ends = new Map(runs.map((run) => [run.first, run.last]));
  return names.filter((name) => {
    const next = document.tokens[name.last]?.text.toLowerCase() ?? '';
    const lengthens =
      lexicon.organisationWords.has(next) || lexicon.placeWords.has(next) || lexicon.facilityWords.has(next);
    return !lengthens || (ends.get(name.first) ?? 0) <= name.last;
  });
}

/** "Houthi" + "-run": the rest of a compound is no name. */
function isTied(document: Document, run: Run): boolean {
  return /^[-‐‑]$/.test(document.tokens[run.first]?.text ?? '');
}

/** "USS Truman", "Su-25", "Shahed". */
function vehicleIn(
  document: Document,
  vehicles: ReadonlyMap<string, string>,
  run: Run,
): TypedRun[] | undefined {
  const [word, hyphen, number] = document.tokens.slice(run.first, run.first + 3).map((token) => token.text);
  const isSeries = hyphen === '-' && /^\d/.test(number ?? '');
  const type = vehicles.get(`${word?.toLowerCase()}${isSeries ? '-' : ''}`);
  if (type !== 'vehicle' && type !== 'weapon') return undefined;
  return [{ first: run.first, last: isSeries ? run.first + 3 : run.last, type }];
}

/** The tokens that names take up. */
function tokensOfNames(names: readonly TypedRun[]): Set<number> {
  const taken = new Set<number>();
  for (const name of names) for (let at = name.first; at < name.last; at++) taken.add(at);
  return taken;
}

/** What is left of a run when the tokens that a list knows are taken out of it. */
function without(run: Run, taken: ReadonlySet<number>): Run[] {
  const left: Run[] = [];
  let first = run.first;
  for (let at = run.first; at <= run.last; at++) {
    if (at < run.last && !taken.has(at)) continue;
    if (at > first) left.push({ first, last: at });
    first = at + 1;
  }
  return left;
}

/** Two lists of names as one, in text order; a name of the second that overlaps one of the first is left out. */
function merge(first: readonly TypedRun[], second: readonly TypedRun[]): TypedRun[] {
  const taken = tokensOfNames(first);
  const isFree = (name: TypedRun) => !taken.has(name.first) && without(name, taken)[0]?.last === name.last;
  const all = [...first, ...second.filter(isFree)].sort((a, b) => a.first - b.first);
  return all.filter((name, at) => at === 0 || name.first >= (all[at - 1]?.last ?? 0));
}

/** "Mendes" is a person where the report names a Adam Mendes. */
function surnames(names: readonly Bare[]): Bare[] {
  const persons = new Set(
    names.filter((name) => name.type === 'person').map((name) => name.quote.split(/\s+/).at(-1) ?? ''),
  );
  const isPerson = (name: Bare) => name.type === 'place' && persons.has(name.quote);
  return names.map((name) => (isPerson(name) ? { ...name, type: 'person' } : name));
}

function spanOf(document: Document, run: Run) {
  return cut(document.text, document.tokens[run.first]?.start ?? 0, document.tokens[run.last - 1]?.end ?? 0);
}
