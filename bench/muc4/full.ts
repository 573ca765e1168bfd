import { pairUp } from '../record/pairing.js';
import { fillLikeness, type Likeness, WORD_SLOTS } from './fills.js';
import { type Fill, type KeyFill, type KeyTemplate, SLOTS, type Slot, type Template } from './template.js';

/** How the fills of a slot fared, as MUC counts them. */
export interface Tally {
  readonly correct: number;
  readonly partial: number;
  readonly incorrect: number;
  readonly missing: number;
  readonly spurious: number;
}

export type SlotTallies = Readonly<Record<Slot, Tally>>;

export const NO_TALLY: Tally = { correct: 0, partial: 0, incorrect: 0, missing: 0, spurious: 0 };

export function addTallies(a: Tally, b: Tally): Tally {
  return {
    correct: a.correct + b.correct,
    partial: a.partial + b.partial,
    incorrect: a.incorrect + b.incorrect,
    missing: a.missing + b.missing,
    spurious: a.spurious + b.spurious,
  };
}

/** The tallies of several texts or templates together. */
export function addSlots(all: readonly SlotTallies[]): SlotTallies {
  return bySlot((slot) => all.reduce((sum, tallies) => addTallies(sum, tallies[slot]), NO_TALLY));
}

/** All slots as one. */
export const allSlots = (tallies: SlotTallies): Tally =>
  SLOTS.reduce((sum, slot) => addTallies(sum, tallies[slot]), NO_TALLY);

/** In per cent, a partial fill counting half; 0 where nothing was said or wanted. */
export function figuresOfTally({ correct, partial, incorrect, missing, spurious }: Tally) {
  const points = 100 * (correct + partial / 2);
  const [actual, possible] = [
    correct + partial + incorrect + spurious,
    correct + partial + incorrect + missing,
  ];
  const p = actual === 0 ? 0 : points / actual;
  const r = possible === 0 ? 0 : points / possible;
  return { p, r, f: p + r === 0 ? 0 : (2 * p * r) / (p + r), actual, possible };
}

const bySlot = <T>(of: (slot: Slot) => T) =>
  Object.fromEntries(SLOTS.map((slot) => [slot, of(slot)])) as Record<Slot, T>;

/**
 * Every slot of one text, as MUC scores them. Templates that agree on the type or on words of the text are paired one
 * to one so that the sum of points is greatest; all fills of a template without a partner are missing or spurious. An
 * optional template or fill that is not found is not missing.
 */
export function scoreSlots(gold: readonly KeyTemplate[], got: readonly Template[]): SlotTallies {
  const pairs = pairUp(got, gold, (ours, theirs) => (mayPair(theirs, ours) ? pointsOf(theirs, ours) : 0));
  const lone = {
    gold: gold.filter((template) => !template.optional && !pairs.some(({ right }) => right === template)),
    got: got.filter((template) => !pairs.some(({ left }) => left === template)),
  };
  return addSlots([
    ...pairs.map(({ left, right }) => pairTallies(right, left)),
    ...lone.gold.map((theirs) => pairTallies(theirs, {})),
    ...lone.got.map((ours) => pairTallies({ optional: false, slots: {} }, ours)),
  ]);
}

function mayPair(gold: KeyTemplate, got: Template): boolean {
  const agree = (slot: Slot) => tallyOf(slot, gold.slots[slot] ?? [], got[slot] ?? []);
  if (agree('INCIDENT: TYPE').correct > 0) return true;
  return WORD_SLOTS.some((slot) => agree(slot).correct > 0);
}

function pointsOf(gold: KeyTemplate, got: Template): number {
  const { correct, partial } = allSlots(pairTallies(gold, got));
  return correct + partial / 2;
}

const pairTallies = (gold: KeyTemplate, got: Template): SlotTallies =>
  bySlot((slot) => tallyOf(slot, gold.slots[slot] ?? [], got[slot] ?? []));

/**
 * The fills of one slot, paired so that the sum of points is greatest. Of those without a partner, one of ours stands
 * against one that is wanted as incorrect; what is left over after that is missing or spurious.
 */
export function tallyOf(slot: Slot, gold: readonly KeyFill[], got: readonly Fill[]): Tally {
  const likeness = (theirs: KeyFill, ours: Fill): Likeness =>
    theirs.choices.reduce<Likeness>((best, choice) => {
      const one = fillLikeness(slot, choice, ours);
      return one > best ? one : best;
    }, 0);
  const pairs = pairUp(got, gold, (ours, theirs) => likeness(theirs, ours));
  const wanted = gold.filter(
    (fill) => !fill.optional && !isBlank(fill) && !pairs.some(({ right }) => right === fill),
  );
  const left = { gold: wanted.length, got: got.length - pairs.length };
  const incorrect = Math.min(left.gold, left.got);
  return {
    correct: pairs.filter((pair) => pair.likeness === 1).length,
    partial: pairs.filter((pair) => pair.likeness < 1).length,
    incorrect,
    missing: left.gold - incorrect,
    spurious: left.got - incorrect,
  };
}

/** A fill that says "none", which the key has where a choice is between a value and nothing. */
const isBlank = ({ choices }: KeyFill) => choices.some(({ value }) => /^[-*\s]*$/.test(value));
