import { describe, expect, it } from 'vitest';
import { checkSpans } from '../../../src/record/index.js';
import { oneLine } from '../normal.js';
import { answerOf, ROLES, type Slot } from '../template.js';
import { templatesOf } from './index.js';
import { type MadeUp, type MadeUpReading, made } from './reading.fixture.js';

const templates = (reading: MadeUpReading) => templatesOf(checkSpans(made(reading)));
/** What is written of a reading; every mention of it stands in the text. */
function answers(reading: MadeUpReading) {
  const all = templates(reading).map(answerOf);
  const mentions = all.flatMap((answer) => ROLES.flatMap((role) => answer[role].flat()));
  expect(mentions.filter((mention) => !oneLine(reading.text).includes(mention))).toEqual([]);
  return all;
}
/** The fills of a slot of the only template, as `VALUE` or `VALUE: OF`. */
function fills(slot: Slot, reading: MadeUpReading): string[] {
  const all = templates(reading);
  expect(all).toHaveLength(1);
  return (all[0]?.[slot] ?? []).map(({ value, of }) => [value, ...(of ?? [])].join(': '));
}

const raid = 'THREE MASKED MEN SHOT TWO NURSES IN ICA ON 2 MARCH.';
const shooting: MadeUp = {
  words: 'SHOT',
  recipients: [['TWO NURSES', 'people', 'civilians']],
  actors: [['THREE MASKED MEN', 'people', 'other']],
};
const only = (incident: Partial<MadeUp>, text = raid): MadeUpReading => {
  return { text, incidents: [{ ...shooting, ...incident }] };
};

describe('which incidents are coded', () => {
  it('violence that happened, was tried or threatened', () => {
    expect(answers(only({}))).toEqual([
      { incident_type: 'attack', PerpInd: [['MASKED MEN']], PerpOrg: [], Target: [], Victim: [], Weapon: [] },
    ]);
    const stages = (['happened', 'ongoing', 'attempted', 'threatened'] as const).flatMap((realis) =>
      fills('INCIDENT: STAGE OF EXECUTION', only({ realis })),
    );
    expect(stages).toEqual(['ACCOMPLISHED', 'ACCOMPLISHED', 'ATTEMPTED', 'THREATENED']);
  });

  it.each([['planned'], ['denied'], ['hypothetical']] as const)('not what is %s', (realis) => {
    expect(templates(only({ realis }))).toEqual([]);
  });

  it.each([['arrest'], ['trial'], ['raid'], ['protest'], ['accident'], ['release'], ['agreement'], ['riot']])(
    'no %s',
    (kind) => expect(templates(only({ kind }))).toEqual([]),
  );

  it('not what is more than two months old, unless the report is about it', () => {
    expect(templates(only({ day: '1989-12-20', core: false }))).toEqual([]);
    expect(templates(only({ day: '1989-12-20', core: true }))).toHaveLength(1);
    expect(templates(only({ day: '1990-02-01', core: false }))).toHaveLength(1);
  });

  it('not sums of many incidents', () => {
    expect(templates(only({ number: 85 }))).toEqual([]);
    expect(templates(only({ number: 3, day: '1990-01-01/1990-03-01' }))).toEqual([]);
    expect(templates(only({ number: 3, day: '1990-03-04' }))).toHaveLength(1);
  });

  it('only what has to do with the nine countries', () => {
    expect(templates(only({ country: 'FR' }))).toEqual([]);
    const text = 'THREE MASKED MEN SHOT A PERUVIAN NURSE IN LYON.';
    expect(
      templates(only({ country: 'FR', recipients: [['A PERUVIAN NURSE', 'person']] }, text)),
    ).toHaveLength(1);
  });

  const war = 'REBELS FOUGHT SOLDIERS NEAR ICA. A FARMER DIED.';
  const clash: MadeUp = {
    kind: 'armed_clash',
    words: 'FOUGHT',
    actors: [['REBELS', 'people', 'rebel group']],
    recipients: [['SOLDIERS', 'people', 'state force']],
  };
  const clashWith = (change: Partial<MadeUp>): MadeUpReading => ({
    text: war,
    incidents: [{ ...clash, ...change }],
  });

  it('not what armed sides do to each other, unless somebody else is hit', () => {
    expect(templates(clashWith({}))).toEqual([]);
    expect(templates(clashWith({ recipients: [], toll: [] }))).toEqual([]);
    const farmer = ['A FARMER', 'person', 'civilians'] as const;
    expect(templates(clashWith({ recipients: [...(clash.recipients ?? []), farmer] }))).toHaveLength(1);
    expect(templates(clashWith({ toll: [['killed', 1, 1, 'A FARMER', 'civilian']] }))).toHaveLength(1);
  });

  it('not an attack on barracks, but one on a retired general or on foreign forces', () => {
    const text = 'REBELS ATTACKED THE BARRACKS, A RETIRED GENERAL AND U.S. MARINES NEAR ICA.';
    const on = (...recipients: NonNullable<MadeUp['recipients']>) =>
      templates({ text, incidents: [{ words: 'ATTACKED', recipients }] });
    expect(on(['THE BARRACKS', 'thing'])).toEqual([]);
    expect(on(['A RETIRED GENERAL', 'person', 'state force'])).toHaveLength(1);
    expect(on(['U.S. MARINES', 'people', 'external force'])).toHaveLength(1);
  });

  it('not an attack of which nothing but the attack is known', () => {
    expect(templates(only({ recipients: [] }))).toEqual([]);
    const text = 'A BOMB WENT OFF IN ICA.';
    expect(
      templates({ text, incidents: [{ kind: 'bombing', words: 'WENT OFF', means: ['A BOMB'] }] }),
    ).toHaveLength(1);
  });
});

