import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../record/index.js';
import { memberKey } from './cluster.js';
import type { Archive, Cluster, JoiningDecision, Link, Member } from './index.js';
import { membersOf } from './index.js';
import { openIndex } from './join.js';
import { readingOf, shippedJoiner, type Told } from './joining.fixture.js';

const joiner = shippedJoiner();

const split = ['Split', 'HR', 43.51, 16.44] as const;
const zadar = ['Zadar', 'HR', 44.12, 15.23] as const;
const osijek = ['Osijek', 'HR', 45.55, 18.69] as const;

const bomb = (
  id: string,
  text: string,
  more: Partial<Told['incidents'][number]> = {},
  published = '2031-05-07',
) =>
  readingOf({ id, text, published, incidents: [{ when: '2031-05-06', where: split, killed: 12, ...more }] });

const first = bomb(
  'a',
  'A car bomb exploded outside the harbour office in Split on Tuesday, killing 12 dockers.',
);
const second = bomb(
  'b',
  'Twelve dockers died in Split when a car bomb exploded at the harbour office on Tuesday.',
);
const third = bomb(
  'c',
  'The car bomb at the harbour office of Split on Tuesday killed 12 dockers, the mayor said.',
);
const elsewhere = bomb('d', 'A grenade went off in a tavern in Osijek on Tuesday, killing a waiter.', {
  where: osijek,
  killed: 1,
});
const later = bomb(
  'e',
  'A bomb was found and went off under a bridge in Zadar on Friday; one soldier died.',
  { where: zadar, when: '2031-05-16', killed: 1 },
  '2031-05-17',
);

const reports = (clusters: readonly Cluster[]) =>
  clusters
    .map(({ members }) => members.map(({ reading, incident }) => `${reading.id}.${incident.id}`).join(' '))
    .sort();

describe('joining', () => {
  it('puts reports of one incident together and leaves others alone', () => {
    const clusters = joiner.join([first, second, third, elsewhere, later]);
    expect(reports(clusters)).toEqual(['a.i1 b.i1 c.i1', 'd.i1', 'e.i1']);
  });

  it('says why, in one sentence for each report that was joined', () => {
    const [cluster] = joiner.join([first, second]);
    expect(cluster?.why).toHaveLength(1);
    expect(cluster?.why[0]).toMatch(/^a and b: the same, for it: .*the same day \(2031-05-06\).*\.$/);
  });

  it('joins the same report under two addresses', () => {
    const again = { ...first, id: 'z', report: { ...first.report, url: 'https://mirror.example/' } };
    expect(reports(joiner.join([first, again]))).toEqual(['a.i1 z.i1']);
  });

  it('takes two readings of one id for two readings of one report, and keeps the last', () => {
    expect(reports(joiner.join([{ ...second, id: 'a' }, first]))).toEqual(['a.i1']);
  });

  it('takes growing figures for one incident', () => {
    const grown = bomb(
      'b',
      'The number of dockers killed by the car bomb at the harbour office in Split on Tuesday has risen to 17.',
      { killed: 17 },
      '2031-05-09',
    );
    expect(reports(joiner.join([first, grown]))).toEqual(['a.i1 b.i1']);
  });

  it('keeps towns that are far apart on one day apart, however alike the words', () => {
    const words = (town: string) =>
      `A car bomb exploded at the market of ${town} on Tuesday, killing 12 people.`;
    const here = bomb('a', words('Split'));
    const there = bomb('b', words('Osijek'), { where: osijek });
    expect(reports(joiner.join([here, there]))).toEqual(['a.i1', 'b.i1']);
  });

  it('never joins two incidents of one report', () => {
    const twice = readingOf({
      id: 'a',
      text: first.text,
      published: '2031-05-07',
      incidents: [
        { when: '2031-05-06', where: split },
        { when: '2031-05-06', where: split },
      ],
    });
    for (const { members } of joiner.join([twice, second, third])) {
      const ids = members.map(({ reading }) => reading.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('lets background join and never bridge two incidents', () => {
    const both = readingOf({
      id: 'z',
      text: `${first.text} It came after a bomb under a bridge in Zadar on Friday killed one soldier.`,
      published: '2031-05-20',
      incidents: [{ words: first.text, when: '2031-05-06', where: split, killed: 12, core: false }],
    });
    const clusters = reports(joiner.join([first, second, later, both]));
    expect(clusters).toContain('e.i1');
    expect(clusters).toContain('a.i1 b.i1 z.i1');
  });

  it('does not let a sum of attacks, or a war, swallow single ones', () => {
    const sum = readingOf({
      id: 's',
      text: 'Nine car bombs killed 12 dockers and others in Split and other towns this spring.',
      published: '2031-05-07',
      incidents: [{ number: 9, when: '2031-03/2031-05', where: split, killed: 12 }],
    });
    const war = readingOf({
      id: 'w',
      text: 'The war of the harbour, with its car bombs, has killed dockers in Split since 2030.',
      published: '2031-05-07',
      incidents: [{ kind: 'armed_clash', when: '2030-01/2031-05', where: split, killed: 12 }],
    });
    expect(reports(joiner.join([first, second, sum, war]))).toEqual(['a.i1 b.i1', 's.i1', 'w.i1']);
  });

  it('joins what has neither time nor place to near copies only', () => {
    const bare = (id: string, text: string) =>
      readingOf({ id, text, published: '2031-05-07', incidents: [{}] });
    const clusters = joiner.join([
      first,
      bare('x', 'A bomb killed several people, officials said.'),
      bare('y', first.text),
    ]);
    expect(reports(clusters)).toEqual(['a.i1 y.i1', 'x.i1']);
  });

  it('takes reports without a date, and with one that is wrong', () => {
    const undated = { ...second, report: { ...second.report, published: null } };
    const wrong = {
      ...third,
      report: { ...third.report, published: { edtf: '1970-01-01', basis: 'metadata', why: '' } },
    };
    expect(reports(joiner.join([first, undated, wrong as Reading]))).toEqual(['a.i1 b.i1 c.i1']);
  });

  it('takes a report of 200 incidents', () => {
    const sentences = Array.from(
      { length: 200 },
      (_, at) => `In Split bomb number ${at} went off in street ${at * 7}.`,
    );
    const long = readingOf({
      id: 'l',
      text: sentences.join(' '),
      published: '2031-05-07',
      incidents: sentences.map((words, at) => ({ words, when: '2031-05-06', where: split, core: at < 3 })),
    });
    const clusters = joiner.join([long, first]);
    for (const { members } of clusters) {
      expect(members.filter(({ reading }) => reading.id === 'l').length).toBeLessThan(2);
    }
    expect(clusters.length).toBeGreaterThanOrEqual(200);
  });

  it('gives nothing for nothing', () => {
    expect(joiner.join([])).toEqual([]);
    expect(joiner.join([readingOf({ id: 'n', text: 'No news.', incidents: [] })])).toEqual([]);
  });
});

describe('the order of arrival', () => {
  const all = [first, second, third, elsewhere, later];

  it('does not matter to the batch', () => {
    const wanted = joiner.join(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(joiner.join(shuffled)).toEqual(wanted);
      }),
      { numRuns: 20 },
    );
  });

  it('does not matter where reports come one by one, and gives what the batch gives', async () => {
    const wanted = reports(joiner.join(all));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (shuffled) => {
        const archive = openArchive();
        let current: Cluster[] = [];
        for (const reading of shuffled) {
          const changed = await joiner.joinOne(reading, archive);
          const keys = new Set(changed.flatMap(({ members }) => members.map(memberKey)));
          const kept = current.filter(
            ({ members }) => !members.some((member) => keys.has(memberKey(member))),
          );
          current = [...kept, ...changed];
        }
        expect(reports(current)).toEqual(wanted);
      }),
      { numRuns: 20 },
    );
  });
});

