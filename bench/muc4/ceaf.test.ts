import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../coreference/score.js';
import { addRows, ceafTf, type GoldTemplate, goldOf, type RowSums, type Rules, total } from './ceaf.js';
import { AS_GTT, OURS } from './score.js';
import type { Answer, KeyFill, KeyTemplate } from './template.js';

const text =
  'TWO MASKED MEN OF THE RED FRONT (RF) BURNED A MILL AND\nSHOT ANA PAZ, LUIS SOL AND JOSE RIO WITH PISTOLS.';

type Roles = Partial<Omit<Answer, 'incident_type'>>;

const answer = (incident_type: string, roles: Roles = {}): Answer => {
  return { incident_type, PerpInd: [], PerpOrg: [], Target: [], Victim: [], Weapon: [], ...roles };
};

/** A fill of the key: its choices parted by "/"; a "?" before it makes it optional. */
const fill = (words: string): KeyFill => ({
  optional: words.startsWith('?'),
  choices: words
    .replace('?', '')
    .split('/')
    .map((value) => ({ value })),
});
const key = (type: string, slots: Record<string, string[]> = {}, optional = false): KeyTemplate => ({
  optional,
  slots: {
    'INCIDENT: TYPE': [fill(type)],
    ...Object.fromEntries(Object.entries(slots).map(([slot, fills]) => [slot, fills.map(fill)])),
  },
});

function score(templates: KeyTemplate[], answers: Answer[], rules: Rules = OURS) {
  const sums = ceafTf(goldOf({ docid: 'x', text, templates }, rules), answers, rules);
  const { right, got, found, gold } = total(sums);
  return { sums, right, got, found, gold, ...figuresOf(total(sums)) };
}

const VICTIM = 'HUM TGT: NAME';

