import { cut, type Speaker } from '../../record/index.js';
import type { Arcs, Said, Told } from '../encoder/index.js';
import { isOwn, sentenceAt } from '../text/index.js';
import type { Cast } from './cast.js';
import type { Draft } from './drafts.js';
import { speakerAt } from './speakers.js';
import { threatOf } from './stance.js';
import type { Stretch } from './words.js';

/** How far from a claim its speaker may be named, in tokens. */
const REACH = 120;
/** Words that a claim needs where no reporting word marks it. */
const SHORTEST = 4;

/** The claims that no cue marks, but that the model hears all the same: “were found to have”, “is accused by X of”. */
export function heardBeside(cast: Cast, drafts: readonly Draft[], told: Told, arcs: Arcs): Draft[] {
  return told.said.flatMap((said) => {
    const draft = draftOf(cast, said, arcs);
    const isKnown =
      draft === undefined || drafts.some(({ start, end }) => start < draft.end && draft.start < end);
    return isKnown ? [] : [draft];
  });
}

function draftOf(cast: Cast, said: Said, arcs: Arcs): Draft | undefined {
  const { document } = cast.page;
  const sentence = document.sentences[sentenceAt(document, document.tokens[said.first]?.start ?? 0)];
  const content = contentOf(cast, said);
  const speaker = speakerOf(cast, said, arcs);
  // What stands in quotation marks has been read by them.
  const isQuoted = content !== undefined && cast.page.quotationOf[content.first] !== -1;
  const isShort = content === undefined || isQuoted || content.last - content.first < SHORTEST;
  if (sentence === undefined || !isOwn(sentence) || isShort || speaker === undefined) return undefined;
  const span = cut(
    document.text,
    document.tokens[content.first]?.start ?? 0,
    document.tokens[content.last - 1]?.end ?? 0,
  );
  return { ...span, speaker, stance: stanceOf(said, span.quote, arcs), cue: null, chain: [], sentence };
}

/** Without the marks around it. */
function contentOf(cast: Cast, said: Said): Stretch | undefined {
  const { tokens } = cast.page.document;
  const isMark = (at: number) => !/[\p{L}\p{N}]/u.test(tokens[at]?.text ?? '');
  let { first, last } = said;
  while (first < last && isMark(first)) first++;
  while (first < last && isMark(last - 1)) last--;
  return first < last ? { first, last } : undefined;
}

/** Whom the first word of a claim points at; undefined where it rather points at nobody. */
function speakerOf(cast: Cast, said: Said, arcs: Arcs): Speaker | undefined {
  const { tokens } = cast.page.document;
  const near: number[] = [];
  for (let at = Math.max(0, said.first - REACH); at < Math.min(tokens.length, said.last + REACH); at++) {
    if (at < said.first || at >= said.last) near.push(at);
  }
  const chances = arcs.point(said, 'speaker', near);
  const best = chances.indexOf(Math.max(...chances));
  const token = near[best];
  if (token === undefined) return undefined;
  const phrase = cast.page.grammar.phrases[cast.page.phraseOf[token] ?? -1];
  return speakerAt(cast, phrase?.head === token ? phrase : { first: token, last: token + 1 }, undefined);
}

/** What the model hears; a pledge to do harm ("vowed to avenge its commander") is a threat. */
function stanceOf(said: Said, words: string, arcs: Arcs): Draft['stance'] {
  const [best] = [...arcs.stance(said)].sort((a, b) => b[1] - a[1]);
  const stance = (best?.[0] ?? 'says') as Draft['stance'];
  return stance === 'pledges' ? (threatOf(words) ?? stance) : stance;
}
