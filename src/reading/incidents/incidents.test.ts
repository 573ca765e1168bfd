import { describe, expect, it } from 'vitest';
import { checkSpans, type Incident, type Toll } from '../../record/index.js';
import { reader } from '../reader.fixture.js';

const { read } = await reader();
const incidents = async (text: string): Promise<Incident[]> =>
  checkSpans(await read({ text, published: '2024-02-08' })).incidents;
const kinds = async (text: string) => (await incidents(text)).map(({ kind }) => kind);
const who = (incident: Incident | undefined, role: string) =>
  incident?.who.filter((party) => party.role === role).map(({ name }) => name);
const counts = (tolls: readonly Toll[] | undefined) =>
  tolls?.map(({ outcome, low, high }) => [outcome, low, high]);

describe('the kind of an incident', () => {
  it.each([
    ['A suicide attack on a market in Kano killed nine people.', 'suicide_bombing'],
    ['A drone strike hit a truck near Marib.', 'air_strike'],
    ['Rocket attacks on Haifa wounded three people.', 'shelling'],
    ['Gunmen shot dead a judge in Cali.', 'attack'],
    ['Two men were kidnapped in Jos on Monday.', 'abduction'],
    ['Police arrested 14 people in Lyon.', 'arrest'],
    ['The court in Minsk sentenced a journalist to five years.', 'trial'],
    ['Thousands held a protest in Tbilisi on Sunday.', 'protest'],
    ['Rebels captured the town of Bukavu.', 'territory_change'],
    ['A bus crash near Lima killed 20 passengers.', 'accident'],
    ['The two governments signed a ceasefire agreement in Doha.', 'agreement'],
    ['The army imposed a curfew in Mandalay.', 'restriction'],
  ])('%s → %s', async (text, kind) => {
    expect(await kinds(text)).toEqual([kind]);
  });
});

describe('what is not an incident', () => {
  it.each([
    'The murder suspect has two brothers.',
    'She wrote a book about World War II.',
    'Attack drones are sold by three companies.',
    'The film won three awards in Cannes.',
    'He said that the weather had been fine.',
    'The song struck a chord with fans in London on Monday.',
    'The company put out a press release in Paris on Monday.',
    'The party was held in Paris on 12 March 2023.',
    'The song was released in Bangkok on Sunday, 3 March.',
  ])('%s', async (text) => {
    expect(await kinds(text)).toEqual([]);
  });
});

describe('who', () => {
  it('does it and suffers it, in the active and the passive', async () => {
    const [active] = await incidents('Gunmen killed three soldiers in Gao.');
    expect([who(active, 'actor'), who(active, 'recipient')]).toEqual([['Gunmen'], ['three soldiers']]);
    const [passive] = await incidents('Three soldiers were ambushed by gunmen in Gao.');
    expect([who(passive, 'actor'), who(passive, 'recipient')]).toEqual([['gunmen'], ['Three soldiers']]);
  });

  it('is taken from the words in front of a noun and behind “on”', async () => {
    const [strike] = await incidents('An Israeli airstrike on a warehouse in Tyre killed two people.');
    expect(who(strike, 'actor')).toEqual(['Israel']);
    expect(who(strike, 'recipient')).toContain('warehouse');
  });

  it('does not take the day for a part of the party', async () => {
    const [taken] = await incidents('On May 3 gunmen kidnapped two teachers near Zaria.');
    expect([who(taken, 'actor'), who(taken, 'recipient')]).toEqual([['gunmen'], ['two teachers']]);
  });

  it('is nobody where nobody was harmed', async () => {
    expect(
      who((await incidents('No one was killed in the blast in Kabul on Monday.'))[0], 'recipient'),
    ).toEqual([]);
  });

  it('is no weapon, but the one that the weapon is called after', async () => {
    expect(who((await incidents('A Russian drone hit a school in Sumy.'))[0], 'actor')).toEqual(['Russia']);
    expect(who((await incidents('A missile hit a school in Sumy.'))[0], 'actor')).toEqual([]);
  });

  it('is each of those that share a verb', async () => {
    const [hurt] = await incidents('Two soldiers and a driver were wounded in a blast near Gao.');
    expect(who(hurt, 'recipient')).toEqual(['Two soldiers', 'driver']);
    const [killed] = await incidents('Rebels killed two soldiers and a driver was wounded near Gao.');
    expect(who(killed, 'actor')).toEqual(['Rebels']);
  });

  it('of a missile that was shot down is whoever fired it', async () => {
    const [stopped] = await incidents('Israel intercepted a Houthi missile over Eilat.');
    expect([who(stopped, 'actor'), who(stopped, 'recipient')]).toEqual([['Houthi'], ['Israel']]);
  });

  it('is all sides where no direction is told', async () => {
    const [clash] = await incidents('Soldiers clashed with rebels near Goma.');
    expect(who(clash, 'actor')).toEqual(['Soldiers', 'rebels']);
    const [fight] = await incidents('Rain fell after fighting between soldiers and rebels in Goma.');
    expect(who(fight, 'actor')).toEqual(['soldiers', 'rebels']);
  });

  it('is found through relatives, participles and what is between', async () => {
    const [held] = await incidents('Police in Lyon arrested a man who shot two guards.');
    expect([who(held, 'actor'), who(held, 'recipient')]).toEqual([['Police'], ['man']]);
    const [storm] = await incidents('Rebels, who came by boat, stormed the town and killed two guards.');
    expect(who(storm, 'actor')).toEqual(['Rebels']);
    expect(who(storm, 'recipient')).toContain('two guards');
  });

  it('of what somebody is charged with is that person', async () => {
    const found = await incidents('A man was arrested in Lyon for the murder of two guards.');
    expect(found.map((one) => [one.kind, who(one, 'actor'), who(one, 'recipient')])).toEqual([
      ['arrest', [], ['man']],
      ['attack', ['man'], ['two guards']],
    ]);
  });

  it('suffers what is done to oneself, and does not do it too', async () => {
    const [shot] = await incidents('A soldier accidentally shot himself in Cali on Monday.');
    expect([who(shot, 'actor'), who(shot, 'recipient')]).toEqual([[], ['soldier']]);
  });

  it('of a protest is also whom it is against', async () => {
    const [protest] = await incidents('Students protested against the mayor in Tbilisi on Sunday.');
    expect([who(protest, 'actor'), who(protest, 'recipient')]).toEqual([['Students'], ['mayor']]);
  });
});

