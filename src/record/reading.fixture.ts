import { cut, type Mention, type Reading, type Span } from './index.js';

const text =
  'SPLIT, 7 May (Adria Wire) - A car bomb exploded outside the police headquarters on Tuesday morning, killing at ' +
  'least 12 people, the interior minister said. Police arrested two suspects hours later.\n\n' +
  'READ ALSO: Ferry fares to rise';

/** The span of words that stand in the text once. */
const words = (quote: string): Span => cut(text, text.indexOf(quote), text.indexOf(quote) + quote.length);
const mention = (quote: string): Mention => ({ ...words(quote), basis: 'stated' });
const split = { name: 'Split', country: 'HR', lat: 43.51, lon: 16.44, gazetteer: 'geonames:3190261' };

/** A whole reading of an invented report, made by hand: every field of the record is in it. A new one at each call. */
export function handmadeReading(): Reading {
  const saidByMinister = words(
    'A car bomb exploded outside the police headquarters on Tuesday morning, killing at least 12 people',
  );
  return {
    id: 'split-1',
    text,
    reader: { version: '0.1.0', models: { gazetteer: 'gazetteer-2026-11' } },
    report: {
      title: null,
      byline: null,
      outlet: 'The Lantern',
      url: 'https://lantern.example/split',
      published: { edtf: '2031-05-07', basis: 'given', why: 'It came with the report.' },
      language: 'en',
      agencies: [{ ...words('Adria Wire'), name: 'Adria Wire' }],
      parts: [
        { kind: 'dateline', start: 0, end: text.indexOf('A car bomb') },
        { kind: 'body', start: text.indexOf('A car bomb'), end: text.indexOf('\n\n') },
        { kind: 'unrelated', start: text.indexOf('READ'), end: text.length },
      ],
    },
    incidents: [
      {
        id: 'i1',
        kind: 'bombing',
        realis: 'happened',
        core: true,
        number: 1,
        mentions: [mention('car bomb exploded')],
        when: {
          edtf: '2031-05-06',
          ...words('Tuesday morning'),
          basis: 'worked out',
          rule: 'weekday before',
        },
        where: {
          ...split,
          precision: 'exact',
          candidates: [{ ...split, name: 'Split, Canada', country: 'CA', precision: 'city', score: 0.02 }],
          ...words('police headquarters'),
          basis: 'worked out',
          rule: 'the dateline',
        },
        who: [
          {
            role: 'recipient',
            name: 'police headquarters',
            aliases: [],
            type: 'thing',
            side: 'police',
            mentions: [mention('police headquarters')],
          },
        ],
        means: [mention('car bomb')],
        toll: [
          {
            outcome: 'killed',
            low: 12,
            high: null,
            of: 'people',
            status: 'unknown',
            ...words('at least 12 people'),
            basis: 'stated',
            claim: 'c1',
            score: 0.9,
          },
        ],
        claim: 'c1',
      },
      {
        id: 'i2',
        kind: 'arrest',
        realis: 'happened',
        core: true,
        number: 1,
        mentions: [mention('arrested')],
        when: { edtf: '2031-05-06', basis: 'worked out', rule: 'the day of the incident before it' },
        who: [],
        means: [],
        toll: [],
      },
    ],
    claims: [
      {
        id: 'c1',
        ...saidByMinister,
        speaker: { name: 'interior minister', kind: 'government', ...placeOf('interior minister') },
        stance: 'says',
        cue: words('said'),
        about: ['i1'],
        chain: [{ ...words('Adria Wire'), name: 'Adria Wire' }],
      },
    ],
    times: [
      {
        ...words('Tuesday morning'),
        type: 'TIME',
        value: '2031-05-06TMO',
        edtf: '2031-05-06',
        interval: { first: '2031-05-06', last: '2031-05-06' },
        anchor: { from: 'publication' },
        rule: 'weekday',
      },
    ],
    places: [{ ...words('SPLIT'), ...split, precision: 'city', candidates: [] }],
    names: [{ ...words('Adria Wire'), type: 'organisation', entity: 'adria-wire' }],
    unrelated: [words('READ ALSO: Ferry fares to rise')],
    notes: [{ code: 'unknown-place', message: 'No gazetteer knows this place.', ...words('headquarters') }],
    extra: { desk: 'night', start: 'not a span' },
  };
}

function placeOf(quote: string): { start: number; end: number } {
  const { start, end } = words(quote);
  return { start, end };
}
