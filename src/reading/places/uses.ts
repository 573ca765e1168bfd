import type { PlaceUse } from '../../record/index.js';
import { type Lists, rows } from '../lists.js';
import type { Grammar } from '../syntax/index.js';
import type { Document } from '../text/index.js';
import { type Found, tokensOf } from './found.js';
import type { Place } from './gazetteer.js';

/** What a name is in its sentence; `none` where it is no place at all but a person or a team. */
export type Use = PlaceUse | 'none';

const SPORT =
  /\b(?:match|game|cup|league|goals?|goalless|finals?|semi-?finals?|tournament|striker|midfielder|goalkeeper|coach|innings|wickets?|quarterback|touchdowns?|penalt(?:y|ies)|half-time|halftime|championship|playoffs?|\d{1,3}\s?[-–]\s?\d{1,3})\b/i;
const SPORT_VERB =
  /^(?:score|beat|defeat|draw|win|lose|play|thrash|rout|edge|equalise|equalize|qualify|advance)$/;
/** "Iran-backed", but not "Baghdad-based". */
const BACKED =
  /^[-–](?:backed|led|made|aligned|allied|funded|sponsored|supported|brokered|mediated|supplied|trained|built|owned|friendly|linked|imposed)(?!\p{L})/u;
const PRONOUN = /^(?:her|his|herself|himself)$/i;
/** Where a name hangs in its sentence: on which word, by which label. */
interface Spot {
  readonly sentence: number;
  readonly verb: number;
  readonly label: string;
  readonly lemma: string;
}

/** How far a list is followed: "between Washington, Paris and London". */
const LONGEST_LIST = 6;

/**
 * Tells apart where something happens ("in Baghdad"), who acts under the name of a place ("Baghdad condemned the raid"),
 * whose something is ("US soldiers"), and what is no place ("Jordan scored").
 */
export function prepareUses(lists: Lists): (document: Document, grammar: Grammar, found: Found) => Use {
  const verbs = rows(lists('places/acting-verbs'));
  const verbsOf = (side: string) =>
    new Set(verbs.flatMap(([verb = '', which]) => (which === side || which === 'both' ? [verb] : [])));
  const [subjects, objects] = [verbsOf('subject'), verbsOf('object')];
  const words = rows(lists('places/government-words'));
  const wordsOf = (kind: string) =>
    new Set(words.flatMap(([word = '', which]) => (which === kind ? [word] : [])));
  const [governments, relations] = [wordsOf('government'), wordsOf('relation')];

  return (document, grammar, found) => {
    const behind = document.text.slice(found.end, found.end + 14);
    if (found.isAttribute || BACKED.test(behind)) return 'attribute';
    const { sentence, first, last } = tokensOf(document, found);
    const at = firstOfList(grammar, headOf(grammar, first, last));
    const verb = grammar.heads[at] ?? -1;
    const place: Spot = {
      sentence,
      verb,
      label: grammar.labels[at] ?? '',
      lemma: grammar.lemmas[verb] ?? '',
    };
    if (isTeam(document, place) || isPerson(document, grammar, place, found.place)) return 'none';
    return acts(place, grammar) ? 'metonym' : 'location';
  };

  function acts({ label, lemma, verb }: Spot, grammar: Grammar): boolean {
    if (label === 'nsubj') return subjects.has(lemma);
    if (label === 'poss') return governments.has(lemma);
    if (label === 'pobj') return isParty(grammar, verb, lemma);
    return /^(?:dobj|nsubjpass|dative)$/.test(label) && objects.has(lemma);
  }

  /** "talks with Iran", "ties between Iran and Iraq", "condemned by Baghdad". */
  function isParty(grammar: Grammar, preposition: number, word: string): boolean {
    const lemma = grammar.lemmas[grammar.heads[preposition] ?? -1] ?? '';
    if (word === 'between' || word === 'with') return relations.has(lemma);
    return word === 'by' && subjects.has(lemma);
  }
}

/** The token of a stretch that hangs on something outside it. */
function headOf({ heads }: Grammar, first: number, last: number): number {
  for (let at = last - 1; at >= first; at--) {
    const head = heads[at] ?? -1;
    if (head < first || head >= last) return at;
  }
  return last - 1;
}

/** What is true of "Washington" is true of "Tehran" in "Washington and Tehran". */
function firstOfList({ heads, labels }: Grammar, at: number): number {
  let first = at;
  for (let step = 0; step < LONGEST_LIST && labels[first] === 'conj' && (heads[first] ?? -1) >= 0; step++) {
    first = heads[first] ?? first;
  }
  return first;
}

function isTeam({ text, sentences }: Document, { sentence, label, lemma }: Spot): boolean {
  if (!/^(?:nsubj|dobj)$/.test(label) || !SPORT_VERB.test(lemma)) return false;
  const { start, end } = sentences[sentence] ?? { start: 0, end: 0 };
  return lemma === 'score' || SPORT.test(text.slice(start, end));
}

/** "Georgia told her mother": what the subject has or does to itself. */
function isPerson(
  { tokens }: Document,
  { heads, labels }: Grammar,
  { verb, label }: Spot,
  { precision }: Place,
): boolean {
  if (label !== 'nsubj' || (precision !== 'country' && precision !== 'region')) return false;
  for (let at = verb + 1; at < Math.min(tokens.length, verb + 4); at++) {
    if (!PRONOUN.test(tokens[at]?.text ?? '')) continue;
    const owned = labels[at] === 'poss' ? (heads[at] ?? -1) : at;
    if (heads[owned] === verb) return true;
  }
  return false;
}
