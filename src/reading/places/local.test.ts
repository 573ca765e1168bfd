import { describe, expect, it } from 'vitest';
import { checkSpans, type Toponym } from '../../record/index.js';
import { prepareStages } from '../stages.fixture.js';
import { lists, shippedGazetteer } from './gazetteer.fixture.js';
import { preparePlaces } from './index.js';

const stages = await prepareStages();
const find = preparePlaces(lists, shippedGazetteer());

/** The places of a text. */
async function placesIn(text: string, outlet: string | null = null): Promise<Toponym[]> {
  const { document, grammar, names } = await stages({ text, outlet });
  return checkSpans({ text, places: find(document, grammar, names) }).places;
}

/** Where a name is: the country and the coordinates, to a degree. */
async function where(text: string, quote: string, outlet: string | null = null) {
  const place = (await placesIn(text, outlet)).find((one) => one.quote === quote);
  return place && `${place.country} ${Math.round(place.lat ?? 0)},${Math.round(place.lon ?? 0)}`;
}

const ILLINOIS_MARION = 'US 38,-89';

describe('local news of the United States', () => {
  it.each([
    ['A fire destroyed a barn outside Marion, Ill., on Friday.', 'Marion', ILLINOIS_MARION],
    ['A fire destroyed a barn outside Marion, IL on Friday.', 'Marion', ILLINOIS_MARION],
    ['A fire destroyed a barn outside Marion, Illinois, on Friday.', 'Marion', ILLINOIS_MARION],
    ['Two men were shot in Paris, TX, police said.', 'Paris', 'US 34,-96'],
    ['Two men were shot in Paris, Tenn., police said.', 'Paris', 'US 36,-88'],
    ['A storm hit Manchester, N.H., and Concord.', 'Manchester', 'US 43,-71'],
    ['A fire in Buffalo, New York, killed two.', 'Buffalo', 'US 43,-79'],
    ['A fire in Buffalo, New York, killed two.', 'New York', 'US 43,-76'],
    ['A bridge in the state of Washington fell into a river.', 'Washington', 'US 47,-120'],
    ['The bus left Washington, D.C., at noon.', 'Washington', 'US 39,-77'],
    ['A man from Marshall, Texas, was hurt.', 'Marshall', 'US 33,-94'],
    ['CHARLESTON, W.Va. (AP) -- A truck overturned on Tuesday.', 'CHARLESTON', 'US 38,-82'],
    ['He lives in Pikeville, Ky. Boone County sent crews.', 'Ky.', 'US 38,-85'],
    ['The mayor of London, Ont., said a bus had crashed.', 'London', 'CA 43,-81'],
    ['Police in Burlington, Vt., arrested a man on Sunday.', 'Vt.', 'US 44,-73'],
  ])('lets a state behind a comma decide, however it is written: %s', async (text, quote, place) => {
    expect(await where(text, quote)).toBe(place);
  });

  it.each([
    [
      'The Lamar County sheriff said the men came from Paris, Texas, and Clarksville.',
      'Lamar County',
      'US 34,-95',
    ],
    [
      'Deputies from Washington County chased a car from Plymouth to Roper, N.C.',
      'Washington County',
      'US 36,-77',
    ],
    ['Officers in Peoria County searched a house.', 'Peoria County', 'US 41,-90'],
    [
      'A teen drowned in Sylvania, the Lucas County coroner said. Toledo sent divers.',
      'Lucas County',
      'US 42,-84',
    ],
  ])('knows counties, and which one of a name is meant: %s', async (text, quote, place) => {
    expect(await where(text, quote)).toBe(place);
  });

  it('finds small towns by who comes from them', async () => {
    const text = 'A Beckley man drowned near Logan, W.Va., said Ann Miller, the mayor of Nixa.';
    expect((await placesIn(text)).map(({ quote }) => quote)).toEqual(['Beckley', 'Logan', 'W.Va.', 'Nixa']);
  });

  it('puts a town nowhere by a state that is of something else', async () => {
    const text = 'The man left Fairfax County for Arlington in a car with Maryland plates.';
    expect(await where(text, 'Arlington')).toBe('US 39,-77');
  });

  it('gives a county the precision of a district', async () => {
    const [county] = await placesIn('Officers in Peoria County searched a house.');
    expect(county).toMatchObject({
      quote: 'Peoria County',
      precision: 'district',
      gazetteer: 'division:US.IL.143',
    });
  });

  it.each([
    ['A woman from Nixa died near Republic. A man from Springfield was hurt.', 'Springfield', 'US 37,-93'],
    ['A woman from Chicopee died near Holyoke. A man from Springfield was hurt.', 'Springfield', 'US 42,-73'],
    ['Crews from Carbondale and Herrin put out a fire in Marion on Friday.', 'Marion', ILLINOIS_MARION],
    ['Georgia troopers arrested a man in Athens; he was taken to Atlanta.', 'Athens', 'US 34,-83'],
    ['Georgia troopers arrested a man in Athens; he was taken to Atlanta.', 'Georgia', 'US 33,-83'],
    ['Police in Portland, Bangor and Augusta looked for a man from Lewiston, Maine.', 'Augusta', 'US 44,-70'],
  ])('lets the other places of the report decide where no state is named: %s', async (text, quote, place) => {
    expect(await where(text, quote)).toBe(place);
  });

  it('lets the place in the name of the outlet decide where nothing else does', async () => {
    const text = 'Two students were hurt when a bus left the road near Jackson on Tuesday.';
    expect(await where(text, 'Jackson', 'Nashville Tribune, Tennessee')).toBe('US 36,-89');
    expect(await where(text, 'Jackson', 'The Detroit Herald, Michigan')).toBe('US 42,-84');
  });

  it('keeps what was said once for the whole report', async () => {
    const text = 'AURORA, Colo. — Two died on Monday. The shots were heard all over Aurora, police said.';
    expect((await placesIn(text)).filter(({ name }) => name === 'Aurora').map(({ lat }) => lat)).toEqual([
      39.7294, 39.7294,
    ]);
  });

  it('does not take a listed country or state for the one that the last is in', async () => {
    const text = 'Cases were found in Mexico, China, Japan and Brazil.';
    expect((await placesIn(text)).map(({ country }) => country)).toEqual(['MX', 'CN', 'JP', 'BR']);
  });

  it.each([
    ['He pleaded ill, or so the court was told.', []],
    ['Fever is common with West Nile virus.', []],
    ['They paid US$460 million.', []],
    ['The Pa told Ma to wait.', []],
    ['A truck overturned on U.S. 119 on Monday.', []],
    ['Bob Hill and his wife were hurt.', []],
    ['Central and southern parts were flooded.', []],
  ])('finds no place in: %s', async (text, quotes) => {
    expect((await placesIn(text)).map(({ quote }) => quote)).toEqual(quotes);
  });
});

