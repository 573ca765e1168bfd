import { type Incident, type Mention, spansOverlap } from '../../record/index.js';
import { firstWhere } from '../search.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Makes a finder of the incidents that a claim speaks of: those whose mentions lie in its words; where there is none
 * ("the mayor condemned it"), those that its sentence names.
 */
export function prepareAbout(
  incidents: readonly Incident[],
): (claim: Stretch, sentence: Stretch) => string[] {
  const mentions = incidents
    .flatMap(({ id, mentions }) => mentions.map((mention) => ({ id, mention })))
    .sort((a, b) => a.mention.start - b.mention.start);
  const order = new Map(incidents.map(({ id }, at) => [id, at]));
  const rank = (id: string) => order.get(id) ?? 0;
  const naming = (span: Stretch) => new Set(mentionsFrom(mentions, span).map(({ id }) => id));
  return (claim, sentence) => {
    const inside = naming(claim);
    const named = inside.size > 0 ? inside : naming(sentence);
    return [...named].sort((a, b) => rank(a) - rank(b));
  };
}

/** No mention is longer than this many characters. */
const LONGEST = 300;

/** The mentions that share a character with a span. */
function mentionsFrom(
  mentions: readonly { readonly id: string; readonly mention: Mention }[],
  span: Stretch,
): { readonly id: string; readonly mention: Mention }[] {
  const found = [];
  const from = firstWhere(mentions, ({ mention }) => mention.start >= span.start - LONGEST);
  for (let at = from; at < mentions.length; at++) {
    const each = mentions[at];
    if (each === undefined || each.mention.start >= span.end) break;
    if (spansOverlap(each.mention, span)) found.push(each);
  }
  return found;
}
