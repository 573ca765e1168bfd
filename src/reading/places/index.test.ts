import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSpans, type Name, type NameType, type Toponym } from '../../record/index.js';
import { prepareStages } from '../stages.fixture.js';
import { lists, shippedGazetteer } from './gazetteer.fixture.js';
import { prepareCountryOfWord, preparePlaces } from './index.js';

const stages = await prepareStages();
const find = preparePlaces(lists, shippedGazetteer());

/** The places of a text; `named` are names that an earlier stage found, by their words. */
async function placesIn(text: string, named: Record<string, NameType> = {}): Promise<Toponym[]> {
  const { document, grammar } = await stages({ text });
  const names = Object.entries(named).map(([quote, type]): Name => {
    const start = text.indexOf(quote);
    return { start, end: start + quote.length, quote, type, entity: quote };
  });
  return checkSpans({ text, places: find(document, grammar, names) }).places;
}
/** Each place as "quote → name (country, precision)". */
const shown = async (text: string, named?: Record<string, NameType>) =>
  (await placesIn(text, named)).map(
    ({ quote, country, precision }) => `${quote} (${[country].flat().join()}, ${precision})`,
  );

describe('names of places', () => {
  it('takes the longest name and leaves its parts alone', async () => {
    expect(await shown('The envoy flew from New York to Mexico City.')).toEqual([
      'New York (US, city)',
      'Mexico City (MX, city)',
    ]);
  });

  it('lets what stands behind a comma decide', async () => {
    expect((await placesIn('Two men were shot in Springfield, Illinois, on Monday.'))[0]).toMatchObject({
      gazetteer: 'geonames:4250542',
    });
    expect((await placesIn('Two men were shot in Springfield, Massachusetts, on Monday.'))[0]).toMatchObject({
      gazetteer: 'geonames:4951788',
    });
    expect(
      (await placesIn('Two men were shot in Springfield, Illinois, on Monday.'))[0]?.candidates.length,
    ).toBeGreaterThan(2);
  });

  it('lets the country that the report is about decide', async () => {
    expect((await shown('Syrian rebels took Tripoli road. Libya called for calm in Tripoli.')).at(-1)).toBe(
      'Tripoli (LY, city)',
    );
    expect(
      (await shown('Lebanon sent soldiers to Tripoli, and the Lebanese army searched houses.')).at(-1),
    ).toBe('Tripoli (LB, city)');
  });

  it('keeps the resolution of a name for the rest of the report', async () => {
    const places = await placesIn(
      'A fire broke out in Paris, Texas. Nobody in Paris was hurt, officials said.',
    );
    expect(places.filter(({ quote }) => quote === 'Paris').map(({ country }) => country)).toEqual([
      'US',
      'US',
    ]);
  });

  it('reads datelines and lines in capitals', async () => {
    expect(await shown('BAGHDAD, Feb 8 (AFP) — A drone hit a car.')).toEqual(['BAGHDAD (IQ, city)']);
    expect(await shown('GUNMEN ATTACKED A BANK IN BOGOTA ON MONDAY AND POLICE ARRESTED FOUR.')).toEqual([
      'BOGOTA (CO, city)',
    ]);
  });

  it('knows towns that GeoNames lacks', async () => {
    expect(await shown('Militiamen burned houses in Komanda, Ituri, on Sunday.')).toEqual([
      'Komanda (CD, city)',
      'Ituri (CD, region)',
    ]);
  });

  it('gives a village that nobody knows the place that the words put it into', async () => {
    const [village] = await placesIn('Gunmen killed two farmers in Umbrellawake, Borno, on Sunday.');
    expect(village).toMatchObject({
      quote: 'Umbrellawake',
      name: 'Umbrellawake, Borno',
      country: 'NG',
      precision: 'region',
    });
  });
});

describe('words that are no places', () => {
  it.each([
    'The Reading of the bill was in March, and Police said that Nice people came.',
    'Of all the Iraqi soldiers, the American officers and the US troops none was hurt.',
    'They told us that they would march.',
  ])('finds none in: %s', async (text) => {
    expect(await shown(text)).toEqual([]);
  });

  it('leaves the names of persons and organisations alone', async () => {
    expect(await shown('Officials met Jordan Smith on Friday.', { 'Jordan Smith': 'person' })).toEqual([]);
    expect(
      await shown('The Kabul Football Federation met.', { 'Kabul Football Federation': 'organisation' }),
    ).toEqual([]);
    expect(await shown('Reporters asked Paris Hilton for a comment.')).toEqual([]);
  });

  it('reads nothing in the lines of another story', async () => {
    const text =
      'A bomb killed two soldiers in Mosul on Friday, police said.\n\nREAD MORE: Floods in Karachi';
    expect(await shown(text)).toEqual(['Mosul (IQ, city)']);
  });

  it('takes a common word for a town where the words say so', async () => {
    expect(await shown('A man was stabbed in Reading, England, on Friday.')).toEqual([
      'Reading (GB, city)',
      'England (GB, region)',
    ]);
    expect(await shown('A man was stabbed in the city of Nice on Friday.')).toEqual(['Nice (FR, city)']);
  });
});

