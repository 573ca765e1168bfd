import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JoinedIncident, type Toll } from '../record/index.js';
import { joinedIncident } from './joined.js';
import { cluster, reading, type Told } from './told.fixture.js';

const day = (number: number) => `2031-03-0${number}`;

/** Reports of a raid with a figure each: outlet, day, figure, and in whose mouth. */
function raid(...figures: [outlet: string, day: number, low: number, by?: string][]) {
  return figures.map(([outlet, published, low, by], index) => {
    const text = `${low} lost in ${outlet} edition ${index}${by ? `, says ${by}` : ''}.`;
    const toll = { quote: `${low} lost`, low, ...(by ? { by } : {}) };
    return reading({ id: `r${index}`, outlet, published: day(published), text, tolls: [toll] });
  });
}

const joined = (readings: ReturnType<typeof raid>, ...rule: Parameters<typeof joinedIncident>[2][]) =>
  joinedIncident(cluster(...readings), new Map(), ...rule);

describe('the figure that is shown', () => {
  const readings = raid(['A', 1, 4], ['B', 1, 4], ['C', 2, 9], ['D', 3, 7], ['E', 2, 2]);

  it.each([
    [
      'most independent',
      4,
      'most independent (2 independent sources, 2 reports; the next has 1 independent source)',
    ],
    ['latest', 7, 'latest (1 independent source, 1 report; the next has 1 independent source)'],
    ['lowest', 2, 'lowest (1 independent source, 1 report; the next has 2 independent sources)'],
    ['highest', 9, 'highest (1 independent source, 1 report; the next has 1 independent source)'],
  ] as const)('is chosen by the rule that is named: %s', (rule, low, words) => {
    const [toll] = joined(readings, rule).shown.toll;
    expect([toll?.value.low, toll?.rule]).toEqual([low, words]);
  });

  it('is, of figures with as many sources, the latest, then the lower', () => {
    const later = joined(raid(['A', 1, 4], ['B', 2, 9])).shown.toll[0];
    expect(later?.value.low).toBe(9);
    expect(later?.rule).toContain('level with another and chosen as the later');
    expect(joined(raid(['A', 1, 4], ['B', 1, 9])).shown.toll[0]?.value.low).toBe(4);
  });

  it('is never a part of a greater one in the same report', () => {
    const text = 'Raiders killed 12 people, five of them children. All the 5 were asleep.';
    const tolls = [
      { quote: '12', low: 12 },
      { quote: 'five', low: 5, of: 'children' },
      { quote: '5', low: 5, of: 'children' },
    ];
    const twice = ['A', 'B'].map((outlet) =>
      reading({ id: outlet, outlet, text: `${text} ${outlet}`, tolls }),
    );
    expect(joined(twice, 'lowest').shown.toll.map(({ value }) => value.low)).toEqual([12]);
    expect(joined(twice).values.toll).toHaveLength(2);
  });

  it('is never one of children alone where another report counts everybody', () => {
    const children = { quote: '5', low: 5, of: 'children' };
    const told = [
      reading({
        id: 'a',
        outlet: 'A',
        published: day(1),
        text: 'Ost lost 12.',
        tolls: [{ quote: '12', low: 12 }],
      }),
      reading({
        id: 'b',
        outlet: 'B',
        published: day(2),
        text: 'At Ost 5 children died.',
        tolls: [children],
      }),
    ];
    expect(joined(told, 'latest').shown.toll.map(({ value }) => value.low)).toEqual([12]);
    expect(joined(told.slice(1)).shown.toll.map(({ value }) => value.low)).toEqual([5]);
  });

  it('stands apart for attackers', () => {
    const text = 'The raid killed 12 people. Guards shot 3 gunmen.';
    const tolls = [
      { quote: '12', low: 12 },
      { quote: '3', low: 3, of: 'gunmen' },
    ];
    const { shown, grades } = joined([reading({ id: 'a', outlet: 'A', text, tolls })]);
    expect(shown.toll.map(({ value }) => [value.low, value.of])).toEqual([
      [12, 'people'],
      [3, 'gunmen'],
    ]);
    expect(grades.toll).toBe('weak');
  });
});

describe('the toll over time', () => {
  it('says what came first, was said again, raised, and taken back', () => {
    const readings = raid(['A', 1, 5], ['B', 2, 5], ['C', 3, 8], ['C', 4, 6], ['D', 5, 4]);
    expect(joined(readings).series.map(({ published, low, step }) => [published, low, step])).toEqual([
      [day(1), 5, 'first'],
      [day(2), 5, 'again'],
      [day(3), 8, 'updated'],
      [day(4), 6, 'corrected'],
      [day(5), 4, 'other'],
    ]);
  });
});

