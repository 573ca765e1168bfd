import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSpans } from '../../record/index.js';
import { anyEncoded } from '../any-encoded.fixture.js';
import { type Encoded, prepareEncoder } from '../encoder/index.js';
import { shippedLanguage } from '../encoder/language.fixture.js';
import { nothingTold } from '../encoder/told.fixture.js';
import { lists } from '../lists.fixture.js';
import { entries, rows } from '../lists.js';
import { prepareSyntax } from '../syntax/index.js';
import { type Document, prepareText } from '../text/index.js';
import { headOfName, prepareNames } from './index.js';

const readText = prepareText(lists);
const readSyntax = prepareSyntax(lists);
const readNames = prepareNames(lists);
const encode = prepareEncoder(await shippedLanguage());

async function read(text: string, encoded: (document: Document) => Promise<Encoded> = encode) {
  const document = readText({ text });
  const said = await encoded(document);
  const grammar = readSyntax(document, said);
  return { document, grammar, names: readNames(document, grammar, said) };
}

const named = async (text: string) => (await read(text)).names.map(({ quote, type }) => `${quote}: ${type}`);

describe('names', () => {
  it.each([
    [
      'Iraqi Prime Minister Karim Daoud met Gen. Omar Saleh.',
      ['Iraqi: nationality', 'Karim Daoud: person', 'Omar Saleh: person'],
    ],
    ['The statement came from spokesman Viktor Hale.', ['Viktor Hale: person']],
    ['He met President-elect Donna Reyes.', ['Donna Reyes: person']],
    ['Hundreds followed the coffin of Lazhar Mhamdi, 34, at noon.', ['Lazhar Mhamdi: person']],
    ['A leader of Kataib Hezbollah was killed.', ['Kataib Hezbollah: armed_group']],
    [
      'The Rapid Support Forces and M23 denied it.',
      ['Rapid Support Forces: armed_group', 'M23: armed_group'],
    ],
    ['The Ministry of Health counted the dead.', ['Ministry of Health: organisation']],
    ['A Syrian shepherd died near Homs.', ['Syrian: nationality', 'Homs: place']],
    [
      'They marched to Karama Square and Fath Airport.',
      ['Karama Square: facility', 'Fath Airport: facility'],
    ],
    ['A North Korean trawler sank.', ['North Korean: nationality']],
    ['They fled to Los Angeles County.', ['Los Angeles County: place']],
    ['A Su-25 and a Black Hawk helicopter were brought down.', ['Su-25: vehicle', 'Black Hawk: vehicle']],
    ['The USS Harry S. Truman left.', ['USS Harry S. Truman: vehicle']],
  ])('are found with their types: %s', async (text, expected) => {
    expect(await named(text)).toEqual(expected);
  });

  it.each([
    ['The Israeli military said so.', ['Israeli military: organisation']],
    ['The Izz ad-Din al-Qassam Brigades left.', ['Izz ad-Din al-Qassam Brigades: armed_group']],
    ['The army killed a leader of Saraya al-Quds.', ['Saraya al-Quds: armed_group']],
    ['Nothing was heard from Abu Baqir al-Saadi.', ['Abu Baqir al-Saadi: person']],
    ['US Central Command (Centcom) spoke.', ['US Central Command: organisation', 'Centcom: organisation']],
    ['An Iran-backed militia fled Mosul’s airport.', ['Iran: place', 'Mosul: place']],
    ['The Houthi-run television showed it.', ['Houthi: armed_group']],
    ['Pope Leo met former President Omar Saleh.', ['Pope Leo: person', 'Omar Saleh: person']],
  ])('have exact borders: %s', async (text, expected) => {
    expect(await named(text)).toEqual(expected);
  });

  it.each([
    ['Insurers called it a blow. Hours later rain fell on Monday in February.'],
    ['Local sources blamed nobody. Tribal elders agreed.'],
    ['“Out, out!” they shouted. “We want rain.”'],
    ['The prime minister met the Prime Minister.'],
    ['At dawn the post was quiet, and so was the guard.'],
    ['Two men paid $300 and drove 40 kilometres in four hours.'],
  ])('there are none in: %s', async (text) => {
    expect(await named(text)).toEqual([]);
  });

  it('need no capitals', async () => {
    const text = 'The Israeli military struck Beirut and Hezbollah denied it, Karim Daoud said.';
    const expected = [
      'israeli military: organisation',
      'beirut: place',
      'hezbollah: armed_group',
      'karim daoud: person',
    ];
    for (const written of [text.toLowerCase(), text.toUpperCase()]) {
      expect((await named(written)).map((name) => name.toLowerCase())).toEqual(expected);
    }
    expect(await named('WHO KILLED FOUR PEOPLE AT DAWN?')).toEqual([]);
  });

  it('are told from other capitals in a headline', async () => {
    expect(await named('Bombs Kill Four People Near Quiet Market\nThe army left.')).toEqual([]);
    expect(
      await named('Omar Saleh Shot Dead Near Quiet Market\nGen. Omar Saleh was shot dead on Monday.'),
    ).toEqual(['Omar Saleh: person', 'Omar Saleh: person']);
  });

  it('a dateline has a town and an agency', async () => {
    expect(await named('BAGHDAD, Feb 8 (AFP) — Gunmen fled on Monday.')).toEqual([
      'BAGHDAD: place',
      'AFP: organisation',
    ]);
  });

  it('a line of another story holds none', async () => {
    expect(await named('The army left.\nREAD MORE: Hamas Leader Visits Cairo')).toEqual([]);
  });

  it('hang on the sentence by their heads', async () => {
    const { document, grammar, names } = await read('The Ministry of Health thanked Gen. Omar Saleh.');
    const heads = names.map((name) => document.tokens[headOfName(document, grammar, name)]?.text);
    expect(heads).toEqual(['Ministry', 'Saleh']);
  });
});

