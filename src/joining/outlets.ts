import type { Report } from '../record/index.js';
import { rowsOf } from './lists.js';

/** The news agencies that reports credit. */
export interface Agencies {
  /** Names by the words that stand for them: "Agence France-Presse" → "AFP". Case counts: "AP" is one, "ap" is not. */
  readonly names: ReadonlyMap<string, string>;
  readonly known: readonly KnownName[];
}

/** Reads the list of agencies: a name and the words that stand for it, parted by a tab, one a line; `#` is a comment. */
export function agenciesFrom(list: string): Agencies {
  const names = new Map(rowsOf(list).map(([name = '', words = name]) => [words.trimEnd(), name.trimEnd()]));
  const known = [...names].map(([words, name]) => knownName(words, name, true));
  return { names, known };
}

/** Where no list is at hand. */
export const NO_AGENCIES: Agencies = { names: new Map(), known: [] };

/** Text without accents, so that "Popayan Al Dia" is "Popayán Al Día". Case stays. */
export const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

/** Small letters, no accents, blanks alike: what names are compared by. */
export const folded = (text: string) => withoutAccents(text).toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * What an outlet is known by: its name, else the host of its address; undefined where neither is known. An agency has
 * one key, whichever of its names it goes by.
 */
export function outletKey({ outlet, url }: Report, agencies: Agencies): string | undefined {
  const name = outlet?.trim();
  if (name) return folded(agencies.names.get(name) ?? name);
  const host = /^[a-z]+:\/\/(?:www\.)?([^/:?#]+)/i.exec(url ?? '')?.[1];
  return host?.toLowerCase();
}

/** A name that a report may credit: of an agency, or of an outlet among the reports. */
export interface KnownName {
  readonly name: string;
  readonly key: string;
  /** The name as it stands in text, without accents: "Agence France-Presse" for AFP. */
  readonly words: string;
  /** The same in small letters. */
  readonly spoken: string;
  readonly isAgency: boolean;
  /** The name said of as a source: "according to X", "told X", "X reported", "(X)". Looks in text without accents. */
  isCreditedIn(plain: string): boolean;
  /** The name alone, as a byline has it. */
  standsIn(plain: string): boolean;
}

/** What text may leave off a name: "El Bananero" is "Diario El Bananero". */
const LEFT_OFF = /^(?:The|Diario|Radio) (?=\S+ \S)/;

/** The names that reports may credit: every agency, and every outlet that is given, in the order of their words. */
export function knownNames(outlets: readonly string[], agencies: Agencies): KnownName[] {
  const isAgency = (outlet: string) => agencies.names.has(outlet);
  const own = [...new Set(outlets.map((outlet) => outlet.trim()))]
    .filter((outlet) => outlet.length > 1 && !isAgency(outlet))
    .flatMap((outlet) =>
      [outlet, outlet.replace(LEFT_OFF, '')].map((words) => knownName(words, outlet, false)),
    );
  const byWords = new Map([...own, ...agencies.known].map((known) => [known.words, known]));
  return [...byWords.values()].sort((a, b) => (a.words < b.words ? -1 : 1));
}

function knownName(words: string, name: string, isAgency: boolean): KnownName {
  const plain = withoutAccents(words);
  return { name, key: folded(name), words: plain, spoken: folded(words), isAgency, ...patterns(plain) };
}

/** Cues at the head of a sentence too: "According to". The names themselves keep their case. */
const anyCase = (cues: string) =>
  cues.replace(/(?<=^|\|)\p{Ll}/gu, (letter) => `[${letter.toUpperCase()}${letter}]`);

const BEFORE = anyCase(
  'according to|told|tells|citing|cites|cited by|quoting|quotes|quoted by|reported by|published by|published in|reached by|seen by|interview with|speaking to',
);
const AFTER =
  'report|reports|reported|reporting|said|says|wrote|writes|quoted|quotes|cited|cites|learned|counted|published|carried|broadcast';

function patterns(words: string): Pick<KnownName, 'isCreditedIn' | 'standsIn'> {
  const name = `(?<![\\p{L}\\p{N}])${words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?![\\p{L}\\p{N}])`;
  const credit = [
    `(?:${BEFORE})\\s+(?:[\\p{L}’'-]+\\s+){0,4}?${name}`,
    `${name},?\\s+(?:\\p{L}+\\s+){0,2}?(?:${AFTER})(?!\\p{L})`,
    `[(\\[/](?:[^()\\[\\]\\n]{0,20}[/ ])?${name}[^()\\[\\]\\n]{0,20}[)\\]/]`,
  ];
  return { isCreditedIn: finder(words, credit.join('|')), standsIn: finder(words, name) };
}

/** Looks for a pattern in texts that have the words at all; it is made when the first such text comes. */
function finder(words: string, pattern: string): (plain: string) => boolean {
  let made: RegExp | undefined;
  return (plain) => {
    if (!plain.includes(words)) return false;
    made ??= new RegExp(pattern, 'u');
    return made.test(plain);
  };
}

/** "According to the same paper": an outlet that was named before. Not "told this newspaper", which is the writer's own. */
const SAME_OUTLET =
  /(?:according to|told|citing|quoting|reported by) (?:the|that) (?:\p{L}+ )?(?:paper|newspaper|daily|weekly|broadcaster|news agency|news site|radio station|outlet)(?!\p{L})|(?<!\p{L})the (?:same |regional |local )?(?:paper|newspaper|daily|weekly|broadcaster|news agency|news site|radio station|outlet),? (?:also )?(?:report|say|said|wrote|add)/iu;

/**
 * The names that words of a report credit. `before` is the text that stands before them, for "according to the same
 * paper", which is the last outlet credited there.
 */
export function creditsIn(words: string, before: string, names: readonly KnownName[]): KnownName[] {
  const plain = withoutAccents(words);
  const found = names.filter((known) => known.isCreditedIn(plain));
  if (found.length > 0 || !SAME_OUTLET.test(plain)) return byKey(found);
  const earlier = withoutAccents(before);
  const last = names
    .filter((known) => known.isCreditedIn(earlier))
    .map((known) => ({ known, at: earlier.lastIndexOf(known.words) }))
    .sort((a, b) => b.at - a.at)[0];
  return last ? [last.known] : [];
}

/** The names in a byline such as "With AFP" or "Reuters Staff". */
export function creditsOfByline(byline: string | null, names: readonly KnownName[]): KnownName[] {
  const plain = withoutAccents(byline ?? '');
  return byKey(names.filter((known) => known.standsIn(plain)));
}

const byKey = (names: readonly KnownName[]) => [
  ...new Map(names.map((known) => [known.key, known])).values(),
];

/** Words of bylines that name no person: "Staff reporter", "Crime desk", "Our correspondent in Bouar". */
const NO_PERSON =
  /\b(?:news|newsroom|staff|desk|desks|reporters?|correspondents?|correspondence|bureau|editors?|editorial|team|agency|agencies|wire|wires|web|online|special|own|information|monitoring|field|local|political|politics|crime|sports?|business|with|redaccion|sucesos|redaction|redaktion|tv|radio|press|media|associated|service|services)\b/iu;

/** The persons whom a byline names, folded. Empty for "Newsroom" and the like, and for agencies. */
export function authorsOf(byline: string | null, names: readonly KnownName[]): string[] {
  const pieces = withoutAccents(byline ?? '')
    .replace(/^\s*by\s+/iu, '')
    .split(/\s*(?:,|;|&|\/|\||\band\b|\(|\))\s*/u);
  return pieces
    .filter((piece) => /^\p{Lu}[\p{L}.’'-]*(?:\s+(?:\p{Ll}{1,3}\s+)?\p{Lu}[\p{L}.’'-]*){1,3}$/u.test(piece))
    .filter((piece) => !NO_PERSON.test(piece) && !names.some((known) => known.standsIn(piece)))
    .map(folded);
}
