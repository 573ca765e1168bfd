import { describe, expect, it } from 'vitest';
import type { KeptDecision } from '../../../src/record/index.js';
import { decidedOn, standing } from './decisions.js';

const member = (report: string) => ({ report, incident: 'i1' });
const joined = { members: ['a', 'b'].map((report) => ({ ...member(report), core: true })) };
let id = 0;
const entry = (a: string, b: string, verdict: KeptDecision['verdict']): KeptDecision => {
  id += 1;
  return { id: String(id), at: '2031-05-07T10:00:00.000Z', by: 'Ana', verdict, a: member(a), b: member(b) };
};
const said = (entries: KeptDecision[]) =>
  decidedOn(joined, entries).map(({ member: one, verdict, others }) => ({
    of: one.report,
    verdict,
    with: others.map(({ report }) => report),
  }));

describe('what people decided', () => {
  it('is shown once for a member that was taken out of several', () => {
    const entries = [entry('c', 'a', 'not the same'), entry('c', 'b', 'not the same')];
    expect(said(entries)).toEqual([{ of: 'c', verdict: 'not the same', with: ['a', 'b'] }]);
  });

  it('is shown no more when it was taken back, whichever came first in the entry', () => {
    expect(said([entry('c', 'a', 'not the same'), entry('a', 'c', 'undone')])).toEqual([]);
  });

  it('stands as it was before what was taken back', () => {
    const entries = [entry('a', 'b', 'same'), entry('a', 'b', 'not the same'), entry('a', 'b', 'undone')];
    expect(standing(entries).map(({ verdict }) => verdict)).toEqual(['same']);
    expect(said(entries)).toEqual([{ of: 'a', verdict: 'same', with: ['b'] }]);
  });

  it('is not shown where it is about others, undecided, or taken back once too often', () => {
    expect(said([entry('x', 'y', 'not the same'), entry('c', 'a', 'undecided')])).toEqual([]);
    expect(said([entry('c', 'a', 'undone'), entry('c', 'a', 'not the same')])).toHaveLength(1);
  });
});
