import { dayOfMuc } from './dateline.js';
import { normal } from './normal.js';
import type { Fill, Slot } from './template.js';

/** How right a fill is: 1 correct, 0.5 partial, 0 not. */
export type Likeness = 0 | 0.5 | 1;

type Compare = (key: Fill, fill: Fill) => Likeness;

/** How right a fill is beside one choice of the key. */
export function fillLikeness(slot: Slot, key: Fill, fill: Fill): Likeness {
  return (COMPARISONS[slot] ?? sameValue)(key, fill);
}

/** Slots whose fills are words of the text: two templates that share such a fill may be of one incident. */
export const WORD_SLOTS: readonly Slot[] = [
  'INCIDENT: INSTRUMENT ID',
  'PERP: INDIVIDUAL ID',
  'PERP: ORGANIZATION ID',
  'PHYS TGT: ID',
  'HUM TGT: NAME',
  'HUM TGT: DESCRIPTION',
];

const sameValue: Compare = (key, fill) => (normal(key.value) === normal(fill.value) ? 1 : 0);

/** The same words but for articles and punctuation: correct. One inside the other: partial. */
const words: Compare = (key, fill) => {
  const [theirs, ours] = [` ${normal(key.value)} `, ` ${normal(fill.value)} `];
  if (theirs === ours) return 1;
  const isInside =
    ours.trim() !== '' && theirs.trim() !== '' && (theirs.includes(ours) || ours.includes(theirs));
  return isInside ? 0.5 : 0;
};

/** A value said of something: half right where it is said of something else. */
const about =
  (value: Compare): Compare =>
  (key, fill) => {
    const likeness = value(key, fill);
    if (likeness === 0) return 0;
    return isOfSame(key.of, fill.of) ? likeness : 0.5;
  };

function isOfSame(theirs: readonly string[] | undefined, ours: readonly string[] | undefined): boolean {
  const known = (of: readonly string[] | undefined) => (of ?? []).filter((one) => normal(one) !== '');
  const [key, got] = [known(theirs), known(ours)];
  if (key.length === 0 || got.length === 0) return key.length === got.length;
  return key.some((one) => got.some((other) => words({ value: one }, { value: other }) > 0));
}

/** A value of a set with broader values: the broader one is partial. */
const inTree =
  (parents: Readonly<Record<string, string>>): Compare =>
  (key, fill) => {
    const [theirs, ours] = [key.value.trim(), fill.value.trim()];
    if (theirs === ours) return 1;
    return above(theirs, parents).includes(ours) ? 0.5 : 0;
  };

function above(value: string, parents: Readonly<Record<string, string>>): string[] {
  const parent = parents[value];
  return parent === undefined ? [] : [parent, ...above(parent, parents)];
}

const INSTRUMENTS = {
  'MACHINE GUN': 'GUN',
  MORTAR: 'GUN',
  HANDGUN: 'GUN',
  RIFLE: 'GUN',
  BOMB: 'EXPLOSIVE',
  'VEHICLE BOMB': 'BOMB',
  DYNAMITE: 'BOMB',
  MINE: 'BOMB',
  'AERIAL BOMB': 'BOMB',
  GRENADE: 'EXPLOSIVE',
  'MOLOTOV COCKTAIL': 'EXPLOSIVE',
  PROJECTILE: 'EXPLOSIVE',
  MISSILE: 'PROJECTILE',
  ROCKET: 'PROJECTILE',
};
const CONFIDENCES = { 'SUSPECTED OR ACCUSED BY AUTHORITIES': 'SUSPECTED OR ACCUSED' };

/** Numbers as ranges: the same range is correct, one that overlaps is partial. `6-` is 6 or more, `~100` about 100. */
const numbers: Compare = (key, fill) => {
  if (key.value.trim() === fill.value.trim()) return 1;
  const [theirs, ours] = [rangeOf(key.value), rangeOf(fill.value)];
  return theirs && ours && theirs.low <= ours.high && ours.low <= theirs.high ? 0.5 : 0;
};

