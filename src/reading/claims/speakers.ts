import type { Name, Speaker, SpeakerKind } from '../../record/index.js';
import { type Lists, rows } from '../lists.js';
import { type Cast, namesBetween, namesIn, type Resolved } from './cast.js';
import { meantBy } from './pronouns.js';
import { kindOf } from './speaker-kinds.js';
import { lowerAt, type Stretch, textAt } from './words.js';

/** What kind of speaker a word means, by the lists of this stage and those of the names stage. */
export function speakerKinds(lists: Lists): ReadonlyMap<string, SpeakerKind> {
  const kinds = new Map<string, SpeakerKind>();
  for (const list of [
    'names/titles',
    'names/organisation-words',
    'names/organisations',
    'claims/speaker-kinds',
  ]) {
    for (const [word = '', kind = ''] of rows(lists(list))) {
      if (kind !== '') kinds.set(word.toLowerCase(), kind as SpeakerKind);
    }
  }
  return kinds;
}

const PRONOUN = /^(?:he|she|it|they|we|i|who|his|her|its|their)$/;

/** The speaker that stands at a stretch of a sentence, its name resolved; `last` is who spoke before. */
export function speakerAt(cast: Cast, stretch: Stretch, last: Speaker | undefined): Speaker {
  const { tokens } = cast.page.document;
  const start = tokens[stretch.first]?.start ?? 0;
  const end = tokens[stretch.last - 1]?.end ?? start + 1;
  return { ...resolve(cast, stretch, last), start, end };
}

function resolve(cast: Cast, stretch: Stretch, last: Speaker | undefined): Resolved {
  const name = nameWithin(cast, stretch) ?? nameBehind(cast, stretch);
  if (name) return resolved(cast, stretch, name);
  const words = wordsOf(cast, stretch);
  if (stretch.last - stretch.first === 1 && PRONOUN.test(words.toLowerCase())) {
    const meant = meantBy(cast, stretch, last, (subject) => resolve(cast, subject, undefined));
    return meant ? { name: meant.name, kind: meant.kind } : { name: words, kind: 'unknown' };
  }
  // "the group" and "The President", but not "The UN" or "the Rwandan military": what has a capital names itself.
  const isTitle = stretch.last - stretch.first === 2 && cast.titles.has(lowerAt(cast.page, stretch.last - 1));
  const isCommon = isTitle || !/\p{Lu}/u.test(words.slice(1));
  const referred = isCommon ? cast.coreference.nameFor(stretch.first, stretch.last) : undefined;
  return referred
    ? resolved(cast, stretch, referred)
    : { name: words, kind: kindOf(cast, stretch, undefined) };
}

function resolved(cast: Cast, stretch: Stretch, name: Name): Resolved {
  return { name: cast.fullest.get(name.entity)?.quote ?? name.quote, kind: kindOf(cast, stretch, name) };
}

function wordsOf(cast: Cast, stretch: Stretch): string {
  const { text, tokens } = cast.page.document;
  const words = text.slice(tokens[stretch.first]?.start ?? 0, tokens[stretch.last - 1]?.end ?? 0);
  return words.replace(/\s+/g, ' ');
}

/** The person that a phrase names by its head: "Lt. Omar Saleh of the traffic police" is Omar Saleh. */
function nameWithin(cast: Cast, stretch: Stretch): Name | undefined {
  const { grammar, document, phraseOf } = cast.page;
  const head = grammar.phrases[phraseOf[stretch.first] ?? -1]?.head ?? stretch.last - 1;
  const headStart = document.tokens[head]?.start ?? 0;
  const end = document.tokens[stretch.last - 1]?.end ?? 0;
  return namesIn(cast, stretch).find(
    (name) =>
      name.type === 'person' && (name.end === end || (name.start <= headStart && headStart < name.end)),
  );
}

/** "his uncle, Salah, said", "the ship’s manager, Halmi Shipping": the name behind a phrase that has none. */
function nameBehind(cast: Cast, stretch: Stretch): Name | undefined {
  const { text, tokens } = cast.page.document;
  const next = tokens[stretch.last + 1];
  if (textAt(cast.page, stretch.last) !== ',' || next === undefined) return undefined;
  const name = namesBetween(cast.names, next.start, next.start + 60).find(
    (other) => other.start - next.start < 25 && /^(?:person|organisation|armed_group)$/.test(other.type),
  );
  if (name === undefined || !mayBeCalled(cast, stretch, name)) return undefined;
  // Only a title may stand between: "his deputy, Gen. Omar Saleh,".
  const between = text.slice(next.start, name.start).replace(/\p{L}\./gu, '');
  const isClosed = /^(?:[,.;”"]|$)/.test(text.slice(name.end, name.end + 1));
  return isClosed && !/[,.;]/.test(between) ? name : undefined;
}

/** Whether a name may be that of a phrase: "his uncle, Salah" and "another group, Nujaba", but not "police, Salah". */
function mayBeCalled(cast: Cast, stretch: Stretch, name: Name): boolean {
  const head = lowerAt(cast.page, stretch.last - 1);
  if (/(?:[^s]s|police|media|people)$/.test(head)) return false;
  return name.type !== 'person' || !cast.bodies.has(head);
}