describe('CEAF-TF', () => {
  it('counts the type and each entity as one', () => {
    // Gold: type, RED FRONT/RF, ANA PAZ, LUIS SOL = 4. Said: type, RF, ANA PAZ, JOSE RIO = 4. Right: type, RF, ANA PAZ = 3.
    const gold = [
      key('ATTACK', { 'PERP: ORGANIZATION ID': ['RED FRONT/RF'], [VICTIM]: ['ANA PAZ', 'LUIS SOL'] }),
    ];
    const said = [answer('attack', { PerpOrg: [['RF']], Victim: [['ANA PAZ'], ['JOSE RIO']] })];
    const result = score(gold, said);
    expect(result).toMatchObject({ right: 3, got: 4, found: 3, gold: 4, p: 75, r: 75, f: 75 });
    expect(result.sums.Victim).toEqual({ right: 1, got: 2, found: 1, gold: 2 });
    expect(result.sums.incident_type).toEqual({ right: 1, got: 1, found: 1, gold: 1 });
  });

  it('takes an entity as right only where all of its mentions are', () => {
    // One of two mentions is wrong: type alone is right, 1 of 2 and 1 of 2.
    const gold = [key('ATTACK', { 'PERP: ORGANIZATION ID': ['RED FRONT/RF'] })];
    expect(score(gold, [answer('attack', { PerpOrg: [['RF', 'MASKED MEN']] })])).toMatchObject({
      right: 1,
      got: 2,
      gold: 2,
    });
    // Both mentions: 2 of 2.
    expect(score(gold, [answer('attack', { PerpOrg: [['RF', 'RED FRONT']] })])).toMatchObject({
      right: 2,
      got: 2,
    });
  });

  it('does not see case, punctuation, articles and line ends', () => {
    const gold = [key('ARSON', { 'PHYS TGT: ID': ['MILL AND SHOT'] })];
    expect(score(gold, [answer('arson', { Target: [['The "mill" and\nshot']] })]).f).toBe(100);
  });

  it('pairs templates so that the whole is best, and not one by one', () => {
    // Ours 1 (ANA) has 2 right with gold A (type, ANA) and 2 with B (type, ANA). Ours 2 (ANA, LUIS, JOSE): 4 with A, 2 with B.
    // Greedy in order: 1–A and 2–B = 4 right. Best: 1–B and 2–A = 2 + 4 = 6. Gold: 4 + 2 = 6. Said: 2 + 4 = 6.
    const gold = [
      key('ATTACK', { [VICTIM]: ['ANA PAZ', 'LUIS SOL', 'JOSE RIO'] }),
      key('ATTACK', { [VICTIM]: ['ANA PAZ'] }),
    ];
    const said = [
      answer('attack', { Victim: [['ANA PAZ']] }),
      answer('attack', { Victim: [['ANA PAZ'], ['LUIS SOL'], ['JOSE RIO']] }),
    ];
    expect(score(gold, said)).toMatchObject({ right: 6, got: 6, gold: 6, f: 100 });
  });

  it('does not take the best pair first where that spoils the sum', () => {
    // Right: 1–A type, ANA, LUIS = 3; 1–B type, RF = 2; 2–A type, ANA, LUIS = 3; 2–B type = 1.
    // The first best pair, 1–A, leaves 2–B: 3 + 1 = 4. Best: 1–B and 2–A: 2 + 3 = 5. Gold: 3 + 2 = 5. Said: 4 + 3 = 7.
    const gold = [
      key('ATTACK', { [VICTIM]: ['ANA PAZ', 'LUIS SOL'] }),
      key('ATTACK', { [VICTIM]: ['RED FRONT/RF'] }),
    ];
    const said = [
      answer('attack', { Victim: [['ANA PAZ'], ['LUIS SOL'], ['RF']] }),
      answer('attack', { Victim: [['ANA PAZ'], ['LUIS SOL']] }),
    ];
    expect(score(gold, said)).toMatchObject({ right: 5, got: 7, found: 5, gold: 5 });
    expect(score(gold.toReversed(), said.toReversed())).toMatchObject({
      right: 5,
      got: 7,
      found: 5,
      gold: 5,
    });
  });

  it('pairs entities one to one', () => {
    // Two entities of ours fit one of the key: one is right. Said: type + 2 = 3; right: type + 1 = 2; gold: 2.
    const gold = [key('ATTACK', { 'PERP: ORGANIZATION ID': ['RED FRONT/RF'] })];
    const said = [answer('attack', { PerpOrg: [['RED FRONT'], ['RF']] })];
    expect(score(gold, said)).toMatchObject({ right: 2, got: 3, found: 2, gold: 2 });
    // GTT's scorer takes both: 3 of 3 and 2 of 2.
    expect(score(gold, said, AS_GTT)).toMatchObject({ right: 3, got: 3, found: 2, gold: 2 });
  });

  it('counts all of a spurious template against precision, and all of a missing one against recall', () => {
    // Said: (type) right, (type, ANA) spurious: 1 of 3. Gold: type: 1 of 1.
    const spurious = [answer('attack'), answer('bombing', { Victim: [['ANA PAZ']] })];
    expect(score([key('ATTACK')], spurious)).toMatchObject({ right: 1, got: 3, found: 1, gold: 1 });
    // Gold: (type), (type, ANA): 1 of 3.
    const gold = [key('ATTACK'), key('BOMBING', { [VICTIM]: ['ANA PAZ'] })];
    expect(score(gold, [answer('attack')])).toMatchObject({ right: 1, got: 1, found: 1, gold: 3 });
  });

  it('never pairs templates of other types, whatever else they share', () => {
    const gold = [key('ATTACK', { [VICTIM]: ['ANA PAZ'] })];
    const said = [answer('bombing', { Victim: [['ANA PAZ']] })];
    expect(score(gold, said)).toMatchObject({ right: 0, got: 2, gold: 2, f: 0 });
    expect(score([key('ATTACK/BOMBING')], [answer('bombing')]).f).toBe(100);
  });

  it('is 0 where nothing is said, or nothing wanted', () => {
    const gold = [key('ATTACK', { [VICTIM]: ['ANA PAZ'] })];
    expect(score(gold, [])).toMatchObject({ right: 0, got: 0, gold: 2, p: 0, r: 0, f: 0 });
    expect(score([], [answer('attack')])).toMatchObject({ right: 0, got: 1, gold: 0, p: 0, r: 0, f: 0 });
    expect(score([], [])).toMatchObject({ right: 0, got: 0, found: 0, gold: 0, f: 0 });
  });

  it('leaves out mentions that do not stand in the text, entities without any, and a template that is there twice', () => {
    const gold = [
      key('ATTACK', { [VICTIM]: ['ANA PAZ/ANNE', 'PEDRO MAR'] }),
      key('ATTACK', { [VICTIM]: ['ANA PAZ/ANNE', 'PEDRO MAR'] }),
    ];
    // Gold: type, ANA PAZ = 2; "ANNE" and PEDRO MAR do not stand in the text.
    expect(score(gold, [answer('attack', { Victim: [['ANNE']] })])).toMatchObject({
      right: 1,
      got: 2,
      gold: 2,
    });
  });
});

