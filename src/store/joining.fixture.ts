import { beforeEach, expect, it } from 'vitest';
import { decide, joinedAnswer, joinReport, joinWaiting } from '../join-kept.js';
import { readingOf, shippedJoiner, type Told } from '../joining/joining.fixture.js';
import { type KeptMember, type Reading, type ReportInput, reportId } from '../record/index.js';
import type { Store } from './interface.js';

const joiner = shippedJoiner();
const split = ['Split', 'HR', 43.51, 16.44] as const;
const osijek = ['Osijek', 'HR', 45.55, 18.69] as const;

interface Kept {
  readonly outlet: string;
  readonly text: string;
  /** What differs from the harbour; null where nothing is read. */
  readonly told?: Partial<Told['incidents'][number]> | null;
}
const first: Kept = {
  outlet: 'Split Courier',
  text: 'A car bomb exploded outside the harbour office in Split on Tuesday, killing 12 dockers.',
};
const second: Kept = {
  outlet: 'Adria Wire',
  text: 'Twelve dockers died in Split when a car bomb exploded at the harbour office on Tuesday.',
};
const third: Kept = {
  outlet: 'Coast Radio',
  text: 'The car bomb at the harbour office of Split on Tuesday killed 14 dockers, the mayor said.',
  told: { killed: 14 },
};
const elsewhere: Kept = {
  outlet: 'Slavonia Post',
  text: 'A grenade went off in a tavern in Osijek on Tuesday, killing a waiter.',
  told: { where: osijek, killed: 1, kind: 'grenade_attack' },
};

function inputOf({ outlet, text }: Kept): ReportInput {
  return { text, outlet, published: '2031-05-07' };
}

function readingFor(kept: Kept, version = '1.0.0'): Reading {
  const incident = { when: '2031-05-06', where: split, killed: 12, ...kept.told };
  const { text, outlet } = kept;
  const reading = readingOf({
    id: reportId(inputOf(kept)),
    text,
    outlet,
    published: '2031-05-07',
    incidents: kept.told === null ? [] : [incident],
  });
  return { ...reading, reader: { version, models: {} } };
}

