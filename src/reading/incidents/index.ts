import type { Incident, Name, Published, Toponym } from '../../record/index.js';
import { daysOf } from '../../record/index.js';
import type { Lists } from '../lists.js';
import type { Coreference } from '../names/index.js';
import { prepareNation } from '../places/index.js';
import type { Grammar } from '../syntax/index.js';
import type { Document } from '../text/index.js';
import type { Times } from '../times/index.js';
import { type Draft, incidentOf, joinSightings } from './join.js';
import { lexiconFrom } from './lexicon.js';
import { sceneOf } from './scene.js';
import { type Sighting, sightingsOf } from './sightings.js';

/**
 * Reads the incidents of a report: words that an incident hangs on, what their sentences tell of it, and which of them
 * tell of the same one. In the order of their first mention, with the ids `i1`, `i2`, …
 */
export function prepareIncidents(
  lists: Lists,
): (
  document: Document,
  grammar: Grammar,
  names: readonly Name[],
  coreference: Coreference,
  times: Times,
  places: readonly Toponym[],
) => Incident[] {
  const lexicon = lexiconFrom(lists);
  const nationOf = prepareNation(lists);
  return (document, grammar, names, coreference, times, places) => {
    const scene = sceneOf({ document, grammar, names, coreference, times, places }, { lexicon, nationOf });
    const drafts = joinSightings(sightingsOf(scene)).filter(hasEnough);
    return drafts.map((draft, index) =>
      incidentOf(scene, draft, `i${index + 1}`, isCore(draft, document, times.published)),
    );
  };
}

/** An incident is told when two facts of it are; a word that is sure of itself needs one. */
function hasEnough(draft: Draft): boolean {
  if (draft.sightings.every(({ kind }) => kind === 'release') && !draft.sightings.some(freesSomebody))
    return false;
  const needed = draft.sightings.every(({ trigger }) => trigger.entry.strength === 'weak') ? 2 : 1;
  return factsOf(draft.sightings) >= needed;
}

/** "hostages were freed", not "a statement was released". */
function freesSomebody({ figures, trigger }: Sighting): boolean {
  const freed = figures.filter(({ role }) => role === 'recipient');
  return freed.length === 0 ? trigger.entry.tag === 'n' : freed.some(({ type }) => type !== 'thing');
}

function factsOf(sightings: readonly Sighting[]): number {
  const has = (test: (sighting: Sighting) => boolean) => (sightings.some(test) ? 1 : 0);
  return (
    has((sighting) => sighting.when !== undefined) +
    has((sighting) => sighting.where !== undefined) +
    has((sighting) => sighting.figures.some((figure) => figure.role === 'actor')) +
    has((sighting) => sighting.figures.some((figure) => figure.role === 'recipient')) +
    has((sighting) => sighting.toll.length > 0) +
    has((sighting) => sighting.means.length > 0)
  );
}

/** How old an incident may be to be what a report is about, in days. */
const NEWS_DAYS = 45;

/** What a report is about: told in its first half, or of its own days; not long past. */
function isCore(draft: Draft, document: Document, published: Published | null): boolean {
  const day = published === null ? undefined : daysOf(published.edtf)?.last;
  const whens = draft.sightings.flatMap(({ when }) => (when === undefined ? [] : [daysOf(when.edtf)]));
  if (day !== undefined && whens.some((days) => days !== undefined && days.last < day - NEWS_DAYS))
    return false;
  const start = draft.sightings[0]?.mention.start ?? 0;
  return start <= document.text.length / 2 || whens.length > 0;
}
