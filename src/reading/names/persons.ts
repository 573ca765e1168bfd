import type { Run } from './capitals.js';
import type { Judge } from './types.js';

const PLACE_BEFORE =
  /^(?:in|near|at|from|to|into|around|outside|across|towards?|through|over|of|between|off)$/i;
const PLACE_FIRST =
  /^(?:New|North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|Great|San|Santa|Saint|St\.?|Los|Las|Port|Fort|Mount|Deir|Tel|Tell|Khan|Beit|Bani|Umm|Ras|Wadi|Rio)$/;
const SPEAKS =
  /^(?:said|says|told|was (?:shot|killed|arrested|charged|found)|is (?:charged|accused)|died|who|wrote|added|tweeted|has been charged)\b/;

/** Whether a name of several words that no title goes with is a person's. */
export function looksLikePerson(judge: Judge, run: Run, words: readonly string[]): boolean {
  const [first = ''] = words;
  if (words.length === 1 || PLACE_FIRST.test(first)) return false;
  if (hasAge(judge, run) || judge.lexicon.firstNames.has(first.toLowerCase())) return true;
  if (words.some((word) => /^(?:bin|ibn|bint|von|van)$/.test(word))) return true;
  const { tokens } = judge.document;
  if (PLACE_BEFORE.test(tokens[run.first - 1]?.text ?? '')) return false;
  // "Lew J. Abramow"
  if (words.some((word, at) => at > 0 && /^\p{Lu}\.$/u.test(word))) return true;
  return words.length <= 4 && actsLikePerson(judge, run);
}

/** "Lazhar Mhamdi, 34,": an age behind a name. */
function hasAge(judge: Judge, run: Run): boolean {
  const [comma, age, closing] = judge.document.tokens.slice(run.last, run.last + 3);
  return comma?.text === ',' && /^\d{1,3}$/.test(age?.text ?? '') && closing?.text === ',';
}

/** "Milena Kovač said"; "incumbent Zoran Lukić" and "his wife, Nour Haddad,": named behind what the person is. */
function actsLikePerson(judge: Judge, run: Run): boolean {
  const { tokens } = judge.document;
  const after = tokens.slice(run.last, run.last + 3).map((token) => token.text);
  if (SPEAKS.test(after.join(' '))) return true;
  if (/^(?:NOUN|ADJ)$/.test(judge.grammar.tags[run.first - 1] ?? '')) return true;
  return tokens[run.first - 1]?.text === ',' && after[0] === ',';
}