describe('what the encoder says', () => {
  const mark = (document: Document, words: string, kind: string, nth = 0) => {
    const quote = [...document.text.matchAll(new RegExp(words, 'g'))][nth];
    const start = quote?.index ?? -1;
    const first = document.tokens.findIndex((token) => token.start === start);
    const last = document.tokens.findIndex((token) => token.end === start + words.length) + 1;
    expect(last, `"${words}" are tokens`).toBeGreaterThan(first);
    return { first, last, kind };
  };
  type Said = readonly [words: string, kind: string, nth?: number];
  const typed = async (text: string, marks: readonly Said[], described: readonly Said[] = []) => {
    const spans = (document: Document, all: readonly Said[]) => all.map((said) => mark(document, ...said));
    const { names } = await read(text, async (document) => ({
      tags: document.tokens.map((token) => (/^\p{Lu}/u.test(token.text) ? 'NNP' : 'NN')),
      heads: document.tokens.map(() => -1),
      labels: document.tokens.map(() => 'root'),
      named: spans(document, marks),
      described: spans(document, described),
      told: nothingTold,
    }));
    return names.map(({ quote, type }) => `${quote}: ${type}`);
  };

  it('gives way to what the report mostly says', async () => {
    const text = 'Tavar fell. Tavar burned. Tavar wept. Tavar sang.';
    const marks: Said[] = [0, 1, 2].map((nth) => ['Tavar', 'GPE', nth]);
    const all = Array(4).fill('Tavar: place');
    expect(await typed(text, [...marks, ['Tavar', 'PERSON', 3]])).toEqual(all);
    expect(
      await typed('Tavar fell. Tavar sang.', [
        ['Tavar', 'GPE'],
        ['Tavar', 'PERSON', 1],
      ]),
    ).toEqual(['Tavar: place', 'Tavar: person']);
  });

  it('gives way to the last name of a person', async () => {
    const text = 'Adam Mendes sang. Mendes sat. Mendes slept.';
    const marks: Said[] = [
      ['Adam Mendes', 'PERSON'],
      ['Mendes', 'ORG', 1],
    ];
    expect(await typed(text, marks)).toEqual(['Adam Mendes: person', 'Mendes: person', 'Mendes: person']);
    const article = 'Omar al-Tavari sang. They met al-Tavari.';
    expect(
      await typed(article, [
        ['Omar al-Tavari', 'PERSON'],
        ['al-Tavari', 'ORG', 1],
      ]),
    ).toEqual(['Omar al-Tavari: person', 'al-Tavari: person']);
  });

  it('gives way to a list, but not inside a longer name', async () => {
    const text = 'Hamas fled from Hamas Street.';
    expect(
      await typed(text, [
        ['Hamas', 'GPE'],
        ['Hamas Street', 'FAC'],
      ]),
    ).toEqual(['Hamas: armed_group', 'Hamas Street: facility']);
  });

  it('is missed by it and found by a list, unless a lone word opens a sentence', async () => {
    expect(await typed('Dawn broke. They fled from Boko Haram.', [])).toEqual(['Boko Haram: armed_group']);
    expect(await typed('Dawn wrote so.', [['Dawn', 'ORG']])).toEqual(['Dawn: organisation']);
  });

  it('gives way to its own description of a place', async () => {
    expect(await typed('They left Tavar.', [['Tavar', 'PERSON']], [['Tavar', 'location']])).toEqual([
      'Tavar: place',
    ]);
  });

  it('has no prefix and no tail that a hyphen ties on', async () => {
    const text = 'The pro-Tavari men met Tavar-based men.';
    expect(
      await typed(text, [
        ['pro-Tavari', 'NORP'],
        ['Tavar-based', 'GPE'],
      ]),
    ).toEqual(['Tavari: nationality', 'Tavar: place']);
  });

  it('has the title of a pope, and no other', async () => {
    const text = 'Pope Urban met Gen. Saleh and King Omar II.';
    expect(
      await typed(text, [
        ['Urban', 'PERSON'],
        ['Gen. Saleh', 'PERSON'],
        ['Omar II', 'PERSON'],
      ]),
    ).toEqual(['Pope Urban: person', 'Saleh: person', 'King Omar II: person']);
  });

  it('names a group where fighters follow', async () => {
    expect(await typed('The ZQF rebels fled the ZQF.', [['ZQF', 'ORG']])).toEqual(['ZQF: armed_group']);
    expect(await typed('The Northern Brigades fled.', [['The Northern Brigades', 'ORG']])).toEqual([
      'Northern Brigades: armed_group',
    ]);
  });

  it('is one body over "for"', async () => {
    const text = 'The Union for the Defence of Tavar met.';
    expect(
      await typed(text, [
        ['Union', 'ORG'],
        ['Defence of Tavar', 'ORG'],
      ]),
    ).toEqual(['Union for the Defence of Tavar: organisation']);
  });

  it('is no name of ours where it is a law, a time, a song or a thing', async () => {
    const text = 'The Tavar Act and Tavar Blues of May beat the Tavar.';
    const marks: Said[] = [
      ['The Tavar Act', 'LAW'],
      ['Tavar Blues', 'WORK_OF_ART'],
      ['May', 'DATE'],
      ['the Tavar', 'PRODUCT'],
    ];
    expect(await typed(text, marks)).toEqual([]);
    expect(await typed(text, marks.slice(3), [['the Tavar', 'weapon']])).toEqual(['Tavar: weapon']);
  });

  it('ends where its sentence does', async () => {
    expect(await typed('He is Syrian\nArmy leaves', [['Syrian', 'NORP']])).toEqual(['Syrian: nationality']);
    expect(
      await typed('Meet the Union\nfor Defence', [
        ['Union', 'ORG'],
        ['Defence', 'ORG'],
      ]),
    ).toEqual(['Union: organisation', 'Defence: organisation']);
  });
});

