import { describe, expect, it } from 'vitest';
import type { JoinedIncident, JoinedValue } from '../../../src/record/index.js';
import { fieldsOf } from './fields.js';

const given = <T>(value: T, outlets = 1): JoinedValue<T> => ({
  value,
  reports: ['a'],
  speakers: [],
  outlets,
  independent: 1,
  primary: [],
  evidence: [{ report: 'a', incident: 'i1' }],
});
const toll = (outcome: 'killed' | 'injured', low: number) => ({
  ...{ outcome, low, high: low, of: `${low} people` },
  status: 'unknown' as const,
});
const joined = (change: Partial<Pick<JoinedIncident, 'values' | 'shown'>>) =>
  ({
    values: { when: [], where: [], who: [], means: [], toll: [], ...change.values },
    shown: { who: [], means: [], toll: [], ...change.shown },
  }) as unknown as JoinedIncident;

describe('the fields of the incident page', () => {
  it('have every value, the one that is shown marked', () => {
    const [field] = fieldsOf(
      joined({
        values: { when: [given({ edtf: '2031-05-06' }), given({ edtf: '2031-05-07' })] } as never,
        shown: { when: { value: { edtf: '2031-05-07' }, rule: 'latest' } } as never,
      }),
    );
    expect(field?.shown).toEqual([{ words: '7 May 2031', rule: 'latest' }]);
    expect(field?.values.map(({ words, isShown }) => [words, isShown])).toEqual([
      ['6 May 2031', false],
      ['7 May 2031', true],
    ]);
  });

  it('have each outcome of the toll for itself', () => {
    const fields = fieldsOf(
      joined({
        values: {
          toll: [toll('killed', 12), toll('injured', 30), toll('killed', 14)].map((one) => given(one)),
        } as never,
      }),
    );
    expect(fields.map(({ name, values }) => [name, values.map(({ words }) => words)])).toEqual([
      ['Toll: killed', ['12 killed', '14 killed']],
      ['Toll: injured', ['30 injured']],
    ]);
  });

  it('are left out where no report tells of them', () => {
    expect(fieldsOf(joined({}))).toEqual([]);
  });
});
