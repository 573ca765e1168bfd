import { daysOverlap } from '../../../src/record/index.js';
import { normal } from '../normal.js';
import type { Draft, Human, Place } from './draft.js';
import { fullest } from './instruments.js';

/**
 * Drafts that MUC-4 takes for one template, merged: the same type and stage, and nothing to tell them apart in place,
 * day or perpetrator (guidelines, 5.0). An attack on the same target as a bombing is told by the bombing.
 */
export function mergeDrafts(drafts: readonly Draft[]): Draft[] {
  const merged: Draft[] = [];
  for (const draft of drafts) {
    const at = merged.findIndex((other) => isOne(other, draft));
    const other = merged[at];
    if (other) merged[at] = join(other, draft);
    else merged.push(draft);
  }
  return merged;
}

function isOne(a: Draft, b: Draft): boolean {
  if (a.stage !== b.stage || !isSamePlace(a.place, b.place) || !isSameDay(a, b)) return false;
  if (a.type !== b.type) return isAttackInBombing(a, b) || isAttackInBombing(b, a);
  return isSamePerpetrator(a, b);
}

const isAttackInBombing = (a: Draft, b: Draft) =>
  a.type === 'attack' && b.type === 'bombing' && shares(targetKeys(a), targetKeys(b));

const isSamePlace = (a: Place, b: Place) =>
  (a.country === undefined || b.country === undefined || a.country === b.country) &&
  (a.name === undefined || b.name === undefined || normal(a.name) === normal(b.name));

const isSameDay = ({ days: a }: Draft, { days: b }: Draft) =>
  a === undefined || b === undefined || daysOverlap(a, b);

function isSamePerpetrator(a: Draft, b: Draft): boolean {
  const [ours, theirs] = [perpetratorKeys(a), perpetratorKeys(b)];
  if (ours.length === 0 || theirs.length === 0) return true;
  return a.isByState === b.isByState && shares(ours, theirs);
}

const perpetratorKeys = ({ individuals, organisations }: Draft) =>
  [...individuals, ...organisations.map(({ name }) => name)].map(normal);

const humanKey = ({ name, description }: Human) => normal(name ?? description ?? '');

const targetKeys = ({ things, people }: Draft) => [
  ...things.map(({ words }) => normal(words)),
  ...people.map(humanKey),
];

/** Whether two lists have words in common, or words of one that stand within those of the other. */
const shares = (a: readonly string[], b: readonly string[]) =>
  a.some((one) => b.some((other) => ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `)));

function join(a: Draft, b: Draft): Draft {
  const people = unique([...a.people, ...b.people], humanKey, (one, other) => ({
    ...one,
    description: one.description ?? other.description,
    effects: [...new Set([...one.effects, ...other.effects])],
  }));
  const effectsOnNobody = people.length > 0 ? [] : [...new Set([...a.effectsOnNobody, ...b.effectsOnNobody])];
  return {
    type: a.type === 'attack' ? b.type : a.type,
    stage: a.stage,
    days: a.days ?? b.days,
    place: { country: a.place.country ?? b.place.country, name: a.place.name ?? b.place.name },
    individuals: unique([...a.individuals, ...b.individuals], normal),
    organisations: unique([...a.organisations, ...b.organisations], ({ name }) => normal(name)),
    isByState: a.isByState || b.isByState,
    things: unique([...a.things, ...b.things], ({ words }) => normal(words)),
    people,
    effectsOnNobody,
    instruments: fullest([...a.instruments, ...b.instruments]),
  };
}

/** One of each key, the first; `add` brings in what the later ones say. */
export function unique<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
  add = (one: T, _other: T) => one,
): T[] {
  const kept = new Map<string, T>();
  for (const one of all) {
    const other = kept.get(keyOf(one));
    kept.set(keyOf(one), other === undefined ? one : add(other, one));
  }
  return [...kept.values()];
}
