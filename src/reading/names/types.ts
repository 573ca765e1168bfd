import type { NameType } from '../../record/index.js';
import type { Marked } from '../encoder/index.js';
import type { Judge } from './judge.js';
import { isNationality } from './lexicon.js';
import { isShip } from './listed.js';
import { plainText } from './table.js';

/**
 * What a marked stretch names, by its kind in OntoNotes and its words; undefined where it is no name of ours (a law, a
 * work of art, a language, a time, an amount, a product that is neither vehicle nor weapon).
 */
export function typeOf(judge: Judge, mark: Marked): NameType | undefined {
  return listedType(judge, mark) ?? typeByKind(judge, mark);
}

/** The type that a list gives: "hezbollah" in lower case too, as the encoder marks it; but a person may be a Dawn. */
function listedType({ lexicon, spanOf }: Judge, mark: Marked): NameType | undefined {
  if (!/^(?:NORP|ORG|GPE|LOC|FAC|PERSON)$/.test(mark.kind)) return undefined;
  const type = lexicon.types.get(plainText(spanOf(mark).quote).toLowerCase());
  return mark.kind === 'PERSON' && type !== 'armed_group' ? undefined : type;
}

function typeByKind(judge: Judge, mark: Marked): NameType | undefined {
  const words = Array.from({ length: mark.last - mark.first }, (_, step) => judge.lower(mark.first + step));
  switch (mark.kind) {
    case 'PERSON':
      return typeOfPerson(judge, mark, words);
    case 'NORP':
      return isPeople(judge, words) || !isOfFighters(judge, mark) ? 'nationality' : 'armed_group';
    case 'ORG':
      return typeOfBody(judge, mark, words);
    case 'GPE':
    case 'LOC':
      return words.length === 1 && isPeople(judge, words) ? 'nationality' : 'place';
    case 'FAC':
      return 'facility';
    case 'EVENT':
      return 'event';
    case 'PRODUCT':
      return isShip(judge, mark.first) ? 'vehicle' : judge.materielAt(mark.first);
    default:
      return undefined;
  }
}

function typeOfPerson(judge: Judge, mark: Marked, words: readonly string[]): NameType {
  if (isArmed(judge, mark, words)) return 'armed_group';
  if (isAged(judge, mark)) return 'person';
  const description = judge.descriptionOf(mark);
  if (description === 'location' || (description !== 'person' && isLocated(judge, mark))) return 'place';
  return description === 'organisation' ? description : 'person';
}

/** "Lazhar Mhamdi, 34, was …" */
function isAged({ lower }: Judge, { last }: Marked): boolean {
  return lower(last) === ',' && /^\d{1,2}$/.test(lower(last + 1)) && lower(last + 2) === ',';
}

function typeOfBody(judge: Judge, mark: Marked, words: readonly string[]): NameType {
  if (isArmed(judge, mark, words)) return 'armed_group';
  return words.length === 1 && isPeople(judge, words) ? 'nationality' : 'organisation';
}

/** "in Omdurman", "near Eagle Pass": what stands in a place is one, whatever else its name is like. */
export function isLocated(
  { lower, document, grammar }: Judge,
  mark: { first: number; last: number },
): boolean {
  const isObject = grammar.heads[mark.last - 1] === mark.first - 1;
  if (!isObject || !/^(?:in|near|outside|around|into)$/.test(lower(mark.first - 1))) return false;
  const isAcronym =
    mark.last - mark.first === 1 && /^\p{Lu}{2,6}$/u.test(document.tokens[mark.first]?.text ?? '');
  return !isAcronym && !/^['’]s?$/.test(lower(mark.last));
}

/** "Syrian", "Christians", "South Sudanese" */
function isPeople({ lexicon }: Judge, words: readonly string[]): boolean {
  return isNationality(lexicon, words.at(-1) ?? '');
}

const FIGHTERS =
  /^(?:militants?|rebels?|fighters?|insurgents?|guerrillas?|jihadists?|dissidents?|militias?|militiam[ae]n)$/;

/** "ELN rebels", "FARC dissidents": whose fighters are named by it. */
function isOfFighters({ lower, document }: Judge, mark: Marked): boolean {
  const gap = document.text.slice(document.tokens[mark.last - 1]?.end, document.tokens[mark.last]?.start);
  return /^ +$/.test(gap) && FIGHTERS.test(lower(mark.last));
}

/** "Liwa al-Aqsa", "Northern Brigades", "Front for the Freedom of Tavar", "ELN" in "ELN rebels" */
function isArmed(judge: Judge, mark: Marked, words: readonly string[]): boolean {
  const joint = words.findIndex((word) => /^(?:of|for)$/.test(word));
  const kinds = [words[0], words[joint - 1] ?? words.at(-1)].map((word) =>
    judge.lexicon.organisationWords.get(word ?? ''),
  );
  return (words.length > 1 && kinds.includes('armed_group')) || isOfFighters(judge, mark);
}