describe('decisions of people', () => {
  const pair = (a: string, b: string, verdict: JoiningDecision['verdict']): JoiningDecision => ({
    a: { report: a, incident: 'i1' },
    b: { report: b, incident: 'i1' },
    verdict,
  });

  it('join what the score would not', () => {
    const [cluster] = joiner.join([first, later], [pair('a', 'e', 'same')]);
    expect(reports([cluster as Cluster])).toEqual(['a.i1 e.i1']);
    expect(cluster?.why).toEqual(['a and e: the same, as people decided.']);
  });

  it('part what the score would join', () => {
    const clusters = joiner.join([first, second], [pair('a', 'b', 'not the same')]);
    expect(reports(clusters)).toEqual(['a.i1', 'b.i1']);
  });

  it('are undone by the last that was said of the pair', () => {
    const decisions = [pair('a', 'b', 'not the same'), pair('b', 'a', 'undecided')];
    expect(reports(joiner.join([first, second], decisions))).toEqual(['a.i1 b.i1']);
  });

  it('that part outweigh those that would join the pair in the end', () => {
    const decisions = [pair('a', 'd', 'same'), pair('d', 'e', 'same'), pair('a', 'e', 'not the same')];
    expect(reports(joiner.join([first, elsewhere, later], decisions))).toEqual(['a.i1 d.i1', 'e.i1']);
  });

  it('are obeyed whatever else comes, in any order and of any pairs', () => {
    const all = [first, second, third, elsewhere, later];
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const verdict = fc.constantFrom('same' as const, 'not the same' as const);
    const decision = fc.tuple(id, id, verdict).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 6 }), (said) => {
        const decisions = said.map(([a, b, word]) => pair(a, b, word));
        const clusters = joiner.join(all, decisions);
        const clusterOf = (report: string) =>
          clusters.findIndex(({ members }) => members.some(({ reading }) => reading.id === report));
        const last = new Map(said.map(([a, b, word]) => [[a, b].sort().join(), word]));
        for (const [key, word] of last) {
          const [a = '', b = ''] = key.split(',');
          if (word === 'not the same') expect(clusterOf(a)).not.toBe(clusterOf(b));
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** An archive in memory, as a store would keep it. */
function openArchive(): Archive {
  const index = openIndex();
  const links: Link[] = [];
  return {
    sharing: async (keys, most) => index.sharing(keys, most),
    async keep(members, more) {
      for (const { member, keys } of members) index.add(member, keys);
      links.push(...more);
    },
    async around(members) {
      const reached = new Set(members.map(memberKey));
      for (const key of reached) {
        for (const { a, b } of links) {
          if (a === key) reached.add(b);
          if (b === key) reached.add(a);
        }
      }
      return {
        members: index.members.filter((member: Member) => reached.has(memberKey(member))),
        links: links.filter(({ a }) => reached.has(a)),
      };
    },
  };
}

it('makes a member of every incident', () => {
  expect(membersOf(first).map(memberKey)).toEqual(['a\u0000i1']);
});
