import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnnotatedReport, extentOf, loadReports } from './annotated.js';
import { pairUp } from './pairing.js';
import { f1, score } from './score.js';
import { reportLines, tableOf } from './table.js';

const fixture = (name: string) => new URL(`./fixture/${name}`, import.meta.url).pathname;
const gold = loadReports(fixture('gold.json'));
const got = loadReports(fixture('got.json'));

describe('the table', () => {
  // The expected files come from a scorer that was written apart from this one.
  it.each([
    [false, 'expected.txt'],
    [true, 'expected-core.txt'],
  ])('agrees with an independent scorer (core incidents only: %s)', (coreOnly, expected) => {
    const scores = score(gold, got, { coreOnly });
    expect(`${tableOf(scores)}\n${reportLines(scores)}\n`).toBe(readFileSync(fixture(expected), 'utf8'));
  });

  it('gives full marks to the gold itself, in whatever order its reports stand', () => {
    const { total } = score(gold, gold.toReversed());
    expect(Object.values(total).map(f1)).toEqual(Object.values(total).map(() => 1));
  });

  it('gives nothing where nothing was read, and counts all that was wanted', () => {
    const { total } = score(gold, []);
    expect(total.incidents).toEqual({ right: 0, gold: 8, got: 0 });
    expect(total.claims).toEqual({ right: 0, gold: 5, got: 0 });
  });

  it('counts what was found in a report that has nothing', () => {
    const quiet: AnnotatedReport = { id: 'quiet', text: 'The museum reopened.' };
    const incident = { kind: 'other', realis: 'happened', mentions: [{ quote: 'reopened' }] };
    const { total } = score([quiet], [{ ...quiet, incidents: [incident] }]);
    expect(total.RECORD).toEqual({ right: 0, gold: 0, got: 2 });
  });
});

describe('single values', () => {
  const text = 'Shells fell on the port.';
  const withValue = (field: object): AnnotatedReport => ({
    id: 'one',
    text,
    incidents: [{ kind: 'shelling', realis: 'happened', mentions: [{ quote: 'fell' }], ...field }],
  });
  const right = (row: 'when' | 'where' | 'who' | 'means' | 'toll', wanted: unknown, found: unknown) => {
    const many = row === 'who' || row === 'means' || row === 'toll';
    const [a, b] = [wanted, found].map((value) => withValue({ [row]: many ? [value] : value }));
    return score([a as AnnotatedReport], [b as AnnotatedReport]).total[row].right;
  };

  it.each([
    ['2024-02-07', '2024-02-07T21:30+03:00', 1],
    ['2024-02-07', '2024-02-07~', 1],
    ['2024-02', '2024-02-01/2024-02-29', 1],
    ['202X', '2020/2029', 1],
    ['2024-02-07', '2024-02', 0.5],
    ['../2020-01-03', '2019', 0.5],
    ['2024-02-07', '2024-02-08', 0],
    ['2024-02-07', 'last Friday', 0],
  ])('when: %s against %s is %d', (a, b, expected) => {
    expect(right('when', { edtf: a }, { edtf: b })).toBe(expected);
  });

  const mosul = { country: 'IQ', lat: 36.34, lon: 43.13, precision: 'city' };
  it.each([
    ['the same town', mosul, { ...mosul, lat: 36.4 }, 1],
    ['the town of a street', { ...mosul, precision: 'exact' }, mosul, 1],
    ['the country of a town', mosul, { ...mosul, precision: 'country' }, 0.5],
    ['another town of the country', mosul, { ...mosul, lat: 30.5, lon: 47.8 }, 0.5],
    ['a town of another country', mosul, { country: 'FR', lat: 48.9, lon: 2.4, precision: 'city' }, 0],
    [
      'a country without coordinates',
      mosul,
      { country: 'IQ', lat: null, lon: null, precision: 'country' },
      0.5,
    ],
  ])('where: %s', (_, a, b, expected) => {
    expect(right('where', a, b)).toBe(expected);
  });

  it.each([
    ['the gunmen', 'two gunmen', 1],
    ['Islamic State', 'state', 1],
    ['police', 'policy', 0],
    ['army', 'navy', 0],
  ])('who: "%s" against "%s" is %d', (a, b, expected) => {
    expect(right('who', { role: 'actor', name: a }, { role: 'actor', name: b })).toBe(expected);
  });

  it('halves a party in the wrong role', () => {
    const party = { name: 'army', aliases: [] };
    expect(right('who', { role: 'actor', ...party }, { role: 'recipient', ...party })).toBe(0.5);
  });

  it.each([
    [12, null, 12, 12, 1],
    [10, 20, 10, 15, 0.5],
    [10, 20, 15, 15, 0.5],
    [0, 0, 0, null, 1],
    [0, 5, 3, 3, 0],
    [3, 3, 4, 4, 0],
  ])('toll: %s–%s against %s–%s is %d', (low, high, gotLow, gotHigh, expected) => {
    const killed = (from: number, to: number | null) => ({ outcome: 'killed', low: from, high: to });
    expect(right('toll', killed(low, high), killed(gotLow, gotHigh))).toBe(expected);
  });
});

describe('words of a text', () => {
  it('finds the occurrence that is meant', () => {
    expect(extentOf('Kobra and Kobra', { quote: 'Kobra', nth: 2 })).toEqual([10, 15]);
    expect(extentOf('Kobra and Kobra', { quote: 'Dalen' })).toBeUndefined();
    expect(extentOf('Kobra', { start: 0, end: 5 })).toEqual([0, 5]);
  });
});

describe('pairing', () => {
  const square = fc.integer({ min: 1, max: 5 }).chain((size) => {
    const row = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: size, maxLength: size });
    return fc.array(row, { minLength: 1, maxLength: 5 });
  });

  const best = (values: readonly number[][], taken: ReadonlySet<number> = new Set()): number => {
    const [row, ...rest] = values;
    if (!row) return 0;
    const choices = row.flatMap((value, column) =>
      taken.has(column) ? [] : [value + best(rest, new Set([...taken, column]))],
    );
    return Math.max(best(rest, taken), ...choices);
  };

  it('is one to one and as good as the best of all pairings', () => {
    fc.assert(
      fc.property(square, (values) => {
        const columns = values[0]?.map((_, column) => column) ?? [];
        const pairs = pairUp(values, columns, (row, column) => row[column] ?? 0);
        expect(new Set(pairs.map(({ left }) => left)).size).toBe(pairs.length);
        expect(new Set(pairs.map(({ right }) => right)).size).toBe(pairs.length);
        expect(pairs.reduce((sum, { likeness }) => sum + likeness, 0)).toBe(best(values));
      }),
    );
  });

  it('leaves alone what is not alike', () => {
    expect(pairUp(['a', 'b'], ['b', 'c'], (x, y) => (x === y ? 1 : 0))).toEqual([
      { left: 'b', right: 'b', likeness: 1 },
    ]);
    expect(pairUp([], ['b'], () => 1)).toEqual([]);
  });
});
