import { daysOf, daysOverlap, familyOf, type Incident, type Party, type Toll } from '../../record/index.js';
import { greatest } from '../search.js';
import { type Figure, partyOf } from './parties.js';
import type { Scene } from './scene.js';
import { isFiner, whenBeside, whereBefore } from './setting.js';
import type { Sighting } from './sightings.js';

/** An incident in the making, and the sightings that it is made of. */
export interface Draft {
  readonly sightings: Sighting[];
}

/** Joins the sightings that tell of one incident. In the order of the text, which decides where words leave it open. */
export function joinSightings(sightings: readonly Sighting[]): Draft[] {
  const drafts: Draft[] = [];
  for (const group of bySentence(sightings)) {
    const own: Draft[] = [];
    const strong = group.filter((sighting) => sighting.trigger.entry.strength !== 'effect');
    for (const sighting of strong) {
      const same = own.find((draft) => sameInSentence(recent(draft), sighting));
      if (same === undefined) own.push({ sightings: [sighting] });
      else same.sightings.push(sighting);
    }
    for (const sighting of group) {
      if (sighting.trigger.entry.strength === 'effect') addEffect(own, sighting);
    }
    for (const draft of own) {
      const earlier = findEarlier(drafts, draft);
      if (earlier === undefined) drafts.push(draft);
      else earlier.sightings.push(...draft.sightings);
    }
  }
  return drafts;
}

function bySentence(sightings: readonly Sighting[]): Sighting[][] {
  const groups: Sighting[][] = [];
  for (const sighting of sightings) {
    const last = groups.at(-1);
    if (last?.[0]?.trigger.sentence === sighting.trigger.sentence) last.push(sighting);
    else groups.push([sighting]);
  }
  return groups;
}

const HARMFUL = new Set(['explosion', 'battle', 'violence', 'unrest', 'other_harm']);
const isHarmful = (kind: string) => HARMFUL.has(familyOf(kind)) || kind === 'raid';

/** "killed five" is what the attack did, where one stands in the sentence; else it is an incident by itself. */
function addEffect(own: Draft[], sighting: Sighting): void {
  const at = sighting.trigger.head;
  const harmful = own.filter((draft) => draft.sightings.some((other) => isHarmful(other.kind)));
  const nearest = harmful.sort((a, b) => distance(a, at) - distance(b, at))[0];
  if (nearest === undefined) own.push({ sightings: [sighting] });
  else nearest.sightings.push(sighting);
}

function distance(draft: Draft, at: number): number {
  return Math.min(...draft.sightings.map((sighting) => Math.abs(sighting.trigger.head - at)));
}

function sameInSentence(draft: Draft, sighting: Sighting): boolean {
  return draft.sightings.some((other) => {
    if (sighting.isAnother || other.realis !== sighting.realis || other.number !== sighting.number)
      return false;
    return other.kind === sighting.kind || isLike(other, sighting);
  });
}

/** Kinds that no other word stands for: "the rape", "they fled" never go on about a strike. */
const APART = new Set([
  'sexual_violence',
  'displacement',
  'disaster',
  'protest',
  'abduction',
  'seizure',
  'arrest',
]);

/** Whether the kinds of two sightings may be two words for one thing: "a bombing … the attack". */
function isLike(a: Sighting, b: Sighting): boolean {
  if (a.kind === b.kind) return true;
  if (APART.has(a.kind) || APART.has(b.kind) || !isHarmful(a.kind) || !isHarmful(b.kind)) return false;
  return isOpen(a) || isOpen(b);
}

/** "This raid", "the bombing": words that point back may call harm by another name. */
function mayStandFor(a: Sighting, b: Sighting): boolean {
  return isHarmful(a.kind) && isHarmful(b.kind) && !APART.has(a.kind) && !APART.has(b.kind);
}

/** What an attack makes: in its sentence, "causing loud explosions" is no incident of its own. */
const MADE = /^(?:explosion|blast|fire|blaze|gunfire|shot)$/;

function isOpen({ trigger, kind }: Sighting): boolean {
  if (MADE.test(trigger.entry.lemmas.join(' '))) return true;
  return (
    trigger.entry.strength === 'effect' ||
    (trigger.entry.strength === 'generic' && kind === trigger.entry.kind)
  );
}

/** How many incidents back a sentence may go on about one. */
const REACH = 12;

/** The latest earlier incident that a sentence goes on telling of. */
function findEarlier(drafts: readonly Draft[], draft: Draft): Draft | undefined {
  const lead = draft.sightings[0];
  if (lead === undefined || lead.isAnother) return undefined;
  const open = drafts
    .slice(-REACH)
    .reverse()
    .filter((earlier) => tellsOn(recent(earlier), recent(draft), lead));
  // "The drone strike" goes back to what was called a drone strike before, past other strikes.
  const words = lead.trigger.entry.lemmas.join(' ');
  const called = open.find((earlier) =>
    recent(earlier).sightings.some(({ trigger }) => trigger.entry.lemmas.join(' ') === words),
  );
  return (lead.pointsBack ? called : undefined) ?? open[0];
}

/** The first and the latest sightings of an incident, by which it is compared: a long report costs no more than its length. */
function recent({ sightings }: Draft): Draft {
  return sightings.length <= 2 * REACH
    ? { sightings }
    : { sightings: [...sightings.slice(0, REACH), ...sightings.slice(-REACH)] };
}

