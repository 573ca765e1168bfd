import { type Name, spansOverlap } from '../../record/index.js';
import { firstWhere } from '../search.js';
import { type Document, isOwn } from '../text/index.js';
import { type Gazetteer, isBroad } from './gazetteer.js';
import {
  hasTownWord,
  isAdjective,
  isDisease,
  isPartOfLongerName,
  locatedIn,
  type Neighbourhood,
  opensAt,
} from './neighbours.js';
import { type BareName, namesOf } from './scan.js';
import type { PlaceWords, Style } from './words.js';

/** A name of the gazetteer in the text that may be a place. */
export interface Mention extends BareName {
  /** False where it is part of a longer name ("Kabul University", "Iraqi Army"): evidence, but no place of its own. */
  readonly isOwnPlace: boolean;
  /** A small town that no word such as "in" points to: a place only where the report is about its country. */
  readonly isWeak?: boolean;
  /** Whether it says whose something is, and not where: "US soldiers", "Queensland Premier". */
  readonly isAttribute?: boolean;
}

/** From how many people a town is taken for itself where no word such as "in" points to it. */
const KNOWN_TOWN = 20_000;
/** From how many people "in Nice" is the town, though "nice" is a word. */
const LARGE_TOWN = 50_000;
/** From how many people a town is taken for itself in a headline. */
const FAMOUS_TOWN = 150_000;
/** From how many people a town is taken for itself though it is a first name too, such as "Sydney". */
const HUGE_TOWN = 500_000;

interface Surroundings extends Neighbourhood {
  readonly style: Style;
  /** The first name of a person or an organisation that has words in common with a stretch of the text. */
  readonly ownerOf: (stretch: BareName) => Name | undefined;
  /** Whether the language model takes a stretch for a place or a part of one. */
  readonly isNamedPlace: (stretch: BareName) => boolean;
  /** Whether a person of that name is called by more than it: "Hillary Clinton". */
  readonly isPersonToo: (stretch: BareName) => boolean;
  readonly known: ReadonlySet<string>;
}

/**
 * Every name of the gazetteer in the own sentences of a document, longest first, in order and without overlaps.
 * Headlines and lines in capitals come last: there a town counts that the rest of the report names too.
 */
