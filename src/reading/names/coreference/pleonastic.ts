import type { Nominal } from './nominals.js';
import { labelAt, type Page, wordAt } from './page.js';

/** Whether "it" stands for nothing: "it is clear that", "it seems", "it was announced that", "it rains". */
export function isPleonastic(page: Page, nominal: Nominal): boolean {
  if (nominal.pronoun !== 'it') return false;
  const verb = page.grammar.heads[nominal.head] ?? -1;
  const lemma = page.grammar.lemmas[verb] ?? '';
  if (/^(?:seem|appear|turn|happen|rain|snow|matter|follow)$/.test(lemma)) return true;
  if (/^nsubjpass$/.test(labelAt(page, nominal.head))) {
    return /^(?:believe|say|report|expect|announce|know|think|understand|estimate|allege|hope|reveal|claim|suggest|decide)$/.test(
      lemma,
    );
  }
  if (!/^(?:be|take|make)$/.test(lemma)) return false;
  for (let at = nominal.head + 1; at < nominal.head + 10; at++) {
    const word = wordAt(page, at);
    if (/^(?:[.;:]|")$/.test(word)) return false;
    if (/^(?:that|to|whether|who|when|why|how|because|for|if|like|time)$/.test(word)) return true;
  }
  return false;
}