describe('world news', () => {
  it.each([
    ['Fighting near Tripoli killed six. Libyan officials said Benghazi was calm.', 'Tripoli', 'LY 33,13'],
    ['Lebanese soldiers searched houses in Tripoli. Beirut was calm.', 'Tripoli', 'LB 34,36'],
    ['Ukrainian guns hit a depot near Donetsk.', 'Donetsk', 'UA 48,38'],
    ['Gunmen raided Jos, in Plateau state, Nigeria.', 'Jos', 'NG 10,9'],
    [
      'Tbilisi was quiet. Georgia closed its border after talks with Armenia and Azerbaijan.',
      'Georgia',
      'GE 42,44',
    ],
    ['Police in Hyderabad, Pakistan, arrested four.', 'Hyderabad', 'PK 25,68'],
    ['Police in Hyderabad, India, arrested four.', 'Hyderabad', 'IN 17,78'],
    ['The U.S. and China agree on tariffs for U.S. goods.', 'China', 'CN 36,104'],
    ['A drone hit a bus in Marhanets, Dnipropetrovsk Oblast, Ukraine.', 'Marhanets', 'UA 48,35'],
    ['Streets in Valencia were flooded, the Venezuelan army said from Maracay.', 'Valencia', 'VE 10,-68'],
  ])('puts a name into the country that the report is about: %s', async (text, quote, place) => {
    expect(await where(text, quote)).toBe(place);
  });
});

describe('reasons', () => {
  const rule = async (text: string, quote: string) =>
    (await placesIn(text)).find((one) => one.quote === quote)?.rule;

  it.each([
    ['Two men were shot in Springfield, Illinois, on Monday.', 'Springfield', 'in Illinois, named behind it'],
    ['Bombs fell on Basra.', 'Basra', 'the only place of that name in the gazetteer'],
    ['Crowds filled the streets of Paris.', 'Paris', 'the largest place of that name'],
    ['Troops moved through Sudan.', 'Sudan', 'the country of that name'],
    ['The Afghan town of Chora fell.', 'Chora', 'in Afghanistan, by the word in front of it'],
    [
      'Troops clashed along the Iraq-Syria border.',
      'Iraq-Syria border',
      'half way between the two countries',
    ],
    ['Bombs went off in the Iraqi capital.', 'Iraqi capital', /^the capital of the country/],
  ])('say in plain words why: %s', async (text, quote, reason) => {
    expect(await rule(text, quote)).toMatch(reason);
  });

  it('are given for every place', async () => {
    const text =
      'Gunmen in Umbrellawake, Borno, fled to northern Mali, Kabul airport and 30 km west of Gao near the Kremlin.';
    const places = await placesIn(text);
    expect(places.length).toBeGreaterThan(3);
    for (const place of places) expect(place.rule, place.quote).toMatch(/^\p{Ll}.{10,}/u);
  });
});

