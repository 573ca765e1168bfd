import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusters, isOneSpot, pixelOf } from './clusters.js';

const dots = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  }),
  { selector: (dot) => dot.id, maxLength: 60 },
);

describe('clusters', () => {
  it('puts every dot into exactly one cluster', () => {
    fc.assert(
      fc.property(dots, fc.integer({ min: 0, max: 12 }), (all, zoom) => {
        const ids = clusters(all, zoom, 40).flatMap((cluster) => cluster.dots.map((dot) => dot.id));
        expect(ids.sort()).toEqual(all.map((dot) => dot.id).sort());
      }),
    );
  });

  it('keeps apart what stands further apart than the radius, and parts it further as one zooms in', () => {
    const baghdad = { id: 'a', lat: 33.3, lon: 44.4 };
    const mosul = { id: 'b', lat: 36.3, lon: 43.1 };
    expect(clusters([baghdad, mosul], 1, 40)).toHaveLength(1);
    expect(clusters([baghdad, mosul], 6, 40)).toHaveLength(2);
  });

  it('never parts what stands on one spot', () => {
    const spot = [
      { id: 'a', lat: 33.3, lon: 44.4 },
      { id: 'b', lat: 33.3, lon: 44.4 },
    ];
    expect(clusters(spot, 20, 40)).toHaveLength(1);
    expect(isOneSpot(spot)).toBe(true);
    expect(isOneSpot([...spot, { id: 'c', lat: 33.3, lon: 44.5 }])).toBe(false);
  });
});

describe('pixelOf', () => {
  it('puts the equator and the first meridian in the middle, and the poles inside the world', () => {
    expect(pixelOf(0, 0, 0)).toEqual({ x: 256, y: 256 });
    expect(pixelOf(90, 180, 0).y).toBeCloseTo(0, 3);
    expect(pixelOf(-90, -180, 0)).toEqual({ x: 0, y: expect.closeTo(512, 3) });
  });
});