describe('the toll', () => {
  it.each<[string, [string, number, number | null][]]>([
    [
      'The blast in Kano killed at least five people and wounded dozens.',
      [
        ['killed', 5, null],
        ['injured', 24, null],
      ],
    ],
    ['A bombing in Mosul left nine people dead.', [['killed', 9, 9]]],
    ['No casualties were reported in the attack on Erbil.', [['killed', 0, 0]]],
    ['No one was killed in the blast in Kabul on Monday.', [['killed', 0, 0]]],
    ['No soldiers were killed in the attack on Gao.', [['killed', 0, 0]]],
    ['Some 300 to 400 people were killed in the attack on Gao.', [['killed', 300, 400]]],
    ['Between 10 and 15 people were killed in the attack on Gao.', [['killed', 10, 15]]],
    ['Fourteen (14) civilians were killed in the attack on Gao.', [['killed', 14, 14]]],
    [
      'A bomb went off in Baidoa, killing seven people and wounding four others.',
      [
        ['killed', 7, 7],
        ['injured', 4, 4],
      ],
    ],
    [
      'A bomb went off in Baidoa, killing seven people, wounding 171 others.',
      [
        ['killed', 7, 7],
        ['injured', 171, 171],
      ],
    ],
    [
      'A shootout in Wana left two soldiers and six militants dead.',
      [
        ['killed', 2, 2],
        ['killed', 6, 6],
      ],
    ],
    [
      'A blast in Wana left two soldiers dead and six militants wounded.',
      [
        ['killed', 2, 2],
        ['injured', 6, 6],
      ],
    ],
    ['More than 50 people were arrested in Minsk.', [['detained', 51, null]]],
    ['Twenty-five people were killed in clashes in Wau.', [['killed', 25, 25]]],
    ['A drone strike killed a commander in Idlib.', [['killed', 1, 1]]],
  ])('%s', async (text, expected) => {
    expect(counts((await incidents(text))[0]?.toll)).toEqual(expected);
  });

  it('takes no age, year or price for a number of people', async () => {
    const [shot] = await incidents('A 45-year-old man was shot dead in Kano in 2019 over £300.');
    expect(counts(shot?.toll)).toEqual([['killed', 1, 1]]);
  });
});

describe('one incident, one row', () => {
  it('joins the sentences that go on about it', async () => {
    const found = await incidents(
      'A car bomb exploded in Mogadishu on Monday. The blast killed four people.',
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.mentions.map(({ quote }) => quote)).toEqual(
      expect.arrayContaining(['exploded', 'The blast']),
    );
    expect(counts(found[0]?.toll)).toEqual([['killed', 4, 4]]);
  });

  it('keeps apart what happened on other days or in other towns', async () => {
    const text =
      'A bombing in Kano killed two people on Monday. A bombing in Jos killed six people on Tuesday.';
    const found = await incidents(text);
    expect(found.map(({ where }) => where?.name)).toEqual(['Kano', 'Jos']);
    expect(found.map((each) => counts(each.toll))).toEqual([[['killed', 2, 2]], [['killed', 6, 6]]]);
  });

  it('counts the incidents that words sum up', async () => {
    expect((await incidents('The US launched 85 strikes in Syria last Friday.'))[0]).toMatchObject({
      number: 85,
      when: { edtf: '2024-02-02' },
    });
  });
});

describe('the number of incidents', () => {
  it('is not the number of the dead or the sick', async () => {
    expect((await incidents('The flood in Sind led to 43 deaths.')).map(({ number }) => number)).toEqual([1]);
    expect(
      (await incidents('A cholera outbreak in Lusaka reached 900 cases on Monday.')).map(
        ({ number }) => number,
      ),
    ).toEqual([1]);
  });
});

describe('how real it is', () => {
  it.each([
    ['The group threatened an attack on Nairobi.', 'threatened'],
    ['Workers plan a protest in Lagos on Friday.', 'planned'],
    ['A coup attempt in Gabon failed on Monday.', 'attempted'],
    ['Clashes between the army and rebels are continuing in Sudan.', 'ongoing'],
    ['Gunmen killed a priest in Kaduna.', 'happened'],
    ['On May 3 gunmen kidnapped two teachers.', 'happened'],
  ])('%s → %s', async (text, realis) => {
    expect((await incidents(text))[0]?.realis).toBe(realis);
  });
});
