import { describe, expect, it } from 'vitest';
import type { Incident, JoinedValue, Reading } from '../record/index.js';
import { joinedIncident } from './joined.js';
import { agenciesFrom } from './outlets.js';
import { cluster, reading, type Told } from './told.fixture.js';

const agencies = agenciesFrom('Norda\nNorda\tNorda News Agency\n');
const day = (number: number) => `2031-03-0${number}`;

function joined(...readings: Reading[]) {
  return joinedIncident(cluster(...readings), new Map(), 'most independent', agencies);
}

const tolls = (...told: Told[]) => joined(...told.map(reading)).values.toll;
const counts = ({ reports, outlets, independent, primary }: JoinedValue<unknown>) => ({
  reports,
  outlets,
  independent,
  primary,
});

/** Six words apiece, so that no text is a copy of another. */
const five = { quote: 'five', low: 5 };
const nine = { quote: 'nine', low: 9 };

describe('independent sources of a figure', () => {
  it('takes copies of one wire for one source', () => {
    const text =
      'The raid on the Ost mill killed five people and hurt the miller, who was pulled out by carters at dawn.';
    const told = ['a', 'b', 'c'].map(
      (id, index): Told => ({ id, outlet: id, published: day(index + 1), text, tolls: [five] }),
    );
    expect(tolls(...told).map(counts)).toEqual([
      { reports: ['a', 'b', 'c'], outlets: 3, independent: 1, primary: [] },
    ]);
  });

  it('counts two outlets that have it from one ministry as two, and names the ministry once', () => {
    const by = 'the interior ministry';
    const told: Told[] = [
      {
        id: 'a',
        outlet: 'A',
        text: 'At Ost five died, the interior ministry said.',
        tolls: [{ ...five, by }],
      },
      {
        id: 'b',
        outlet: 'B',
        text: 'Dead: five, as the interior ministry has it.',
        tolls: [{ ...five, by }],
      },
    ];
    expect(tolls(...told).map(counts)).toEqual([
      { reports: ['a', 'b'], outlets: 2, independent: 2, primary: ['the interior ministry'] },
    ]);
  });

  it('takes one outlet that says it twice for one source', () => {
    const told: Told[] = [
      { id: 'a', outlet: 'The Lantern', published: day(1), text: 'Shots at Ost: five dead.', tolls: [five] },
      { id: 'b', outlet: 'the lantern', published: day(2), text: 'Ost buries its five.', tolls: [five] },
    ];
    expect(tolls(...told).map(counts)).toMatchObject([{ outlets: 1, independent: 1 }]);
  });

  it('takes one writer in two outlets for one source', () => {
    const told: Told[] = [
      { id: 'a', outlet: 'A', byline: 'Ada Venn', text: 'Shots at Ost: five dead.', tolls: [five] },
      { id: 'b', outlet: 'B', byline: 'By Ada Venn', text: 'Ost buries its five.', tolls: [five] },
      { id: 'c', outlet: 'C', byline: 'Newsroom', text: 'I saw five graves.', tolls: [five] },
      { id: 'd', outlet: 'D', byline: 'Newsroom', text: 'The priest counted five.', tolls: [five] },
    ];
    expect(tolls(...told).map(counts)).toMatchObject([{ outlets: 4, independent: 3 }]);
  });

  it('joins a report to the outlet that the sentence of the figure cites, and leaves its own figure apart', () => {
    const told: Told[] = [
      {
        id: 'a',
        outlet: 'Radio Vell',
        published: day(1),
        text: 'Shots at Ost: five dead, nine by some counts.',
        tolls: [five, nine],
      },
      {
        id: 'b',
        outlet: 'B',
        published: day(2),
        text: 'Shots left five dead, Radio Vell reported. Our own count at the chapel came to nine.',
        tolls: [five, nine],
      },
    ];
    expect(tolls(...told).map(({ value, independent }) => [value.low, independent])).toEqual([
      [9, 2],
      [5, 1],
    ]);
  });

  it('takes two that cite the same third outlet for one, and names it', () => {
    const told: Told[] = [
      { id: 'a', outlet: 'A', text: 'Norda reported that five died.', tolls: [five] },
      { id: 'b', outlet: 'B', text: 'Ost lost five, according to the Norda News Agency.', tolls: [five] },
    ];
    expect(tolls(...told).map(counts)).toEqual([
      { reports: ['a', 'b'], outlets: 2, independent: 1, primary: ['Norda'] },
    ]);
  });

  it('takes reports of no known outlet for sources of their own, unless they are copies', () => {
    const text =
      'The raid on the Ost mill killed five people and hurt the miller, who was pulled out by carters at dawn.';
    const told: Told[] = [
      { id: 'a', text, tolls: [five] },
      { id: 'b', text, tolls: [five] },
      { id: 'c', text: 'I helped to carry five.', tolls: [five] },
    ];
    expect(tolls(...told).map(counts)).toMatchObject([
      { reports: ['a', 'b', 'c'], outlets: 3, independent: 2 },
    ]);
  });
});

