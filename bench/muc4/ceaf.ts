import { addSums, NO_SUMS, type Sums } from '../coreference/score.js';
import { pairUp } from '../record/pairing.js';
import { normal, oneLine } from './normal.js';
import { type Answer, type KeyTemplate, ROLE_SLOTS, ROLES, type Role } from './template.js';
import type { KeyText } from './texts.js';

/**
 * How a key is held against answers. `optional`: what the key calls optional need not be found (`free`), or counts
 * like the rest (`required`). `entities`: an answer entity is right for one entity of the key (`one to one`), or for
 * each that has its mentions (`any`).
 */
export interface Rules {
  readonly optional: 'free' | 'required';
  readonly entities: 'one to one' | 'any';
}

/** What is counted: the type of an incident and the five roles. */
export const ROWS = ['incident_type', ...ROLES] as const;
export type Row = (typeof ROWS)[number];
export type RowSums = Readonly<Record<Row, Sums>>;

interface GoldEntity {
  readonly optional: boolean;
  readonly mentions: ReadonlySet<string>;
}

/** A template of the key, as CEAF-TF looks at it. */
export interface GoldTemplate {
  readonly optional: boolean;
  readonly types: readonly string[];
  readonly entities: Readonly<Record<Role, readonly GoldEntity[]>>;
}

interface GotTemplate {
  readonly type: string;
  readonly entities: Readonly<Record<Role, readonly ReadonlySet<string>[]>>;
}

/**
 * What CEAF-TF wants of a text: of each template the type and the entities by the mentions that stand in the text. A
 * mention that does not stand there is left out, an entity without mentions too, and of two like templates the second.
 */
export function goldOf({ text, templates }: KeyText, { optional }: Rules): GoldTemplate[] {
  const words = oneLine(text).toLowerCase();
  const seen = new Set<string>();
  return templates.flatMap((template) => {
    const gold = goldTemplate(template, words, optional === 'free');
    const key = JSON.stringify(gold, (_, value) => (value instanceof Set ? [...value].toSorted() : value));
    if (seen.has(key) || gold.types.length === 0) return [];
    seen.add(key);
    return [gold];
  });
}

