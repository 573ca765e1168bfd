import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contentHash, type KeptIncident, KeptReport, type ReportInput } from '../record/index.js';
import type { Connection } from './connection.js';
import type { Store } from './interface.js';
import { describeJoining } from './joining.fixture.js';
import { readingOf, when, where } from './reading.fixture.js';
import { storeOn } from './store.js';

const text = 'Shells fell on the harbour of Quelimar on Tuesday. Police detained nine strikers in Ostvik.';
const harbour: ReportInput = {
  id: 'wire-7',
  text,
  title: 'Harbour shelled',
  outlet: 'The Quelimar Post',
  url: 'https://post.example/7',
  published: '2031-03-05',
  extra: { desk: 'night', invented: true },
};
const told = [
  { words: 'Shells fell', when: when('2031-03-04'), where: where(text, 'Quelimar', 'YE') },
  { words: 'detained', kind: 'arrest', core: false, where: where(text, 'Ostvik', ['NO', 'SE']) },
];
const strike: ReportInput = {
  text: 'Dockers walked out across the northern ports; there were two protests.',
};

async function all(incidents: AsyncIterable<KeptIncident>): Promise<KeptIncident[]> {
  const list: KeptIncident[] = [];
  for await (const incident of incidents) list.push(incident);
  return list;
}

/** What every store promises. `open` gives a database, whose tables are made, emptied between tests and let go of. */
export function describeStore(kind: Store['kind'], open: () => Promise<Connection>): void {
  let connection: Connection;
  let store: Store;
  beforeAll(async () => {
    connection = await open();
    store = await storeOn(kind, connection);
  });
  const empty = async () => {
    const client = await connection.connect();
    await client.query(
      'truncate reports, readings, incidents, compared, members, links, clusters, decisions',
    );
    client.release();
  };
  describe(`keeping, ${kind}`, () => describeKeeping(() => store, empty));
  describe(`finding, ${kind}`, () => describeFinding(() => store, empty));
  describe(`joining, ${kind}`, () => describeJoining(() => store, empty));
  afterAll(() => store.close());
  // The last of all: it is what ends the store.
  it(`can be closed twice, ${kind}`, async () => {
    await store.close();
    await store.close();
  });
}

