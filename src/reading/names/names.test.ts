import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSpans } from '../../record/index.js';
import { lists } from '../lists.fixture.js';
import { prepareSyntax } from '../syntax/index.js';
import { prepareText } from '../text/index.js';
import { prepareNames, prepareReference } from './index.js';

const readText = prepareText(lists);
const readSyntax = prepareSyntax();
const readNames = prepareNames(lists);
const referenceOf = prepareReference(lists);

function read(text: string) {
  const document = readText({ text });
  const grammar = readSyntax(document);
  const names = readNames(document, grammar);
  return { document, grammar, names, text };
}
const named = (text: string) => read(text).names.map(({ quote, type }) => `${quote}: ${type}`);

describe('names', () => {
  it.each([
    ['Iraqi Prime Minister Karim Daoud met Gen. Omar Saleh.', ['Karim Daoud: person', 'Omar Saleh: person']],
    ['The statement came from spokesman Viktor Hale.', ['Viktor Hale: person']],
    ['He met President-elect Donna Reyes.', ['Donna Reyes: person']],
    ['Hundreds followed the coffin of Lazhar Mhamdi, 34, at noon.', ['Lazhar Mhamdi: person']],
    ['A leader of Kataib Hezbollah was killed.', ['Kataib Hezbollah: armed_group']],
    [
      'The Rapid Support Forces and M23 denied it.',
      ['Rapid Support Forces: armed_group', 'M23: armed_group'],
    ],
    ['The Ministry of Health counted the dead.', ['Ministry of Health: organisation']],
    ['The Israeli military said so.', ['Israeli military: organisation']],
    ['A North Korean trawler sank.', ['North Korean: nationality']],
    ['A Syrian shepherd died near Homs.', ['Syrian: nationality', 'Homs: place']],
    [
      'They marched to Karama Square and Fath Airport.',
      ['Karama Square: facility', 'Fath Airport: facility'],
    ],
    ['A Su-25 was brought down.', ['Su-25: vehicle']],
    ['The Houthi-run television showed it.', ['Houthi: armed_group']],
    ['They fled to Los Angeles County.', ['Los Angeles County: place']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['Insurers called it a blow. Hours later rain fell on Monday in February.'],
    ['Local sources blamed nobody. Tribal elders agreed.'],
    ['“Out, out!” they shouted. “We want rain.”'],
    ['The prime minister met the Prime Minister.'],
    ['At dawn the post was quiet, and so was the guard.'],
  ])('there are none in: %s', (text) => {
    expect(named(text)).toEqual([]);
  });

  it('in capitals only what a list or the report knows is one', () => {
    expect(named('HAMAS SAYS FOUR DIED IN RAFAH')).toEqual(['HAMAS: armed_group']);
    expect(named('Bombs Kill Four People Near Quiet Market\nThe army left.')).toEqual([]);
    expect(named('Omar Saleh Shot Dead Near Quiet Market\nGen. Omar Saleh was shot dead on Monday.')).toEqual(
      ['Omar Saleh: person', 'Omar Saleh: person'],
    );
  });

  it('a line of another story holds none', () => {
    expect(named('The army left.\nREAD MORE: Hamas Leader Visits Cairo')).toEqual([]);
  });
});

describe('entities', () => {
  const entities = (text: string) => read(text).names.map(({ quote, entity }) => `${quote}: ${entity}`);

  it('short forms belong to the long one', () => {
    expect(entities('Gen. Abu Baqir al-Saadi was killed. The funeral of al-Saadi is on Friday.')).toEqual([
      'Abu Baqir al-Saadi: e1',
      'al-Saadi: e1',
    ]);
    expect(entities('US Central Command (Centcom) spoke. Nothing else came from Centcom.')).toEqual([
      'US Central Command: e1',
      'Centcom: e1',
      'Centcom: e1',
    ]);
    expect(entities('The Syrian Democratic Forces left. Shots were fired at the SDF.')).toEqual([
      'Syrian Democratic Forces: e1',
      'SDF: e1',
    ]);
  });

  it('a surname that two persons share belongs to neither', () => {
    const text = 'Mr. Adam Mendes met Mrs. Clara Mendes. Then Mr. Mendes left.';
    expect(entities(text)).toEqual(['Adam Mendes: e1', 'Clara Mendes: e2', 'Mendes: e3']);
  });

  it('groups that share a word stay apart', () => {
    expect(entities('Kataib Hezbollah and Hezbollah both denied it.')).toEqual([
      'Kataib Hezbollah: e1',
      'Hezbollah: e2',
    ]);
  });
});

describe('reference', () => {
  const meant = (text: string, phrase: string) => {
    const { document, grammar, names } = read(text);
    const start = text.lastIndexOf(phrase);
    const first = document.tokens.findIndex((token) => token.start === start);
    const last = document.tokens.findIndex((token) => token.end === start + phrase.length) + 1;
    return referenceOf(document, grammar, names)(first, last)?.quote;
  };

  it('finds whom "he", "the group" and "the ministry" mean', () => {
    expect(meant('Gen. Omar Saleh came. He left.', 'He')).toBe('Omar Saleh');
    expect(meant('Boko Haram came to Baga. Later the group left.', 'the group')).toBe('Boko Haram');
    expect(meant('The Health Ministry spoke. Then the ministry fell silent.', 'the ministry')).toBe(
      'Health Ministry',
    );
    expect(meant('Governor Clara Voss met Mr. Adam Reed. Then the governor left.', 'the governor')).toBe(
      'Clara Voss',
    );
  });

  it('says nothing where no name fits', () => {
    expect(meant('The bridge fell. He left.', 'He')).toBeUndefined();
    expect(meant('Gen. Omar Saleh came. Later the group left.', 'the group')).toBeUndefined();
    expect(meant('Gen. Omar Saleh came. Later the ministry spoke.', 'the ministry')).toBeUndefined();
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
    'Israeli military ',
    '’s ',
    '-',
    'of ',
    'the ',
    'Ministry ',
    '. ',
    ', ',
    '\n',
    'said ',
    '“',
    '”',
    'He ',
    '34',
    'THE ',
    '\ud800',
    'é',
    '​ ',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  );

  it('spans cut their quotes, lie in order and do not overlap', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { names } = read(input);
        checkSpans({ text: input, names });
        for (const [at, name] of names.entries()) {
          expect(name.start).toBeGreaterThanOrEqual(names[at - 1]?.end ?? 0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
