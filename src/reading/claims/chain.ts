import type { Speaker } from '../../record/index.js';
import { cut } from '../../record/index.js';
import type { Sentence } from '../text/index.js';
import type { Cast } from './cast.js';
import type { Cue } from './cues.js';
import type { Draft } from './drafts.js';
import { phraseStartingAt } from './phrases.js';
import { speakerAt } from './speakers.js';
import { lowerAt, type Stretch } from './words.js';

/**
 * Who passed the words on: in "state television reported, citing a security source" the source speaks, and the
 * television is the chain. The speaker is undefined where nobody is cited, so that the one of the cue stays.
 */
export function chainOf(
  cast: Cast,
  sentence: Sentence,
  cue: Cue,
  medium: Stretch | undefined,
  chainWords: ReadonlySet<string>,
  last: Speaker | undefined,
): { speaker: Speaker | undefined; chain: Draft['chain'] } {
  const none = { speaker: undefined, chain: [] };
  if (medium === undefined) return none;
  const { page } = cast;
  const from = Math.max(cue.last, medium.last);
  for (let at = from; at < Math.min(sentence.last, from + 6); at++) {
    if (!chainWords.has(lowerAt(page, at))) continue;
    const source = phraseStartingAt(page, sentence, at + 1);
    if (source === undefined) return none;
    const { tokens, text } = page.document;
    const span = cut(text, tokens[medium.first]?.start ?? 0, tokens[medium.last - 1]?.end ?? 1);
    const passedOn = speakerAt(cast, medium, last);
    return { speaker: speakerAt(cast, source, last), chain: [{ ...span, name: passedOn.name }] };
  }
  return none;
}
