import { describe, expect, it } from 'vitest';
import { readCat } from './cat.js';
import type { GoldText } from './gold.js';
import { readTimeml } from './timeml.js';

const dct =
  '<DCT><TIMEX3 tid="t0" type="DATE" value="2024-02-08" functionInDocument="CREATION_TIME">Feb 8</TIMEX3></DCT>';
const timeml = (text: string, head = dct) =>
  `<?xml version="1.0" ?>\n<TimeML>\n<DOCID>x</DOCID>${head}<TITLE>On <TIMEX3 tid="t9" type="DATE" value="2024">x</TIMEX3></TITLE><TEXT>${text}</TEXT>\n</TimeML>\n`;

/** What is marked, cut out of the text. */
const shown = ({ text, times }: GoldText) =>
  times.map(({ start, end, type, value }) => `${text.slice(start, end)} = ${type} ${value}`);

describe('a TimeML file', () => {
  it('gives the text without its marks, and what they say with exact places', () => {
    const gold = readTimeml(
      'x',
      timeml(`
<EVENT eid="e1">Fire &amp; smoke</EVENT> 🔥 &lt;<TIMEX3 tid="t1" type="DATE" value="2024-02-05" mod="START"
 anchorTimeID="t0">early Monday</TIMEX3>&gt;&#x1F525;<!-- <TIMEX3> --><TIMEX3 tid='t2' type="DURATION" value="PT2H">two
hours</TIMEX3><![CDATA[ <raw> ]]>`),
    );
    expect(gold.text).toBe('\nFire & smoke 🔥 <early Monday>🔥two\nhours <raw> ');
    expect(shown(gold)).toEqual(['early Monday = DATE 2024-02-05', 'two\nhours = DURATION PT2H']);
    expect(gold.times[0]).toMatchObject({ mod: 'START', anchor: 't0' });
    expect(gold.created).toBe('2024-02-08');
  });

  it('counts line ends as XML does', () => {
    const gold = readTimeml(
      'x',
      timeml('One\r\n<TIMEX3 tid="t1" type="DATE" value="2023">2023</TIMEX3>\r\n'),
    );
    expect(gold.text).toBe('One\n2023\n');
    expect(shown(gold)).toEqual(['2023 = DATE 2023']);
  });

  it('does not score where the text repeats when it was made, nor marks without words', () => {
    const gold = readTimeml(
      'x',
      timeml(
        '<TIMEX3 tid="t0" type="TIME" value="2024-02-08T17:00">8 Feb</TIMEX3> <TIMEX3 tid="t1" type="DATE" value="2024-01"/>May',
      ),
    );
    expect(gold.times).toEqual([]);
    expect(gold.unscored.map(({ start, end }) => gold.text.slice(start, end))).toEqual(['8 Feb']);
  });

  it('has marks in one another, and marks without a value', () => {
    const gold = readTimeml(
      'x',
      timeml(
        '<TIMEX3 tid="t1" type="TIME">the night of <TIMEX3 tid="t2" type="DATE" value="2024-02-07">7 February</TIMEX3></TIMEX3>',
      ),
    );
    expect(shown(gold)).toEqual(['the night of 7 February = TIME ', '7 February = DATE 2024-02-07']);
  });

  it.each([
    [
      'an element that is not closed',
      timeml('<TIMEX3 tid="t1" type="DATE" value="2024">2024'),
      /line 3: <\/TEXT>/,
    ],
    ['a bare ampersand', timeml('Smith & Co'), /line 3: there is no entity &/],
    ['an entity of HTML', timeml('caf&eacute;'), /&eacute;/],
    ['a bare bracket', timeml('1 < 2'), /no XML/],
    ['an attribute twice', timeml('<a b="1" b="2"/>'), /b is given twice/],
    ['two roots', `${timeml('')}<TimeML/>`, /after the end of the root/],
    ['nothing', '', /no element/],
    ['no text', '<TimeML></TimeML>', /no TEXT/],
    ['no creation time', timeml('', '').replace(/<TITLE>.*<\/TITLE>/, ''), /no creation time/],
    [
      'a creation time that is no day',
      timeml('', dct.replace('2024-02-08', '02-08-2024')),
      /"02-08-2024" is no day/,
    ],
    ['another type', timeml('<TIMEX3 tid="t1" type="ERA" value="X">x</TIMEX3>'), /"ERA"/],
  ])('is refused with what is wrong: %s', (_, xml, message) => {
    expect(() => readTimeml('x', xml)).toThrow(message);
  });
});

describe('a file of CAT', () => {
  const words = [
    ['Two', 'held'],
    ['May', '3', ',', '2021'],
    ['Police', '(', 'in', 'Lund', ')', 'came', 'on', 'Friday', '.'],
    ['They', 'left', 'on', 'Sunday', '.'],
  ];
  let id = 0;
  const tokens = words
    .flatMap((sentence, at) =>
      sentence.map((word) => `<token t_id="${++id}" sentence="${at}" number="0">${word}</token>`),
    )
    .join('\n');
  const mark = (attributes: string, ...anchors: number[]) =>
    `<TIMEX3 ${attributes}>${anchors.map((anchor) => `<token_anchor t_id="${anchor}"/>`).join('\n')}</TIMEX3>`;
  const cat = (marks: string) => `<Document doc_id="1">${tokens}<Markables>${marks}</Markables></Document>`;
  const creation = mark('functionInDocument="CREATION_TIME" type="DATE" value="2021-05-03"', 3, 4, 5, 6);
  const friday = mark('m_id="2" anchorTimeID="" type="DATE" value="2021-04-30"', 14);

  it('gives the text with its spaces, and times by their words', () => {
    const gold = readCat(
      'x',
      cat(`${friday}${creation}<TIMEX3 TAG_DESCRIPTOR="2021" type="DATE" value="2021"/>`),
    );
    expect(gold.text).toBe(
      'Two held\n\nMay 3, 2021\n\nPolice (in Lund) came on Friday. They left on Sunday.',
    );
    expect(shown(gold)).toEqual(['Friday = DATE 2021-04-30']);
    expect(gold.created).toBe('2021-05-03');
  });

  it('does not score the creation time, nor what follows the last sentence with a mark', () => {
    const { text, unscored } = readCat('x', cat(`${friday}${creation}`));
    expect(unscored.map(({ start, end }) => text.slice(start, end))).toEqual([
      'May 3, 2021',
      ' They left on Sunday.',
    ]);
  });

  it('takes a date that is a sentence of its own for the creation time where none is marked', () => {
    expect(readCat('x', cat(`${friday}${creation.replace('CREATION_TIME', 'NONE')}`)).created).toBe(
      '2021-05-03',
    );
    expect(() => readCat('x', cat(friday))).toThrow(/no creation time/);
  });

  it('is refused where a mark names a word that there is not', () => {
    expect(() => readCat('x', cat(mark('type="DATE" value="2021"', 99)))).toThrow(/token 99/);
  });
});