describe('distinct values', () => {
  const words = 'Rebels of the Red Hand shot four men and four boys at Ost on Monday with rifles.';
  const told = (id: string, incident: Partial<Incident>): Reading =>
    reading({ id, outlet: id, text: `${words} ${id}`, incident });

  it('keeps figures apart that differ in bounds, outcome or side, and joins those of one meaning', () => {
    const toll = (
      low: number,
      high: number | null,
      of: string,
      outcome: 'killed' | 'injured' = 'killed',
    ) => ({
      ...told('a', {}).incidents[0],
      outcome,
      low,
      high,
      of,
      status: 'unknown' as const,
      start: 0,
      end: 6,
      quote: 'Rebels',
    });
    const values = joined(
      told('a', {
        toll: [toll(4, 4, 'four men'), toll(4, null, 'men'), toll(4, 4, 'rebels'), toll(4, 4, 'boys')],
      }),
      told('b', { toll: [toll(4, 4, 'four passengers'), toll(4, 4, 'men', 'injured')] }),
    ).values.toll;
    expect(
      values.map(({ value, reports }) => [value.outcome, value.low, value.high, value.of, reports.join()]),
    ).toEqual([
      ['killed', 4, 4, 'four passengers', 'a,b'],
      ['injured', 4, 4, 'men', 'b'],
      ['killed', 4, 4, 'boys', 'a'],
      ['killed', 4, 4, 'rebels', 'a'],
      ['killed', 4, null, 'men', 'a'],
    ]);
  });

  it('takes a figure that does not say whom it counts for one with any, but not with one of children', () => {
    const toll = (of: string) => [
      {
        outcome: 'killed' as const,
        low: 24,
        high: 24,
        of,
        status: 'unknown' as const,
        start: 0,
        end: 6,
        quote: 'Rebels',
      },
    ];
    const groups = (...of: string[]) =>
      joined(...of.map((one, index) => told(`r${index}`, { toll: toll(one) }))).values.toll.length;
    expect(groups('24 of them', 'twenty-four rebels')).toBe(1);
    expect(groups('twenty-four', '24 rebels')).toBe(1);
    expect(groups('24 of them', '24 children')).toBe(2);
    expect(groups('24 villagers', '24 rebels')).toBe(2);
  });

  it('joins times of the same days and keeps coarser ones apart', () => {
    const when = (edtf: string) => ({ when: { edtf, basis: 'worked out' as const, rule: 'a test' } });
    const values = joined(
      told('a', when('2031-03-02T10:00+01:00')),
      told('b', when('2031-03-02')),
      told('c', when('2031-03')),
    ).values.when;
    expect(values.map(({ value, reports }) => [value.edtf, reports.join()])).toEqual([
      ['2031-03-02T10:00+01:00', 'a,b'],
      ['2031-03', 'c'],
    ]);
    expect(values[1]?.evidence).toEqual([
      { report: 'c', incident: 'i1', basis: 'worked out', rule: 'a test' },
    ]);
  });

  it('joins places by id and by nearness, but not two villages that only their country places', () => {
    const where = (name: string, more: object) => ({
      where: {
        name,
        country: 'XX',
        lat: 10,
        lon: 20,
        precision: 'city' as const,
        gazetteer: null,
        candidates: [],
        start: 54,
        end: 57,
        quote: 'Ost',
        ...more,
      },
    });
    const values = joined(
      told('a', where('Ost', { gazetteer: 'g:1' })),
      told('b', where('Osta', { gazetteer: 'g:1', lat: 10.3 })),
      told('c', where('Lower Ost', { lat: 10.02 })),
      told('d', where('Vell', { lat: 11 })),
      told('e', where('Um', { precision: 'country', gazetteer: 'country:XX' })),
      told('f', where('Dol', { precision: 'country', gazetteer: 'country:XX' })),
    ).values.where;
    expect(values.map(({ reports }) => reports.join())).toEqual(['a,b,c', 'f', 'e', 'd']);
  });

  it('joins parties of one role by their names, and not by "the group"', () => {
    const party = (role: 'actor' | 'recipient', name: string, aliases: string[] = []) => ({
      role,
      name,
      aliases,
      type: 'group' as const,
      side: null,
      mentions: [{ start: 0, end: 6, quote: 'Rebels' }],
    });
    const values = joined(
      told('a', { who: [party('actor', 'the Red Hand', ['the group']), party('recipient', 'Red Hand')] }),
      told('b', { who: [party('actor', 'RH', ['Red Hand', 'the group'])] }),
      told('c', { who: [party('actor', 'Ost Guard', ['the group']), party('recipient', 'two boys')] }),
      told('d', { who: [party('recipient', 'boys')] }),
    ).values.who;
    expect(
      values.map(({ value, reports }) => [value.role, value.name, value.aliases, reports.join()]),
    ).toEqual([
      ['actor', 'RH', ['Red Hand', 'the Red Hand', 'the group'], 'a,b'],
      ['recipient', 'two boys', ['boys'], 'c,d'],
      ['actor', 'Ost Guard', ['the group'], 'c'],
      ['recipient', 'Red Hand', [], 'a'],
    ]);
  });
});
