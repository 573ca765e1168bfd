import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kilometres, nearestOf } from './distance.js';

const place = fc.record({
  name: fc.constantFrom('Springfield', 'Tripoli', 'Gao'),
  lat: fc.integer({ min: -90, max: 90 }),
  lon: fc.integer({ min: -180, max: 180 }),
});

describe('nearestOf', () => {
  it('gives the distance that a look at all places of other names would give', () => {
    fc.assert(
      fc.property(fc.array(place), place, (places, from) => {
        const all = places.filter(({ name }) => name !== from.name).map((other) => kilometres(from, other));
        expect(nearestOf(places)(from)).toBe(Math.min(...all));
      }),
    );
  });
});
