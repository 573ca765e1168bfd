import { describe, expect, it } from 'vitest';
import { fillLikeness } from './fills.js';
import { allSlots, figuresOfTally, NO_TALLY, scoreSlots, tallyOf } from './full.js';
import type { Fill, KeyFill, KeyTemplate, Slot, Template } from './template.js';

const fill = (value: string, ...of: string[]): Fill => (of.length === 0 ? { value } : { value, of });
const wanted = (...choices: (string | Fill)[]): KeyFill => ({
  optional: false,
  choices: choices.map((choice) => (typeof choice === 'string' ? { value: choice } : choice)),
});
const key = (slots: KeyTemplate['slots'], optional = false): KeyTemplate => ({ optional, slots });
const tally = (counts: Partial<typeof NO_TALLY>) => ({ ...NO_TALLY, ...counts });

describe('a fill', () => {
  const like = (slot: Slot, theirs: string, ours: string) => fillLikeness(slot, fill(theirs), fill(ours));

  it.each([
    ['03 JAN 90', '03 JAN 90', 1],
    ['3 JAN 90', '03 JAN 90', 1],
    ['- 03 JAN 90', '-03 JAN 90', 1],
    ['- 03 JAN 90', '03 JAN 90', 0.5], // The right day, said more surely than it is known.
    ['- 03 JAN 90', '28 DEC 89', 0.5], // Within the week up to that day.
    ['- 03 JAN 90', '27 DEC 89', 0],
    ['- 03 JAN 90', '04 JAN 90', 0],
    ['(01 JAN 90 - 03 JAN 90)', '02 JAN 90', 0.5],
    ['01 JAN 90 - 03 JAN 90', '03 JAN 90 - 05 JAN 90', 0.5],
    ['03 JAN 90', '04 JAN 90', 0],
    ['31 FEB 90', '03 MAR 90', 0], // No such day.
    ['10 NOV', '10 NOV', 1], // A slip of the key.
    ['LAST WEEK', '03 JAN 90', 0],
  ])('of a date: %s and %s are %d', (theirs, ours, expected) => {
    expect(like('INCIDENT: DATE', theirs, ours)).toBe(expected);
  });

  it.each([
    ['PERU: LIMA (CITY)', 'PERU: LIMA (CITY)', 1],
    ['PERU: LIMA (CITY): RIO (NEIGHBORHOOD)', 'PERU: RIO (CITY)', 1], // The finest place, whatever it is called.
    ['PERU: LIMA (CITY): RIO (NEIGHBORHOOD)', 'PERU: LIMA (CITY)', 0.5],
    ['PERU: LIMA (CITY)', 'PERU', 0.5],
    ['PERU', 'PERU', 1],
    ['PERU: PUNO (CITY) - CUSCO (CITY)', 'PERU: CUSCO (CITY)', 1], // Between two places.
    ['PERU: LIMA (CITY)', 'CHILE: LIMA (CITY)', 0],
  ])('of a place: %s and %s are %d', (theirs, ours, expected) => {
    expect(like('INCIDENT: LOCATION', theirs, ours)).toBe(expected);
  });

  it.each([
    ['50', '50', 1],
    ['~50', '52', 0.5],
    ['~50', '60', 0],
    ['6-', '6-', 1],
    ['6-', '7', 0.5],
    ['6-8', '9', 0],
    ['PLURAL', '4', 0.5],
    ['PLURAL', '1', 0],
    ['-', '1', 0],
  ])('of a number: %s and %s are %d', (theirs, ours, expected) => {
    expect(like('HUM TGT: NUMBER', theirs, ours)).toBe(expected);
  });

  it('of words is half right where one lies in the other', () => {
    expect(like('PHYS TGT: ID', 'THE MILL', 'MILL')).toBe(1);
    expect(like('PHYS TGT: ID', 'OLD MILL', 'MILL')).toBe(0.5);
    expect(like('PHYS TGT: ID', 'MILLS', 'MILL')).toBe(0);
    expect(like('PHYS TGT: ID', 'MILL', '"A"')).toBe(0);
  });

  it('of an instrument or a confidence is half right where it is the broader one', () => {
    expect(like('INCIDENT: INSTRUMENT TYPE', 'DYNAMITE', 'EXPLOSIVE')).toBe(0.5);
    expect(like('INCIDENT: INSTRUMENT TYPE', 'EXPLOSIVE', 'DYNAMITE')).toBe(0);
    const confidence = 'PERP: ORGANIZATION CONFIDENCE';
    expect(like(confidence, 'SUSPECTED OR ACCUSED BY AUTHORITIES', 'SUSPECTED OR ACCUSED')).toBe(0.5);
  });

  it('said of something else is half right', () => {
    const death = (theirs: string, ours: string) =>
      fillLikeness('HUM TGT: EFFECT OF INCIDENT', fill('DEATH', theirs), fill('DEATH', ours));
    expect(death('ANA PAZ', 'PAZ')).toBe(1);
    expect(death('ANA PAZ', 'LUIS SOL')).toBe(0.5);
    expect(death('-', '-')).toBe(1);
    expect(death('-', 'LUIS SOL')).toBe(0.5);
  });
});