function describeKeeping(of: () => Store, empty: () => Promise<void>): void {
  let store: Store;
  beforeEach(async () => {
    store = of();
    await empty();
  });

  it('gives back a report and its reading as they were kept', async () => {
    const reading = readingOf(harbour, told);
    const { hash, isNew } = await store.keep(harbour, reading);
    expect({ hash, isNew }).toEqual({ hash: contentHash(harbour), isNew: true });
    const found = await store.report(hash);
    expect(found?.reading).toEqual(reading);
    expect(KeptReport.parse(found?.kept)).toEqual({
      hash,
      id: 'wire-7',
      title: 'Harbour shelled',
      outlet: 'The Quelimar Post',
      url: 'https://post.example/7',
      published: reading.report.published,
      invented: true,
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      incidents: 2,
    });
  });

  it('has nothing under a hash that was never kept', async () => {
    expect(await store.report('no such hash \0')).toBeUndefined();
    expect(await store.reports()).toEqual({ total: 0, entries: [] });
    expect(await store.incidents()).toEqual({ total: 0, entries: [] });
    expect(await all(store.everyIncident())).toEqual([]);
  });

  it('keeps a report that comes twice once, also when both come at the same time', async () => {
    const reading = readingOf(harbour, told);
    const kept = await Promise.all(Array.from({ length: 12 }, () => store.keep(harbour, reading)));
    expect(kept.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect((await store.keep({ ...harbour, id: 'another name' }, reading)).isNew).toBe(false);
    expect((await store.reports()).entries.map(({ id }) => id)).toEqual(['wire-7']);
    expect((await store.incidents()).total).toBe(2);
  });

  it('takes the same words from another outlet for another report', async () => {
    await store.keep(harbour, readingOf(harbour, told));
    const copy = { ...harbour, outlet: 'Ostvik Daily' };
    expect((await store.keep(copy, readingOf(copy, told))).isNew).toBe(true);
    expect((await store.reports()).total).toBe(2);
  });

  it('shows the reading that came last, and leaves the one of the same reader as it is', async () => {
    const { hash } = await store.keep(harbour, readingOf(harbour, told, '1.0.0'));
    expect((await store.keep(harbour, readingOf(harbour, told.slice(0, 1), '1.1.0'))).isNew).toBe(false);
    await store.keep(harbour, readingOf(harbour, [], '1.0.0'));
    const found = await store.report(hash);
    expect(found?.reading.reader.version).toBe('1.1.0');
    expect(found?.kept.incidents).toBe(1);
    expect((await store.incidents()).total).toBe(1);
  });

  it('shows one whole reading when several readers come at the same time', async () => {
    const versions = ['1', '2', '3', '4', '5', '6'];
    await Promise.all(
      versions.map((version) =>
        store.keep(harbour, readingOf(harbour, Array(Number(version)).fill(told[0]), version)),
      ),
    );
    const found = await store.report(contentHash(harbour));
    const shown = Number(found?.reading.reader.version);
    expect(found?.kept.incidents).toBe(shown);
    expect((await store.incidents()).total).toBe(shown);
  });

  it('keeps NUL, halves of surrogate pairs and whatever else stands in a text', async () => {
    const odd = {
      text: 'a\0b \ud83d c \udca5 \\u0000 "\u2028" 💥',
      title: '\0',
      extra: { '\0key': ['\udead', { n: 1e300 }] },
    };
    const reading = { ...readingOf(odd, [{ words: 'a\0b' }]), extra: odd.extra };
    const { hash } = await store.keep(odd, reading);
    expect((await store.report(hash))?.reading).toEqual(reading);
    expect((await store.incidents({ words: 'c\0' })).entries[0]?.incident).toEqual(reading.incidents[0]);
  });

  it('gives back any text as it was', async () => {
    const anything = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .filter((odd) => /\S/.test(odd));
    await fc.assert(
      fc.asyncProperty(anything, async (odd) => {
        const { hash } = await store.keep({ text: odd }, readingOf({ text: odd }));
        expect((await store.report(hash))?.reading.text).toBe(odd);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('keeps a text of megabytes', async () => {
    const long = { text: Array.from({ length: 400_000 }, (_, n) => `w${n}`).join(' ') };
    const { hash } = await store.keep(long, readingOf(long, [{ words: 'w17 ' }]));
    expect((await store.report(hash))?.reading.text).toBe(long.text);
    expect((await store.incidents({ words: 'w20000' })).total).toBe(1);
  });

  it('lists the reports that came last first, a page at a time', async () => {
    for (const id of ['a', 'b', 'c', 'd'])
      await store.keep({ id, text: `Report ${id}.` }, readingOf({ id, text: `Report ${id}.` }));
    const { total, entries } = await store.reports({ offset: 1, limit: 2 });
    expect(total).toBe(4);
    expect(entries.map(({ id }) => id)).toEqual(['c', 'b']);
    expect((await store.reports({ offset: 9 })).entries).toEqual([]);
  });

  it('streams every incident once and in order, however many, also while others come', async () => {
    const crowd = { text: 'A crowd gathered.' };
    for (let n = 0; n < 5; n += 1) {
      const input = { ...crowd, id: `r${n}`, outlet: `outlet ${n}` };
      await store.keep(input, readingOf(input, Array(97).fill({ words: 'crowd' })));
    }
    const expected = [4, 3, 2, 1, 0].flatMap((n) => Array.from({ length: 97 }, (_, i) => `r${n} i${i + 1}`));
    const seen: string[] = [];
    for await (const { report, incident } of store.everyIncident({ kind: 'shelling' })) {
      seen.push(`${report.id} ${incident.id}`);
      if (seen.length === 100) await store.keep(harbour, readingOf(harbour, told));
    }
    expect(seen).toEqual(expected);
  });
}

function describeFinding(of: () => Store, empty: () => Promise<void>): void {
  let store: Store;
  const idsOf = async (filter: Parameters<Store['incidents']>[0]) =>
    (await store.incidents(filter)).entries.map(({ report, incident }) => `${report.id} ${incident.id}`);
  beforeAll(async () => {
    store = of();
    await empty();
    await store.keep(harbour, readingOf(harbour, told));
    const id = 'strike';
    const parts = [
      { words: 'walked out', kind: 'other', when: when('2031-02') },
      { words: 'two protests', kind: 'protest', when: when('2031-03-10/..') },
      { words: 'northern ports', kind: 'protest', when: when('../2031-01-05') },
    ];
    await store.keep({ ...strike, id }, readingOf({ ...strike, id }, parts));
  });

  it('gives all of them with their reports where nothing is asked', async () => {
    expect(await idsOf({})).toEqual(['strike i1', 'strike i2', 'strike i3', 'wire-7 i1', 'wire-7 i2']);
    const { entries, total } = await store.incidents({}, { offset: 3, limit: 1 });
    expect(total).toBe(5);
    expect(entries[0]?.report).toMatchObject({
      hash: contentHash(harbour),
      title: 'Harbour shelled',
      invented: true,
    });
    expect(entries[0]?.incident).toEqual(readingOf(harbour, told).incidents[0]);
  });

  it.each([
    [{ kind: 'protest' }, ['strike i2', 'strike i3']],
    [{ kind: 'prot' }, []],
    [{ family: 'state_action' }, ['wire-7 i2']],
    [{ country: 'YE' }, ['wire-7 i1']],
    [{ country: 'SE' }, ['wire-7 i2']],
    [{ country: 'S' }, []],
    [{ core: false }, ['wire-7 i2']],
    [{ core: true, kind: 'other' }, ['strike i1']],
    [{ report: contentHash(harbour) }, ['wire-7 i1', 'wire-7 i2']],
    [{ report: 'unknown' }, []],
  ])('by %j', async (filter, ids) => {
    expect(await idsOf(filter)).toEqual(ids);
  });

  it.each([
    ['not over before a day', { from: '2031-03-04' }, ['strike i2', 'wire-7 i1']],
    ['begun by a day', { to: '2031-02-15' }, ['strike i1', 'strike i3']],
    ['on one day', { from: '2031-02-28', to: '2031-02-28' }, ['strike i1']],
    ['in a month', { from: '2031-03', to: '2031-03' }, ['strike i2', 'wire-7 i1']],
    ['long after', { from: '2045', to: '2046' }, ['strike i2']],
    ['long before', { to: '1900' }, ['strike i3']],
  ])('%s, and never one of unknown time', async (_, filter, ids) => {
    expect(await idsOf(filter)).toEqual(ids);
  });

  it.each([
    ['harbour', 2],
    ['SHELLED', 2],
    ['protest', 3],
    ['"northern ports"', 3],
    ['"ports northern"', 0],
    ['harbour -police', 0],
    ['the', 5],
    ['arbour', 0],
    [`'; drop table reports; --`, 0],
  ])('by the words %j', async (words, total) => {
    expect((await store.incidents({ words })).total).toBe(total);
  });

  it('refuses a day that is none', async () => {
    await expect(store.incidents({ from: 'last week' })).rejects.toMatchObject({ code: 'filter' });
  });
}
