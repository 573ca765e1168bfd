import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GatherError } from './failure.js';
import { idAtStart, idOf, reportOf } from './json.js';
import { MAX_TEXT } from './limits.js';

const text = 'Two people were killed in Basra.';
const reasonFor = (value: unknown) => {
  try {
    reportOf(value);
  } catch (error) {
    return error instanceof GatherError ? `${error.code}: ${error.message}` : String(error);
  }
  return 'read';
};

describe('reportOf', () => {
  it('takes a report as it is', () => {
    const report = {
      id: 'a',
      text,
      published: '2024-02-08',
      title: 'T',
      byline: null,
      outlet: 'O',
      url: 'u',
      language: 'en',
    };
    expect(reportOf(report)).toEqual(report);
  });

  it('keeps other keys under extra, beside those that extra has', () => {
    expect(reportOf({ text, source: { id: 3 }, extra: { batch: 7 } })).toEqual({
      text,
      extra: { source: { id: 3 }, batch: 7 },
    });
    expect(reportOf({ text })).toEqual({ text });
    expect(reportOf({ text, extra: null })).toEqual({ text });
  });

  it('takes a number for an id, and null for none', () => {
    expect(reportOf({ text, id: 7 })).toEqual({ text, id: '7' });
    expect(reportOf({ text, id: null })).toEqual({ text });
  });

  it('writes a date-time as EDTF and takes an empty date for none', () => {
    expect(reportOf({ text, published: '2024-02-08 10:15:00' }).published).toBe('2024-02-08T10:15:00');
    expect(reportOf({ text, published: '' }).published).toBeNull();
  });

  it.each([
    [{}, 'bad_field: field "text" is missing'],
    [{ text: null }, 'bad_field: field "text" is null, not a text'],
    [{ text: ['a'] }, 'bad_field: field "text" is a list, not a text'],
    [{ text: ' \n' }, 'bad_field: field "text" has no words in it'],
    [{ text, id: true }, 'bad_field: field "id" is true or false, not a text'],
    [{ text, id: '' }, 'bad_field: field "id" is empty'],
    [{ text, title: {} }, 'bad_field: field "title" is an object, not a text'],
    [{ text, extra: [] }, 'bad_field: field "extra" is a list, not an object'],
    [{ text, published: 20240208 }, 'bad_field: field "published" is a number, not a date'],
    [
      { text, published: 'Feb 8, 2024' },
      'bad_field: field "published" is "Feb 8, 2024"; write the date as 2024-02-08 (EDTF)',
    ],
    [[], 'bad_field: is a list, not an object with a "text"'],
    ['text', 'bad_field: is a text, not an object with a "text"'],
    [null, 'bad_field: is null, not an object with a "text"'],
    [
      { text: 'a'.repeat(MAX_TEXT + 1) },
      'too_long: has more than 2,000,000 characters, the limit for one report',
    ],
  ])('says what is wrong with %j', (value, reason) => {
    expect(reasonFor(value)).toBe(reason);
  });

  it('gives a report or a GatherError for any JSON value', () => {
    const keys = fc.constantFrom('id', 'text', 'published', 'title', 'extra', '__proto__', 'other');
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), (value) => {
        expect(reasonFor(value)).toMatch(/^read$|^bad_field: field "/);
      }),
    );
  });
});

describe('the id of a report that cannot be read', () => {
  it('is the one that the object has', () => {
    expect(idOf({ id: 'a' })).toBe('a');
    expect(idOf({ id: 7 })).toBe('7');
    expect(idOf({ id: {} })).toBeNull();
    expect(idOf(['a'])).toBeNull();
  });

  it('is found at the start of broken JSON, and nowhere else', () => {
    expect(idAtStart('{"id": "a\\"b", "text": "Two pe')).toBe('a"b');
    expect(idAtStart('{"source": {"id": "a"}, "text": "Two pe')).toBeNull();
    expect(idAtStart('{"id": "a')).toBeNull();
    expect(idAtStart('')).toBeNull();
  });
});