describe('a seizure', () => {
  it('by the state is coded only where something is stolen', () => {
    const seizure = (words: string, side: 'police' | 'rebel group') =>
      answers({
        text: `MEN ${words} A TRUCK.`,
        incidents: [
          { kind: 'seizure', words, actors: [['MEN', 'people', side]], recipients: [['A TRUCK', 'thing']] },
        ],
      }).map((answer) => answer.incident_type);
    expect(seizure('SEIZED', 'police')).toEqual([]);
    expect(seizure('STOLE', 'police')).toEqual(['robbery']);
    expect(seizure('SEIZED', 'rebel group')).toEqual(['attack']);
  });
});

describe('the type', () => {
  const typed = (kind: string, words: string, means: string[] = []) => {
    const text = `${words} ${means.join(' ')} HIT A SHOP.`;
    return answers({ text, incidents: [{ kind, words, means, recipients: [['A SHOP', 'thing']] }] })[0]
      ?.incident_type;
  };

  it.each([
    ['bombing', 'WENT OFF', 'bombing'],
    ['grenade_attack', 'THREW', 'bombing'],
    ['air_strike', 'BOMBED', 'attack'], // A bomb from the air is an attack.
    ['shelling', 'SHELLED', 'attack'],
    ['attack', 'ATTACKED', 'attack'],
    ['attack', 'DYNAMITED', 'bombing'],
    ['property_attack', 'SET FIRE TO', 'arson'],
    ['property_attack', 'BLEW UP', 'bombing'],
    ['property_attack', 'LOOTED', 'robbery'],
    ['property_attack', 'WRECKED', 'attack'],
    ['seizure', 'ROBBED', 'robbery'],
    ['foiled_attack', 'DEFUSED A BOMB', 'bombing'],
  ])('of %s "%s" is %s', (kind, words, type) => expect(typed(kind, words)).toBe(type));

  it('is told by the means too', () => expect(typed('attack', 'DESTROYED', ['EXPLOSIVES'])).toBe('bombing'));

  it('of a stopped bomb is an attempted bombing', () => {
    const text = 'POLICE DEFUSED A BOMB AT A SHOP.';
    const incidents = [
      { kind: 'foiled_attack', words: 'DEFUSED A BOMB', recipients: [['A SHOP', 'thing']] as const },
    ];
    expect(fills('INCIDENT: STAGE OF EXECUTION', { text, incidents })).toEqual(['ATTEMPTED']);
  });

  it('of an armed strike is a forced work stoppage, and an ordinary strike is none', () => {
    const stoppage = (text: string) => answers({ text, incidents: [{ kind: 'protest', words: 'STRIKE' }] });
    expect(stoppage('THE FRONT CALLED AN ARMED STRIKE.')).toMatchObject([
      { incident_type: 'forced work stoppage' },
    ]);
    expect(stoppage('TEACHERS WENT ON STRIKE.')).toEqual([]);
  });
});

