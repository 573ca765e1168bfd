import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lists } from '../lists.fixture.js';
import {
  type Document,
  looksEnglish,
  prepareAgencies,
  prepareText,
  sentenceAt,
  tokenAt,
  tokensOf,
} from './index.js';

const readText = prepareText(lists);
const read = (text: string) => readText({ text });
const sentences = (text: string) => read(text).sentences.map(({ start, end }) => text.slice(start, end));
const words = (text: string) => read(text).tokens.map((token) => token.text);

describe('sentences', () => {
  it.each([
    ['U.S. forces left the base. They went home.', ['U.S. forces left the base.', 'They went home.']],
    ['He lives in the U.S. The army said so.', ['He lives in the U.S.', 'The army said so.']],
    ['It began at 9 a.m. Monday in Kano.', ['It began at 9 a.m. Monday in Kano.']],
    ['It began at 9 a.m. Police came.', ['It began at 9 a.m.', 'Police came.']],
    ['Gen. J. R. Haddad and Mrs. Okoro met.', ['Gen. J. R. Haddad and Mrs. Okoro met.']],
    [
      'The judge was ill. He left Boston, Mass. Police agreed.',
      ['The judge was ill.', 'He left Boston, Mass. Police agreed.'],
    ],
    ['Reactor No. 3 burned. No. It did not.', ['Reactor No. 3 burned.', 'No.', 'It did not.']],
    ['“It was a bad year.” He left.', ['“It was a bad year.”', 'He left.']],
    ['“Go!” she said. (She left.) Then rain.', ['“Go!” she said.', '(She left.)', 'Then rain.']],
    ['We waited… Nobody came.', ['We waited…', 'Nobody came.']],
    ['We waited... and nobody came.', ['We waited... and nobody came.']],
    ['meant for his father.Ortiz said so.', ['meant for his father.', 'Ortiz said so.']],
    ['See example.org for more', ['See example.org for more']],
    ['no full stop at all', ['no full stop at all']],
    ['REBELS TOOK THE TOWN. TROOPS FLED.', ['REBELS TOOK THE TOWN.', 'TROOPS FLED.']],
    ['• One man died\n• Two were hurt', ['• One man died', '• Two were hurt']],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe('tokens', () => {
  it.each([
    ['Iran-backed', ['Iran', '-', 'backed']],
    ['Baghdad’s Qur’an O’Brien', ['Baghdad', '’s', 'Qur’an', 'O’Brien']],
    [
      "Don’t! They’ll say WON'T, we cannot",
      ['Do', 'n’t', '!', 'They', '’ll', 'say', 'WO', "N'T", ',', 'we', 'can', 'not'],
    ],
    ['cannons and n’t', ['cannons', 'and', 'n’t']],
    ['2,500 at 21:30, 3rd', ['2,500', 'at', '21:30', ',', '3rd']],
    ['Gen. Ali, U.S.', ['Gen.', 'Ali', ',', 'U.S.']],
    ['(AFP) — “so”', ['(', 'AFP', ')', '—', '“', 'so', '”']],
    ['né́e 👩‍🚒 ok', ['né́e', '👩‍🚒', 'ok']],
    ['https://a.example/x?y=1. Go', ['https://a.example/x?y=1', '.', 'Go']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('parts', () => {
  const partsOf = (text: string, title?: string) =>
    readText({ text, ...(title ? { title } : {}) }).parts.map(({ kind, start, end }) => [
      kind,
      text.slice(start, end),
    ]);

  it.each([
    'BAGHDAD, Feb 8 (AFP) —',
    'KABUL (Reuters) -',
    'Mogadishu, 3 March –',
    'GOMA, DR Congo, Jan. 4 (Xinhua) --',
  ])('finds the dateline %s', (dateline) => {
    expect(partsOf(`${dateline} Rebels left the town.`)).toEqual([
      ['dateline', dateline],
      ['body', 'Rebels left the town.'],
    ]);
  });

  it('takes no sentence for a dateline', () => {
    expect(partsOf('Damascus – the capital – was calm.')[0]?.[0]).toBe('body');
    expect(partsOf('The army said it would leave - and it did.')[0]?.[0]).toBe('body');
  });

  it('tells a headline from the body', () => {
    expect(partsOf('Two die in market blast\n\nA bomb went off.')[0]).toEqual([
      'title',
      'Two die in market blast',
    ]);
    expect(partsOf('A bomb went off.\n\nTwo died.')[0]?.[0]).toBe('body');
  });
});

describe('lines of another story', () => {
  const body = 'A bomb went off in the market of Sarmat on Monday.\nTwo men died, the police said.\n';
  const other = (line: string) => read(body + line).unrelated.map((span) => span.quote);

  it.each([
    'Read also: Ministers agree on budget',
    'ALSO READ: Rain expected',
    '(Reporting by A. Bello; editing by C. Ruiz)',
    'Photo: the market on Monday. L. Abara/Handout',
    'Ten Kitchen Hacks That Will Change Your Winter',
    'Copyright 2016 Channel 9. All rights reserved.',
  ])('passes over “%s”', (line) => {
    expect(other(line)).toEqual([line]);
  });

  it.each([
    'The army has not commented.',
    'Related attacks were reported in the north.',
    'Sarmat Market Bomb: Two Men Died, Police Said Monday',
    'Weather was bad on the day.',
    'Follow-up raids took place.',
  ])('keeps “%s”', (line) => {
    expect(other(line)).toEqual([]);
  });
});

describe('agencies', () => {
  const agencies = (text: string) =>
    prepareAgencies(lists)(read(text)).map(({ name, quote }) => [name, quote]);

  it('are found in brackets and in a last line', () => {
    expect(agencies('KABUL (Reuters/AP) - A man died.')).toEqual([
      ['Reuters', 'Reuters'],
      ['AP', 'AP'],
    ]);
    expect(agencies('A man died.\n— AFP')).toEqual([['AFP', 'AFP']]);
  });

  it('are not found where they are only quoted', () => {
    expect(agencies('According to AFP, a man died (he was old).')).toEqual([]);
  });
});

describe('language', () => {
  it('knows English from what is not', () => {
    expect(looksEnglish(read('The army said that it had taken the town in the north of the country.'))).toBe(
      true,
    );
    expect(
      looksEnglish(read('El ejército dijo que había tomado la ciudad en el norte del país este lunes.')),
    ).toBe(false);
  });
});

const prose = fc.stringMatching(/^(?:[A-Z]?[a-z]{1,6}[.,!?…”“’'()\n 0-9-]{0,3}){0,40}$/);
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), prose);

function hold(text: string, document: Document): void {
  let covered = '';
  let end = 0;
  for (const token of document.tokens) {
    expect(text.slice(end, token.start)).toMatch(/^\s*$/);
    expect(token.text).toBe(text.slice(token.start, token.end));
    covered += token.text;
    end = token.end;
  }
  expect(text.slice(end)).toMatch(/^\s*$/);
  expect(covered).toBe(text.replace(/\s+/gu, ''));
}

describe('any text at all', () => {
  it('is covered by tokens, each in its place, and by sentences in order', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const document = read(text);
        hold(text, document);
        let next = 0;
        for (const sentence of document.sentences) {
          expect(sentence.first).toBe(next);
          expect(sentence.last).toBeGreaterThan(sentence.first);
          expect(sentence.start).toBe(tokensOf(document, sentence)[0]?.start);
          next = sentence.last;
        }
        expect(next).toBe(document.tokens.length);
      }),
      { numRuns: 10_000 },
    );
  });

  it('can be looked up by offset', () => {
    fc.assert(
      fc.property(prose, fc.nat(300), (text, offset) => {
        const document = read(text);
        const token = document.tokens[tokenAt(document, offset)];
        expect(token === undefined || token.end > offset).toBe(true);
        const sentence = document.sentences[sentenceAt(document, offset)];
        expect(sentence === undefined || sentence.start <= offset || sentence === document.sentences[0]).toBe(
          true,
        );
      }),
    );
  });
});
