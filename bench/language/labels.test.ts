import { describe, expect, it } from 'vitest';
import { areOurTags, labelsOf } from './labels.js';

describe('whose labels they are', () => {
  it.each([
    ['nsubj dobj prep pobj root', 'ClearNLP'],
    ['nsubj obj case obl root', 'UD'],
    ['SBJ OBJ NMOD', 'other'],
    ['', undefined],
  ])('%s', (labels, expected) => {
    expect(labelsOf(labels === '' ? [undefined] : labels.split(' '))).toBe(expected);
  });

  it('tells Penn tags from others', () => {
    expect(areOurTags(['NN', 'VBD', '.'])).toBe(true);
    expect(areOurTags(['NN1', 'VVD', 'AT0', 'DT'])).toBe(false);
    expect(areOurTags([undefined])).toBe(false);
  });
});