function tellsOn(earlier: Draft, draft: Draft, lead: Sighting): boolean {
  const like = naming(earlier).some((other) =>
    naming(draft).some(
      (sighting) => isLike(other, sighting) || (lead.pointsBack && mayStandFor(other, sighting)),
    ),
  );
  if (!like || contradicts(earlier, draft)) return false;
  if (lead.pointsBack) return true;
  const sharesParty = sharedFigures(earlier, draft) > 0;
  const isBare = lead.where === undefined && lead.when === undefined;
  return sharesParty || isBare;
}

/** The sightings that name an incident: not what it did, unless nothing else is told. */
function naming({ sightings }: Draft): readonly Sighting[] {
  const names = sightings.filter(({ trigger }) => trigger.entry.strength !== 'effect');
  return names.length > 0 ? names : sightings;
}

/** Different days, different places, different counts or a different realis keep two incidents apart. */
function contradicts(a: Draft, b: Draft): boolean {
  for (const x of a.sightings) {
    for (const y of b.sightings) {
      if (x.number !== y.number || x.realis !== y.realis) return true;
      if (x.when && y.when && !sameDays(x.when.edtf, y.when.edtf)) return true;
      if (x.where && y.where && !samePlace(x.where, y.where)) return true;
    }
  }
  return false;
}

function sameDays(a: string, b: string): boolean {
  const [x, y] = [daysOf(a), daysOf(b)];
  return x === undefined || y === undefined || daysOverlap(x, y);
}

type Place = NonNullable<Sighting['where']>;

function samePlace(a: Place, b: Place): boolean {
  const shared = [a.country ?? []].flat().some((code) => [b.country ?? []].flat().includes(code));
  const isCoarse = (place: Place) => ['country', 'region', 'area'].includes(place.precision);
  if (isCoarse(a) || isCoarse(b)) return shared || a.name === b.name;
  if (a.lat === null || b.lat === null || a.lon === null || b.lon === null) return a.name === b.name;
  return Math.abs(a.lat - b.lat) < 0.4 && Math.abs(a.lon - b.lon) < 0.4;
}

function sharedFigures(a: Draft, b: Draft): number {
  const keys = (draft: Draft) =>
    new Set(draft.sightings.flatMap(({ figures }) => figures.map((figure) => figureKey(figure))));
  const [x, y] = [keys(a), keys(b)];
  return [...x].filter((key) => y.has(key)).length;
}

const figureKey = (figure: Figure) => figure.entity ?? figure.name.toLowerCase();

/** The incident that a draft tells of. */
export function incidentOf(scene: Scene, draft: Draft, id: string, core: boolean): Incident {
  const { sightings } = draft;
  const lead = leadOf(sightings);
  const named = sightings.reduce(
    (best: Place | undefined, { where: place }) =>
      place !== undefined && (best === undefined || isFiner(place.precision, best.precision)) ? place : best,
    undefined,
  );
  const where = named ?? whereBefore(scene, lead.trigger, lead.kind);
  const told = lead.when ?? sightings.find((sighting) => sighting.when !== undefined)?.when;
  const when = told ?? (lead.realis === 'happened' ? whenBeside(scene, lead.trigger) : undefined);
  return {
    id,
    kind: lead.kind,
    realis: lead.realis,
    core,
    number: greatest(sightings.map((sighting) => sighting.number)),
    mentions: sightings.map((sighting) => sighting.mention),
    ...(when === undefined ? {} : { when }),
    ...(where === undefined ? {} : { where }),
    who: partiesOf(sightings),
    means: distinct(
      sightings.flatMap((sighting) => sighting.means),
      (means) => means.quote.toLowerCase(),
    ),
    toll: tollsOf(sightings),
  };
}

/**
 * The sighting that names the incident best: the first that is no effect and not generic, else not an effect. Words
 * that only point back ("this raid") count last.
 */
function leadOf(sightings: readonly Sighting[]): Sighting {
  const strengths = ['strong', 'generic', 'weak', 'effect'];
  const told = sightings.filter((sighting) => !sighting.pointsBack);
  const exact = (told.length > 0 ? told : sightings).find(
    ({ trigger, kind }) =>
      trigger.entry.strength === 'strong' ||
      (trigger.entry.strength === 'generic' && kind !== trigger.entry.kind),
  );
  if (exact !== undefined) return exact;
  const ranked = [...sightings].sort(
    (a, b) => strengths.indexOf(a.trigger.entry.strength) - strengths.indexOf(b.trigger.entry.strength),
  );
  return ranked[0] as Sighting;
}

function partiesOf(sightings: readonly Sighting[]): Party[] {
  const parties = new Map<string, Party>();
  for (const figure of sightings.flatMap((sighting) => sighting.figures)) {
    const key = `${figure.role} ${figureKey(figure)}`;
    const known = parties.get(key);
    if (known === undefined) parties.set(key, partyOf(figure));
    else known.mentions.push(figure.mention);
  }
  return [...parties.values()].map((party) => ({
    ...party,
    mentions: distinct(party.mentions, (mention) => String(mention.start)),
  }));
}

function tollsOf(sightings: readonly Sighting[]): Toll[] {
  const tolls = sightings.flatMap((sighting) => sighting.toll);
  return distinct(tolls, (toll) => `${toll.outcome} ${toll.low} ${toll.high}`);
}

function distinct<T>(values: readonly T[], key: (value: T) => string): T[] {
  return [...new Map([...values].reverse().map((value) => [key(value), value])).values()].reverse();
}