describe('grades', () => {
  const grades = (...figures: Parameters<typeof raid>) => joined(raid(...figures)).grades;

  it('grow with independent sources, and with the number of those they go back to', () => {
    expect(grades(['A', 1, 4])).toEqual({ happened: 'weak', actor: null, toll: 'weak' });
    expect(grades(['A', 1, 4, 'the army'], ['B', 1, 4, 'the army']).toll).toBe('fair');
    expect(grades(['A', 1, 4, 'the army'], ['B', 1, 4, 'a nurse']).toll).toBe('confirmed');
    expect(grades(['A', 1, 4], ['B', 1, 4], ['C', 1, 4])).toMatchObject({
      happened: 'confirmed',
      toll: 'confirmed',
    });
  });

  it('call a toll contested where figures contradict, and not where it grew or was corrected', () => {
    expect(grades(['A', 1, 4], ['B', 1, 9]).toll).toBe('contested');
    expect(grades(['A', 1, 4], ['B', 2, 9]).toll).toBe('weak');
    expect(grades(['A', 1, 9], ['A', 2, 4], ['B', 2, 4]).toll).toBe('fair');
  });

  it('do not call "at least four" and "six" a contradiction', () => {
    const [a, b] = raid(['A', 1, 4], ['B', 1, 6]);
    const toll = a?.incidents[0]?.toll[0] as Toll;
    const open = { ...a, incidents: [{ ...a?.incidents[0], toll: [{ ...toll, high: null }] }] } as typeof a;
    expect(joined([open, b] as ReturnType<typeof raid>).grades.toll).toBe('weak');
  });

  it('call it contested that it happened where one tells it as denied, and who did it where that is denied', () => {
    const party = {
      role: 'actor' as const,
      name: 'Red Hand',
      aliases: [],
      type: 'group' as const,
      side: null,
    };
    const who = [{ ...party, mentions: [{ start: 0, end: 8, quote: 'Red Hand' }] }];
    const blamed = reading({ id: 'a', outlet: 'A', text: 'Red Hand raided Ost.', incident: { who } });
    const denial = 'It was not us';
    const denies = reading({
      id: 'b',
      outlet: 'B',
      text: `"${denial}," Red Hand said.`,
      denies: denial,
      incident: { who },
    });
    const denied = reading({
      id: 'c',
      outlet: 'C',
      text: 'There was no raid.',
      incident: { realis: 'denied' },
    });
    expect(joined([blamed]).grades).toMatchObject({ happened: 'weak', actor: 'weak' });
    expect(joined([blamed, denies]).grades).toMatchObject({ happened: 'fair', actor: 'contested' });
    expect(joined([blamed, denied]).grades).toMatchObject({ happened: 'contested', actor: 'weak' });
  });
});

describe('a joined incident', () => {
  it('keeps the shape of the record, its words, and every value, in whatever order the members come', () => {
    const figure = fc.record({
      outlet: fc.constantFrom('A', 'B', 'Norda', null),
      published: fc.constantFrom(day(1), day(2), '2031-03', undefined),
      byline: fc.constantFrom('Norda', 'Ada Venn', 'Staff', undefined),
      low: fc.nat(4),
      high: fc.constantFrom(null, 9),
      of: fc.constantFrom('people', 'boys', 'gunmen'),
    });
    fc.assert(
      fc.property(
        fc.array(figure, { minLength: 1, maxLength: 7 }),
        fc.infiniteStream(fc.nat()),
        (figures, chance) => {
          const readings = figures.map(({ low, high, of, outlet, published, byline }, index) => {
            const told: Told = { id: `r${index}`, outlet, text: `${low} ${of} died at Ost, A reported.` };
            const tolls = [{ quote: `${low}`, low, high, of }];
            return reading({ ...told, ...(published && { published }), ...(byline && { byline }), tolls });
          });
          const whole = cluster(...readings);
          const result = joinedIncident(whole, new Map());
          expect(JoinedIncident.parse(result)).toEqual(result);
          const order = whole.members.map((member) => [chance.next().value, member] as const);
          const shuffled = order.sort(([a], [b]) => (a ?? 0) - (b ?? 0)).map(([, member]) => member);
          expect(joinedIncident({ ...whole, members: shuffled }, new Map())).toEqual(result);
          const evidence = Object.values(result.values).flatMap((values) =>
            values.flatMap((value) => value.evidence),
          );
          for (const { report, start, end, quote } of evidence)
            expect(readings.find(({ id }) => id === report)?.text.slice(start, end)).toBe(quote);
          expect(evidence).toHaveLength(readings.length);
          for (const { outlets, independent, reports } of result.values.toll)
            expect(independent <= outlets && outlets <= reports.length && independent > 0).toBe(true);
        },
      ),
    );
  });

  it('counts a report once that tells of it twice, and one that came under two ids as a copy', () => {
    const text =
      'Raiders came at noon to the mill of Ost and killed 5 before the bell was rung, a carter said later.';
    const once = reading({ id: 'a', outlet: 'A', text, tolls: [{ quote: '5', low: 5 }] });
    const [incident] = once.incidents;
    const twice = { ...once, incidents: [...once.incidents, { ...incident, id: 'i2' }] } as typeof once;
    const again = {
      ...once,
      id: 'b',
      report: { ...once.report, url: 'https://mirror.example/ost', outlet: null },
    };
    const result = joined([twice, again]);
    expect(result.sources.map(({ report, copyOf }) => [report, copyOf])).toEqual([
      ['a', null],
      ['b', 'a'],
    ]);
    expect(result.values.toll).toMatchObject([{ reports: ['a', 'b'], outlets: 2, independent: 1 }]);
    expect(result.members).toHaveLength(3);
  });

  it('comes of a report that has neither outlet, day, address nor words', () => {
    const empty = reading({ id: 'a', text: '' });
    const result = joined([empty, { ...empty, id: 'b' }]);
    expect(result).toMatchObject({
      series: [],
      shown: { toll: [], who: [], means: [] },
      grades: { actor: null, toll: null },
    });
  });

  it('is not made of nothing', () => {
    expect(() => joinedIncident({ id: 'x', members: [], why: [] }, new Map())).toThrow(
      'The cluster x has no members.',
    );
  });
});