describe('places that are told by others', () => {
  const only = async (text: string, quote: string) =>
    (await placesIn(text)).find((one) => one.quote === quote);

  it.each([
    // 30 km are 0.27 degrees of latitude: 35.47 + 0.27 = 35.74.
    ['A bomb went off 30 km north of Kirkuk on Monday.', '30 km north of Kirkuk', 35.74, 44.39, 9],
    [
      'A bomb went off 30 km (19 miles) north of Kirkuk.',
      '30 km (19 miles) north of Kirkuk',
      35.74,
      44.39,
      9,
    ],
    // 20 miles are 32.2 km, 0.29 degrees: 35.47 - 0.29 = 35.18.
    [
      'A bomb went off 20 miles south of the city of Kirkuk.',
      '20 miles south of the city of Kirkuk',
      35.18,
      44.39,
      10,
    ],
    ['A bomb went off twenty kilometres from Kirkuk.', 'twenty kilometres from Kirkuk', 35.47, 44.39, 20],
    ['A bomb went off some 25 miles outside Kirkuk.', '25 miles outside Kirkuk', 35.47, 44.39, 40],
    // 15 km where nothing is said: 48.02 - 0.13 = 47.89.
    ['Shells fell south of Donetsk.', 'south of Donetsk', 47.89, 37.8, 15],
    // Homs 34.73, 36.72; Hama 35.13, 36.75: half way.
    ['Gunmen stopped a bus on the road between Homs and Hama.', 'between Homs and Hama', 34.93, 36.74, 23],
    ['Guns were heard in the eastern part of Mosul.', 'the eastern part of Mosul', 36.34, 43.16, 4],
    [
      'Guns were heard in the eastern part of the Iraqi capital.',
      'the eastern part of the Iraqi capital',
      33.34,
      44.44,
      4,
    ],
  ])('have a middle and a radius: %s', async (text, quote, lat, lon, radius) => {
    const place = await only(text, quote);
    expect(place?.lat).toBeCloseTo(lat, 1);
    expect(place?.lon).toBeCloseTo(lon, 1);
    expect(place?.radius).toBe(radius);
  });

  it('are borders and coasts too', async () => {
    expect(
      await only('Iraqi troops died near the border with Syria.', 'the border with Syria'),
    ).toMatchObject({
      country: ['IQ', 'SY'],
      precision: 'area',
    });
    const coast = await only('A tanker was hit off the coast of Yemen.', 'off the coast of Yemen');
    expect(coast).toMatchObject({ country: 'YE', precision: 'area' });
    expect(coast?.radius).toBeGreaterThan(100);
    expect((await only("A tanker was hit off Yemen's coast.", "off Yemen's coast"))?.precision).toBe('area');
  });

  it.each([
    ['They built 30 km of road in Kirkuk.', 'Kirkuk'],
    ['The drive from Kirkuk took an hour.', 'Kirkuk'],
    ['Talks between Aleppo and Homs leaders went on.', 'Aleppo'],
    ['The match between Basra and Mosul ended early.', 'Basra'],
    ['He is 30 and from Kirkuk.', 'Kirkuk'],
    ['It fell by 10 miles per hour in Kirkuk.', 'Kirkuk'],
  ])('are not found in: %s', async (text, quote) => {
    const place = await only(text, quote);
    expect(place?.radius).toBeUndefined();
    expect(place?.quote).toBe(quote);
  });
});

describe('what a name of a place is', () => {
  const uses = async (text: string) =>
    (await placesIn(text)).map(({ quote, use = 'location' }) => `${quote}: ${use}`);

  it.each([
    ['Baghdad condemned the strike.', ['Baghdad: metonym']],
    ['Washington said that it would respond.', ['Washington: metonym']],
    ['The Kremlin denied the report.', ['Kremlin: metonym']],
    ['Talks between Washington and Tehran failed.', ['Washington: metonym', 'Tehran: metonym']],
    ["Iraq's parliament met on Monday.", ['Iraq: metonym']],
    ['Ministers accused Iran of the raid.', ['Iran: metonym']],
    ['An Iran-backed militia fired.', ['Iran: attribute']],
    ['The raid was condemned by Ankara.', ['Ankara: metonym']],
  ])('is told apart from a location: %s', async (text, expected) => {
    expect(await uses(text)).toEqual(expected);
  });

  it.each([
    ['A bomb went off in Baghdad on Monday.', ['Baghdad: location']],
    ['A drone hit the Kremlin.', ['Kremlin: location']],
    ['Rockets hit Tehran on Monday.', ['Tehran: location']],
    ['Guns were heard all over Washington.', ['Washington: location']],
    ['The Baghdad-based group fled.', ['Baghdad: location']],
  ])('is a location: %s', async (text, expected) => {
    expect(await uses(text)).toEqual(expected);
  });

  it.each([
    'Jordan scored twice in the second half.',
    'Georgia told her mother that she was safe.',
    'Reporters asked Paris Hilton for a comment.',
    'Chad washed his car.',
  ])('is no place at all: %s', async (text) => {
    expect(await uses(text)).toEqual([]);
  });
});
