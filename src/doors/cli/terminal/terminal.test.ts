import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, type Reading } from '../../../record/index.js';
import { emptyReading, handmadeReading } from '../cli.fixture.js';
import { writerOn } from '../io.js';
import { recordLines, terminalSheet } from './index.js';
import { inContext } from './proof.js';
import { type Piece, piece } from './style.js';
import { countInWords, dayInWords, placeInWords } from './values.js';
import { widthOf, wrap } from './wrap.js';

const view = { columns: 80, hasColours: false, why: false };
const shown = (reading: Reading, rest: Partial<typeof view> = {}) =>
  recordLines(reading, 'report.txt', { ...view, ...rest }).join('\n');

describe('the record on a terminal', () => {
  it('shows every value with the words that it rests on, and who says them', () => {
    expect(`\n${shown(handmadeReading())}\n`).toBe(`
Drone hits police station
The Basra Post
published 2024-02-08 (given with the report)
2 incidents, 2 claims

1   AIR STRIKE  happened · core
              A drone [struck] a police station in Basra early on Thursday, …
   when       2024-02-08
              worked out: the latest Thursday
              … station in Basra [early on Thursday], killing at least …
   where      Basra, Iraq  city, 30.51 47.78
              … a police station in [Basra] early on Thursday, …
   actor      Iraqi army  group
              … AFP. The army denied that [its drone] had hit the station.
              (denied by Iraqi army)
   recipient  police  group, police
              A drone struck [a police station] in Basra early on Thursday, …
              passers-by  people
              [Two passers-by] were hurt, said the health ministry, citing …
   means      drone
              A [drone] struck a police station in Basra early on Thursday, …
   toll       at least 4 killed  of: officers · police
              … in Basra early on Thursday, killing [at least four officers].
              2 injured  of: passers-by · civilian
              [Two passers-by were hurt], said the health ministry, citing …
              (said by health ministry, citing AFP)

2   PROTEST  planned · background · 3 in all
              Hundreds [marched] in Najaf over the weekend.

Claims
   health ministry, citing AFP · says · government · on 1
     [Two passers-by were hurt], said the health ministry, citing AFP. The …
   Iraqi army · denies · military · on 1
     … citing AFP. The army denied that [its drone had hit the station].

Of other stories
 · Read also: Ten recipes for the winter

Notes
 · no year is given for the weekend
`);
  });

  it('shows scores, rules and other candidates to who asks why', () => {
    const lines = shown(handmadeReading(), { why: true });
    const flat = lines.replace(/\s+/g, ' ');
    expect(flat).toContain('AIR STRIKE happened · core A drone');
    expect(flat).toContain('It was taken for geonames:99532, rather than Basra, Yemen with 0.25.');
    expect(flat).toContain('The words lie in what health ministry said, citing AFP (c1).');
    expect(lines).toContain('read by dateline 0.0.0');
    expect(shown(handmadeReading())).not.toContain('The words lie in');
  });

  it('says so where there is no incident, no title and no day', () => {
    expect(shown(emptyReading({ text: 'Nothing happened.' }))).toBe(
      'report.txt\nday of publication not known\n0 incidents, 0 claims\n\nNo incident was found in it.',
    );
  });

  it('has colours only where it is told to', () => {
    expect(shown(handmadeReading())).not.toContain('\x1b');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of the colours.
    const bare = shown(handmadeReading(), { hasColours: true }).replace(/\x1b\[[0-9;]*m/g, '');
    expect(bare).toBe(shown(handmadeReading()));
    expect(shown(handmadeReading(), { hasColours: true })).toContain(
      '\x1b[1m\x1b[7m AIR STRIKE \x1b[27m\x1b[22m',
    );
  });

  it('fits its columns, from 40 on', () => {
    for (const columns of [40, 60, 80, 100]) {
      for (const why of [true, false]) {
        const lines = shown(handmadeReading(), { columns, why }).split('\n');
        expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(columns);
      }
    }
  });

  it('lets no report command the terminal', () => {
    const text = 'A \x1b[2Jbomb\u202e went off.\x07';
    const reading = {
      ...emptyReading({ text, title: 'T\x1b]0;x\x07' }),
      unrelated: [cut(text, 0, text.length)],
    };
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
    expect(shown(reading)).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  });

  it('rules off one report from the next, and leaves out what could not be read', async () => {
    const stream = new PassThrough();
    const sheet = terminalSheet(writerOn(stream), { columns: 44, hasColours: false, why: false });
    const reading = emptyReading({ text: 'Nothing happened.' });
    await sheet.add({ source: 'a', reading });
    await sheet.add({ source: 'b', unreadable: { id: null, error: { code: 'empty', message: 'is empty' } } });
    await sheet.add({ source: 'c', reading });
    const lines = String(stream.read()).split('\n');
    expect(lines.filter((line) => line === '─'.repeat(44))).toHaveLength(1);
    expect(lines.filter((line) => /^[abc]$/.test(line))).toEqual(['a', 'c']);
  });
});

describe('words in their context', () => {
  const plain = (pieces: Piece[]) => pieces.map((each) => each.text).join('');
  const text = 'One two three four five six seven eight nine ten eleven twelve thirteen.\nThe next line.';
  const marked = (words: string, room = 50) =>
    plain(inContext(text, text.indexOf(words), text.indexOf(words) + words.length, 'who', room));

  it('are cut at words and stay on their line of the text', () => {
    expect(marked('seven')).toBe('… four five six [seven] eight nine ten …');
    expect(marked('One')).toBe('[One] two three four five six seven eight …');
    expect(marked('thirteen')).toBe('… eight nine ten eleven twelve [thirteen].');
    expect(marked('The next', 80)).toBe('[The next] line.');
  });

  it('lose their middle where they are many', () => {
    const long = `${'word '.repeat(100)}end`;
    const proof = plain(inContext(long, 0, long.length, 'who', 66));
    expect(proof).toMatch(/^\[word .* word … word .*end\]$/);
    expect(proof.length).toBeLessThan(170);
  });

  it('are words of the text, for any span of any text', () => {
    const anyText = fc.string({
      unit: fc.constantFrom('a', 'bc', ' ', '\n', '\r\n', 'é', '漢', '🔥', '.'),
      minLength: 1,
    });
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), fc.integer({ min: 10, max: 80 }), (any, a, b, room) => {
        const [start, end] = [a % any.length, (a % any.length) + 1 + (b % (any.length - (a % any.length)))];
        const proof = inContext(any, start, end, 'who', room);
        expect(proof[2]?.text).toBe(any.slice(start, end).replace(/\s+/g, ' '));
        const around = plain(proof)
          .replace(/^… | …$/g, '')
          .replace('[', '')
          .replace(']', '');
        expect(any.replace(/\s+/g, ' ')).toContain(around.replace(/\s+/g, ' '));
      }),
    );
  });
});

