import { describe, expect, it } from 'vitest';
import { namesOf } from './marks.js';

const names = (marks: string) =>
  namesOf(marks.split(' ')).map(({ first, last, kind }) => `${first}-${last} ${kind}`);

describe('marks of names', () => {
  it.each([
    ['IOB2', 'B-PER I-PER O B-LOC B-LOC', ['0-2 PER', '3-4 LOC', '4-5 LOC']],
    ['IOB1: B only where two names touch', 'I-PER I-PER O I-LOC B-LOC', ['0-2 PER', '3-4 LOC', '4-5 LOC']],
    ['BILOU', 'B-PER L-PER U-LOC O U-LOC', ['0-2 PER', '2-3 LOC', '4-5 LOC']],
    ['BIOES', 'B-PER I-PER E-PER S-LOC', ['0-3 PER', '3-4 LOC']],
    ['an I of another kind', 'B-PER I-ORG', ['0-1 PER', '1-2 ORG']],
    ['an end that nothing began', 'O E-ORG O', ['1-2 ORG']],
    ['nothing', 'O O', []],
  ])('%s', (_, marks, expected) => {
    expect(names(marks)).toEqual(expected);
  });
});
