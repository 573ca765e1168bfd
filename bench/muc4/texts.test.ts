import { describe, expect, it } from 'vitest';
import { dayOfDateline, dayOfMuc, mucDay } from './dateline.js';
import { readKey, readTexts } from './texts.js';

describe('the day of a dateline', () => {
  it.each([
    ['BOGOTA, 3 APR 89 (AFP)', '1989-04-03'],
    ['BOGOTA, 13 APRIL 89 (DPA)', '1989-04-13'],
    ['PERTH (AUSTRALIA), JUNE 11 89', '1989-06-11'],
    ['TAIPEI, 4 SEPT 1989', '1989-09-04'],
    ['29 FEB 88', '1988-02-29'],
    ['29 FEB 89', undefined], // No such day.
    ['NO CITY, NO DATE', undefined],
    ['LIMA, 27 NOV', undefined],
    ['', undefined],
  ])('of "%s" is %s', (dateline, day) => {
    expect(dayOfDateline(dateline)).toBe(day);
  });

  it('is written as MUC writes days', () => {
    expect(mucDay(dayOfMuc('2 NOV 89') ?? 0)).toBe('02 NOV 89');
  });
});

describe('the lines of texts', () => {
  const line = (row: object) => JSON.stringify(row);

  it('take the day from the dateline, in words or in parts, else from the first words', () => {
    const lines = [
      line({ docid: 'a', dateline: 'LIMA, 3 APR 89 (AFP)', text: 'A SHOP BURNED.', templates: 'ignored' }),
      line({
        docid: 'b',
        dateline: { place: 'LIMA', date: '4 APR 89', source: null },
        text: 'A SHOP BURNED.',
      }),
      line({ docid: 'c', dateline: null, text: '  LIMA, 5 APR 89 -- A SHOP BURNED.' }),
      line({ docid: 'd', dateline: { date: 'NO DATE' }, text: 'LIMA, 5 APR 89 -- A SHOP BURNED.' }),
      line({ docid: 'e', text: 'A SHOP BURNED.' }),
    ];
    const { rows, warnings } = readTexts(lines.join('\n'));
    expect(rows.map(({ day }) => day)).toEqual([
      '1989-04-03',
      '1989-04-04',
      '1989-04-05',
      undefined,
      undefined,
    ]);
    expect(warnings).toEqual([]);
  });

  it('are set aside with their reason where they are bad, and the rest go on', () => {
    const good = line({ docid: 'z', text: 'A SHOP BURNED.' });
    const bad = [
      '{"docid": ',
      '[]',
      line({ text: 'A' }),
      line({ docid: 'a', text: ' \n' }),
      line({ docid: 7, text: 'A' }),
    ];
    const { rows, warnings } = readTexts([...bad, '', good, good].join('\n'));
    expect(rows.map(({ docid }) => docid)).toEqual(['z']);
    expect(warnings).toHaveLength(6);
    expect(warnings[0]).toMatch(/^line 1: .*; set aside$/);
    expect(warnings[3]).toBe('line 4: "text" has no words in it; set aside');
    expect(warnings[5]).toMatch(/^line 8: "docid" z was there before/);
  });
});

describe('the lines of a key', () => {
  const template = {
    n: 1,
    optional: true,
    slots: {
      'HUM TGT: TYPE': [
        { optional: false, raw: '…', alts: [{ value: 'CIVILIAN', quoted: false, xref: ['ANA'] }] },
      ],
      'HUM TGT: NAME': [
        {
          optional: true,
          raw: '…',
          alts: [
            { value: 'ANA', quoted: true },
            { value: 'PAZ', quoted: true },
          ],
        },
      ],
      'PHYS TGT: ID': [],
    },
  };

  it('give each fill with its choices and what it is said of', () => {
    const { rows } = readKey(JSON.stringify({ docid: 'a', text: 'ANA PAZ', templates: [template] }));
    expect(rows[0]?.templates).toEqual([
      {
        optional: true,
        slots: {
          'HUM TGT: TYPE': [{ optional: false, choices: [{ value: 'CIVILIAN', of: ['ANA'] }] }],
          'HUM TGT: NAME': [{ optional: true, choices: [{ value: 'ANA' }, { value: 'PAZ' }] }],
          'PHYS TGT: ID': [],
        },
      },
    ]);
  });

  it('are set aside where a slot is unknown or has no choice', () => {
    const row = (slots: object) => JSON.stringify({ docid: 'a', text: 'A', templates: [{ n: 1, slots }] });
    const lines = [row({ 'PHYS TGT: COLOUR': [] }), row({ 'PHYS TGT: ID': [{ alts: [] }] }), row({})];
    const { rows, warnings } = readKey(lines.join('\n'));
    expect(rows).toHaveLength(1);
    expect(warnings).toHaveLength(2);
  });
});
