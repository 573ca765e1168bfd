import { daysOf, daysOverlap, type Where } from '../../record/index.js';
import { lemmaAt, type Scene, wordAt } from './scene.js';
import { type Setting, settingOf } from './setting.js';
import type { Sighting } from './sightings.js';

/** From which likeness on two sightings tell of one incident. */
const SAME = 0.18;
/** How many incidents back a word may go on about one, and by how many of its sightings it is compared. */
const REACH = 40;
const COMPARED = 12;
/** What "the attack" adds that goes back to an attack, and what a day or a place that differs takes. */
const POINTS_BACK = 0.1;
const ELSEWHERE = 0.4;
/** What it adds that one of two words of a sentence tells what the other did: "killed in a raid". */
const EFFECT = 0.35;
/** What it adds that one word is the verb and the other what is done: "held a protest". */
const DEED = 0.35;
/** From which score on the day or place of a single word counts. */
const SURE = 0.6;

/** A sighting with what it says by itself of when and where. */
interface Placed {
  readonly sighting: Sighting;
  readonly setting: Setting;
}

/** The sightings of each incident, in the order of the text. A long report costs no more than its length. */
export function joinSightings(scene: Scene, sightings: readonly Sighting[]): Sighting[][] {
  const incidents: Placed[][] = [];
  for (const sighting of sightings) {
    const placed = { sighting, setting: settingOf(scene, [sighting]) };
    let best: Placed[] | undefined;
    let top = SAME;
    for (const incident of incidents.slice(-REACH)) {
      const chance = likeness(scene, incident.slice(-COMPARED), placed);
      if (chance >= top) [best, top] = [incident, chance];
    }
    if (best === undefined) incidents.push([placed]);
    else best.push(placed);
  }
  return incidents.map((incident) => incident.map(({ sighting }) => sighting));
}

function likeness(scene: Scene, incident: readonly Placed[], placed: Placed): number {
  const chances = incident.map(({ sighting }) => scene.arcs.link(sighting.peg, placed.sighting.peg));
  const mean = chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
  const goesBack = incident.some(({ sighting }) => pointsBack(scene, sighting, placed.sighting));
  const isElsewhere = incident.some(({ setting }) => differs(setting, placed.setting));
  const isEffect = incident.some(({ sighting }) => tellsEffect(sighting, placed.sighting));
  const isDeed = incident.some(({ sighting }) => isVerbOf(scene, sighting, placed.sighting));
  const gains = (goesBack ? POINTS_BACK : 0) + (isEffect ? EFFECT : 0) + (isDeed ? DEED : 0);
  return mean + gains - (isElsewhere ? ELSEWHERE : 0);
}

function tellsEffect(a: Sighting, b: Sighting): boolean {
  const isOf = ({ trigger }: Sighting) => trigger.entry.strength === 'effect';
  return a.sentence === b.sentence && isOf(a) !== isOf(b);
}

function isVerbOf({ grammar }: Scene, verb: Sighting, { token }: Sighting): boolean {
  return grammar.heads[token] === verb.token && grammar.labels[token] === 'dobj';
}

/** "The strike", "this attack": a noun that has been used before. */
function pointsBack(scene: Scene, earlier: Sighting, { token }: Sighting): boolean {
  const phrase = scene.phraseAt[token];
  const isDefinite =
    phrase?.head === token && /^(?:the|this|that|these|those)$/.test(wordAt(scene, phrase.first));
  return isDefinite && lemmaAt(scene, token) === lemmaAt(scene, earlier.token);
}

function differs(a: Setting, b: Setting): boolean {
  const [x, y] = [daysIn(a), daysIn(b)];
  if (x !== undefined && y !== undefined && !daysOverlap(x, y)) return true;
  return isSure(a.where) && isSure(b.where) && isFar(a.where, b.where);
}

function daysIn({ when }: Setting) {
  return when !== undefined && (when.score ?? 0) >= SURE ? daysOf(when.edtf) : undefined;
}

const isSure = (where: Where | undefined): where is Where =>
  where !== undefined && (where.score ?? 0) >= SURE;
const isFine = ({ precision }: Where) =>
  precision === 'exact' || precision === 'city' || precision === 'district';

/** Two towns more than some 40 kilometres apart; a country or region has room for any of its towns. */
function isFar(a: Where, b: Where): boolean {
  if (!isFine(a) || !isFine(b) || a.lat === null || b.lat === null || a.lon === null || b.lon === null)
    return false;
  return Math.abs(a.lat - b.lat) > 0.4 || Math.abs(a.lon - b.lon) > 0.4;
}
