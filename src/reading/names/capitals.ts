import type { Grammar, Tag } from '../syntax/index.js';
import type { Document, Sentence } from '../text/index.js';
import { type Habits, opens } from './habits.js';
import { isNationality, type Lexicon } from './lexicon.js';

/** A run of capitalised words: tokens `first` to before `last`. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** A plain sentence, and what its capitals are judged by. */
interface Place {
  readonly document: Document;
  readonly grammar: Grammar;
  readonly lexicon: Lexicon;
  readonly habits: Habits;
  readonly sentence: Sentence;
}

/** Tokens of a run; a longer one (a list in capitals) is cut. */
const LONGEST = 12;

/** The runs of capitals in a plain sentence, in order. "Ministry of Defence" is one; "Ali, Omar" are two. */
export function capitalRuns(
  document: Document,
  grammar: Grammar,
  lexicon: Lexicon,
  habits: Habits,
  sentence: Sentence,
): Run[] {
  const place: Place = { document, grammar, lexicon, habits, sentence };
  const runs: Run[] = [];
  for (let at = sentence.first; at < sentence.last; at++) {
    // "al-Saadi" begins with a small letter.
    const head = isArabicArticle(document, at) && isCapital(place, at + 2) ? at + 2 : at;
    if (head === at && !isCapital(place, at)) continue;
    const last = endOfRun(place, at, head + 1);
    runs.push({ first: at, last });
    at = last - 1;
  }
  return runs;
}

function endOfRun(place: Place, first: number, from: number): number {
  let last = from;
  for (let next = afterNext(place, last); next !== undefined; next = afterNext(place, last)) {
    if (next - first > LONGEST) break;
    last = next;
  }
  return last;
}

/** Small words that are written with a capital in speech cut short ("MS: We did not") and are never a name. */
const NEVER =
  /^(?:I|We|You|He|She|It|They|The|This|That|These|Those|A|An|Our|My|His|Her|Its|Their|Your|In|On|At|To|For|From|By|With|Of|And|But|Or|If|As|So|No|Not|Yes|What|Who|When|Where|Why|How|There|Then|Now|Is|Are|Was|Were|Do|Did|Does|Let|All|One|Two)$/;

function isCapital(place: Place, at: number): boolean {
  const { document, lexicon, sentence } = place;
  const word = document.tokens[at]?.text ?? '';
  if (at >= sentence.last || !/^\p{Lu}/u.test(word) || lexicon.notNames.has(word.toLowerCase())) return false;
  if (/^I['’]/.test(word) || NEVER.test(word)) return false;
  return !opens(document, sentence, at) || opensAsName(place, at);
}

const FUNCTION: ReadonlySet<Tag> = new Set([
  'DET',
  'ADP',
  'PRON',
  'ADV',
  'CCONJ',
  'SCONJ',
  'AUX',
  'PART',
  'INTJ',
]);

/** Whether a word that opens a sentence is a name all the same. */
function opensAsName(place: Place, at: number): boolean {
  const { document, grammar, lexicon, habits } = place;
  const word = (document.tokens[at]?.text ?? '').toLowerCase();
  const tag = grammar.tags[at] ?? 'X';
  if (habits.capitalised.has(word)) return true;
  if (FUNCTION.has(tag)) return false;
  if (isNationality(lexicon, word) || lexicon.firstNames.has(word) || lexicon.titles.has(word)) return true;
  return !habits.lower.has(word) && tag === 'PROPN' && !isOrdinary(place, at);
}

/** "Insurers called", "Tribal notables": an ordinary word that only its place makes a capital. */
function isOrdinary(place: Place, at: number): boolean {
  const { tokens } = place.document;
  const next = tokens[at + 1]?.text ?? '';
  if (at + 1 < place.sentence.last && /^\p{Lu}/u.test(next)) return false;
  const isPlural = /\p{L}{4}s$/u.test(tokens[at]?.text ?? '') && !/^['’]s$/.test(next);
  return isPlural || /^(?:NOUN|ADJ)$/.test(place.grammar.tags[at + 1] ?? '');
}

/** Particles inside the names of persons and places: "Abu Baqir al-Saadi", "Rio de Janeiro". */
const PARTICLE =
  /^(?:de|da|del|della|di|du|dos|do|la|le|al|el|bin|ibn|bint|ben|van|von|der|den|ul|ur|as|ash|ad|an|at|az)$/;

/** Where a run that has come to a token goes on to: the token after its next word; undefined where it ends. */
function afterNext(place: Place, end: number): number | undefined {
  const { document, sentence } = place;
  if (isCapital(place, end)) return end + 1;
  const joint = document.tokens[end]?.text ?? '';
  if (joint === '-' && touches(document, end)) return end + 1 < sentence.last ? end + 2 : undefined;
  if (isArabicArticle(document, end) && isCapital(place, end + 2)) return end + 3;
  if (PARTICLE.test(joint)) return afterParticle(place, end);
  return joins(place, end) ? capitalAfter(place, end + 1) : undefined;
}

function afterParticle(place: Place, end: number): number | undefined {
  if (isCapital(place, end + 1)) return end + 2;
  const second = place.document.tokens[end + 1]?.text ?? '';
  return PARTICLE.test(second) && isCapital(place, end + 2) ? end + 3 : undefined;
}

/** The token after a capital that stands here or behind "the": "Front for the Liberation". */
function capitalAfter(place: Place, at: number): number | undefined {
  if (isCapital(place, at)) return at + 1;
  return place.document.tokens[at]?.text === 'the' && isCapital(place, at + 1) ? at + 2 : undefined;
}

/** Whether a small word binds a run together: "Ministry of Defence", but not "President of Ukraine". */
function joins(place: Place, at: number): boolean {
  const before = place.document.tokens[at - 1]?.text ?? '';
  const joint = place.document.tokens[at]?.text ?? '';
  if (joint === '&') return true;
  if (/^['’]s$/i.test(joint)) return OWNER.test(before);
  return (joint === 'of' || joint === 'for') && bindsOf(place.lexicon, before.toLowerCase());
}

/** "Sheriff’s Office", "People’s Defence Forces", but not "Iran’s Revolutionary Guards". */
const OWNER =
  /^(?:Sheriff|People|Women|Children|Workers|Attorney|Prosecutor|Examiner|Governor|Mayor|Martyrs|Coroner|King|Queen)$/;

function bindsOf(lexicon: Lexicon, word: string): boolean {
  if (lexicon.titles.has(word)) return false;
  const { organisationWords, facilityWords, placeWords, eventWords } = lexicon;
  return (
    organisationWords.has(word) || facilityWords.has(word) || placeWords.has(word) || eventWords.has(word)
  );
}

function touches(document: Document, at: number): boolean {
  const { tokens } = document;
  return tokens[at - 1]?.end === tokens[at]?.start && tokens[at]?.end === tokens[at + 1]?.start;
}

/** The "al-" of "al-Saadi": a small article, a hyphen, and a word that touches it. */
function isArabicArticle(document: Document, at: number): boolean {
  const { tokens } = document;
  const isArticle = /^(?:al|el|as|ash|ad|an|ar|at|az|ul|ud)$/.test(tokens[at]?.text ?? '');
  return isArticle && /^[-‐‑]$/.test(tokens[at + 1]?.text ?? '') && touches(document, at + 1);
}
