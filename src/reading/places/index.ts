import { type Candidate, cut, type Name, type Toponym } from '../../record/index.js';
import { type Lists, rows } from '../lists.js';
import type { Grammar } from '../syntax/index.js';
import type { Document } from '../text/index.js';
import { bordersIn } from './borders.js';
import { capitalsIn } from './capitals.js';
import { partOf } from './compass.js';
import { containersOf, countriesOfPlace } from './containers.js';
import { countryShares } from './countries.js';
import { coverOf } from './cover.js';
import type { Gazetteer, Place } from './gazetteer.js';
import { type Mention, mentionsIn } from './mentions.js';
import { type Named, narrowed, type TypedRun, typedRuns } from './named.js';
import { type CountryShares, chances, plausible, resolve, type Scored } from './resolve.js';
import { anchorOf, isTown, knownSection, type Surroundings, surroundingsOf } from './sites.js';
import { placeOfUnknown, unknownPlaces } from './unknown.js';
import { placeWordsOf, stylesOf } from './words.js';

export type { Gazetteer, Place } from './gazetteer.js';
export { prepareNation } from './nation.js';
export { prepareCountryOfWord } from './nationalities.js';
export { type Country, gazetteerFrom } from './tables.js';

/** How many other meanings of a name are kept. */
const CANDIDATES = 5;

/** A toponym before it is cut out of the text. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly place: Place;
  readonly name?: string;
  readonly others?: readonly Scored[];
}

/**
 * Finds the places that a report names and what each means: names of the gazetteer, sites and parts of towns ("Kabul
 * airport", with the middle of the town), parts of countries ("northern Mali"), borders and capitals. Nationality words
 * are no places (see `prepareCountryOfWord`), and neither is a place in the name of a person or an organisation.
 * In text order, without overlaps. Never throws, whatever the text.
 */
export function preparePlaces(
  lists: Lists,
  gazetteer: Gazetteer,
): (document: Document, grammar: Grammar, names: readonly Name[]) => Toponym[] {
  const words = placeWordsOf(lists);
  const namedAfterTown = new Set(
    rows(lists('places/place-words')).flatMap(([word = '', , , town]) => (town === 'town' ? [word] : [])),
  );

  return (document, _grammar, names) => {
    const styles = stylesOf(document);
    const mentions = mentionsIn(document, names, gazetteer, words, styles);
    const bySentence = groupBySentence(mentions);
    const peoples = new Set(names.filter((name) => name.type === 'nationality').map(({ start }) => start));
    const allRuns = document.sentences.flatMap((sentence, at) =>
      sentence.part === 'unrelated'
        ? []
        : typedRuns(document, at, styles[at] ?? 'plain', bySentence.get(at) ?? [], words),
    );
    // "the English town of Salisbury" names no English town.
    const runs = allRuns.filter((run) => run.kind === 'site' || !peoples.has(run.start));
    // Runs do not overlap, so each name starts one at most.
    const runFrom = new Map(runs.map((run) => [run.from, run]));
    const named = mentions.map((mention) =>
      withKind(document, mention, runFrom.get(mention.first), gazetteer),
    );
    const shares = countryShares(document, named, words);
    const containers = containersOf(document, named, words);
    const meanings = resolve(named, containers, shares).map((scored) => plausible(scored, shares));
    const given = { document, shares, gazetteer, words, namedAfterTown };
    const around = surroundingsOf(given, named, meanings);
    const known = [
      ...bordersIn(document, gazetteer, words),
      ...runs.flatMap((run) => siteOf(run, around)),
      ...capitalsIn(document, gazetteer, words, shares),
      ...named.flatMap((name, index) =>
        isPlace(name, meanings[index] ?? [], shares) ? nameOf(document, name, meanings[index] ?? []) : [],
      ),
    ];
    const unknown = unknownPlaces(document, names, known, words, styles).flatMap((run) => {
      const found = placeOfUnknown(run, around);
      return found ? [{ start: run.start, end: run.end, ...found }] : [];
    });
    return withoutOverlaps(document, [...known, ...unknown]);
  };
}

/** How much of a report must be about the country of a small town that nothing else points to. */
const MAIN = 0.4;