export function mentionsIn(
  document: Document,
  names: readonly Name[],
  gazetteer: Gazetteer,
  words: PlaceWords,
  styles: readonly Style[],
): Mention[] {
  const known = new Set<string>();
  const found: Mention[] = [];
  const ownerOf = firstTouched(names.filter(isNoPlace));
  const placeOf = firstTouched(names.filter(({ type }) => type === 'place'));
  const isNamedPlace = (stretch: BareName) => placeOf(stretch) !== undefined;
  const persons = new Set(
    names.flatMap(({ type, quote }) => (type === 'person' ? (quote.match(/ (\S+)$/)?.[1] ?? []) : [])),
  );
  const isPersonToo = ({ start, end }: BareName) => persons.has(document.text.slice(start, end));
  const own = [...document.sentences.entries()].filter(([, sentence]) => isOwn(sentence));
  const isPlain = ([at]: readonly [number, unknown]) => (styles[at] ?? 'plain') === 'plain';
  for (const [at, sentence] of [...own.filter(isPlain), ...own.filter((one) => !isPlain(one))]) {
    const bare = namesOf(document, at, gazetteer, words);
    const around = {
      document,
      sentence,
      style: styles[at] ?? 'plain',
      ownerOf,
      isNamedPlace,
      isPersonToo,
      words,
      known,
      bare,
    };
    const located = locatedIn(around);
    const judged = bare.flatMap(
      (name, index) => judge(name, { ...around, index }, located[index] ?? false) ?? [],
    );
    for (const mention of judged) if (mention.isOwnPlace && !mention.isWeak) known.add(mention.key);
    found.push(...judged);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Decides whether a name is a place of its own, part of another name, or nothing. */
function judge(name: BareName, around: Surroundings, isPointedAt: boolean): Mention | undefined {
  const isOwnName = name.places.some(isBroad);
  const isNamed = around.isNamedPlace(name);
  if (isMoneyOrRoad(name, around) || isDisease(around.document.text, name.end)) return undefined;
  if (isPeople(name, around, isOwnName)) return isNamed && isOwnName ? attribute(name) : undefined;
  if (!isOwnName && isOrdinary(name, around, isPointedAt, isNamed)) return undefined;
  if (isOwned(name, around, isPointedAt)) {
    return isHome(name, around) ? attribute(name) : { ...name, isOwnPlace: false };
  }
  const isSure = isOwnName || isPointedAt || isNamed;
  return around.style === 'plain' ? inSentence(name, around, isSure) : inHeadline(name, around, isSure);
}

const attribute = (name: BareName): Mention => ({ ...name, isOwnPlace: true, isAttribute: true });

function inSentence(name: BareName, around: Surroundings, isSure: boolean): Mention | undefined {
  const isOwnName = name.places.some(isBroad);
  const isWeak = !isSure && !isKnownTown(name, around);
  if (isWeak && name.first === opensAt(around.document, around.sentence)) return undefined;
  if (!isPartOfLongerName(name, around, isOwnName)) return { ...name, isOwnPlace: true, isWeak };
  // "Queensland Premier Peter Beattie": the model ends the name before the title.
  if (isOwnName && around.isNamedPlace(name)) return attribute(name);
  return isOwnName || largest(name) >= FAMOUS_TOWN ? { ...name, isOwnPlace: false } : undefined;
}

/** "US$460 million"; "U.S. 119" is a road. */
function isMoneyOrRoad(name: BareName, { document }: Surroundings): boolean {
  if (/^U\.?S\.? \d{1,3}(?![\d,.%])/.test(document.text.slice(name.start, name.end + 5))) return true;
  return /[$€£]/.test(document.text.charAt(name.end) + document.text.charAt(name.start - 1));
}

/** "Iraqis", "US troops". */
function isPeople(name: BareName, around: Surroundings, isOwnName: boolean): boolean {
  const text = around.document.text.slice(name.start, name.end);
  if (around.words.countryOfWord(text) === undefined) return false;
  return !isOwnName || isAdjective(name, around);
}

/** A common word ("Reading") or a first name ("Austin") where nothing says that it is the town. */
function isOrdinary(name: BareName, around: Surroundings, isPointedAt: boolean, isNamed: boolean): boolean {
  const located = isPointedAt || isNamed;
  const { words, document, style } = around;
  const isTown = hasTownWord(name, around) || isNamed || (located && largest(name) >= LARGE_TOWN);
  if (words.common.has(document.text.slice(name.start, name.end).toLowerCase())) {
    return !(isTown && located && style === 'plain');
  }
  if (!words.firstNames.has(name.key) || isTown || largest(name) >= HUGE_TOWN) return false;
  return !(isPointedAt && isHomeTown(name, around));
}

/** "a farmer from Clinton", where nobody of that name has a part in the report; but not "a call from Clinton's aide". */
function isHomeTown(name: BareName, { document, isPersonToo }: Surroundings): boolean {
  return !isPersonToo(name) && !/^['’]s/.test(document.text.slice(name.end, name.end + 2));
}

/** Whether the name lies in that of a person or an organisation. "in Clinton" is a town though it is a person's name. */
function isOwned(name: BareName, { ownerOf }: Surroundings, isPointedAt: boolean): boolean {
  const owner = ownerOf(name);
  if (!owner) return false;
  return !(isPointedAt && owner.start === name.start && owner.end === name.end);
}

/** "the U.S. Army": the country that an organisation belongs to, in front of its name. */
function isHome(name: BareName, { ownerOf }: Surroundings): boolean {
  const owner = ownerOf(name);
  if (name.places[0]?.precision !== 'country') return false;
  return owner?.type === 'organisation' && owner.start === name.start && owner.end > name.end;
}

function isKnownTown(name: BareName, { known }: Surroundings): boolean {
  const isListed = name.places.some((place) => place.id.startsWith('town:'));
  return isListed || largest(name) >= KNOWN_TOWN || known.has(name.key);
}

/** In a headline, and in lines of capitals, what the tables or the rest of the report know counts, and large towns. */
function inHeadline(name: BareName, { words, known }: Surroundings, isSure: boolean): Mention | undefined {
  const isKnown = known.has(name.key);
  if (!isKnown && (words.common.has(name.key) || !(isSure || largest(name) >= FAMOUS_TOWN))) return undefined;
  return { ...name, isOwnPlace: true };
}

/** Finds the first of several names, in order and without overlaps, that a stretch of the text touches. */
function firstTouched(names: readonly Name[]): (stretch: BareName) => Name | undefined {
  return (stretch) => {
    const name = names[firstWhere(names, ({ end }) => end > stretch.start)];
    return name && spansOverlap(name, stretch) ? name : undefined;
  };
}

const largest = (name: BareName) => Math.max(...name.places.map((place) => place.population));
const isNoPlace = (name: Name) =>
  name.type === 'person' || name.type === 'organisation' || name.type === 'armed_group';