/** What a store promises to those who join: the same joined incidents in whatever order the reports come. */
export function describeJoining(of: () => Store, empty: () => Promise<void>): void {
  let store: Store;
  beforeEach(async () => {
    store = of();
    await empty();
  });
  const keep = async (kept: Kept, version?: string) => {
    const { hash } = await store.keep(inputOf(kept), readingFor(kept, version));
    await joinReport(store, joiner, hash);
    return { report: hash, incident: 'i1' };
  };
  const groups = async () =>
    (await store.joined()).entries.map(({ outlets }) => [...outlets].sort().join(', ')).sort();
  const answer = (asked: string | KeptMember) => joinedAnswer(store, joiner, asked);

  it.each([
    ['one order', [first, elsewhere, second, third]],
    ['another', [third, second, first, elsewhere]],
  ])('reports that come in %s', async (_, order) => {
    for (const kept of order) await keep(kept);
    expect(await groups()).toEqual(['Adria Wire, Coast Radio, Split Courier', 'Slavonia Post']);
    expect(await store.waiting(10)).toEqual([]);
  });

  it('reports that come at the same time', async () => {
    await Promise.all([first, second, third, elsewhere].map((kept) => keep(kept)));
    expect(await groups()).toEqual(['Adria Wire, Coast Radio, Split Courier', 'Slavonia Post']);
  });

  it('reports that were kept before, the oldest first, and no report twice', async () => {
    for (const kept of [first, second, elsewhere]) await store.keep(inputOf(kept), readingFor(kept));
    expect(await groups()).toEqual([]);
    expect(await store.waiting(10)).toHaveLength(3);
    expect(await joinWaiting(store, joiner)).toBe(3);
    expect(await groups()).toEqual(['Adria Wire, Split Courier', 'Slavonia Post']);
    expect(await joinWaiting(store, joiner)).toBe(0);
  });

  it('what one that cannot be joined leaves, and goes on with the rest', async () => {
    for (const kept of [first, elsewhere]) await store.keep(inputOf(kept), readingFor(kept));
    const broken = {
      ...joiner,
      async linksOf(...[reading, sharing]: Parameters<typeof joiner.linksOf>) {
        if (reading.text === first.text) throw new Error('cannot');
        return joiner.linksOf(reading, sharing);
      },
    };
    const failed: string[] = [];
    await joinWaiting(store, broken, { failed: (hash) => failed.push(hash) });
    expect(failed).toHaveLength(1);
    expect(await store.waiting(10)).toEqual(failed);
    expect(await groups()).toEqual(['Slavonia Post']);
  });

  it('what a new reader reads in the place of what was read before', async () => {
    await keep(first);
    const member = await keep(second);
    const { id } = (await answer(member))?.joined ?? {};
    await keep({ ...second, told: null }, '2.0.0');
    expect(await groups()).toEqual(['Split Courier']);
    expect(await answer(member)).toBeUndefined();
    expect((await store.joinedOne(id ?? ''))?.members ?? []).not.toContainEqual(member);
    await keep(second, '3.0.0');
    expect(await groups()).toEqual(['Adria Wire, Split Courier']);
  });

  it('with every value and its sources, by id or by any member', async () => {
    const a = await keep(first);
    const b = await keep(third);
    const found = await answer(a);
    expect(found?.joined.values.toll.map(({ value, outlets }) => [value.low, outlets])).toEqual(
      expect.arrayContaining([
        [12, 1],
        [14, 1],
      ]),
    );
    expect(found?.reports.map(({ outlet }) => outlet).sort()).toEqual(['Coast Radio', 'Split Courier']);
    expect(await answer(b)).toEqual(found);
    expect(await answer(found?.joined.id ?? '')).toEqual(found);
    expect(await answer({ report: 'no such\0', incident: 'i1' })).toBeUndefined();
    expect(await answer('incident-0')).toBeUndefined();
  });

  it('as people decide, until they take it back', async () => {
    const members = [await keep(first), await keep(second), await keep(third)];
    const [a, b, c] = members as [KeptMember, KeptMember, KeptMember];
    await decide(store, joiner, { member: c, others: [a, b], verdict: 'not the same', by: 'Ana' });
    expect(await groups()).toEqual(['Adria Wire, Split Courier', 'Coast Radio']);
    await keep(elsewhere);
    expect(await groups()).toEqual(['Adria Wire, Split Courier', 'Coast Radio', 'Slavonia Post']);
    await decide(store, joiner, { member: c, others: [a, b], verdict: 'undone', by: 'Ana' });
    expect(await groups()).toEqual(['Adria Wire, Coast Radio, Split Courier', 'Slavonia Post']);
    const entries = await store.decisions([c]);
    expect(entries.map(({ verdict, by }) => `${by}: ${verdict}`)).toEqual([
      ...['Ana: not the same', 'Ana: not the same'],
      ...['Ana: undone', 'Ana: undone'],
    ]);
    expect(entries[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('what people say is the same, however unlike', async () => {
    const a = await keep(first);
    const b = await keep(elsewhere);
    await decide(store, joiner, { member: a, others: [b], verdict: 'same' });
    expect(await groups()).toEqual(['Slavonia Post, Split Courier']);
    expect((await answer(a))?.joined.why[0]).toContain('as people decided');
    await keep(second);
    expect(await groups()).toEqual(['Adria Wire, Slavonia Post, Split Courier']);
  });

  it('and finds them by the values that are shown, and by the words of any report', async () => {
    for (const kept of [first, second, elsewhere]) await keep(kept);
    const count = async (filter: Parameters<Store['joined']>[0]) => (await store.joined(filter)).total;
    expect(await count({ kind: 'bombing' })).toBe(1);
    expect(await count({ family: 'explosion', country: 'HR' })).toBe(2);
    expect(await count({ words: 'twelve dockers' })).toBe(1);
    expect(await count({ from: '2031-05-07' })).toBe(0);
    expect(await count({ to: '2031-05-06', core: true })).toBe(2);
    expect(await count({ report: (await store.reports()).entries[0]?.hash ?? '' })).toBe(1);
    const { entries, total } = await store.joined({}, { offset: 1, limit: 1 });
    expect([total, entries.map(({ outlets }) => outlets.length)]).toEqual([2, [2]]);
  });

  it('nothing for a report without incidents', async () => {
    const bare = { text: 'The tram was late.' };
    const { hash } = await store.keep(
      bare,
      readingOf({ id: reportId(bare), text: bare.text, incidents: [] }),
    );
    await joinReport(store, joiner, hash);
    expect([await groups(), await store.waiting(5)]).toEqual([[], []]);
  });
}
