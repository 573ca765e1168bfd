import { describe, expect, it } from 'vitest';
import { nameOf, sayBacking, sayGrade, sayOrigin, saySpeakers, sayStep, sayWhy } from './say-joined.js';

describe('sayBacking', () => {
  it.each([
    [
      { outlets: 3, independent: 1, primary: ['health ministry'] },
      '3 outlets, 1 independent source: health ministry',
    ],
    [
      { outlets: 2, independent: 2, primary: ['police', 'a witness'] },
      '2 outlets, 2 independent sources: police, a witness',
    ],
    [{ outlets: 1, independent: 1, primary: [] }, '1 outlet, 1 independent source'],
    [{ outlets: 0, independent: 1, primary: [] }, '2 reports, 1 independent source'],
    [{ outlets: 1200, independent: 0, primary: [] }, '1,200 outlets, 0 independent sources'],
  ])('says %j as %s', (backing, words) => {
    expect(sayBacking({ reports: ['a', 'b'], ...backing })).toBe(words);
  });
});

describe('saySpeakers', () => {
  it('says in whose mouth it is put, and nothing where the reports say it themselves', () => {
    expect(saySpeakers(['police'])).toBe('according to police');
    expect(saySpeakers(['police', 'the mayor', 'a nurse'])).toBe(
      'according to police, the mayor and a nurse',
    );
    expect(saySpeakers([])).toBe('');
  });
});

describe('sayGrade', () => {
  it('says of each what is contested, and how many sources the others have', () => {
    const contested = (['happened', 'actor', 'toll'] as const).map((graded) => sayGrade(graded, 'contested'));
    expect(new Set(contested).size).toBe(3);
    expect(sayGrade('toll', 'confirmed')).toMatch(/^Three independent sources/);
    expect(sayGrade('toll', 'fair')).toMatch(/^Two independent sources/);
    expect(sayGrade('actor', 'weak')).toMatch(/^One independent source/);
  });
});

describe('sayOrigin', () => {
  const reportOf = (hash: string) => ({ a: { outlet: 'Adria Wire', title: null } })[hash];

  it('names whom a report copies, cites and credits', () => {
    expect(sayOrigin({ copyOf: 'a', cites: [], agencies: [] }, reportOf)).toBe('copy of Adria Wire');
    expect(sayOrigin({ copyOf: null, cites: ['a', 'Radio Vis', 'a'], agencies: ['AFP'] }, reportOf)).toBe(
      'has it from Adria Wire and Radio Vis; credits AFP',
    );
  });

  it('does not cite what is copied a second time', () => {
    expect(sayOrigin({ copyOf: 'a', cites: ['a'], agencies: [] }, reportOf)).toBe('copy of Adria Wire');
  });

  it('says nothing of a report that stands alone, and makes no name up', () => {
    expect(sayOrigin({ copyOf: null, cites: [], agencies: [] }, reportOf)).toBe('');
    expect(sayOrigin({ copyOf: 'gone', cites: [], agencies: [] }, reportOf)).toBe(
      'copy of a report without outlet',
    );
  });
});

describe('sayStep', () => {
  it.each([
    [{ low: 9, high: null, step: 'updated' }, 'at least 9 killed, higher than before'],
    [{ low: 7, high: 7, step: 'first' }, '7 killed, the first figure'],
    [{ low: 7, high: 7, step: 'other' }, '7 killed, lower, from another outlet'],
  ] as const)('says %j as %s', (step, words) => {
    expect(sayStep({ outcome: 'killed', ...step })).toBe(words);
  });
});

describe('sayWhy', () => {
  it('puts outlets in the place of hashes', () => {
    const reports = [
      { hash: 'aa11', outlet: 'Adria Wire', title: null },
      { hash: 'bb22', outlet: null, title: 'Blast in Split' },
    ];
    expect(sayWhy('aa11 and bb22: the same, for it: 12 killed in both.', reports)).toBe(
      'Adria Wire and Blast in Split: the same, for it: 12 killed in both.',
    );
  });
});

describe('nameOf', () => {
  it('says that neither outlet nor title is known', () => {
    expect(nameOf(undefined)).toBe('a report without outlet');
    expect(nameOf({ outlet: null, title: 'A title' })).toBe('A title');
  });
});