describe('phrases', () => {
  it.each([
    ["A strike hit Baghdad's Mashtal neighborhood.", 'Mashtal neighborhood', 'Mashtal neighborhood, Baghdad'],
    ['A strike hit Mashtal neighborhood, Baghdad.', 'Mashtal neighborhood', 'Mashtal neighborhood, Baghdad'],
    [
      'Rockets hit Baghdad International Airport on Monday.',
      'Baghdad International Airport',
      'Baghdad International Airport',
    ],
  ])('puts a site or a part of a town where its town is: %s', async (text, quote, name) => {
    const site = (await placesIn(text)).find((place) => place.quote === quote);
    expect(site).toMatchObject({ name, country: 'IQ', precision: 'exact', lat: 33.3406 });
  });

  it('places a camp by the town that it is near', async () => {
    expect((await placesIn('Mortars hit Camp Speicher near Tikrit on Monday.'))[0]).toMatchObject({
      quote: 'Camp Speicher',
      precision: 'exact',
      country: 'IQ',
    });
  });

  it('takes provinces for regions, by their own name or that of their town', async () => {
    expect(await shown('Fighting went on in Anbar province and in Homs Governorate, Syria.')).toEqual([
      'Anbar province (IQ, region)',
      'Homs Governorate (SY, region)',
      'Syria (SY, country)',
    ]);
  });

  it('takes a part of a country by the compass for a region', async () => {
    const [part] = await placesIn('Jihadists attacked a village in northern Mali on Monday.');
    expect(part).toMatchObject({ quote: 'northern Mali', country: 'ML', precision: 'region' });
    expect(part?.lat).toBeGreaterThan(17);
  });

  it.each([
    'Troops clashed along the Iraq-Syria border on Monday.',
    'Troops closed the border between Iraq and Syria on Monday.',
    "Troops closed Iraq's border with Syria on Monday.",
  ])('takes a border for an area of both countries: %s', async (text) => {
    const places = await placesIn(text);
    expect(places).toHaveLength(1);
    expect(places[0]).toMatchObject({ country: ['IQ', 'SY'], precision: 'area' });
  });

  it('knows a capital by its country, and leaves it where the name follows', async () => {
    expect(await placesIn('Bombs went off in the Iraqi capital.')).toMatchObject([
      { quote: 'Iraqi capital', name: 'Baghdad' },
    ]);
    expect(await shown('Bombs went off in the Afghan capital Kabul.')).toEqual(['Kabul (AF, city)']);
  });

  it('gives a sea no country', async () => {
    expect(await placesIn('A missile missed a tanker in the Red Sea.')).toMatchObject([
      { quote: 'Red Sea', country: null, precision: 'area' },
    ]);
  });
});

describe('any text at all', () => {
  const words = fc.constantFrom(
    'in',
    'the',
    'Baghdad',
    'Iraq',
    'Syria',
    '-',
    'border',
    'al',
    'Qaim',
    'northern',
    'capital',
    'Iraqi',
    ',',
    '’s',
    'airport',
    'Camp',
    'of',
    'St.',
    '\n',
    '\u0301',
    '😀',
    'İ',
    'ﬁ',
    '"',
    'A',
    'NEW YORK',
    '.',
    'province',
    'de',
    'between',
    'and',
    'with',
    '30 km north of',
    '½ miles off the coast of',
    'the road between',
    'the border with',
    'the eastern part of',
    'the south of',
    'Kremlin',
    'Ill.',
    'said',
    'Texas',
    'County',
  );

  it('gives spans in order that do not overlap and cut their quotes', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 30 }).map((parts) => parts.join(' ')),
      fc.array(words).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        let at = 0;
        for (const place of await placesIn(text)) {
          expect(place.start).toBeGreaterThanOrEqual(at);
          at = place.end;
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});

describe('nationality words', () => {
  const country = prepareCountryOfWord(lists);

  it.each([
    ['Iraqi', 'IQ'],
    ['Iraqis', 'IQ'],
    ['IRAQI', 'IQ'],
    ['Afghans', 'AF'],
    ['US', 'US'],
    ['Dutchmen', 'NL'],
    ['Swiss', 'CH'],
  ])('%s is of %s', (word, code) => {
    expect(country(word)).toBe(code);
  });

  it.each(['iraqi', 'us', 'Iraq', 'Philippines', 'Kurdish', 'Men', 'S', ''])('%s is none', (word) => {
    expect(country(word)).toBeUndefined();
  });
});
