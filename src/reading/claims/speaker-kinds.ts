import type { Name, SpeakerKind } from '../../record/index.js';
import { type Cast, namesIn } from './cast.js';
import { lowerAt, type Stretch } from './words.js';

/** What kind of speaker a phrase is: by its words from the last to the first, then by the type of its name. */
export function kindOf(cast: Cast, stretch: Stretch, name: Name | undefined): SpeakerKind {
  const { page } = cast;
  for (let at = stretch.last - 1; at >= stretch.first; at--) {
    const kind = kindOfWord(cast, lowerAt(page, at)) ?? cast.kinds.get(page.grammar.lemmas[at] ?? '');
    if (kind !== undefined) return kind;
  }
  return name ? kindOfName(cast, name) : kindByNames(cast, namesIn(cast, stretch));
}

function kindOfWord(cast: Cast, word: string): SpeakerKind | undefined {
  return cast.kinds.get(word) ?? cast.kinds.get(word.replace(/s$/, ''));
}

function kindOfName(cast: Cast, name: Name): SpeakerKind {
  if (name.type === 'person') return 'person';
  if (name.type === 'armed_group') return 'armed_group';
  if (name.type !== 'organisation') return kindByNames(cast, [name]);
  const words = name.quote.toLowerCase().split(/\s+/).reverse();
  const word = words.find((each) => kindOfWord(cast, each) !== undefined) ?? '';
  return cast.kinds.get(name.quote.toLowerCase()) ?? kindOfWord(cast, word) ?? 'organisation';
}

function kindByNames(cast: Cast, names: readonly Name[]): SpeakerKind {
  const last = names.at(-1);
  if (last === undefined) return 'unknown';
  if (names.some((name) => name.type === 'armed_group')) return 'armed_group';
  if (last.type === 'place' && cast.states.has(last.quote)) return 'government';
  // "Milena Kovač" that no list knows: of several words, all of them capitals, it is a person who speaks.
  if (last.type === 'place' && /\s/.test(last.quote)) return 'person';
  return names.some((name) => name.type === 'organisation') ? 'organisation' : 'unknown';
}
