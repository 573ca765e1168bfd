import { firstWhere } from '../../search.js';
import { sentenceAt } from '../../text/index.js';
import type { Nominal } from './nominals.js';
import { childWith, type Page } from './page.js';

/** Tokens `first` to before `last` in quotation marks, and the phrase for who speaks them where that is clear. */
export interface Quoted {
  readonly first: number;
  readonly last: number;
  readonly speaker: Nominal | undefined;
}

/** A quotation longer than this many tokens has lost its closing mark. */
const LONGEST = 300;
/** Tokens before and behind it that may say who speaks. */
const AROUND = 40;

const SPEAKING = new Set(
  `say,tell,add,write,state,note,explain,ask,continue,claim,argue,admit,comment,reply,remark,announce,warn,declare,
  insist,tweet,recall,conclude,respond,answer,stress,acknowledge,joke,shout,post,testify,promise,vow`
    .split(/[,\s]+/)
    .filter(Boolean),
);

/** The quotations of a report, in order. They do not nest. */
export function quotedIn(page: Page): Quoted[] {
  const ranges: { first: number; last: number }[] = [];
  let opened: number | undefined;
  for (const [at, { text }] of page.document.tokens.entries()) {
    if (opened !== undefined && at - opened > LONGEST) opened = undefined;
    if (text === '“') opened = at + 1;
    else if (opened !== undefined && /^(?:”|"|'')$/.test(text)) {
      ranges.push({ first: opened, last: at });
      opened = undefined;
    } else if (/^(?:"|``)$/.test(text)) opened = at + 1;
  }
  return ranges.map((range) => ({ ...range, speaker: speakerOf(page, range) }));
}

/** The subject of the only verb of speaking around a quotation, in the sentences in which it begins and ends. */
function speakerOf(page: Page, { first, last }: { first: number; last: number }): Nominal | undefined {
  const { document } = page;
  const sentenceOf = (token: number) =>
    document.sentences[sentenceAt(document, document.tokens[token]?.start ?? 0)];
  const from = Math.max(sentenceOf(first)?.first ?? 0, first - AROUND);
  const to = Math.min(sentenceOf(last)?.last ?? 0, last + AROUND);
  const found = new Set<Nominal>();
  for (let at = from; at < to; at++) {
    if (at === first) at = last;
    const subject = SPEAKING.has(page.grammar.lemmas[at] ?? '') ? childWith(page, at, /^nsubj$/) : undefined;
    const isOutside = subject !== undefined && (subject < first || subject >= last);
    const nominal = isOutside ? page.byHead.get(subject) : undefined;
    if (nominal !== undefined) found.add(nominal);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** The quotation that a token stands in. `quoted` is in order. */
export function quotedAt(quoted: readonly Quoted[], token: number): Quoted | undefined {
  const found = quoted[firstWhere(quoted, ({ last }) => last > token)];
  return found !== undefined && found.first <= token ? found : undefined;
}
