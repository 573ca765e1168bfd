import { agrees, likelihood, type Sort, sortOf } from './agreement.js';
import { barredHeads, boundTo } from './binding.js';
import type { Nominal } from './nominals.js';
import { labelAt, type Page } from './page.js';
import { isPleonastic } from './pleonastic.js';
import { type Quoted, quotedAt } from './quotes.js';
import type { Referent, Referents } from './referents.js';
import { type Salience, salienceIn } from './salience.js';

/** Sentences that a pronoun looks back over. */
const REACH = 3;
/** The best must be so many times as salient as the second best: a near tie is no answer. */
const MARGIN = 1.25;

/**
 * Sieve 3, pronouns, after Lappin and Leass 1994: of the referents of the last sentences that agree in number, gender and
 * kind and that the grammar allows, the most salient one, if it is so by a margin. One without a name may win: then the pronoun
 * stands for nothing named. Last, "I" and "we" in a quotation are its speaker.
 */
export function linkPronouns(page: Page, referents: Referents, quoted: readonly Quoted[]): void {
  const salience = salienceIn(page);
  for (const nominal of page.nominals) {
    const meant = nominal.pronoun === '' ? undefined : meantBy(page, referents, quoted, nominal, salience);
    if (meant !== undefined) referents.set(nominal, meant);
    const referent = referents.get(nominal);
    if (referent !== undefined) salience.heed(referent, nominal);
  }
  linkSpeakers(page, referents, quoted);
}

function meantBy(
  page: Page,
  referents: Referents,
  quoted: readonly Quoted[],
  pronoun: Nominal,
  salience: Salience,
): Referent | undefined {
  const antecedent = antecedentOf(page, pronoun);
  if (antecedent !== undefined) return referents.get(antecedent);
  const sort = sortOf(pronoun.pronoun);
  if (sort === undefined || isPleonastic(page, pronoun)) return undefined;
  const isReflexive = /sel(?:f|ves)$/.test(pronoun.pronoun);
  const bound = boundTo(page, referents, pronoun, sort);
  const meant =
    bound ?? (isReflexive ? undefined : mostSalient(page, referents, quoted, pronoun, sort, salience));
  if (meant !== undefined && (sort === 'he' || sort === 'she')) meant.gender ??= sort;
  return meant;
}

/** "Hezbollah, which denied it": what a relative pronoun stands for. */
function antecedentOf(page: Page, nominal: Nominal): Nominal | undefined {
  if (!/^(?:who|which|that)$/.test(nominal.pronoun)) return undefined;
  const verb = page.grammar.heads[nominal.head] ?? -1;
  return labelAt(page, verb) === 'relcl' ? page.byHead.get(page.grammar.heads[verb] ?? -1) : undefined;
}

function mostSalient(
  page: Page,
  referents: Referents,
  quoted: readonly Quoted[],
  pronoun: Nominal,
  sort: Sort,
  salience: Salience,
): Referent | undefined {
  // Who speaks a quotation is "I" in it, not "he".
  const speaker = quotedAt(quoted, pronoun.head)?.speaker;
  const heads = [...barredHeads(page, pronoun), ...(speaker === undefined ? [] : [speaker.head])];
  const barred = new Set(heads.map((head) => referentAt(page, referents, head)));
  let best: Referent | undefined;
  let [most, second] = [0, 0];
  for (const [referent, value] of salience.seenFrom(pronoun, REACH)) {
    if (barred.has(referent) || !agrees(page, referent, sort)) continue;
    const score = value * likelihood(referent, sort);
    if (score > most) [second, most, best] = [most, score, referent];
    else second = Math.max(second, score);
  }
  return most >= second * MARGIN ? best : undefined;
}

function referentAt(page: Page, referents: Referents, head: number): Referent | undefined {
  const nominal = page.byHead.get(head);
  return nominal && referents.get(nominal);
}

/** "I" is the person who speaks a quotation, "we" the body. */
function linkSpeakers(page: Page, referents: Referents, quoted: readonly Quoted[]): void {
  for (const nominal of page.nominals) {
    const isOne = /^(?:i|me|my|mine|myself)$/.test(nominal.pronoun);
    if (!isOne && !/^(?:we|us|our|ours|ourselves)$/.test(nominal.pronoun)) continue;
    const speaker = quotedAt(quoted, nominal.head)?.speaker;
    const referent = speaker && referents.get(speaker);
    if (referent?.type === undefined) continue;
    const isBody = referent.type === 'organisation' || referent.type === 'armed_group';
    if (isOne ? referent.type === 'person' : isBody) referents.set(nominal, referent);
  }
}