function goldTemplate({ optional, slots }: KeyTemplate, words: string, isFree: boolean): GoldTemplate {
  const entities = (role: Role) =>
    (slots[ROLE_SLOTS[role]] ?? []).flatMap((fill) => {
      const standing = fill.choices.filter(({ value }) => words.includes(oneLine(value).toLowerCase()));
      const mentions = new Set(
        standing.map(({ value }) => normal(value)).filter((mention) => mention !== ''),
      );
      return mentions.size === 0 ? [] : [{ optional: isFree && fill.optional, mentions }];
    });
  return {
    optional: isFree && optional,
    types: (slots['INCIDENT: TYPE'] ?? []).flatMap(({ choices }) =>
      choices.map(({ value }) =>
        value
          .replace(/\s*\(.*$/, '')
          .trim()
          .toLowerCase(),
      ),
    ),
    entities: byRole(entities),
  };
}

function gotTemplate(answer: Answer): GotTemplate {
  const entities = (role: Role) =>
    answer[role].flatMap((mentions) => {
      const set = new Set(mentions.map(normal).filter((mention) => mention !== ''));
      return set.size === 0 ? [] : [set];
    });
  return { type: answer.incident_type.toLowerCase(), entities: byRole(entities) };
}

const byRole = <T>(of: (role: Role) => T) =>
  Object.fromEntries(ROLES.map((role) => [role, of(role)])) as Record<Role, T>;

/**
 * CEAF-TF of one text (Du, Rush and Cardie 2021). Templates of one type are paired off one to one so that F1 over type
 * and entities is greatest; an answer entity is right where all its mentions are mentions of an entity of that role in
 * the paired template. What is not paired is spurious or missing as a whole; an optional template or entity that is not
 * found is not missing, and one that is found is right.
 */
export function ceafTf(gold: readonly GoldTemplate[], answers: readonly Answer[], rules: Rules): RowSums {
  const got = answers.map(gotTemplate);
  const pairs = align(gold, got, rules);
  const alone = {
    gold: gold.filter((template) => !pairs.some(({ right }) => right === template)),
    got: got.filter((template) => !pairs.some(({ left }) => left === template)),
  };
  return addRows([
    ...pairs.map(({ left, right }) => pairSums(right, left, rules)),
    ...alone.gold.map(missing),
    ...alone.got.map(spurious),
  ]);
}

/** The sums of several texts or templates together. */
export function addRows(all: readonly RowSums[]): RowSums {
  const of = (row: Row) => all.reduce((sum, sums) => addSums(sum, sums[row]), NO_SUMS);
  return Object.fromEntries(ROWS.map((row) => [row, of(row)])) as Record<Row, Sums>;
}

/** All rows as one: what micro P, R and F1 are made of. */
export const total = (sums: RowSums): Sums => ROWS.reduce((sum, row) => addSums(sum, sums[row]), NO_SUMS);

/**
 * The pairing with the greatest F1. With nothing optional, what F1 divides by is fixed and the most that is right wins.
 * Pairing an optional template makes that number grow, so each pair is charged F1 itself for the growth, and the best
 * pairing is sought again until its F1 stays (Dinkelbach's method, which ends at the greatest quotient).
 */
function align(gold: readonly GoldTemplate[], got: readonly GotTemplate[], rules: Rules) {
  const alone = addRows([...gold.map(missing), ...got.map(spurious)]);
  const size = total(alone).got + total(alone).gold;
  const worth = (theirs: GoldTemplate, ours: GotTemplate) => {
    if (!theirs.types.includes(ours.type)) return { right: 0, growth: 0 };
    const sums = total(pairSums(theirs, ours, rules));
    return { right: sums.right + sums.found, growth: sums.gold - total(missing(theirs)).gold };
  };
  let quotient = 0;
  for (;;) {
    const gain = (ours: GotTemplate, theirs: GoldTemplate) => {
      const { right, growth } = worth(theirs, ours);
      return right - quotient * growth;
    };
    const pairs = pairUp(got, gold, gain);
    const sum = pairs.map(({ left, right }) => worth(right, left));
    const right = sum.reduce((all, pair) => all + pair.right, 0);
    const grown = sum.reduce((all, pair) => all + pair.growth, size);
    const next = grown === 0 ? 0 : right / grown;
    if (next <= quotient + 1e-12) return pairs;
    quotient = next;
  }
}

function pairSums(gold: GoldTemplate, got: GotTemplate, rules: Rules): RowSums {
  const entitySums = (role: Role) =>
    rules.entities === 'any'
      ? anySums(gold.entities[role], got.entities[role])
      : oneToOneSums(gold.entities[role], got.entities[role]);
  return { incident_type: { right: 1, got: 1, found: 1, gold: 1 }, ...byRole(entitySums) };
}

const isRight = (ours: ReadonlySet<string>, theirs: GoldEntity) =>
  [...ours].every((mention) => theirs.mentions.has(mention));

function oneToOneSums(gold: readonly GoldEntity[], got: readonly ReadonlySet<string>[]): Sums {
  // An entity that is wanted goes before one that is optional, where an answer fits both.
  const worth = (theirs: GoldEntity) => (theirs.optional ? 1 - 2 ** -10 : 1);
  const pairs = pairUp(got, gold, (ours, theirs) => (isRight(ours, theirs) ? worth(theirs) : 0));
  const wanted = gold.filter(({ optional }) => !optional).length;
  const extra = pairs.filter(({ right }) => right.optional).length;
  return { right: pairs.length, got: got.length, found: pairs.length, gold: wanted + extra };
}

function anySums(gold: readonly GoldEntity[], got: readonly ReadonlySet<string>[]): Sums {
  const found = gold.filter((theirs) => got.some((ours) => isRight(ours, theirs)));
  const right = got.filter((ours) => gold.some((theirs) => isRight(ours, theirs))).length;
  const wanted = gold.filter((theirs) => !theirs.optional || found.includes(theirs)).length;
  return { right, got: got.length, found: found.length, gold: wanted };
}

function missing({ optional, entities }: GoldTemplate): RowSums {
  const wanted = (role: Role) => (optional ? 0 : entities[role].filter((entity) => !entity.optional).length);
  const sums = (role: Role) => ({ ...NO_SUMS, gold: wanted(role) });
  return { incident_type: { ...NO_SUMS, gold: optional ? 0 : 1 }, ...byRole(sums) };
}

function spurious({ entities }: GotTemplate): RowSums {
  const sums = (role: Role) => ({ ...NO_SUMS, got: entities[role].length });
  return { incident_type: { ...NO_SUMS, got: 1 }, ...byRole(sums) };
}