interface Range {
  readonly low: number;
  readonly high: number;
}

function rangeOf(words: string): Range | undefined {
  if (words.trim() === 'PLURAL') return { low: 2, high: Infinity };
  const [, about, low, dash, high] = /^\s*(~?)(\d+)?(?:\s*(-)\s*(\d+)?)?\s*$/.exec(words) ?? [];
  if (low === undefined && high === undefined) return undefined;
  if (about) return { low: Number(low) * 0.9, high: Number(low) * 1.1 };
  if (!dash) return { low: Number(low), high: Number(low) };
  return { low: low ? Number(low) : 0, high: high ? Number(high) : Infinity };
}

/**
 * Days: the same form is correct, days in common are partial. `- 03 JAN 90`, on or before that day, is taken as the
 * week up to it, since on its own it has a day in common with nearly everything.
 */
const dates: Compare = (key, fill) => {
  if (sameValue(key, fill) === 1 && key.value.includes('-') === fill.value.includes('-')) return 1;
  const [theirs, ours] = [daysOf(key.value), daysOf(fill.value)];
  if (!theirs || !ours) return 0;
  if (theirs.form === ours.form && theirs.low === ours.low && theirs.high === ours.high) return 1;
  return theirs.low <= ours.high && ours.low <= theirs.high ? 0.5 : 0;
};

function daysOf(words: string): (Range & { readonly form: 'stated' | 'on or before' }) | undefined {
  const [from = '', to] = words
    .replace(/[()]/g, '')
    .split('-')
    .map((part) => part.trim());
  const [first, last] = [dayOfMuc(from), dayOfMuc(to ?? from)];
  if (last === undefined) return undefined;
  if (from === '') return { form: 'on or before', low: last - 6, high: last };
  return first === undefined ? undefined : { form: 'stated', low: first, high: last };
}

/**
 * `COUNTRY: REGION (DEPARTMENT): TOWN (CITY)`, from broad to fine. The same country and the same finest place, or one
 * of two that are joined by a dash, is correct; the same country alone is partial.
 */
const places: Compare = (key, fill) => {
  const [theirs, ours] = [placeOf(key.value), placeOf(fill.value)];
  if (theirs.country !== ours.country) return 0;
  return ours.finest.some((place) => theirs.finest.includes(place)) ? 1 : 0.5;
};

function placeOf(words: string) {
  const levels = words.replace(/^\(/, '').split(':');
  const names = (level: string) => level.split(' - ').map((name) => normal(name.replace(/\([^)]*\)?/g, '')));
  return { country: names(levels[0] ?? '')[0], finest: names(levels.at(-1) ?? '') };
}

const COMPARISONS: Readonly<Partial<Record<Slot, Compare>>> = {
  'INCIDENT: DATE': dates,
  'INCIDENT: LOCATION': places,
  'INCIDENT: INSTRUMENT ID': words,
  'INCIDENT: INSTRUMENT TYPE': about(inTree(INSTRUMENTS)),
  'PERP: INDIVIDUAL ID': words,
  'PERP: ORGANIZATION ID': words,
  'PERP: ORGANIZATION CONFIDENCE': about(inTree(CONFIDENCES)),
  'PHYS TGT: ID': words,
  'PHYS TGT: TYPE': about(sameValue),
  'PHYS TGT: NUMBER': about(numbers),
  'PHYS TGT: FOREIGN NATION': about(sameValue),
  'PHYS TGT: EFFECT OF INCIDENT': about(sameValue),
  'PHYS TGT: TOTAL NUMBER': numbers,
  'HUM TGT: NAME': words,
  'HUM TGT: DESCRIPTION': about(words),
  'HUM TGT: TYPE': about(sameValue),
  'HUM TGT: NUMBER': about(numbers),
  'HUM TGT: FOREIGN NATION': about(sameValue),
  'HUM TGT: EFFECT OF INCIDENT': about(sameValue),
  'HUM TGT: TOTAL NUMBER': numbers,
};
