import type { Means, Mention, Realis, Toll, When, Where } from '../../record/index.js';
import { kindOf } from './kinds.js';
import { meansOf } from './means.js';
import { numberAt } from './numbers.js';
import { type Figure, figureOf } from './parties.js';
import { realisOf } from './realis.js';
import { figuresOf, mentionOf } from './roles.js';
import { type Scene, tagAt, wordAt } from './scene.js';
import { whenOf, whereOf, whereOfNation } from './setting.js';
import { type Harm, harmsOf } from './toll.js';
import { type Trigger, triggersOf } from './triggers.js';

/** One incident word with all that its sentence tells of it. */
export interface Sighting {
  readonly trigger: Trigger;
  readonly mention: Mention;
  readonly kind: string;
  readonly realis: Realis;
  readonly number: number;
  readonly figures: readonly Figure[];
  readonly when: When | undefined;
  readonly where: Where | undefined;
  readonly means: readonly Means[];
  readonly toll: readonly Toll[];
  /** "the attack", "this raid": it points back to an incident that has been told. */
  readonly pointsBack: boolean;
  /** "another attack", "a separate blast": it is not one that has been told. */
  readonly isAnother: boolean;
}

const VIOLENT = new Set(
  `air_strike,shelling,bombing,suicide_bombing,grenade_attack,chemical_attack,armed_clash,attack,riot,raid,accident,
  disaster,death,foiled_attack,territory_change,property_attack,seizure,abduction,protest`
    .split(/[,\s]+/)
    .filter(Boolean),
);
const WITH_MEANS = /^(?:explosion|battle|violence|unrest|state_action|other_harm)$/;

/** Every sighting of a report, in the order of the text. */
export function sightingsOf(scene: Scene): Sighting[] {
  const triggers = triggersOf(scene);
  const sightings: Sighting[] = [];
  for (let from = 0; from < triggers.length; ) {
    const sentence = triggers[from]?.sentence;
    let to = from;
    while (triggers[to]?.sentence === sentence && to < triggers.length) to++;
    sightings.push(...inSentence(scene, triggers.slice(from, to)));
    from = to;
  }
  return sightings;
}

function inSentence(scene: Scene, triggers: readonly Trigger[]): Sighting[] {
  const first = triggers[0];
  if (first === undefined) return [];
  const kinds = triggers.map((trigger) => kindOf(scene, trigger));
  const harms = harmsOf(scene, first.sentence);
  const means = meansOf(scene, first.sentence);
  const owners = harms.map((harm) => ownerOf(harm, triggers, kinds));
  return triggers.map((trigger, index) => {
    const own = harms.filter((_, at) => owners[at] === index);
    const nearest = means.filter(({ at }) => nearestTo(at, triggers, kinds) === index);
    return {
      trigger,
      mention: { ...mentionOf(scene, trigger), basis: 'stated' },
      kind: kinds[index] ?? trigger.entry.kind,
      realis: realisOf(scene, trigger),
      number: numberOf(scene, trigger),
      figures: [...figuresOf(scene, trigger), ...victimsOf(scene, own)],
      when: whenOf(scene, trigger),
      where: whereOf(scene, trigger) ?? whereOfNation(scene, trigger, kinds[index] ?? ''),
      means: nearest.map((one) => one.means),
      toll: own.map((harm) => harm.toll),
      pointsBack: /^(?:the|this|that|these|those)$/.test(wordAt(scene, openerOf(scene, trigger))),
      isAnother: /^(?:another|separate|second|third|other|similar|earlier|previous)$/.test(
        wordAt(scene, Math.max(trigger.first - 1, openerOf(scene, trigger))),
      ),
    };
  });
}

function victimsOf(scene: Scene, harms: readonly Harm[]): Figure[] {
  return harms.flatMap(({ victims }) => {
    if (victims === undefined) return [];
    return figureOf(scene, victims, 'recipient') ?? [];
  });
}

/** The trigger that a count of harm belongs to: the harm word itself, else the nearest that can do harm. */
function ownerOf(harm: Harm, triggers: readonly Trigger[], kinds: readonly string[]): number {
  const itself = triggers.findIndex(({ first, last }) => first <= harm.head && harm.head < last);
  if (itself >= 0) return itself;
  return nearestIndex(harm.head, triggers, (index) => fitsOutcome(kinds[index] ?? '', harm.toll.outcome));
}

function fitsOutcome(kind: string, outcome: Toll['outcome']): boolean {
  switch (outcome) {
    case 'detained':
      return kind === 'arrest' || kind === 'raid' || kind === 'riot' || kind === 'protest';
    case 'abducted':
      return kind === 'abduction';
    case 'displaced':
      return kind === 'displacement' || kind === 'disaster' || VIOLENT.has(kind);
    default:
      return VIOLENT.has(kind);
  }
}

function nearestTo(at: number, triggers: readonly Trigger[], kinds: readonly string[]): number {
  return nearestIndex(
    at,
    triggers,
    (index) => WITH_MEANS.test(kinds[index] ?? '') || VIOLENT.has(kinds[index] ?? ''),
  );
}

function nearestIndex(at: number, triggers: readonly Trigger[], fits: (index: number) => boolean): number {
  let best = -1;
  let distance = Infinity;
  for (const [index, trigger] of triggers.entries()) {
    const away = at < trigger.first ? trigger.first - at : Math.max(0, at - trigger.last + 1);
    if (fits(index) && away < distance) [best, distance] = [index, away];
  }
  return best;
}

/** The first token of the phrase that a trigger heads. */
function openerOf(scene: Scene, trigger: Trigger): number {
  return Math.min(scene.phraseAt[trigger.head]?.first ?? trigger.first, trigger.first);
}

/** "85 strikes": how many incidents a word sums up; 1 for a single one. "43 deaths", "900 cases" count people. */
function numberOf(scene: Scene, trigger: Trigger): number {
  const countsPeople = trigger.entry.strength === 'effect' || trigger.entry.kind === 'disaster';
  if (trigger.entry.tag !== 'n' || countsPeople) return 1;
  for (let at = openerOf(scene, trigger); at < trigger.first; at++) {
    const isCount = tagAt(scene, at) === 'NUM' && scene.timeAt[at] === undefined;
    const count = isCount ? numberAt(scene, at) : undefined;
    if (count !== undefined && wordAt(scene, at + 1) !== '-') return Math.max(1, count.low);
  }
  return 1;
}