describe('perpetrators', () => {
  const text =
    'RED FRONT REBELS SHOT TWO NURSES. THE RED FRONT [RF] ADMITTED NOTHING. THE ARMY BLAMED THE RED FRONT.';
  const names = [['RED FRONT', 'armed_group']] as const;

  it('are individuals, and the organisation that their words name', () => {
    const actors = [['RED FRONT REBELS', 'people', 'rebel group']] as const;
    const [answer] = answers({ text, names, incidents: [{ ...shooting, actors }] });
    expect(answer).toMatchObject({ PerpInd: [['RED FRONT REBELS']], PerpOrg: [['RED FRONT']] });
  });

  it('are an organisation alone where a group is named, and a state body', () => {
    const by = (...actor: NonNullable<MadeUp['actors']>[number]) =>
      answers({ text, names, incidents: [{ ...shooting, actors: [actor] }] })[0];
    expect(by('RED FRONT', 'group')).toMatchObject({ PerpInd: [], PerpOrg: [['RED FRONT']] });
    expect(by('THE ARMY', 'group', 'state force')).toMatchObject({ PerpInd: [], PerpOrg: [['ARMY']] });
  });

  it('are individuals where a group has no name, and persons by their fullest name', () => {
    const other =
      'A GROUP OF ARMED MEN LED BY COLONEL JUAN RIO SHOT TWO NURSES. R. RIO FLED. A TRUCK STOOD BY.';
    const people = [
      ['R. RIO=juan', 'person'],
      ['JUAN RIO=juan', 'person'],
    ] as const;
    const by = (...actor: NonNullable<MadeUp['actors']>[number]) =>
      answers({ text: other, names: people, incidents: [{ ...shooting, actors: [actor] }] })[0];
    expect(by('A GROUP OF ARMED MEN', 'group')).toMatchObject({
      PerpInd: [['GROUP OF ARMED MEN']],
      PerpOrg: [],
    });
    expect(by('COLONEL JUAN RIO', 'person')).toMatchObject({ PerpInd: [['JUAN RIO']] });
    expect(by('A TRUCK', 'thing')).toMatchObject({ PerpInd: [], PerpOrg: [] });
  });

  it('make it state violence or terrorism', () => {
    const category = (side: 'state force' | 'rebel group') =>
      fills('PERP: INCIDENT CATEGORY', only({ actors: [['THREE MASKED MEN', 'people', side]] }));
    expect(category('state force')).toEqual(['STATE-SPONSORED VIOLENCE']);
    expect(category('rebel group')).toEqual(['TERRORIST ACT']);
  });

  const confidence = (
    words: string,
    stance?: 'accuses' | 'admits' | 'says',
    kind: 'police' | 'witness' = 'police',
  ) => {
    const speaker = { name: 'X', kind, start: 0, end: 1 };
    const claims = stance === undefined ? [] : [{ id: 'c1', stance, speaker }];
    const actors = [['RED FRONT', 'group', 'rebel group', stance && 'c1'] as const];
    const incidents = [{ words: 'SHOT', actors, recipients: shooting.recipients ?? [] }];
    return fills('PERP: ORGANIZATION CONFIDENCE', { text: words, names, claims, incidents });
  };

  it('are as sure as the report is', () => {
    const plain = 'THE RED FRONT SHOT TWO NURSES.';
    expect(confidence(plain)).toEqual(['REPORTED AS FACT: RED FRONT']);
    expect(confidence(plain, 'says')).toEqual(['REPORTED AS FACT: RED FRONT']);
    expect(confidence(plain, 'accuses')).toEqual(['SUSPECTED OR ACCUSED BY AUTHORITIES: RED FRONT']);
    expect(confidence(plain, 'accuses', 'witness')).toEqual(['SUSPECTED OR ACCUSED: RED FRONT']);
    expect(confidence(plain, 'admits')).toEqual(['CLAIMED OR ADMITTED: RED FRONT']);
    expect(confidence('THE RED FRONT ALLEGEDLY SHOT TWO NURSES.')).toEqual([
      'SUSPECTED OR ACCUSED: RED FRONT',
    ]);
    expect(confidence('THE RED FRONT, WHICH CLAIMED RESPONSIBILITY, SHOT TWO NURSES.')).toEqual([
      'CLAIMED OR ADMITTED: RED FRONT',
    ]);
    // The doubt of another sentence is not about it.
    expect(confidence('THE RED FRONT SHOT TWO NURSES. A THIEF ALLEGEDLY FLED.')).toEqual([
      'REPORTED AS FACT: RED FRONT',
    ]);
  });
});

