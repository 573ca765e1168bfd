import type { Nominal } from './nominals.js';
import { determinerOf, modifiersOf, type Page } from './page.js';
import { isAnother, learn, type Referent, type Referents } from './referents.js';
import { fitsType, type Kind } from './words.js';

/** Sentences that "the ministry" may look back over for a name with the word in it, or a name that bore the title. */
const FAR = 25;
/** Sentences that "the group" may look back over for any group. */
const NEAR = 3;
/** Referents that are looked at; in a list of hundreds of names nobody is "the general". */
const MOST = 40;

/**
 * Sieve 2, descriptions: "the general" for the one who bore the title, "the ministry" for the one with the word in its name
 * (strict head match of Lee et al. 2013: no modifier that the name did not have), then "the group" for the only group near.
 */
export function linkDescriptions(page: Page, referents: Referents): void {
  const byNoun = new Map<string, Referent[]>();
  const recent = new Set<Referent>();
  for (const nominal of page.nominals) {
    let referent = referents.get(nominal);
    if (referent === undefined) continue;
    if (referent.entity === undefined) {
      const meant = meantBy(page, nominal, byNoun, recent);
      if (meant !== undefined) {
        referents.set(nominal, meant);
        learn(page, meant, nominal);
        referent = meant;
      }
    }
    referent.latest = nominal;
    remember(referent, byNoun, recent);
  }
}

function remember(referent: Referent, byNoun: Map<string, Referent[]>, recent: Set<Referent>): void {
  recent.delete(referent);
  recent.add(referent);
  if (recent.size > MOST)
    for (const oldest of recent) {
      recent.delete(oldest);
      break;
    }
  for (const noun of referent.nouns) {
    const sharing = byNoun.get(noun);
    if (sharing === undefined) byNoun.set(noun, [referent]);
    else if (sharing.at(-1) !== referent) {
      const kept = sharing.filter((other) => other !== referent).slice(-MOST);
      byNoun.set(noun, [...kept, referent]);
    }
  }
}

function meantBy(
  page: Page,
  nominal: Nominal,
  byNoun: ReadonlyMap<string, readonly Referent[]>,
  recent: ReadonlySet<Referent>,
): Referent | undefined {
  const kinds = page.words.kinds.get(nominal.noun) ?? [];
  if (nominal.isPlural || kinds.length === 0 || isAnother(page, nominal)) return undefined;
  const determiner = determinerOf(page, nominal);
  if (!/^(?:the|this|that)$/.test(determiner)) return undefined;
  const modifiers = modifiersOf(page, nominal);
  const sharing = (byNoun.get(nominal.noun) ?? []).filter((other) => isWithin(other, nominal, FAR));
  if (sharing.length > 0) return theOneCalled(sharing, nominal, kinds, modifiers);
  return modifiers.length === 0 ? theOnlyOne(nominal, kinds, recent) : undefined;
}

function isWithin(referent: Referent, nominal: Nominal, reach: number): boolean {
  return nominal.sentence - referent.latest.sentence <= reach && !contains(nominal, referent.latest);
}

function contains(nominal: Nominal, other: Nominal): boolean {
  return other.first >= nominal.first && other.last <= nominal.last;
}

/** The last one that was called by the noun, if it is named, fits, and all that the phrase says was said of it. */
function theOneCalled(
  sharing: readonly Referent[],
  nominal: Nominal,
  kinds: readonly Kind[],
  modifiers: readonly string[],
): Referent | undefined {
  const able = sharing.filter((other) =>
    modifiers.every((word) => other.modifiers.has(word) || other.nouns.has(word)),
  );
  const last = able.at(-1);
  if (last?.type === undefined || !fitsType(kinds, last.type)) return undefined;
  // Two generals in neighbouring sentences: which one is "the general" is not clear.
  const rival = able.at(-2);
  const isClear = rival === undefined || last.latest.sentence - rival.latest.sentence >= 2;
  return isClear && last.latest.head < nominal.head ? last : undefined;
}

/** Kinds whose words say enough of a name that had no such word: not "the area", "the facility", "the official". */
const SAYING: ReadonlySet<Kind> = new Set(['armed', 'group', 'firm', 'country', 'town', 'vehicle', 'event']);

/** The only referent near that a word of this kind fits. One without a name, "a militia", is in the way too. */
function theOnlyOne(
  nominal: Nominal,
  kinds: readonly Kind[],
  recent: ReadonlySet<Referent>,
): Referent | undefined {
  const asked = kinds.filter((kind) => SAYING.has(kind));
  if (asked.length === 0) return undefined;
  const near = [...recent].filter((other) => isWithin(other, nominal, NEAR) && mayBe(other, asked));
  const nearest = near.at(-1);
  if (near.length !== 1 || nearest?.entity === undefined) return undefined;
  return nearest;
}

function mayBe(referent: Referent, kinds: readonly Kind[]): boolean {
  if (referent.type === 'place') return kinds.some((kind) => referent.kinds.has(kind));
  if (referent.type !== undefined) return fitsType(kinds, referent.type);
  return !referent.isPlural && kinds.some((kind) => referent.kinds.has(kind));
}
