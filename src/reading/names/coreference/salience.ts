import type { Nominal } from './nominals.js';
import { isSubject, labelAt, type Page, verbOver } from './page.js';
import type { Referent } from './referents.js';

/** Referents that are kept in mind, the latest ones. */
const MOST = 30;

/** Weights of Lappin and Leass 1994; what an earlier sentence gave counts half, sentence by sentence. */
const WEIGHTS = { recent: 100, subject: 80, object: 50, oblique: 40, outermost: 80, parallel: 35 };

/** What a report has in mind at a place of it. */
export interface Salience {
  /** A referent was mentioned here. */
  heed(referent: Referent, nominal: Nominal): void;
  /** The referents of the last `reach` sentences, and how salient each is to a pronoun. */
  seenFrom(pronoun: Nominal, reach: number): [referent: Referent, value: number][];
}

/** A mind with nothing in it. */
export function salienceIn(page: Page): Salience {
  const inMind = new Map<Referent, { value: number; sentence: number }>();
  const salienceOf = (referent: Referent, sentence: number) => {
    const known = inMind.get(referent);
    return known === undefined ? 0 : known.value * 0.5 ** (sentence - known.sentence);
  };
  return {
    heed(referent, nominal) {
      const { sentence } = nominal;
      const old = salienceOf(referent, sentence);
      const weight = weightOf(page, nominal);
      // In one sentence a factor counts once, however often the referent is mentioned there.
      const isAgain = inMind.get(referent)?.sentence === sentence;
      inMind.delete(referent);
      inMind.set(referent, { value: isAgain ? Math.max(old, old / 2 + weight) : old + weight, sentence });
      referent.latest = nominal;
      const [oldest] = inMind.keys();
      if (inMind.size > MOST && oldest !== undefined) inMind.delete(oldest);
    },
    seenFrom(pronoun, reach) {
      const near = [...inMind].filter(([, { sentence }]) => pronoun.sentence - sentence <= reach);
      return near.map(([referent]) => {
        const isParallel = isSubject(page, pronoun.head) && isSubject(page, referent.latest.head);
        return [referent, salienceOf(referent, pronoun.sentence) + (isParallel ? WEIGHTS.parallel : 0)];
      });
    },
  };
}

function weightOf(page: Page, { head }: Nominal): number {
  if (isSubject(page, head)) return WEIGHTS.recent + WEIGHTS.subject + WEIGHTS.outermost;
  const role = /^(?:dobj|attr)$/.test(labelAt(page, head)) ? WEIGHTS.object : WEIGHTS.oblique;
  return WEIGHTS.recent + role + (verbOver(page, head) === undefined ? 0 : WEIGHTS.outermost);
}