describe('targets', () => {
  const text =
    "A BOMB KILLED FORMER MAYOR ANA PAZ, PAZ'S DRIVER AND AT LEAST SIX SHOPPERS AND DESTROYED TWO CHILEAN BANKS IN ICA.";
  const names = [['ANA PAZ', 'person']] as const;
  const blast: MadeUp = {
    kind: 'bombing',
    words: 'KILLED',
    means: ['A BOMB'],
    recipients: [
      ['FORMER MAYOR ANA PAZ', 'person', 'civilians'],
      ['AT LEAST SIX SHOPPERS', 'people', 'civilians'],
      ['TWO CHILEAN BANKS', 'thing'],
    ],
    toll: [['killed', 6, null, 'AT LEAST SIX SHOPPERS']],
  };
  const of = (slot: Slot) => fills(slot, { text, names, incidents: [blast] });

  it('are persons by name, what they are, and people by a description', () => {
    expect(of('HUM TGT: NAME')).toEqual(['ANA PAZ']);
    expect(of('HUM TGT: DESCRIPTION')).toEqual(['FORMER MAYOR: ANA PAZ', 'SHOPPERS']);
    expect(of('HUM TGT: TYPE')).toEqual(['FORMER GOVERNMENT OFFICIAL: ANA PAZ', 'CIVILIAN: SHOPPERS']);
    expect(of('HUM TGT: NUMBER')).toEqual(['1: ANA PAZ', '6-: SHOPPERS']);
    expect(of('HUM TGT: EFFECT OF INCIDENT')).toEqual(['DEATH: SHOPPERS']);
  });

  it('are things with type, number, nation and effect', () => {
    expect(of('PHYS TGT: ID')).toEqual(['CHILEAN BANKS']);
    expect(of('PHYS TGT: TYPE')).toEqual(['FINANCIAL: CHILEAN BANKS']);
    expect(of('PHYS TGT: NUMBER')).toEqual(['2: CHILEAN BANKS']);
    expect(of('PHYS TGT: FOREIGN NATION')).toEqual(['CHILE: CHILEAN BANKS']);
    expect(of('PHYS TGT: EFFECT OF INCIDENT')).toEqual(['DESTROYED: CHILEAN BANKS']);
  });

  it('are no places at large, no weapons, and no people who were taken for things', () => {
    const text = 'MEN ATTACKED THE AREA, TWO RIFLES, A CONTINGENT OF GUARDS, A BANK AND THE POWER ZONE.';
    const things = ['THE AREA', 'TWO RIFLES', 'A CONTINGENT OF GUARDS', 'A BANK', 'THE POWER ZONE'];
    const recipients = things.map((words) => [words, 'thing'] as const);
    const reading = { text, incidents: [{ words: 'ATTACKED', recipients }] };
    expect(answers(reading)).toMatchObject([{ Target: [['BANK'], ['POWER ZONE']] }]);
    expect(fills('HUM TGT: DESCRIPTION', reading)).toEqual(['CONTINGENT OF GUARDS']);
  });

  it('are not those whose driver, guard or son was hit', () => {
    const recipients = [["PAZ'S DRIVER", 'person', 'civilians']] as const;
    const named = [['PAZ', 'person']] as const;
    const driver = {
      text: "A GUNMAN SHOT PAZ'S DRIVER.",
      names: named,
      incidents: [{ words: 'SHOT', recipients }],
    };
    expect(answers(driver)).toMatchObject([{ Victim: [] }]);
    expect(fills('HUM TGT: DESCRIPTION', driver)).toEqual(["PAZ'S DRIVER"]);
  });

  it('are whoever a toll counts, and nobody where it counts none', () => {
    const toll = (...tolls: NonNullable<MadeUp['toll']>) => ({
      text: 'A BOMB WENT OFF IN A SHOP. SIX SHOPPERS DIED. NOBODY WAS HURT.',
      incidents: [
        {
          kind: 'bombing',
          words: 'WENT OFF',
          means: ['A BOMB'],
          recipients: [['A SHOP', 'thing']] as const,
          toll: tolls,
        },
      ],
    });
    const six = toll(['killed', 6, 6, 'SIX SHOPPERS']);
    expect(fills('HUM TGT: DESCRIPTION', six)).toEqual(['SHOPPERS']);
    expect(fills('HUM TGT: EFFECT OF INCIDENT', six)).toEqual(['DEATH: SHOPPERS']);
    const none = toll(['killed', 0, 0, 'NOBODY'], ['injured', 0, 0, 'NOBODY']);
    expect(fills('HUM TGT: EFFECT OF INCIDENT', none)).toEqual(['NO INJURY OR DEATH: -']);
    expect(fills('HUM TGT: DESCRIPTION', none)).toEqual([]);
  });

  it('die of a killing though no toll counts them', () => {
    const recipients = [['TWO NURSES', 'people', 'civilians']] as const;
    const murder = { text: 'MEN MURDERED TWO NURSES.', incidents: [{ words: 'MURDERED', recipients }] };
    expect(fills('HUM TGT: EFFECT OF INCIDENT', murder)).toEqual(['DEATH: NURSES']);
    expect(fills('HUM TGT: EFFECT OF INCIDENT', only({}))).toEqual([]);
  });
});

