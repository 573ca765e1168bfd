import { describe, expect, it } from 'vitest';
import { isReadableMediaType, kindOf } from './kind.js';

describe('the kind of some content', () => {
  it.each([
    ['page.html', 'html'],
    ['reports.JSONL', 'json lines'],
    ['notes.txt', 'text'],
    ['notes.constructor', 'text'],
    ['notes.__proto__', 'text'],
  ])('of %s is %s', (name, kind) => expect(kindOf('A bomb went off.', name)).toBe(kind));

  it('takes no media type for one that it knows because every object has it', () => {
    expect(kindOf('A bomb went off.', 'notes', 'toString')).toBe('text');
    expect(isReadableMediaType('constructor')).toBe(false);
    expect(isReadableMediaType('text/html; charset=utf-8')).toBe(true);
  });
});
