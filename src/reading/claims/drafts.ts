import { type Claim, cut, type Speaker } from '../../record/index.js';
import type { Sentence } from '../text/index.js';
import type { Cast } from './cast.js';
import { chainOf } from './chain.js';
import { boundaryBefore, endOfClause } from './clauses.js';
import { contentOf } from './content.js';
import type { Cue } from './cues.js';
import type { Content } from './pieces.js';
import { speakerAt } from './speakers.js';
import { stanceOf } from './stance.js';
import { mainSubject } from './subjects.js';
import { lowerAt, type Page, type Stretch, tokenFrom } from './words.js';

/** A claim without its number and its incidents. */
export type Draft = Omit<Claim, 'id' | 'about'> & { readonly sentence: Sentence };

/** The claims that the cues of one sentence make, in order. `last` is who spoke before this sentence. */
export function draftsOf(
  cast: Cast,
  sentence: Sentence,
  cues: readonly Cue[],
  chainWords: ReadonlySet<string>,
  last: Speaker | undefined,
): Draft[] {
  const { page } = cast;
  const drafts: Draft[] = [];
  let from = sentence.first;
  let speaker = last;
  for (const [index, cue] of cues.entries()) {
    // What is told in the words of a claim is no claim of its own.
    if ((page.document.tokens[cue.first]?.start ?? 0) < (drafts.at(-1)?.end ?? 0)) continue;
    const content = contentOfCue(page, sentence, from, cue, cues.slice(index + 1, index + 4));
    if (content === undefined && passOn(cast, cue, drafts)) continue;
    const stretch = speakerOf(page, sentence, cue, drafts.length === 0);
    if (stretch) speaker = speakerAt(cast, stretch, speaker);
    if (content === undefined || (stretch === undefined && drafts.length === 0)) continue;
    const cited = chainOf(cast, sentence, cue, stretch, chainWords, speaker);
    drafts.push(draftOf(page, sentence, cue, content, cited.speaker ?? speaker ?? null, cited.chain));
    from = Math.max(from, tokenFrom(page, cue.last, content.end));
  }
  return drafts;
}

/** Where the speaker of a cue stands; for the first cue of a sentence that has none, whom the sentence is about. */
function speakerOf(page: Page, sentence: Sentence, cue: Cue, isFirst: boolean): Stretch | undefined {
  return cue.speaker ?? (isFirst ? mainSubject(page, sentence, cue.first) : undefined);
}

/** "…, the army said, according to AFP": a medium with no words of its own passed on those before it. */
function passOn(cast: Cast, cue: Cue, drafts: Draft[]): boolean {
  const last = drafts.at(-1);
  if (cue.order !== 'source' || cue.speaker === undefined || last === undefined) return false;
  const medium = speakerAt(cast, cue.speaker, undefined);
  if (medium.kind !== 'media') return false;
  const span = cut(cast.page.document.text, medium.start, medium.end);
  drafts[drafts.length - 1] = { ...last, chain: [...last.chain, { ...span, name: medium.name }] };
  return true;
}

function contentOfCue(
  page: Page,
  sentence: Sentence,
  from: number,
  cue: Cue,
  following: readonly Cue[],
): Content | undefined {
  const next = following.find((other) => boundaryBefore(page, other) !== undefined);
  const belief = beliefOf(page, cue, following[0]);
  const teller = belief ?? cue;
  const to = endOfClause(page, sentence, teller, next === belief ? undefined : next);
  return contentOf({ page, sentence, from, to }, teller);
}

/** "says he believes that …": what is believed is what is said. */
function beliefOf(page: Page, cue: Cue, next: Cue | undefined): Cue | undefined {
  if (next?.speaker === undefined || next.order !== 'speaker first') return undefined;
  const isInside = next.speaker.first - cue.last <= 1 && next.first - next.speaker.last <= 2;
  const isOwn = /^(?:he|she|they|it|we|i)$/.test(lowerAt(page, next.speaker.first));
  return isInside && isOwn && /^(?:believe|think|hope|fear|expect)$/.test(next.lemma) ? next : undefined;
}

function draftOf(
  page: Page,
  sentence: Sentence,
  cue: Cue,
  content: Content,
  speaker: Speaker | null,
  chain: Draft['chain'],
): Draft {
  const { text, tokens } = page.document;
  const span = cut(text, content.start, content.end);
  const cueSpan = cut(text, tokens[cue.first]?.start ?? 0, tokens[cue.last - 1]?.end ?? 1);
  return { ...span, speaker, stance: stanceOf(cue, span.quote), cue: cueSpan, chain, sentence };
}

/** In text order; of two that share most of their words the first stays. */
export function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const sorted = [...drafts].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Draft[] = [];
  for (const draft of sorted) {
    const last = kept.at(-1);
    const shared = last ? Math.min(last.end, draft.end) - draft.start : 0;
    if (last === undefined || shared <= 0.5 * (draft.end - draft.start)) kept.push(draft);
  }
  return kept;
}
