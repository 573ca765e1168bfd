import type { Judge } from './judge.js';
import type { NameSpan } from './spans.js';

const ORGAN =
  /^(?:government|army|military|navy|police|parliament|ministry|embassy|forces|court|presidency|cabinet|administration|prosecution|gendarmerie|marines|senate|congress)$/;
const PAIR = /^(?:air force|coast guard|armed forces|intelligence service)$/;

/** "Israeli military", "Iranian foreign ministry": with the organ of a state its people makes one name. */
export function withOrgans(judge: Judge, names: readonly NameSpan[]): NameSpan[] {
  const joined: NameSpan[] = [];
  for (const [at, name] of names.entries()) {
    if (name.first < (joined.at(-1)?.last ?? 0)) continue;
    const last = name.type === 'nationality' ? organEnd(judge, name.last) : undefined;
    const next = names[at + 1];
    // The next name may lie in the organ's, but not go on beyond it.
    const isApart = last !== undefined && (next === undefined || next.first >= last || next.last <= last);
    joined.push(isApart ? { first: name.first, last, type: 'organisation' } : name);
  }
  return joined;
}

/** The token after the organ of a state whose words begin at a token. */
function organEnd(judge: Judge, from: number): number | undefined {
  const { lower, grammar } = judge;
  const end = Math.min(from + 3, judge.sentenceOf(from - 1).last);
  for (let at = from; at < end; at++) {
    if (PAIR.test(`${lower(at)} ${lower(at + 1)}`)) return at + 2;
    if (ORGAN.test(lower(at))) return at + 1;
    if (!/^(?:JJ|NN|NNP)$/.test(grammar.penn[at] ?? '')) return undefined;
  }
  return undefined;
}
