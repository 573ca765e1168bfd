import { cut, daysOf, isoDay, spanHolds, type TimeExpression } from '../../record/index.js';
import type { Grammar } from '../syntax/index.js';
import { type Document, type Token, tokensOf } from '../text/index.js';
import { type Bond, bondOf } from './governor.js';
import type { Times } from './times.js';

/** A stretch of the text, in UTF-16 offsets. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a sentence that tells one event: its number, and the word that opens it if it hangs on another. */
interface Clause {
  readonly id: number;
  readonly opener?: Token;
}

const OPENERS =
  /^(?:since|until|till|after|before|following|ahead|when|while|who|which|whose|where|whom|because|though|although)$/;
const BREAK = /^(?:[,;:–—()]|and|but|that|as)$/;
/** A time that only bounds the incident: "remanded till August 8", "extended the lockdown to May 1". */
const BOUND = /^(?:until|till|by|before|as of|to)\b/i;
/** What it costs, in words, to go from one clause to another, over a break, or to a time that only bounds. */
const COST = { clause: 12, break: 2, bound: 20 };
/** How much nearer a time is that the parse binds to the mention. */
const FACTOR: Readonly<Record<Bond, number>> = { own: 0.1, near: 0.15, none: 1 };
/** A time behind the mention is nearer than one as far before it: "a strike on Friday". */
const BACK = 1.5;

/**
 * The time that fits an incident mentioned at `around` in a sentence: the nearest one with an EDTF value in that
 * sentence, and rather one of the same clause. "He was arrested on Monday after a stabbing on Friday": Friday is the
 * stabbing's. Where the only time stands in a "since" clause behind the mention ("165 strikes since the war began on
 * October 7") it reaches from then to the day of publication. Undefined where the sentence has no time, or only one
 * that bounds another event ("until the ceasefire of May 3").
 */
export function timeOf(
  times: Times,
  document: Document,
  sentenceIndex: number,
  around: Stretch,
  grammar?: Grammar,
): TimeExpression | undefined {
  const sentence = document.sentences[sentenceIndex];
  if (sentence === undefined) return undefined;
  const own = times.stretches.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  const candidates = own.filter(({ edtf }) => edtf !== null);
  if (candidates.length === 0) return undefined;
  const tokens = tokensOf(document, sentence);
  const clauses = clausesOf(tokens, own);
  const costs = candidates.map(
    (each) =>
      costOf(document, tokens, clauses, around, each) *
      (grammar ? FACTOR[bondOf(document, grammar, around, each)] : 1),
  );
  const best = candidates[costs.indexOf(Math.min(...costs))];
  if (best === undefined) return undefined;
  const clause = clauseAt(tokens, clauses, best.start);
  const isOther =
    clause.id !== clauseAt(tokens, clauses, around.start).id && around.end <= (clause.opener?.start ?? 0);
  const opener = isOther ? (clause.opener?.text.toLowerCase() ?? '') : '';
  if (opener === 'since') return sinceThen(document, times, clause.opener as Token, best);
  return /^(?:until|till)$/.test(opener) ? undefined : best;
}

/** The clause of each token. A clause that hangs on another ends at the next comma, where the other goes on. */
function clausesOf(tokens: readonly Token[], times: readonly Stretch[]): Clause[] {
  const clauses: Clause[] = [];
  let main: Clause = { id: 0 };
  let current = main;
  let count = 0;
  for (const token of tokens) {
    const word = token.text.toLowerCase();
    // "since" and "before" inside a time ("since Friday", "before dawn") open no clause.
    const isTime = times.some((time) => spanHolds(time, token));
    if (word === ';') main = current = { id: ++count };
    else if (!isTime && OPENERS.test(word)) current = { id: ++count, opener: token };
    else if (word === ',' && !isTime) current = main;
    clauses.push(current);
  }
  return clauses;
}

function clauseAt(tokens: readonly Token[], clauses: readonly Clause[], offset: number): Clause {
  const at = tokens.findIndex((token) => token.end > offset);
  return clauses[at] ?? clauses.at(-1) ?? { id: 0 };
}

function costOf(
  document: Document,
  tokens: readonly Token[],
  clauses: readonly Clause[],
  around: Stretch,
  time: TimeExpression,
): number {
  const [from, to] = around.start <= time.start ? [around.end, time.start] : [time.end, around.start];
  const here = clauseAt(tokens, clauses, around.start).id;
  let cost = clauseAt(tokens, clauses, time.start).id === here ? 0 : COST.clause;
  for (const [index, token] of tokens.entries()) {
    if (token.start < from || token.end > to) continue;
    // What another clause says in between keeps the two no farther apart.
    const isAside = clauses[index]?.id !== here && cost < COST.clause;
    cost += isAside ? 0 : BREAK.test(token.text.toLowerCase()) ? COST.break : 1;
  }
  const isBound =
    BOUND.test(time.quote) || /\bto $/i.test(document.text.slice(Math.max(0, time.start - 3), time.start));
  return cost * (time.start < around.start ? BACK : 1) + (isBound ? COST.bound : 0);
}

/** "165 strikes since the start of the war on October 7": from that day to the day of publication. */
function sinceThen(document: Document, times: Times, since: Token, time: TimeExpression): TimeExpression {
  const published = times.published ? daysOf(times.published.edtf) : undefined;
  const start = (time.edtf ?? '').split('/')[0] ?? '';
  const isDay = published !== undefined && published.first === published.last;
  const end = isDay && published.last > (daysOf(start)?.last ?? Infinity) ? isoDay(published.last) : '..';
  return {
    ...time,
    ...cut(document.text, since.start, time.end),
    edtf: `${start}/${end}`,
    rule: `from then (${time.rule}) to the day of publication`,
  };
}
