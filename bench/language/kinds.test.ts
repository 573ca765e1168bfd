import { describe, expect, it } from 'vitest';
import { comparisonsOf } from './kinds.js';

describe('comparing kinds of names', () => {
  it('goes kind by kind and on four kinds where the file speaks OntoNotes', () => {
    const [fine, four] = comparisonsOf(new Set(['PERSON', 'GPE', 'DATE']), 'CoNLL-U');
    expect(fine?.kinds).toEqual(['DATE', 'GPE', 'PERSON']);
    expect(fine?.ofSaid('names')).toBeUndefined();
    expect(four?.kinds).toEqual(['person', 'organisation', 'place', 'nationality']);
    expect(['GPE', 'FAC', 'DATE'].map((kind) => four?.ofGold(kind))).toEqual(['place', 'place', undefined]);
    expect(four?.ofSaid('names')?.('armed_group')).toBe('organisation');
    expect(four?.ofSaid('names')?.('weapon')).toBeUndefined();
  });

  it('has MISC for nationalities, events and things where the file has it', () => {
    const [conll] = comparisonsOf(new Set(['PER', 'LOC', 'MISC']), 'CoNLL names');
    expect(conll?.kinds).toEqual(['person', 'place', 'misc']);
    const ofOntoNotes = conll?.ofSaid('OntoNotes');
    expect(['NORP', 'EVENT', 'FAC', 'ORG', 'CARDINAL'].map((kind) => ofOntoNotes?.(kind))).toEqual([
      'misc',
      'misc',
      'place',
      undefined,
      undefined,
    ]);
    expect(conll?.known('compromise')).toEqual(['person', 'place']);
    expect(conll?.known('described')).toEqual([]);
  });

  it('leaves nationalities out where the file has neither them nor MISC', () => {
    const [conll] = comparisonsOf(new Set(['PER', 'LOC', 'ORG']), 'CoNLL names');
    expect(conll?.ofSaid('OntoNotes')?.('NORP')).toBeUndefined();
  });

  it('has exact borders on re3d, and knows nothing of kinds of another field', () => {
    expect(comparisonsOf(new Set(['Person', 'Weapon']), 're3d')[0]).toMatchObject({
      key: 're3d',
      exactBorders: true,
    });
    expect(comparisonsOf(new Set(['protein']), 'CoNLL names')).toEqual([]);
  });
});
