import { beforeAll, describe, expect, it } from 'vitest';
import { checkSpans, type Incident } from '../../record/index.js';
import { prepareEncoder } from '../encoder/index.js';
import { shippedCard, shippedLanguage } from '../encoder/language.fixture.js';
import { type Scripted, scriptedTold } from '../encoder/told.fixture.js';
import { reader } from '../reader.fixture.js';

const tables = shippedCard().incidents;
let encode: ReturnType<typeof prepareEncoder>;
beforeAll(async () => {
  encode = prepareEncoder(await shippedLanguage());
});

/** The incidents of a text where the heads say just this of it: what is tested is what the rules make of it. */
async function incidents(text: string, script: readonly Scripted[]): Promise<Incident[]> {
  const { read } = await reader(async (document) => ({
    ...(await encode(document)),
    told: scriptedTold(document, tables, script),
  }));
  return checkSpans(await read({ text, published: '2024-02-08' })).incidents;
}
const who = (incident: Incident | undefined, role: string) =>
  incident?.who.filter((party) => party.role === role).map(({ name }) => name);
const counts = (incident: Incident | undefined) =>
  incident?.toll.map(({ outcome, low, high }) => [outcome, low, high]);

describe('what the rules make of pegs', () => {
  const blast: Scripted = { word: 'blast', kind: 'other', arcs: { where: ['Kano'] } };

  it('is an incident where the peg is likely, and where a word list has it too a little sooner', async () => {
    const text = 'The blast shook Kano.';
    const told = (chance: number) => incidents(text, [{ ...blast, chance }]);
    expect(await told(0.9)).toHaveLength(1);
    expect(await told(0.1)).toEqual([]);
    const unlisted = 'The commotion shook Kano.';
    const likely = (chance: number) => incidents(unlisted, [{ ...blast, word: 'commotion', chance }]);
    expect([(await told(0.45)).length, (await likely(0.45)).length]).toEqual([1, 0]);
  });

  it('is none where nothing is told of it', async () => {
    expect(await incidents('The blast was loud.', [{ word: 'blast', kind: 'bombing' }])).toEqual([]);
  });

  it('is no month: on 12 March', async () => {
    const march: Scripted = { word: 'March', kind: 'protest', arcs: { where: ['Kano'] } };
    expect(await incidents('He came to Kano on 12 March.', [march])).toEqual([]);
  });

  it('is of the kind that its words say, against a model that is not sure', async () => {
    const told = await incidents('Gunmen kidnapped two nuns in Kano.', [
      { word: 'kidnapped', kind: 'arrest', chance: 0.6, arcs: { actor: ['Gunmen'] } },
    ]);
    expect(told[0]?.kind).toBe('abduction');
  });

  it('counts the incidents that words sum up, not the dead', async () => {
    const [strikes] = await incidents('The US carried out 85 strikes in Syria.', [
      { word: 'strikes', kind: 'air_strike', arcs: { where: ['Syria'] } },
    ]);
    expect(strikes?.number).toBe(85);
    const [carried] = await incidents('The US carried out 85 strikes in Syria.', [
      { word: 'carried', kind: 'air_strike', arcs: { where: ['Syria'] } },
    ]);
    expect(carried?.number).toBe(85);
    const [deaths] = await incidents('The flood in Sind led to 43 deaths.', [
      { word: 'deaths', kind: 'disaster', arcs: { where: ['Sind'] } },
    ]);
    expect(deaths?.number).toBe(1);
  });
});

describe('one row for one incident', () => {
  const text = 'A bombing in Kano killed two people on Monday. The bombing was the third this year.';
  const first: Scripted = { word: 'bombing', kind: 'bombing', arcs: { where: ['Kano'], when: ['Monday'] } };

  it('joins pegs that link, and no others', async () => {
    const again: Scripted = { word: 'bombing', nth: 2, kind: 'bombing', arcs: { where: ['Kano'] } };
    const apart = await incidents(text, [first, again]);
    expect(apart).toHaveLength(2);
    const linked = { ...first, arcs: { ...first.arcs, link: ['third'] } };
    const third: Scripted = { word: 'third', kind: 'bombing', arcs: { link: ['bombing'] } };
    const joined = await incidents(text, [linked, third]);
    expect(joined.map(({ mentions }) => mentions.length)).toEqual([2]);
  });
});