describe('the fills of a slot', () => {
  const names = (gold: KeyFill[], got: string[]) =>
    tallyOf(
      'HUM TGT: NAME',
      gold,
      got.map((value) => fill(value)),
    );

  it('are paired as well as can be; the rest stand against each other as incorrect, then are missing or spurious', () => {
    // "PAZ" is half of ANA PAZ; LUIS SOL is right; "MAR" stands against JOSE RIO: incorrect; RITA LUZ is missing.
    const gold = [wanted('ANA PAZ'), wanted('LUIS SOL'), wanted('JOSE RIO'), wanted('RITA LUZ')];
    expect(names(gold, ['PAZ', 'LUIS SOL', 'MAR'])).toEqual(
      tally({ correct: 1, partial: 1, incorrect: 1, missing: 1 }),
    );
    expect(names([wanted('ANA PAZ')], ['ANA PAZ', 'MAR'])).toEqual(tally({ correct: 1, spurious: 1 }));
  });

  it('are not taken in their order', () => {
    // "PAZ" fits both halfway, "ANA PAZ" only the first wholly: 1 + 0.5.
    const gold = [wanted('ANA PAZ'), wanted('EVA PAZ')];
    expect(names(gold, ['PAZ', 'ANA PAZ'])).toEqual(tally({ correct: 1, partial: 1 }));
  });

  it('may be any of the choices, and are not missing where they are optional or may be nothing', () => {
    expect(names([wanted('ANA', 'ANA PAZ')], ['ANA PAZ'])).toEqual(tally({ correct: 1 }));
    expect(names([{ ...wanted('ANA PAZ'), optional: true }], [])).toEqual(NO_TALLY);
    expect(names([wanted('ANA PAZ', '-')], [])).toEqual(NO_TALLY);
    expect(names([{ ...wanted('ANA PAZ'), optional: true }], ['MAR'])).toEqual(tally({ spurious: 1 }));
  });
});

describe('every slot of the key', () => {
  const type = (value: string): KeyFill[] => [wanted(value)];
  const ana = key({ 'INCIDENT: TYPE': type('ATTACK'), 'HUM TGT: NAME': [wanted('ANA PAZ')] });
  const mill = key({ 'INCIDENT: TYPE': type('ARSON'), 'PHYS TGT: ID': [wanted('MILL')] });
  const said = (kind: string, slots: Template = {}): Template => ({
    'INCIDENT: TYPE': [fill(kind)],
    ...slots,
  });

  it('is scored over paired templates', () => {
    const tallies = scoreSlots(
      [ana, mill],
      [said('ARSON', { 'PHYS TGT: ID': [fill('OLD MILL')] }), said('ATTACK')],
    );
    expect(tallies['INCIDENT: TYPE']).toEqual(tally({ correct: 2 }));
    expect(tallies['PHYS TGT: ID']).toEqual(tally({ partial: 1 }));
    expect(tallies['HUM TGT: NAME']).toEqual(tally({ missing: 1 }));
    // Points: 2 + 0.5 = 2.5; said 3, wanted 4: P 83.3, R 62.5, F1 = 2 · 2.5 / 7.
    const figures = figuresOfTally(allSlots(tallies));
    expect(figures).toMatchObject({ actual: 3, possible: 4, r: 62.5 });
    expect(figures.p).toBeCloseTo(250 / 3);
    expect(figures.f).toBeCloseTo(500 / 7);
  });

  it('pairs a template of another type where they share words, and then the type is incorrect', () => {
    const tallies = scoreSlots([ana], [said('BOMBING', { 'HUM TGT: NAME': [fill('ANA PAZ')] })]);
    expect(tallies['INCIDENT: TYPE']).toEqual(tally({ incorrect: 1 }));
    expect(tallies['HUM TGT: NAME']).toEqual(tally({ correct: 1 }));
  });

  it('counts a template without a partner as missing or spurious in every slot', () => {
    const tallies = scoreSlots([ana], [said('BOMBING')]);
    expect(tallies['INCIDENT: TYPE']).toEqual(tally({ missing: 1, spurious: 1 }));
    expect(tallies['HUM TGT: NAME']).toEqual(tally({ missing: 1 }));
  });

  it('pairs so that the sum of points is greatest', () => {
    // Greedy in the order of ours: 1–A (type = 1), 2–B (type = 1): 2. Best: 1–B (1), 2–A (type and name = 2): 3.
    const bare = key({ 'INCIDENT: TYPE': type('ATTACK') });
    const tallies = scoreSlots(
      [ana, bare],
      [said('ATTACK'), said('ATTACK', { 'HUM TGT: NAME': [fill('ANA PAZ')] })],
    );
    expect(allSlots(tallies)).toEqual(tally({ correct: 3 }));
  });

  it('does not miss an optional template, and scores one that was found', () => {
    const optional = key(ana.slots, true);
    expect(allSlots(scoreSlots([optional], []))).toEqual(NO_TALLY);
    expect(allSlots(scoreSlots([optional], [said('ATTACK')]))).toEqual(tally({ correct: 1, missing: 1 }));
  });

  it('is 0 where nothing is said, nothing wanted, or both', () => {
    expect(figuresOfTally(allSlots(scoreSlots([ana], [])))).toMatchObject({
      p: 0,
      r: 0,
      f: 0,
      possible: 2,
      actual: 0,
    });
    expect(figuresOfTally(allSlots(scoreSlots([], [said('ATTACK')])))).toMatchObject({
      f: 0,
      possible: 0,
      actual: 1,
    });
    expect(figuresOfTally(allSlots(scoreSlots([], [])))).toMatchObject({ p: 0, r: 0, f: 0 });
  });
});
