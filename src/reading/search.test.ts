import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstWhere } from './search.js';

describe('firstWhere', () => {
  it('gives what a look from the front would give, and the length where none passes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 })),
        fc.integer({ min: 0, max: 21 }),
        (values, from) => {
          const sorted = values.sort((a, b) => a - b);
          const first = sorted.findIndex((value) => value >= from);
          expect(firstWhere(sorted, (value) => value >= from)).toBe(first < 0 ? sorted.length : first);
        },
      ),
    );
  });
});
