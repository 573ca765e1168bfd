import { cut } from '../../record/index.js';
import { isOwn, type Sentence, sentenceAt } from '../text/index.js';
import type { Draft } from './drafts.js';
import type { Quotation } from './quotations.js';
import type { Page } from './words.js';

/** Words that a quotation needs before it can be speech without a verb beside it; “siege” and “terrorists” are not. */
const SPEECH = 5;

/**
 * The claims of a report with the quotations that no cue reached. One that goes on after "he said." is the other part
 * of a broken quotation: the longer part is the claim. One that fills its paragraph has the speaker of the claim before.
 */
export function withLoneQuotations(page: Page, drafts: readonly Draft[]): Draft[] {
  const { text } = page.document;
  const all = [...drafts].sort((a, b) => a.start - b.start);
  const lone: Draft[] = [];
  let before = -1;
  for (const quotation of page.quotations) {
    while ((all[before + 1]?.start ?? Infinity) < quotation.outerEnd) before++;
    const claim = all[before];
    const sentence = ownSentenceAt(page, quotation.start);
    if (claim === undefined || sentence === undefined || !isFree(claim, quotation)) continue;
    const words = cut(text, quotation.start, quotation.end);
    if (continues(claim, text.slice(claim.end, Math.min(quotation.outerStart, claim.end + 200)))) {
      if (words.quote.length > claim.quote.length) all[before] = { ...claim, ...words };
    } else if (claim.speaker && fillsParagraph(text, quotation)) {
      lone.push({
        ...words,
        speaker: claim.speaker,
        stance: 'says',
        cue: null,
        chain: claim.chain,
        sentence,
      });
    }
  }
  return [...all, ...lone];
}

function isFree(claim: Draft, quotation: Quotation): boolean {
  return claim.end <= quotation.outerStart && quotation.words >= SPEECH;
}

function ownSentenceAt(page: Page, offset: number): Sentence | undefined {
  const sentence = page.document.sentences[sentenceAt(page.document, offset)];
  return sentence && isOwn(sentence) ? sentence : undefined;
}

/** “A,” he said. “B”: only who says it, and when and where, stands between the two. */
function continues(claim: Draft, between: string): boolean {
  if (between.includes('\n') || between.length > 160) return false;
  const isCueBetween = claim.cue !== null && claim.cue.start >= claim.end;
  const stops = between.match(/[.!?](?:\s|$)/g) ?? [];
  return isCueBetween && stops.length <= 2 && /^[,.!?…]?["”’']/.test(between);
}

/** Whether little else stands on the line of a quotation. */
function fillsParagraph(text: string, quotation: Quotation): boolean {
  const before = text.slice(Math.max(0, quotation.outerStart - 20), quotation.outerStart);
  const behind = text.slice(quotation.outerEnd, quotation.outerEnd + 20);
  const opens = before.length < 20 || before.includes('\n');
  return opens && (behind.length < 20 || behind.includes('\n'));
}