describe('every entry of the lists', () => {
  const nothing = async (document: Document): Promise<Encoded> => ({
    tags: document.tokens.map(() => 'NNP'),
    heads: document.tokens.map(() => -1),
    labels: document.tokens.map(() => 'root'),
    named: [],
    described: [],
    told: nothingTold,
  });

  it.each([
    ['names/armed-groups', 'armed_group'],
    ['names/organisations', 'organisation'],
    ['names/known-places', 'place'],
  ])('of %s is found', async (list, type) => {
    const lost: string[] = [];
    for (const [entry = ''] of rows(lists(list))) {
      const { names } = await read(`Then ${entry} left.`, nothing);
      if (!names.some((name) => name.quote === entry && name.type === type)) lost.push(entry);
    }
    expect(lost).toEqual([]);
  });

  it('of names/vehicle-names is found', async () => {
    for (const [words = '', type] of rows(lists('names/vehicle-names'))) {
      const capital = words.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase());
      const name = words.endsWith('-') ? `${capital}7` : capital;
      const { names } = await read(`A ${name} fell.`, nothing);
      expect(names.map((found) => `${found.quote}: ${found.type}`)).toEqual([`${name}: ${type}`]);
    }
  });

  it('stands in it once', () => {
    for (const list of ['armed-groups', 'organisations', 'known-places', 'nationalities', 'titles']) {
      const words = rows(lists(`names/${list}`)).map(([word]) => word);
      expect(
        words.filter((word, at) => words.indexOf(word) !== at),
        list,
      ).toEqual([]);
    }
    expect(entries(lists('names/nationalities')).filter((word) => /-/.test(word))).toEqual([]);
  });
});

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    'Gen. ',
    'President ',
    'Omar ',
    'al-',
    'Saleh',
    'Hezbollah ',
    '(Centcom) ',
    'US ',
    'USS ',
    'Israeli military ',
    '’s ',
    '-',
    'F-16 ',
    'of ',
    'for the ',
    'Ministry ',
    '. ',
    ', ',
    '\n',
    'said ',
    '“',
    '”',
    'in ',
    'rebels ',
    'THE ',
    '\ud800',
    'é',
    '​ ',
  );
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  );

  async function check(input: string, encoded?: (document: Document) => Promise<Encoded>) {
    const { document, grammar, names } = await read(input, encoded);
    checkSpans({ text: input, names });
    for (const [at, name] of names.entries()) {
      expect(name.start).toBeGreaterThanOrEqual(names[at - 1]?.end ?? 0);
      expect(name.end).toBeGreaterThan(name.start);
      const head = document.tokens[headOfName(document, grammar, name)];
      expect(head?.start).toBeGreaterThanOrEqual(name.start);
      expect(head?.end).toBeLessThanOrEqual(name.end);
      const { part } =
        document.sentences.find(({ start, end }) => start <= name.start && name.end <= end) ?? {};
      expect(part).toBeDefined();
      expect(part).not.toBe('unrelated');
    }
  }

  it('spans cut their quotes, lie in order, in one sentence and not over each other', async () => {
    await fc.assert(
      fc.asyncProperty(text, (input) => check(input)),
      { numRuns: 200 },
    );
  });

  it('and whatever the encoder says of it', async () => {
    await fc.assert(
      fc.asyncProperty(text, (input) => check(input, anyEncoded)),
      { numRuns: 10_000 },
    );
  }, 60_000);
});
