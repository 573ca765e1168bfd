import type { Document } from '../text/index.js';
import type { Found } from './found.js';
import type { Gazetteer } from './gazetteer.js';
import type { CountryShares } from './resolve.js';
import type { PlaceWords } from './words.js';

/** "Iraqi capital", but not "the Iraqi capital, Baghdad," nor "the Afghan capital Kabul", where the name stands. */
const NATIONAL = /(?<![\p{L}])(\p{Lu}[\p{L}.]+) capital(?: city)?(?![\p{L}-])(?!,? (?:of )?\p{Lu})/gu;
/** "in the capital": only behind a word that puts something there. */
const BARE =
  /(?<=(?:^|\s)(?:in|near|outside|around|to|from|of|into|at|on) )(?:the|its|their) (?:country['’]s |nation['’]s )?capital(?: city)?(?![\p{L}-])(?!,? (?:of )?\p{Lu})(?! of)/giu;
const RULE = 'the capital of the country that the words name or the report is about';
/** How much of a report must be about one country for "the capital" to be its own. */
const MAIN = 0.5;

/** The capitals that own sentences speak of without their names: "the Iraqi capital", "the country's capital". */
export function capitalsIn(
  document: Document,
  gazetteer: Gazetteer,
  words: PlaceWords,
  shares: CountryShares,
): Found[] {
  const found: Found[] = [];
  const [main, share = 0] = [...shares].sort((a, b) => b[1] - a[1])[0] ?? [];
  for (const sentence of document.sentences) {
    if (sentence.part === 'unrelated') continue;
    const text = document.text.slice(sentence.start, sentence.end);
    for (const match of text.matchAll(NATIONAL))
      add(words.countryOfWord(match[1] ?? ''), match, sentence.start);
    if (share < MAIN) continue;
    for (const match of text.matchAll(BARE)) add(main, match, sentence.start);
  }
  return found;

  function add(code: string | undefined, match: RegExpExecArray, offset: number): void {
    const name = code && words.capitals.get(code);
    const place = name
      ? gazetteer.find(name).find((town) => town.country === code && town.kind !== 'section')
      : undefined;
    if (place)
      found.push({
        start: offset + match.index,
        end: offset + match.index + match[0].length,
        place,
        rule: RULE,
      });
  }
}
