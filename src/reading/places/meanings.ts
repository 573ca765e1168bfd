import type { Name } from '../../record/index.js';
import type { Document } from '../text/index.js';
import { containersOf } from './containers.js';
import { countryShares } from './countries.js';
import { coverOf } from './cover.js';
import { divisionShares } from './divisions.js';
import type { Gazetteer } from './gazetteer.js';
import { type Mention, mentionsIn } from './mentions.js';
import { type Named, narrowed, type TypedRun, typedRuns } from './named.js';
import { placesOfOutlet } from './outlet.js';
import { type CountryShares, plausible, resolve, type Scored } from './resolve.js';
import type { PlaceWords, Style } from './words.js';

/** The names of a report that the gazetteer has, with what each may mean. */
export interface Meanings {
  readonly named: readonly Named[];
  /** For each name, its meanings, best first; none where the village that is meant is in no gazetteer. */
  readonly meanings: readonly (readonly Scored[])[];
  /** Names with a word that tells their kind, also those that the gazetteer does not have. */
  readonly runs: readonly TypedRun[];
  readonly shares: CountryShares;
}

/** Finds the names of the gazetteer in a report and weighs what each means. */
export function meaningsIn(
  document: Document,
  names: readonly Name[],
  gazetteer: Gazetteer,
  words: PlaceWords,
  styles: readonly Style[],
): Meanings {
  const mentions = mentionsIn(document, names, gazetteer, words, styles);
  const runs = runsIn(document, names, mentions, words, styles);
  // Runs do not overlap, so each name starts one at most.
  const runFrom = new Map(runs.map((run) => [run.from, run]));
  const named = mentions.map((mention) => withKind(document, mention, runFrom.get(mention.first), gazetteer));
  const shares = countryShares(document, named, words);
  const containers = containersOf(document, named, words);
  const outlet = placesOfOutlet(document.input.outlet, gazetteer, words);
  const divisions = divisionShares(named, shares, outlet);
  const meanings = resolve(named, { containers, shares, divisions });
  return { named, runs, shares, meanings: meanings.map((ranked) => plausible(ranked, shares)) };
}

function runsIn(
  document: Document,
  names: readonly Name[],
  mentions: readonly Mention[],
  words: PlaceWords,
  styles: readonly Style[],
): TypedRun[] {
  const bySentence = groupBySentence(mentions);
  const peoples = new Set(names.filter((name) => name.type === 'nationality').map(({ start }) => start));
  const runs = document.sentences.flatMap((sentence, at) =>
    sentence.part === 'unrelated'
      ? []
      : typedRuns(document, at, styles[at] ?? 'plain', bySentence.get(at) ?? [], words),
  );
  const persons = coverOf(
    document.text,
    names.filter(({ type }) => type === 'person'),
  );
  // "the English town of Salisbury" names no English town, nor "the US Department" a region, nor "Bob Hill" a hill.
  return runs.filter(
    (run) =>
      (run.kind === 'region' || run.kind === 'district' || !persons.touches(run)) &&
      (run.kind === 'site' || !(peoples.has(run.start) || run.word === 'department')),
  );
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