describe('means, day and place', () => {
  it('are the fullest words of each instrument, without the vehicle that brought it', () => {
    const text = 'A BOMB, A CAR BOMB, RIFLES AND A HELICOPTER HIT TWO NURSES.';
    const means = ['A BOMB', 'A CAR BOMB', 'RIFLES', 'A HELICOPTER'];
    const reading = { text, incidents: [{ words: 'HIT', means, recipients: shooting.recipients ?? [] }] };
    expect(fills('INCIDENT: INSTRUMENT ID', reading)).toEqual(['CAR BOMB', 'RIFLES']);
    expect(fills('INCIDENT: INSTRUMENT TYPE', reading)).toEqual(['VEHICLE BOMB: CAR BOMB', 'RIFLE: RIFLES']);
  });

  it('are a type alone where the verb tells it, and none of an abduction', () => {
    expect(fills('INCIDENT: INSTRUMENT TYPE', only({}))).toEqual(['GUN: -']);
    expect(fills('INCIDENT: INSTRUMENT TYPE', only({ kind: 'abduction' }))).toEqual([]);
  });

  it('are a day, a range of days, or on or before the day of the report', () => {
    const date = (day?: string, dayWords?: string) =>
      fills(
        'INCIDENT: DATE',
        only({ ...(day ? { day } : {}), ...(dayWords ? { dayWords } : {}) }, `${raid} LAST FRIDAY.`),
      );
    expect(date('1990-03-02', '2 MARCH')).toEqual(['02 MAR 90']);
    expect(date('1990-03-01/1990-03-02')).toEqual(['01 MAR 90 - 02 MAR 90']);
    expect(date('1990-03-02', 'LAST FRIDAY')).toEqual(['- 05 MAR 90']); // A weekday counts as none.
    expect(date('../1990-03-02')).toEqual(['- 05 MAR 90']);
    expect(date()).toEqual(['- 05 MAR 90']);
  });

  it('are a country, and a place in it', () => {
    expect(fills('INCIDENT: LOCATION', only({ place: 'ICA' }))).toEqual(['PERU: ICA (CITY)']);
    expect(fills('INCIDENT: LOCATION', only({}))).toEqual(['PERU']);
    // Where no place is known, the country that the words speak of most.
    const shot = { words: 'SHOT', recipients: [['A BOLIVIAN', 'person']] as const, country: '' };
    const text = 'A BOLIVIAN WAS SHOT. CHILEAN POLICE SEEK A CHILEAN.';
    expect(fills('INCIDENT: LOCATION', { text, incidents: [shot] })).toEqual(['CHILE']);
  });
});

describe('what is one template', () => {
  const text =
    'MEN SHOT TWO NURSES AND KILLED A GUARD IN ICA. IN LIMA MEN SHOT A BAKER. A BLAST HURT TWO NURSES.';
  const nurses: MadeUp = {
    words: 'SHOT',
    place: 'ICA',
    day: '1990-03-02',
    recipients: [['TWO NURSES', 'people']],
  };
  const guard: MadeUp = {
    words: 'KILLED',
    place: 'ICA',
    day: '1990-03-02',
    recipients: [['A GUARD', 'person']],
  };
  const count = (...incidents: MadeUp[]) => templates({ text, incidents }).length;

  it('are incidents of one type that nothing tells apart', () => {
    expect(count(nurses, guard)).toBe(1);
    expect(fills('HUM TGT: DESCRIPTION', { text, incidents: [nurses, guard] })).toEqual(['NURSES', 'GUARD']);
    const { day: _, place: __, ...bare } = guard;
    expect(count(nurses, bare)).toBe(1);
  });

  it('are not those of other places, days, stages, perpetrators or types', () => {
    expect(count(nurses, { ...guard, place: 'LIMA' })).toBe(2);
    expect(count(nurses, { ...guard, day: '1990-03-03' })).toBe(2);
    expect(count(nurses, { ...guard, realis: 'attempted' })).toBe(2);
    expect(count(nurses, { ...guard, kind: 'abduction' })).toBe(2);
    const by = (words: string): Partial<MadeUp> => ({ actors: [[words, 'people']] });
    expect(count({ ...nurses, ...by('MEN') }, { ...guard, ...by('A BAKER') })).toBe(2);
  });

  it('are an attack and a bombing of one target', () => {
    const blast: MadeUp = { ...nurses, kind: 'bombing', words: 'BLAST' };
    expect(answers({ text, incidents: [nurses, blast] })).toMatchObject([{ incident_type: 'bombing' }]);
    expect(count(guard, blast)).toBe(2);
  });
});
