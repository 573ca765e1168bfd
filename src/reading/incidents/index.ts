import { type Incident, type Name, Realis, type Toll, type Toponym, type Trace } from '../../record/index.js';
import type { Arcs, Told } from '../encoder/index.js';
import type { Lists } from '../lists.js';
import type { Coreference } from '../names/index.js';
import { prepareCountryNamed, prepareNation } from '../places/index.js';
import { greatest } from '../search.js';
import type { Grammar, Phrase } from '../syntax/index.js';
import type { Document } from '../text/index.js';
import type { Times } from '../times/index.js';
import { objectOf } from './clauses.js';
import { joinSightings } from './join.js';
import { lexiconFrom } from './lexicon.js';
import { meansOf } from './means.js';
import { numberAt } from './numbers.js';
import { runnersUp, scoreOf } from './parts.js';
import { realisOf } from './realis.js';
import { lemmaAt, type Scene, sceneOf, tagAt, wordAt } from './scene.js';
import { settingOf } from './setting.js';
import { type Sighting, sightingsOf } from './sightings.js';
import { tollsOf } from './toll.js';
import { whoOf } from './who.js';

/** What the word lists add to the chance of the kind that they give. */
const LISTED = 0.8;
/** What words like "attempted", "will" and "could" before it add to the chance of a realis. */
const IN_WORDS = 0.7;

/**
 * Reads the incidents of a report: the words that they hang on, which of these tell of the same one, and what else is
 * told of it. `kinds` are those of the codebook, in the order of the model. In the order of their first mention, with the ids `i1`, `i2`, …
 */
export function prepareIncidents(
  lists: Lists,
  kinds: readonly string[],
): (
  document: Document,
  grammar: Grammar,
  names: readonly Name[],
  coreference: Coreference,
  times: Times,
  places: readonly Toponym[],
  told: Told,
  arcs: Arcs,
) => Incident[] {
  const lexicon = lexiconFrom(lists);
  const nationOf = prepareNation(lists);
  const countryNamed = prepareCountryNamed(lists);
  return (document, grammar, names, coreference, times, places, told, arcs) => {
    const findings = { document, grammar, names, coreference, times, places, told };
    const scene = sceneOf(findings, { lexicon, kinds, nationOf, countryNamed, arcs });
    const groups = joinSightings(scene, sightingsOf(scene));
    const tolls = tollsOf(scene, groups);
    const incidents = groups.map((sightings, at) => incidentOf(scene, sightings, tolls[at] ?? []));
    return incidents.filter(hasEnough).map((incident, at) => ({ ...incident, id: `i${at + 1}` }));
  };
}

/** Of an incident at least so much is told: a time, a place, a doer, a sufferer, a toll, a means. */
const FACTS = 1;

function hasEnough({ when, where, who, toll, means }: Omit<Incident, 'id'>): boolean {
  const facts = [
    when !== undefined,
    where !== undefined,
    who.some(({ role }) => role === 'actor'),
    who.some(({ role }) => role === 'recipient'),
    toll.length > 0,
    means.length > 0,
  ];
  return facts.filter(Boolean).length >= FACTS;
}

function incidentOf(scene: Scene, sightings: readonly Sighting[], toll: Toll[]): Omit<Incident, 'id'> {
  const { when, where } = settingOf(scene, sightings);
  const mean = (value: (sighting: Sighting) => number) =>
    sightings.reduce((sum, sighting) => sum + value(sighting), 0) / sightings.length;
  const kind = likeliest(scene.kinds, (kind, at) =>
    mean(({ peg, listed }) => (peg.kinds[at] ?? 0) + (listed === kind ? LISTED : 0)),
  );
  return {
    kind,
    realis: likeliest(Realis.options, (realis) =>
      mean(
        ({ peg, trigger }) =>
          (scene.arcs.realis(peg).get(realis) ?? 0) + (realisOf(scene, trigger) === realis ? IN_WORDS : 0),
      ),
    ),
    core: mean(({ peg }) => scene.arcs.core(peg)) >= 0.5,
    number: greatest(sightings.map((sighting) => numberOf(scene, sighting))),
    mentions: sightings.map(({ mention }) => ({ ...mention, basis: 'stated' })),
    ...(when === undefined ? {} : { when }),
    ...(where === undefined ? {} : { where }),
    who: whoOf(scene, sightings),
    means: meansOf(scene, sightings),
    toll,
    score: scoreOf(greatest(sightings.map(({ chance }) => chance))),
    trace: traceOf(scene, sightings, kind),
  };
}

/** The word that is surest to tell of an incident, and what other kinds the model thought of. */
function traceOf(scene: Scene, sightings: readonly Sighting[], kind: string): Trace {
  const surest = sightings.reduce((best, one) => (one.chance > best.chance ? one : best));
  const others = [...scene.kinds.keys()].filter((at) => scene.kinds[at] !== kind);
  const chance = (at: number) =>
    sightings.reduce((sum, { peg }) => sum + (peg.kinds[at] ?? 0), 0) / sightings.length;
  const { start, end } = surest.mention;
  return {
    by: sightings.some(({ listed }) => listed === kind) ? ['model', 'list'] : ['model'],
    from: { start, end },
    over: runnersUp(others, chance, (at) => ({ value: scene.kinds[at] ?? '' })),
  };
}

function likeliest<Value extends string>(
  values: readonly Value[],
  chance: (value: Value, at: number) => number,
): Value {
  const chances = values.map(chance);
  return values[chances.indexOf(Math.max(...chances))] as Value;
}

/** "85 strikes", "conducted 85 strikes": how many incidents a word sums up; 1 for a single one. */
function numberOf(scene: Scene, { token, trigger }: Sighting): number {
  const countsPeople = trigger.entry.strength === 'effect' || trigger.entry.kind === 'disaster';
  const phrase = tagAt(scene, token) === 'VERB' ? deedOf(scene, token) : scene.phraseAt[token];
  if (phrase === undefined || countsPeople || tagAt(scene, phrase.head) !== 'NOUN') return 1;
  for (let at = phrase.first; at < phrase.head; at++) {
    const isCount = tagAt(scene, at) === 'NUM' && scene.timeAt[at] === undefined;
    const count = isCount ? numberAt(scene, at) : undefined;
    if (count !== undefined && wordAt(scene, at + 1) !== '-') return Math.max(1, count.low);
  }
  return 1;
}

/** "carried out 85 strikes": the object of a verb, where it is what was done and not whom it was done to. */
function deedOf(scene: Scene, verb: number): Phrase | undefined {
  const object = objectOf(scene, verb);
  const entries = scene.lexicon.triggers.get(lemmaAt(scene, object?.head ?? -1)) ?? [];
  return entries.some(({ tag, strength }) => tag === 'n' && strength !== 'none') ? object : undefined;
}
