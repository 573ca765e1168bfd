import type { Speaker } from '../../record/index.js';
import { isOwn, sentenceAt } from '../text/index.js';
import type { Cast, Resolved } from './cast.js';
import { mainSubject } from './subjects.js';
import { lowerAt, type Stretch } from './words.js';

/** Sentences before its own that a pronoun looks back over for the one that it is about. */
const REACH = 2;

/**
 * Whom a pronoun means: who spoke last, if that was here or in the sentence before; else whom the sentence before is
 * about ("The police chief was not impressed. “…,” he said"); else the nearest name that fits.
 */
export function meantBy(
  cast: Cast,
  stretch: Stretch,
  last: Speaker | undefined,
  resolve: (subject: Stretch) => Resolved,
): Resolved | undefined {
  const { page, coreference } = cast;
  const { document } = page;
  const pronoun = lowerAt(page, stretch.first);
  const here = sentenceAt(document, document.tokens[stretch.first]?.start ?? 0);
  const spoke = last && fits(cast, pronoun, last) ? last : undefined;
  if (spoke && sentenceAt(document, spoke.start) >= here - 1) return spoke;
  for (let at = here; at >= Math.max(0, here - REACH); at--) {
    const subject = subjectOf(cast, at, at === here ? stretch.first : Infinity);
    const meant = subject && resolve(subject);
    if (meant && isKnown(cast, subject, meant) && fits(cast, pronoun, meant)) return meant;
  }
  const name = coreference.nameFor(stretch.first, stretch.last);
  return name ? { name: name.quote, kind: 'person' } : spoke;
}

/** Whom a sentence is about, unless that is a pronoun too. */
function subjectOf(cast: Cast, index: number, before: number): Stretch | undefined {
  const { page } = cast;
  const sentence = page.document.sentences[index];
  if (sentence === undefined || !isOwn(sentence)) return undefined;
  const subject = mainSubject(page, sentence, Math.min(before, sentence.last));
  return subject && page.grammar.tags[subject.first] !== 'PRON' ? subject : undefined;
}

function isKnown(cast: Cast, subject: Stretch, meant: Resolved): boolean {
  const { grammar } = cast.page;
  const head = subject.last - 1;
  if (grammar.tags[head] === 'PROPN' && subject.last - subject.first > 1) return true;
  const isNoun = cast.kinds.has(grammar.lemmas[head] ?? '') || cast.kinds.has(lowerAt(cast.page, head));
  return meant.kind !== 'unknown' || isNoun;
}

const NAMED = /^\p{Lu}\S+(?: (?:al-|bin |de )?\p{Lu}\S+)+$/u;

/** Whether a pronoun can stand for a speaker: "he" for one person, "they" for several, "it" for a body or a place. */
function fits(cast: Cast, pronoun: string, speaker: Resolved): boolean {
  const word = speaker.name.split(/\s+/).at(-1)?.toLowerCase() ?? '';
  const isBody = cast.bodies.has(word) || speaker.kind === 'armed_group';
  const isPerson = cast.persons.has(speaker.name) || (NAMED.test(speaker.name) && speaker.kind === 'person');
  const isPlural = /(?:[^s]s|police|people|men|women)$/.test(word) && !isPerson;
  if (/^(?:he|she|his|her|i)$/.test(pronoun)) {
    return isPerson || !(isPlural || isBody || /\p{Lu}/u.test(speaker.name.slice(1)));
  }
  if (/^(?:it|its)$/.test(pronoun)) return !isPerson && (!isPlural || isBody);
  return /^(?:they|their)$/.test(pronoun) ? isPlural || isBody : true;
}
