import type { NameType } from '../../record/index.js';
import type { Grammar } from '../syntax/index.js';
import type { Document, Sentence } from '../text/index.js';
import type { Run } from './capitals.js';
import { isNationality, type Lexicon } from './lexicon.js';
import { looksLikePerson } from './persons.js';

/** A run with its type. */
export interface TypedRun extends Run {
  readonly type: NameType;
}

/** What types are judged by. */
export interface Judge {
  readonly document: Document;
  readonly grammar: Grammar;
  readonly lexicon: Lexicon;
  readonly sentence: Sentence;
}

/** Words that stand in front of a title and are no name: "Former President". */
const BEFORE_TITLE =
  /^(?:former|late|acting|deputy|then|ex|senior|chief|assistant|vice|interim|outgoing|the)$/i;

/**
 * The names in a run of capitals: "US President Donald Trump" holds two, the title between them is no name.
 * A run of titles alone ("the Prime Minister") holds none.
 */
export function namesInRun(judge: Judge, run: Run): TypedRun[] {
  const word = wordOf(judge);
  const title = lastTitle(judge, run);
  if (title !== undefined) return namesAroundTitle(judge, run, title);
  let { first } = run;
  while (first < run.last && BEFORE_TITLE.test(word(first))) first++;
  if (first >= run.last) return [];
  const people = peopleEnd(judge, first, run.last);
  if (people !== undefined) return namesAfterPeople(judge, { first, last: run.last }, people);
  const named = { first, last: withoutTail(judge, first, run.last) };
  const isTitled = judge.lexicon.titles.has(word(first - 1).toLowerCase());
  return [{ ...named, type: typeOf(judge, named, isTitled) }];
}

function wordOf(judge: Judge): (at: number) => string {
  return (at) => judge.document.tokens[at]?.text ?? '';
}

function namesAroundTitle(judge: Judge, run: Run, title: Run): TypedRun[] {
  const word = wordOf(judge);
  const isLone = (name: TypedRun) =>
    name.last - name.first === 1 && judge.lexicon.organisationWords.has(word(name.first).toLowerCase());
  const before = namesInRun(judge, { first: run.first, last: title.first }).filter((name) => !isLone(name));
  // "President-elect Donald Trump"
  const elect = /^[-‐‑]$/.test(word(title.last)) && word(title.last + 1) === 'elect' ? 2 : 0;
  const named = { first: title.last + elect, last: run.last };
  return named.first < named.last ? [...before, { ...named, type: typeOf(judge, named, true) }] : before;
}

/** The token after a word for a people that begins a run: "Iraqi", "North Korean". */
function peopleEnd(judge: Judge, first: number, last: number): number | undefined {
  const word = wordOf(judge);
  const isHalf = /^(?:North|South|East|West)$/.test(word(first)) && first + 1 < last;
  if (isHalf && isNationality(judge.lexicon, word(first + 1))) return first + 2;
  return isNationality(judge.lexicon, word(first)) ? first + 1 : undefined;
}

function namesAfterPeople(judge: Judge, run: Run, end: number): TypedRun[] {
  const organ = stateOrganEnd(judge, end, run.last);
  if (organ !== undefined) return [{ first: run.first, last: organ, type: 'organisation' }];
  const people: TypedRun = { first: run.first, last: end, type: 'nationality' };
  const isTied = /^[-‐‑]$/.test(wordOf(judge)(end));
  return isTied || end >= run.last
    ? [people]
    : [people, ...namesInRun(judge, { first: end, last: run.last })];
}

/** "Iran-backed": what a hyphen ties on in small letters is no part of the name. */
function withoutTail(judge: Judge, first: number, last: number): number {
  const word = wordOf(judge);
  let end = last;
  while (end - first >= 3 && /^[-‐‑]$/.test(word(end - 2)) && /^\p{Ll}/u.test(word(end - 1))) end -= 2;
  return end;
}

/** The title that stands last in a run: "Police Chief" in "Police Chief John Ames". */
function lastTitle({ document, lexicon }: Judge, run: Run): Run | undefined {
  const lower = (at: number) => document.tokens[at]?.text.toLowerCase() ?? '';
  for (let last = run.last; last > run.first; last--) {
    for (let first = Math.max(run.first, last - 3); first < last; first++) {
      const words = Array.from({ length: last - first }, (_, step) => lower(first + step)).join(' ');
      // "Hassan Sheikh Mohamud": what stands behind a first name is a name too.
      const isName = first > run.first && lexicon.firstNames.has(lower(first - 1));
      if (lexicon.titles.has(words.replace(/ - /g, '-')) && !isName) return { first, last };
    }
  }
  return undefined;
}

const STATE_ORGAN =
  /^(?:government|army|military|navy|police|parliament|ministry|embassy|forces|court|presidency|cabinet|administration|prosecution|gendarmerie|marines|senate|congress)$/;

/** "Israeli military", "Iranian foreign ministry": the organ of a state, named by its people. */
function stateOrganEnd(judge: Judge, first: number, runEnd: number): number | undefined {
  const lower = (at: number) => judge.document.tokens[at]?.text.toLowerCase() ?? '';
  for (let at = first; at < Math.min(judge.sentence.last, Math.max(first + 3, runEnd)); at++) {
    if (STATE_ORGAN.test(lower(at))) return at + 1;
    const pair = `${lower(at)} ${lower(at + 1)}`;
    if (/^(?:air force|coast guard|armed forces|intelligence service)$/.test(pair)) return at + 2;
    if (!/^(?:ADJ|NOUN|PROPN)$/.test(judge.grammar.tags[at] ?? '')) return undefined;
  }
  return undefined;
}

/** The type of a run, by its words and by what stands around it. */
function typeOf(judge: Judge, run: Run, hasTitle: boolean): NameType {
  const words = judge.document.tokens.slice(run.first, run.last).map((token) => token.text);
  const byWord = words.length > 1 || !hasTitle ? typeByWord(judge.lexicon, words) : undefined;
  if (byWord !== undefined) return byWord;
  if (hasTitle || looksLikePerson(judge, run, words)) return 'person';
  const isInitials = words.length === 1 && /^\p{Lu}{2,6}$/u.test(words[0] ?? '');
  // "DUBAI, June 13 —": in a dateline a word in capitals is a town.
  return isInitials && judge.sentence.part !== 'dateline' ? 'organisation' : 'place';
}

/** The type that a word in a name gives it: "Karama Square", "Lake Chad", "Ministry of Health", "Liwa al-Aqsa". */
function typeByWord(lexicon: Lexicon, words: readonly string[]): NameType | undefined {
  const lower = words.map((word) => word.toLowerCase());
  const [head = '', tail = ''] = [lower[0], lower.at(-1)];
  const ofAt = lower.indexOf('of');
  const key = ofAt > 0 ? (lower[ofAt - 1] ?? '') : tail;
  if (words.length > 1) {
    if (lexicon.placeWords.has(key) || lexicon.placeWords.has(head)) return 'place';
    if (lexicon.facilityWords.has(key)) return 'facility';
    if (lexicon.eventWords.has(key)) return 'event';
    if (lexicon.organisationWords.get(head) === 'armed_group') return 'armed_group';
  }
  return bodyOf(lexicon, key) ?? (words.length > 1 ? bodyOf(lexicon, tail) : undefined);
}

function bodyOf(lexicon: Lexicon, word: string): NameType | undefined {
  const kind = lexicon.organisationWords.get(word);
  return kind === undefined || kind === 'armed_group' ? kind : 'organisation';
}
