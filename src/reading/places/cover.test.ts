import { describe, expect, it } from 'vitest';
import { coverOf } from './cover.js';

describe('coverOf', () => {
  it('is touched by stretches that share a character with one that is taken, and by no others', () => {
    const cover = coverOf('Gao and Kidal', [{ start: 0, end: 3 }]);
    expect(cover.touches({ start: 2, end: 7 })).toBe(true);
    expect(cover.touches({ start: 3, end: 13 })).toBe(false);
    cover.take({ start: 8, end: 13 });
    expect(cover.touches({ start: 3, end: 8 })).toBe(false);
    expect(cover.touches({ start: 3, end: 9 })).toBe(true);
  });
});
