import type { Document } from '../text/index.js';
import { countriesOfPlace, liesIn } from './containers.js';
import { kilometres } from './distance.js';
import type { Gazetteer, Place } from './gazetteer.js';
import type { Named, TypedRun } from './named.js';
import type { CountryShares, Scored } from './resolve.js';
import type { PlaceWords } from './words.js';

/** A name of the report, and the place that it most likely means. */
export interface Meant {
  readonly name: Named;
  readonly place: Place | undefined;
}

interface Given {
  readonly document: Document;
  readonly shares: CountryShares;
  readonly gazetteer: Gazetteer;
  readonly words: PlaceWords;
  /** Words of sites that are named after their town: "Kabul airport", but not "Paris Hotel". */
  readonly namedAfterTown: ReadonlySet<string>;
}

/** What is known when a site is placed: the names of the report and what they mean. */
export interface Surroundings extends Given {
  /** The names of each sentence, in order. */
  readonly meant: readonly (readonly Meant[])[];
  readonly datelineTown: Place | undefined;
  /** The one town that the report names, where it names one only. */
  readonly onlyTown: Place | undefined;
  /** The country that most of the report is about, where it is most. */
  readonly main: Place | undefined;
}

/** Lays out what is known of a report once its names have their meanings, best first, one list for each name. */
export function surroundingsOf(
  given: Given,
  names: readonly Named[],
  meanings: readonly (readonly Scored[])[],
): Surroundings {
  const all = names.map((name, index) => ({ name, place: meanings[index]?.[0]?.place }));
  const meant: Meant[][] = given.document.sentences.map(() => []);
  for (const each of all) meant[each.name.sentence]?.push(each);
  return {
    ...given,
    meant,
    datelineTown: datelineTown(given.document, all),
    onlyTown: onlyTown(all),
    main: mainCountry(given),
  };
}

type Run = Omit<TypedRun, 'kind' | 'word'>;

/** ", Baghdad", " in Baghdad", " on the outskirts of Baghdad". */
const FOLLOWS =
  /^(?:,?\s(?:(?:[\p{Ll}-]+\s){0,4}(?:in|of|near|outside|inside|at)\s)|,\s)(?:the\s)?(?:[\p{Ll}-]+\s){0,3}$/u;
/** "Baghdad's", "Bannu's old". */
const OWNS = /^['’][sS]?\s(?:[\p{Ll}-]+\s){0,3}$/u;
/** Sites that lie in the country: the town named last is not theirs. */
const RURAL = /forest|valley|hill|mine|farm|ranch|beach|outpost|plantation|field|border/;
/** How many sentences back a site looks for its town. */
const BACK = 4;
/** Within how many kilometres of its town a part of a town lies. */
const WITHIN = 40;
/** A name within a name may be that of the town or of something else; from here up it is the town. */
const LARGE = 50_000;

/** The place that tells where a site is: the town that its words or the words around it name. */
export function anchorOf(run: TypedRun, around: Surroundings): Place | undefined {
  const own = around.meant[run.sentence]?.find(({ name }) => isInside(name, run))?.place;
  const explicit = explicitAnchor(run, around);
  const trusted = own !== undefined && run.kind !== 'section' && isTrusted(own, run, around);
  const fits =
    own !== undefined && explicit !== undefined && run.kind !== 'section' && liesIn(own, explicit) >= 0.3;
  if (explicit && !(fits && !isTown(explicit))) return explicit;
  if (fits) return own;
  if (trusted) return own;
  return (
    nearby(run, around) ??
    (own && isTrusted(own, run, around) ? own : undefined) ??
    around.onlyTown ??
    around.main
  );
}

/** The place that the words put a run into: behind it ("…, Baghdad", "… in Baghdad") or in front ("Baghdad's …"). */
export function explicitAnchor(run: Run, around: Surroundings): Place | undefined {
  return followedBy(run, around) ?? ownedBy(run, around);
}

function isTrusted(own: Place, run: TypedRun, { namedAfterTown, shares }: Surroundings): boolean {
  const isKnownCountry = countriesOfPlace(own).some((country) => (shares.get(country) ?? 0) >= 0.1);
  return isKnownCountry && (namedAfterTown.has(run.word) || own.population >= LARGE);
}

function followedBy(run: Run, { document, meant }: Surroundings): Place | undefined {
  const next = meant[run.sentence]?.find(({ name }) => name.isOwnPlace && name.first >= run.last);
  return next && FOLLOWS.test(document.text.slice(run.end, next.name.start)) ? next.place : undefined;
}

function ownedBy(run: Run, { document, meant }: Surroundings): Place | undefined {
  const before = meant[run.sentence]?.findLast(({ name }) => name.isOwnPlace && name.last <= run.first);
  return before && OWNS.test(document.text.slice(before.name.end, run.start)) ? before.place : undefined;
}

/** The nearest town of the same sentence, before or behind; else the last one of the sentences before; else a region. */
function nearby(run: TypedRun, around: Surroundings): Place | undefined {
  if (RURAL.test(run.word)) return nearest(run, around, isRegion);
  return nearest(run, around, isTown) ?? around.datelineTown ?? nearest(run, around, isRegion);
}

function nearest(run: TypedRun, around: Surroundings, test: (place: Place) => boolean): Place | undefined {
  const fits = ({ name, place }: Meant) =>
    place !== undefined && name.isOwnPlace && !isInside(name, run) && test(place);
  const away = ({ name }: Meant) => Math.abs(name.first - run.first);
  const here = around.meant[run.sentence]?.filter(fits).sort((a, b) => away(a) - away(b)) ?? [];
  const earlier = around.meant
    .slice(Math.max(0, run.sentence - BACK), run.sentence)
    .flat()
    .findLast(fits);
  return here[0]?.place ?? earlier?.place;
}

const isInside = (name: Named, run: TypedRun) => run.first <= name.first && name.last <= run.last;

function datelineTown(document: Document, all: readonly Meant[]): Place | undefined {
  const first = all.find(({ name }) => document.sentences[name.sentence]?.part === 'dateline');
  return isTown(first?.place) ? first.place : undefined;
}

function onlyTown(all: readonly Meant[]): Place | undefined {
  const towns = all.flatMap(({ name, place }) => (name.isOwnPlace && isTown(place) ? [place] : []));
  return new Set(towns.map(({ id }) => id)).size === 1 ? towns[0] : undefined;
}

function mainCountry(given: Given): Place | undefined {
  const [code, share = 0] = [...given.shares].sort((a, b) => b[1] - a[1])[0] ?? [];
  return share >= 0.5 ? countryPlace(code, given) : undefined;
}

/** The place of a country, by its code. */
export function countryPlace(
  code: string | undefined,
  { words, gazetteer }: Pick<Surroundings, 'words' | 'gazetteer'>,
): Place | undefined {
  const name = code && words.countryNames.get(code);
  return name ? gazetteer.find(name).find((place) => place.id === `country:${code}`) : undefined;
}

/** A part of a town that the gazetteer knows: its own middle is better than that of the town. */
export function knownSection(
  run: TypedRun,
  anchor: Place,
  { document, gazetteer }: Surroundings,
): Place | undefined {
  const [from, to] = [document.tokens[run.from], document.tokens[run.to - 1]];
  if (!from || !to) return undefined;
  return gazetteer
    .find(document.text.slice(from.start, to.end))
    .find((place) => isTown(place) && kilometres(place, anchor) < WITHIN);
}

export const isTown = (place: Place | undefined): place is Place =>
  place !== undefined && (place.precision === 'city' || place.precision === 'exact');
const isRegion = (place: Place) => place.precision === 'region' || place.precision === 'district';