describe('the pairing', () => {
  const names = fc.uniqueArray(fc.constantFrom('ANA PAZ', 'LUIS SOL', 'JOSE RIO'));
  const types = fc.constantFrom('attack', 'bombing');
  const answers = fc.array(
    fc.tuple(types, names).map(([type, who]) => answer(type, { Victim: who.map((name) => [name]) })),
    { maxLength: 3 },
  );
  const template = fc
    .tuple(types, names, fc.boolean())
    .map(([type, who, optional]) => key(type, { [VICTIM]: who }, optional));

  it('is the best of all that there are', () => {
    fc.assert(
      fc.property(fc.array(template, { maxLength: 3 }), answers, (templates, said) => {
        const gold = goldOf({ docid: 'x', text, templates }, OURS);
        expect(figuresOf(total(ceafTf(gold, said, OURS))).f).toBeCloseTo(bestOf(gold, said));
      }),
    );
  });

  /** F1 of the best pairing, by trying each: the first answer goes to nobody or to one template, then the others. */
  function bestOf(gold: GoldTemplate[], said: Answer[]): number {
    const all = (left: GoldTemplate[], answers: Answer[]): RowSums[][] => {
      const [first, ...rest] = answers;
      if (!first) return [left.map((one) => ceafTf([one], [], OURS))];
      const choices = [undefined, ...left].flatMap((one) => {
        const own = ceafTf(one ? [one] : [], [first], OURS);
        return all(
          left.filter((other) => other !== one),
          rest,
        ).map((others) => [own, ...others]);
      });
      return choices;
    };
    return Math.max(...all(gold, said).map((sums) => figuresOf(total(addRows(sums))).f));
  }
});

describe('what the key calls optional', () => {
  const optional = [key('ATTACK', { [VICTIM]: ['ANA PAZ'] }, true)];

  it('is not missing where it is not found, and right where it is', () => {
    expect(score(optional, [])).toMatchObject({ got: 0, gold: 0 });
    const said = [answer('attack', { Victim: [['ANA PAZ']] })];
    expect(score(optional, said)).toMatchObject({ right: 2, got: 2, found: 2, gold: 2, f: 100 });
    const fills = [key('ATTACK', { [VICTIM]: ['?ANA PAZ', 'LUIS SOL'] })];
    // Gold without the optional ANA: type, LUIS = 2; with it: 3.
    expect(score(fills, [answer('attack', { Victim: [['LUIS SOL']] })])).toMatchObject({
      right: 2,
      got: 2,
      gold: 2,
    });
    expect(score(fills, [answer('attack', { Victim: [['ANA PAZ'], ['LUIS SOL']] })])).toMatchObject({
      right: 3,
      got: 3,
      gold: 3,
    });
  });

  it('is wanted like the rest as GTT counts', () => {
    expect(score(optional, [], AS_GTT)).toMatchObject({ got: 0, gold: 2 });
  });

  it('is paired only where F1 gains by it', () => {
    // Ours (type) with the optional template of type + 3 victims: 1 right, 1 of 1 and 1 of 4: F1 = 2/5. Unpaired: 0.
    const large = key('ATTACK', { [VICTIM]: ['ANA PAZ', 'LUIS SOL', 'JOSE RIO'] }, true);
    expect(score([large], [answer('attack')])).toMatchObject({ right: 1, got: 1, gold: 4 });
    // Beside a right (type, ANA, LUIS; 3 of 3): unpaired F1 = 2·3 / (4 + 3) = 6/7; paired 2·4 / (4 + 7) = 8/11. Not paired.
    const sure = key('BOMBING', { [VICTIM]: ['ANA PAZ', 'LUIS SOL'] });
    const said = [answer('bombing', { Victim: [['ANA PAZ'], ['LUIS SOL']] }), answer('attack')];
    expect(score([large, sure], said)).toMatchObject({ right: 3, got: 4, found: 3, gold: 3 });
  });

  it('gives way to what is wanted, where one entity of ours fits both', () => {
    const gold = [key('ATTACK', { [VICTIM]: ['?ANA PAZ/LUIS SOL', 'ANA PAZ'] })];
    expect(score(gold, [answer('attack', { Victim: [['ANA PAZ']] })])).toMatchObject({
      right: 2,
      got: 2,
      gold: 2,
    });
  });
});