function isPlace(name: Named, scored: readonly Scored[], shares: CountryShares): boolean {
  if (!name.isOwnPlace) return false;
  const countries = scored[0] ? countriesOfPlace(scored[0].place) : [];
  return !name.isWeak || countries.some((country) => (shares.get(country) ?? 0) >= MAIN);
}

function groupBySentence(mentions: readonly Mention[]): Map<number, Mention[]> {
  const groups = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.sentence);
    if (group) group.push(mention);
    else groups.set(mention.sentence, [mention]);
  }
  return groups;
}

/** A name with the word that tells its kind. "Homs province" is longer than "Homs"; "the city of Homs" is not. */
function withKind(
  document: Document,
  mention: Named,
  run: TypedRun | undefined,
  gazetteer: Gazetteer,
): Named {
  if (run?.to !== mention.last || run.kind === 'site' || run.kind === 'section') return mention;
  const end = run.kind === 'town' ? mention.end : Math.max(mention.end, run.end);
  const whole = gazetteer
    .find(document.text.slice(run.start, run.end))
    .filter((place) => place.precision === 'region');
  const places = whole.length > 0 && run.kind !== 'town' ? whole : narrowed(mention.places, run.kind);
  return { ...mention, kind: run.kind, end, isOwnPlace: true, places };
}

/** A run that no name of the gazetteer stands for: a site, a part of a town, an unknown county. */
function siteOf(run: TypedRun, around: Surroundings): Found[] {
  const isKnown = around.meant[run.sentence]?.some(
    ({ name }) =>
      (name.kind !== undefined && name.first === run.from && name.last === run.to) ||
      (name.isOwnPlace && name.first <= run.first && run.last <= name.last),
  );
  if (isKnown) return [];
  if (run.kind === 'town') {
    const found = placeOfUnknown(
      { ...run, start: around.document.tokens[run.from]?.start ?? run.start },
      around,
    );
    return found ? [{ start: run.start, end: run.end, ...found }] : [];
  }
  const anchor = anchorOf(run, around);
  if (!anchor) return [];
  const isSite = run.kind === 'site' || run.kind === 'section' || (run.kind === 'district' && isTown(anchor));
  const place = (isSite && knownSection(run, anchor, around)) || anchor;
  const text = around.document.text.slice(run.start, run.end);
  const name = text.includes(anchor.name) || anchor.precision === 'area' ? text : `${text}, ${anchor.name}`;
  const precision = precisionOf(run, place, isSite);
  return [{ start: run.start, end: run.end, place: { ...place, precision }, name }];
}

/** A named site in a town is exact, with the middle of the town; where only its region is known it is no finer. */
function precisionOf(run: TypedRun, place: Place, isSite: boolean): Place['precision'] {
  if (isSite && ['city', 'exact', 'district'].includes(place.precision)) return 'exact';
  return run.kind === 'district' ? 'district' : place.precision;
}

function nameOf(document: Document, name: Named, scored: readonly Scored[]): Found[] {
  const best = scored[0];
  if (!best) return [];
  const part = partOf(document, name, best.place);
  if (part) return [{ ...part, name: document.text.slice(part.start, part.end) }];
  return [{ start: name.start, end: name.end, place: best.place, others: scored }];
}

/** The first of several that overlap stays: the finder lists what takes more words into account first. */
function withoutOverlaps(document: Document, found: readonly Found[]): Toponym[] {
  const cover = coverOf(document.text);
  const kept: Found[] = [];
  for (const one of found) {
    if (cover.touches(one)) continue;
    cover.take(one);
    kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start).map((one) => toponym(document, one));
}

function toponym(document: Document, { start, end, place, name, others = [] }: Found): Toponym {
  const likelihood = chances(others);
  const candidates: Candidate[] = others
    .slice(1, 1 + CANDIDATES)
    .map((other, index) => ({ ...placeValue(other.place), score: likelihood[index + 1] ?? 0 }));
  return { ...cut(document.text, start, end), ...placeValue(place), name: name ?? place.name, candidates };
}

function placeValue(place: Place) {
  const { name, country, lat, lon, precision, id } = place;
  return {
    name,
    country: typeof country === 'string' || country === null ? country : [...country],
    lat,
    lon,
    precision,
    gazetteer: id,
  };
}