describe('when and where', () => {
  it('have the offset of the place where a clock time is told', async () => {
    const [strike] = await incidents('The strike hit Baghdad on Wednesday at 21:30.', [
      { word: 'strike', kind: 'air_strike', arcs: { where: ['Baghdad'], when: ['21:30', 'Wednesday'] } },
    ]);
    expect(strike?.when?.edtf).toBe('2024-02-07T21:30+03:00');
    expect(strike?.when?.rule).toContain('by the clocks of Baghdad');
  });

  it('may be the country of a nationality word or of a party’s name, and say so', async () => {
    const [arrest] = await incidents('Turkish police arrested a singer.', [
      { word: 'arrested', kind: 'arrest', arcs: { where: ['Turkish'], recipient: ['singer'] } },
    ]);
    expect(arrest?.where).toMatchObject({ name: 'Turkey', quote: 'Turkish', basis: 'worked out' });
    const [verdict] = await incidents('The Costa Rica Labour Party expelled a mayor.', [
      { word: 'expelled', kind: 'sanction', arcs: { where: ['Costa'], recipient: ['mayor'] } },
    ]);
    expect(verdict?.where).toMatchObject({ country: 'CR', precision: 'country', basis: 'worked out' });
  });

  it('are left out where the words point nowhere', async () => {
    const [arrest] = await incidents('Police arrested a singer in Ankara on Monday.', [
      { word: 'arrested', kind: 'arrest', arcs: { recipient: ['singer'] } },
    ]);
    expect([arrest?.when, arrest?.where]).toEqual([undefined, undefined]);
  });
});

describe('who', () => {
  it('is the whole phrase, the fullest name, or the nation of a word in front', async () => {
    const [strike] = await incidents('A US drone strike killed two senior commanders in Idlib.', [
      {
        word: 'strike',
        kind: 'air_strike',
        arcs: { actor: ['US'], recipient: ['commanders'], where: ['Idlib'] },
      },
    ]);
    expect(who(strike, 'actor')).toEqual(['US']);
    expect(who(strike, 'recipient')).toEqual(['two senior commanders']);
  });

  it('stands once, in its likelier role', async () => {
    const [clash] = await incidents('Soldiers fought rebels in Goma.', [
      { word: 'fought', kind: 'armed_clash', arcs: { actor: ['Soldiers', 'rebels'], recipient: ['rebels'] } },
    ]);
    expect([...(who(clash, 'actor') ?? []), ...(who(clash, 'recipient') ?? [])].sort()).toEqual([
      'Soldiers',
      'rebels',
    ]);
  });
});

