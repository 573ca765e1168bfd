import { describe, expect, it } from 'vitest';
import { cut, type Incident, type Reading } from '../../src/record/index.js';
import { proofsOf } from './proof.js';
import { valuesOf } from './report/values.js';

const text = 'Police said four people were killed by a car bomb in Mosul on Friday. The army denied it.';
const span = (quote: string) => cut(text, text.indexOf(quote), text.indexOf(quote) + quote.length);

const incident: Incident = {
  id: 'i1',
  kind: 'bombing',
  realis: 'happened',
  core: true,
  number: 1,
  mentions: [span('car bomb'), span('killed')],
  when: {
    edtf: '2024-02-02',
    ...span('Friday'),
    basis: 'worked out',
    rule: 'the latest Friday before publication',
  },
  where: {
    name: 'Mosul',
    country: 'IQ',
    lat: 36.34,
    lon: 43.13,
    precision: 'city',
    gazetteer: null,
    candidates: [],
    ...span('Mosul'),
  },
  who: [
    {
      role: 'recipient',
      name: 'four people',
      aliases: [],
      type: 'people',
      side: null,
      mentions: [span('four people')],
    },
  ],
  means: [span('bomb')],
  toll: [
    {
      ...span('four people were killed'),
      outcome: 'killed',
      low: 4,
      high: 4,
      of: 'people',
      status: 'unknown',
      claim: 'c1',
    },
  ],
};
const claim = {
  ...span('four people were killed by a car bomb in Mosul on Friday'),
  id: 'c1',
  speaker: { name: 'Police', kind: 'police' as const, start: 0, end: 6 },
  stance: 'says' as const,
  cue: span('said'),
  about: ['i1'],
  chain: [{ ...span('The army'), name: 'AFP' }],
};
const reading = { text, incidents: [incident], claims: [claim] } as unknown as Reading;

describe('the proofs of a reading', () => {
  it('are the words that each value rests on, under its key', () => {
    const proofs = proofsOf(reading).map(({ key, field, start, end }) => [
      key,
      field,
      text.slice(start, end),
    ]);
    expect(proofs).toEqual([
      ['i1/mention', 'mention', 'car bomb'],
      ['i1/mention', 'mention', 'killed'],
      ['i1/when', 'when', 'Friday'],
      ['i1/where', 'where', 'Mosul'],
      ['i1/who/0', 'recipient', 'four people'],
      ['i1/means/0', 'means', 'bomb'],
      ['i1/toll/0', 'toll', 'four people were killed'],
      ['claim/c1', 'claim', 'four people were killed by a car bomb in Mosul on Friday'],
      ['claim/c1', 'claim', 'Police'],
      ['claim/c1', 'claim', 'said'],
      ['claim/c1', 'claim', 'The army'],
    ]);
  });

  it('leave out a time that no words state', () => {
    const when = { edtf: '2024-02-02', basis: 'worked out' as const, rule: 'the day of publication' };
    const unstated = { ...reading, incidents: [{ ...incident, when }] };
    expect(proofsOf(unstated).some((proof) => proof.field === 'when')).toBe(false);
  });

  it('have the keys of the values that the record shows', () => {
    const keys = new Set(proofsOf(reading).map((proof) => proof.key));
    for (const value of valuesOf(incident, [claim])) expect(keys).toContain(value.key);
  });
});

describe('the values of an incident', () => {
  const value = (field: string) => valuesOf(incident, [claim]).find((each) => each.field === field);

  it('name who says so, and through whom', () => {
    expect(value('toll')).toMatchObject({ words: '4 killed', speaker: 'Police says, by way of AFP' });
  });

  it('name nobody for what the report says itself', () => {
    expect(value('where')).not.toHaveProperty('speaker');
  });

  it('say which rule worked a value out', () => {
    expect(value('when')).toMatchObject({
      words: '2 Feb 2024',
      basis: 'worked out',
      rule: 'the latest Friday before publication',
      quotes: ['Friday'],
    });
  });
});
