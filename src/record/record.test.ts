import { describe, expect, it } from 'vitest';
import {
  codebook,
  contentHash,
  familyOf,
  kinds,
  Reading,
  ReportInput,
  reportId,
  type TimeExpression,
  Unreadable,
} from './index.js';
import { handmadeReading } from './reading.fixture.js';

const faultsOf = (reading: unknown) =>
  Reading.safeParse(reading).error?.issues.map((issue) => issue.path.join('.')) ?? [];

/** The handmade reading with one value changed. */
function changed(path: string, value: unknown): unknown {
  const reading = handmadeReading();
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], reading);
  (holder as Record<string, unknown>)[last] = value;
  return reading;
}

describe('a Reading', () => {
  it('is accepted whole, and comes through unchanged', () => {
    expect(Reading.parse(handmadeReading())).toEqual(handmadeReading());
  });

  it('comes through JSON unchanged', () => {
    expect(Reading.parse(JSON.parse(JSON.stringify(handmadeReading())))).toEqual(handmadeReading());
  });

  it.each([
    ['incidents.0.kind', 'airstrike'],
    ['incidents.0.realis', 'rumoured'],
    ['incidents.0.number', 1.5],
    ['incidents.0.mentions', []],
    ['incidents.0.when.edtf', 'Tuesday'],
    ['incidents.0.where.lat', 91],
    ['incidents.0.where.precision', 'street'],
    ['incidents.0.who.0.role', 'victim'],
    ['incidents.0.who.0.mentions', []],
    ['incidents.0.toll.0.low', -1],
    ['incidents.0.toll.0.low', 11.5],
    ['incidents.0.toll.0.outcome', 'wounded'],
    ['incidents.0.toll.0.score', 1.1],
    ['incidents.0.means.0.start', -3],
    ['claims.0.stance', 'thinks'],
    ['claims.0.about', 'i1'],
    ['report.published.basis', 'guessed'],
    ['report.parts.0.kind', 'headline'],
    ['times.0.type', 'HOUR'],
    ['times.0.interval.first', '2031-05'],
    ['times.0.anchor', { from: 'incident' }],
    ['names.0.type', 'animal'],
    ['reader.version', undefined],
  ])('is refused with a wrong %s, which is named: %j', (path, value) => {
    expect(faultsOf(changed(path, value))).toEqual([path]);
  });

  it('is accepted with times that have neither interval nor anchor, as earlier readers wrote them', () => {
    const { interval: _, anchor: __, ...time } = handmadeReading().times[0] as TimeExpression;
    expect(faultsOf(changed('times.0', time))).toEqual([]);
  });

  it('is accepted with a time that is open at an end and counted from words of the report', () => {
    const anchor = { from: 'expression', start: 0, end: 5, quote: 'SPLIT' };
    expect(faultsOf(changed('times.0.anchor', anchor))).toEqual([]);
    expect(faultsOf(changed('times.0.interval', { first: '-0498-01-01', last: null }))).toEqual([]);
  });

  it('is refused with a toll that is upside down', () => {
    expect(faultsOf(changed('incidents.0.toll.0.high', 11))).toEqual(['incidents.0.toll.0']);
    expect(faultsOf(changed('incidents.0.toll.0.high', 12))).toEqual([]);
  });

  it('is refused with a time that has neither its words nor the rule that worked it out', () => {
    expect(faultsOf(changed('incidents.1.when', { edtf: '2031-05-06' }))).toEqual(['incidents.1.when']);
    expect(faultsOf(changed('incidents.1.when', { edtf: '2031-05-06', basis: 'worked out' }))).toEqual([
      'incidents.1.when',
    ]);
  });
});

describe('an unreadable line', () => {
  it('has its id or null, and an error with a code and a message', () => {
    const error = { code: 'no-text', message: 'The line has no "text".' };
    expect(Unreadable.parse({ id: null, error })).toEqual({ id: null, error });
    expect(Unreadable.safeParse({ id: 'a', error: 'broken' }).success).toBe(false);
  });
});

describe('a ReportInput', () => {
  it('needs nothing but words', () => {
    expect(ReportInput.parse({ text: 'Shells fell.' })).toEqual({ text: 'Shells fell.' });
  });

  it('takes null for what is not known', () => {
    expect(ReportInput.safeParse({ text: 'Shells fell.', title: null, published: null }).success).toBe(true);
  });

  it.each([
    [{}],
    [{ text: '' }],
    [{ text: ' \n\t' }],
    [{ text: 7 }],
    [{ text: 'Shells fell.', published: 'yesterday' }],
    [{ text: 'Shells fell.', id: '' }],
    [{ text: 'Shells fell.', title: 3 }],
  ])('is refused: %j', (input) => {
    expect(ReportInput.safeParse(input).success).toBe(false);
  });
});

describe('the content hash', () => {
  const report = { text: 'Shells fell.', outlet: 'The Lantern', published: '2031-05-07' };

  it('is the same for the same content, whatever it is called and whatever is kept beside it', () => {
    expect(contentHash(report)).toMatch(/^[0-9a-f]{64}$/);
    expect(contentHash({ ...report, id: 'a' })).toBe(contentHash({ ...report, id: 'b', extra: { c: 1 } }));
    expect(contentHash({ ...report, title: null })).toBe(contentHash(report));
    expect(contentHash({ published: '2031-05-07', outlet: 'The Lantern', text: 'Shells fell.' })).toBe(
      contentHash(report),
    );
  });

  it('never changes from one version to the next: what is kept is found by it', () => {
    expect(contentHash({ text: 'Shells fell.' })).toBe(
      'e2bfed339d0c6c865578cfa21b26bc7ae06f771c6286cdf42630fbd062a9a28e',
    );
  });

  it('differs where anything that was published differs', () => {
    const others = [
      { ...report, text: 'Shells fell' },
      { ...report, outlet: 'The Lamp' },
      { ...report, published: '2031-05-08' },
      { ...report, title: 'Shells' },
      { ...report, byline: 'Shells' },
      { ...report, url: 'https://lantern.example/' },
    ];
    expect(new Set([report, ...others].map(contentHash)).size).toBe(7);
  });

  it('makes an id for a report that has none', () => {
    expect(reportId({ ...report, id: 'a' })).toBe('a');
    expect(reportId(report)).toBe(`report-${contentHash(report).slice(0, 12)}`);
  });
});

describe('the codebook', () => {
  it('has thirty kinds, each named once, in snake case, with a definition of its own', () => {
    expect(codebook).toHaveLength(30);
    expect(new Set(kinds).size).toBe(30);
    for (const kind of kinds) expect(kind).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(new Set(codebook.map((row) => row.means)).size).toBe(30);
    for (const { means } of codebook) expect(means).toMatch(/^[A-Z].*\.$/);
  });

  it('ends with the kind for what fits no other', () => {
    expect(kinds.at(-1)).toBe('other');
  });

  it('knows the family of a kind, and says which kinds there are where one is wrong', () => {
    expect(familyOf('air_strike')).toBe('explosion');
    expect(familyOf('arrest')).toBe('state_action');
    expect(() => familyOf('airstrike')).toThrow(/"airstrike" is no kind of the codebook.*air_strike/);
  });
});