describe('the toll', () => {
  it('of a clause goes to the incident that the model gives it to', async () => {
    const text = 'After a raid in Gao a blast in Kano killed five people and wounded dozens.';
    const [raid, blast] = await incidents(text, [
      { word: 'raid', kind: 'raid', arcs: { where: ['Gao'] } },
      { word: 'blast', kind: 'bombing', arcs: { where: ['Kano'], killed: ['five'], injured: ['dozens'] } },
    ]);
    expect(counts(raid)).toEqual([]);
    expect(counts(blast)).toEqual([
      ['killed', 5, 5],
      ['injured', 24, null],
    ]);
  });

  it('of a clause goes to the incident of its sentence where the model gives it to none', async () => {
    const [blast] = await incidents('No casualties were reported in the blast in Kano.', [
      { word: 'blast', kind: 'bombing', arcs: { where: ['Kano'] } },
    ]);
    expect(counts(blast)).toEqual([['killed', 0, 0]]);
  });

  it('in other words is what the model counts', async () => {
    const [fire] = await incidents('The fire spread through Kano. All three were pulled out dead or alive.', [
      { word: 'fire', kind: 'accident', arcs: { where: ['Kano'], missing: ['three'] } },
    ]);
    expect(counts(fire)).toContainEqual(['missing', 3, 3]);
  });

  it.each<[string, string, [string, number, number | null][]]>([
    ['A judge was found shot to death in Kano.', 'shot', [['killed', 1, 1]]],
    ['Three people were found dead in a house in Kano.', 'found', [['killed', 3, 3]]],
    ['A 41-year-old man is dead after a shooting in Kano.', 'shooting', [['killed', 1, 1]]],
    ['A councillor was gunned down in Kano.', 'gunned', [['killed', 1, 1]]],
    ['Police in Kano look into the fatal shooting of a teenager.', 'shooting', [['killed', 1, 1]]],
    ['An official took his own life in Kano.', 'took', [['killed', 1, 1]]],
    ['The murder of a judge shook Kano.', 'murder', [['killed', 1, 1]]],
    ['Protests followed his arrest in Kano.', 'arrest', [['detained', 1, 1]]],
    ['A 17 year old boy was killed in Kano.', 'killed', [['killed', 1, 1]]],
    ['The general died aged 91 in Kano.', 'died', [['killed', 1, 1]]],
    ['The army captured several hundred rebels in Kano.', 'captured', [['detained', 300, null]]],
    [
      'The blast killed nine people, including an infant, in Kano.',
      'blast',
      [
        ['killed', 9, 9],
        ['killed', 1, 1],
      ],
    ],
    ['A woman was shot in the chest in Kano.', 'shot', [['injured', 1, 1]]],
    ['A woman who was shot in Kano died in hospital.', 'shot', [['killed', 1, 1]]],
    ['The attack on Kano claimed 17 lives.', 'attack', [['killed', 17, 17]]],
    ['Some fifty thousand people were killed in Kano.', 'killed', [['killed', 50_000, 50_000]]],
    ['The flood in Kano displaced 2.5 million people.', 'flood', [['displaced', 2_500_000, 2_500_000]]],
    ['Two hundred and fifty people were killed in Kano.', 'killed', [['killed', 250, 250]]],
    ['A dozen people were killed in Kano.', 'killed', [['killed', 12, 12]]],
    ['Two dozen people were killed in Kano.', 'killed', [['killed', 24, 24]]],
    ['Two and five people were killed in Kano.', 'killed', [['killed', 2, 2]]],
    ['Two guards lost their lives in Kano.', 'lost', [['killed', 2, 2]]],
    ['The attack on Kano has a toll of at least 12.', 'attack', [['killed', 12, null]]],
    ['After the attack on Kano the number of dead is now eleven.', 'attack', [['killed', 11, 11]]],
    ['Three bodies were found in a well in Kano.', 'found', [['killed', 3, 3]]],
    ['A blast shook Kano. Nobody was hurt.', 'blast', [['injured', 0, 0]]],
    ['No arrests were made after the riot in Kano.', 'riot', []],
    ['The gang’s killings shook Kano.', 'killings', []],
    ['Soldiers were shot at in Kano.', 'shot', []],
  ])('%s', async (text, word, expected) => {
    const [incident] = await incidents(text, [{ word, kind: 'attack', arcs: { where: ['Kano'] } }]);
    expect(counts(incident)).toEqual(expected);
  });

  it('takes no age for a number', async () => {
    const [shot] = await incidents('A 45-year-old man was shot dead in Kano.', [
      { word: 'shot', kind: 'attack', arcs: { where: ['Kano'], killed: ['man'] } },
    ]);
    expect(counts(shot)).toEqual([['killed', 1, 1]]);
  });
});

describe('means', () => {
  it('are the words that tell what it is, each once', async () => {
    const [blast] = await incidents(
      'An improvised explosive device hit a truck in Kano; the device was large.',
      [{ word: 'hit', kind: 'bombing', arcs: { where: ['Kano'], means: ['device'] } }],
    );
    expect(blast?.means.map(({ quote }) => quote)).toEqual(['improvised explosive device']);
  });
});