describe('wrap', () => {
  it('keeps words together that change their look in the middle', () => {
    const pieces = [piece('see '), piece('['), piece('words', 'who'), piece('],'), piece(' then')];
    expect(wrap(pieces, { ...view, columns: 10 }, { first: '', rest: ' ' })).toEqual([
      'see',
      ' [words],',
      ' then',
    ]);
  });

  it('cuts a word that no line can hold', () => {
    expect(
      wrap([piece('abcdefghijklmnopqrstuvwxyz')], { ...view, columns: 10 }, { first: '', rest: '' }),
    ).toEqual(['abcdefghij', 'klmnopqrst', 'uvwxyz']);
  });

  it('loses no character and no line is too long', () => {
    const texts = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'b', 'é', '漢', '🔥', ' ', '-'), maxLength: 60 }),
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 10, max: 40 }), (all, columns) => {
        const lines = wrap(
          all.map((each) => piece(each)),
          { ...view, columns },
          { first: '', rest: '' },
        );
        expect(lines.join('').replaceAll(' ', '')).toBe(all.join('').replaceAll(' ', ''));
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

describe('values in words', () => {
  it.each([
    ['2024-02-08', '2024-02-08'],
    ['2024-02-08T21:30:00+03:00', '2024-02-08 21:30+03:00'],
    ['2024-02-08T21:30Z', '2024-02-08 21:30 UTC'],
    ['2024-02-08~', 'about 2024-02-08'],
    ['2024-02?', '2024-02 (uncertain)'],
    ['../2024-02-08', 'until 2024-02-08'],
    ['2024-02-01/2024-02-08', '2024-02-01 to 2024-02-08'],
    ['2024-02-01/..', 'from 2024-02-01 on'],
  ])('writes the time %s as %s', (edtf, words) => expect(dayInWords(edtf)).toBe(words));

  it('writes counts and places', () => {
    const count = (low: number, high: number | null) => countInWords({ low, high, outcome: 'killed' });
    expect([count(4, 4), count(2, 3), count(20, null), count(0, 0)]).toEqual([
      '4 killed',
      '2 to 3 killed',
      'at least 20 killed',
      'none killed',
    ]);
    expect(placeInWords({ name: 'Iraq', country: 'IQ' })).toBe('Iraq');
    expect(placeInWords({ name: 'the border', country: ['IQ', 'SY'] })).toBe('the border, Iraq, Syria');
    expect(placeInWords({ name: 'Red Sea', country: null })).toBe('Red Sea');
    expect(placeInWords({ name: 'X', country: 'nowhere' })).toBe('X, nowhere');
  });
});
