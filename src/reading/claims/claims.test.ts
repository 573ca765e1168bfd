import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSpans, type Incident, type Mention } from '../../record/index.js';
import { prepareArcs } from '../encoder/index.js';
import { shippedCard } from '../encoder/language.fixture.js';
import { lists } from '../lists.fixture.js';
import { prepareStages } from '../stages.fixture.js';
import { attribute, prepareClaims } from './index.js';

const stages = await prepareStages();
const readClaims = prepareClaims(lists);
const arcsOf = prepareArcs(shippedCard().incidents);

async function read(text: string, incidents: readonly Incident[] = []) {
  const { document, encoded, grammar, names, coreference } = await stages({ text });
  return readClaims(
    document,
    grammar,
    names,
    coreference,
    incidents,
    encoded.told,
    arcsOf(document, encoded.told),
  );
}
const said = async (text: string) =>
  (await read(text)).map((claim) => `${claim.speaker?.name} ${claim.stance}: ${claim.quote}`);

describe('claims', () => {
  it.each([
    ['Police said that the road was closed.', ['Police says: the road was closed']],
    ['The road was closed, police said.', ['police says: The road was closed']],
    ['The road was closed, said the Defence Ministry.', ['the Defence Ministry says: The road was closed']],
    ['According to the army, two soldiers died.', ['the army says: two soldiers died']],
    ['Two soldiers died, according to the army.', ['the army says: Two soldiers died']],
    ['“We saw smoke,” said Omar Saleh, a baker.', ['Omar Saleh says: We saw smoke']],
    [
      'The mayor told reporters on Friday: "It is over for us all."',
      ['The mayor says: It is over for us all.'],
    ],
    ['Hamas denied that it had fired the rocket.', ['Hamas denies: it had fired the rocket']],
    ['Kyiv accused Moscow of shelling the port.', ['Kyiv accuses: Moscow of shelling the port']],
    ['The group claimed responsibility for the blast.', ['The group admits: the blast']],
    ['The governor urged residents to stay at home.', ['The governor demands: residents to stay at home']],
    ['The president condemned the attack.', ['The president condemns: the attack']],
    ['The ministry confirmed that nine people died.', ['The ministry confirms: nine people died']],
    ['Officials called the raid “a grave mistake”.', ['Officials says: a grave mistake']],
    [
      'The plane, reported by local press as belonging to the army, fell.',
      ['local press says: belonging to the army'],
    ],
  ])('%s', async (text, expected) => {
    expect(await said(text)).toEqual(expected);
  });

  it('each of two cues in a sentence has its own words', async () => {
    expect(
      await said('The army denied that a ship had been hit and said two drones had been shot down.'),
    ).toEqual(['The army denies: a ship had been hit', 'The army says: two drones had been shot down']);
    expect(await said('The mayor said the bridge had fallen, adding that nobody was hurt.')).toEqual([
      'The mayor says: the bridge had fallen',
      'The mayor says: nobody was hurt',
    ]);
  });

  it('a quotation broken by its speaker is its longer part', async () => {
    const text =
      '“Every owner is doing the same sum,” a broker said, “and it comes out the same way: go round.”';
    expect(await said(text)).toEqual(['a broker says: and it comes out the same way: go round.']);
    expect(await said('"It was bad," she said. "It sounded like the end of everything."')).toEqual([
      'she says: It sounded like the end of everything.',
    ]);
  });

  it('a quotation may hold several sentences', async () => {
    expect(await said('“None dared to go. To whom? To the men at the gate?” the director said.')).toEqual([
      'the director says: None dared to go. To whom? To the men at the gate?',
    ]);
  });

  it('the speaker stands where the words name it, and has its full name', async () => {
    const text = 'Gen. Omar Saleh came to Kano. He said that the war was over.';
    const [claim] = await read(text);
    expect(claim?.speaker).toMatchObject({
      name: 'Omar Saleh',
      start: text.indexOf('He'),
      end: text.indexOf(' said'),
    });
    expect(
      await said(
        'Clara Voss, the governor, said the road was open. The town slept. She said the river was high.',
      ),
    ).toEqual(['Clara Voss says: the road was open', 'Clara Voss says: the river was high']);
  });

  it('who is cited speaks, and the medium goes into the chain', async () => {
    const [claim] = await read(
      'Jets bombed the radar site, state television reported, citing a security source.',
    );
    expect(claim?.speaker?.name).toBe('a security source');
    expect(claim?.chain.map(({ name, quote }) => [name, quote])).toEqual([
      ['state television', 'state television'],
    ]);
  });

  it('a medium that passes on what another says goes into the chain too', async () => {
    const [claim, ...others] = await read('Two soldiers died, the army said, according to AFP.');
    expect(claim?.speaker?.name).toBe('the army');
    expect(claim?.chain.map(({ name }) => name)).toEqual(['AFP']);
    expect(others).toEqual([]);
  });

  it.each([
    ['police', 'Police said that the road was closed.'],
    ['military', 'The Israeli army said that the road was closed.'],
    ['armed_group', 'The Houthis said that the road was closed.'],
    ['government', 'The interior ministry said that the road was closed.'],
    ['government', 'Iran said that the road was closed.'],
    ['media', 'State television said that the road was closed.'],
    ['witness', 'Residents said that the road was closed.'],
    ['court', 'The court said that the road was closed.'],
    ['person', 'His mother said that the road was closed.'],
  ])('a speaker can be %s: %s', async (kind, text) => {
    expect((await read(text))[0]?.speaker?.kind).toBe(kind);
  });

  it.each([
    ['pledges', 'The mission said it was sending a frigate.'],
    ['threatens', 'The force said it would retaliate.'],
    ['threatens', 'The group vowed to avenge its commander.'],
    ['admits', 'The driver pleaded guilty to two counts of murder.'],
    ['denies', 'The driver pleaded not guilty to two counts of murder.'],
    ['supports', 'The king offered his thanks and said “our hearts are with the families of the dead”.'],
  ])('a stance can be %s: %s', async (stance, text) => {
    expect((await read(text)).map((claim) => claim.stance)).toContain(stance);
  });

  it.each([
    ['The blast claimed nine lives.'],
    ['Police did not say who fired.'],
    ['The ministry declined to say how many died, and could not confirm it.'],
    ['The “liberated” town was quiet.'],
    ['It was announced that the road was closed.'],
    ['A man accused of theft was held.'],
    ['Parliament rejected the budget.'],
    ['The president was sworn in on Monday.'],
    ['The ministers’ cars weren’t there.'],
    ['The report on the accusation was long.'],
    ['The road was closed.\nREAD MORE: Police said the road was closed.'],
  ])('none in: %s', async (text) => {
    expect(await said(text)).toEqual([]);
  });
});

function incident(text: string, words: string, rest: Partial<Incident> = {}): Incident {
  return { ...bareIncident, mentions: [mention(text, words)], ...rest };
}
function mention(text: string, words: string): Mention {
  const start = text.indexOf(words);
  return { start, end: start + words.length, quote: words };
}
const bareIncident: Incident = {
  id: 'i1',
  kind: 'air_strike',
  realis: 'happened',
  core: true,
  number: 1,
  mentions: [],
  who: [],
  means: [],
  toll: [],
};

describe('about', () => {
  it('a claim speaks of the incidents in its words, else of those in its sentence', async () => {
    const text =
      'Police said that a strike killed two. The mayor condemned it after the strike. Nobody spoke.';
    const claims = await read(text, [incident(text, 'strike'), incident(text, 'Nobody', { id: 'i2' })]);
    expect(claims.map((claim) => claim.about)).toEqual([['i1'], []]);
    const other = 'After the strike the mayor said that the town was quiet.';
    expect((await read(other, [incident(other, 'strike')]))[0]?.about).toEqual(['i1']);
  });
});

describe('attribute', async () => {
  const text = 'Two shells fell. Police said that a strike killed two in Kano.';
  const claims = await read(text);

  it('puts the claim on every value whose words lie in it, and on no other', () => {
    const strike = incident(text, 'strike', {
      who: [
        {
          role: 'recipient',
          name: 'shells',
          aliases: [],
          type: 'thing',
          side: null,
          mentions: [mention(text, 'shells'), mention(text, 'two in')],
        },
      ],
      toll: [
        { ...mention(text, 'killed two'), outcome: 'killed', low: 2, high: 2, of: 'two', status: 'unknown' },
      ],
      when: { edtf: '2024-02-08', basis: 'worked out', rule: 'day of publication' },
    });
    const [out] = attribute([strike], claims);
    expect(out?.claim).toBe('c1');
    expect(out?.mentions[0]?.claim).toBe('c1');
    expect(out?.toll[0]?.claim).toBe('c1');
    expect(out?.who[0]?.mentions.map(({ claim }) => claim)).toEqual([undefined, 'c1']);
    expect(out?.when).toEqual(strike.when);
  });

  it('leaves an incident of the report’s own voice as it is', () => {
    const shells = incident(text, 'shells');
    expect(attribute([shells], claims)).toEqual([shells]);
  });

  it('takes the innermost claim', () => {
    const [claim] = claims;
    if (claim === undefined) throw new Error('The text has a claim.');
    const inner = { ...claim, ...mention(text, 'a strike killed'), id: 'c2' };
    expect(attribute([incident(text, 'strike')], [claim, inner])[0]?.claim).toBe('c2');
  });
});

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    'Gen. Omar Saleh ',
    'police ',
    'said ',
    'that ',
    'it ',
    'He ',
    'denied ',
    'claimed responsibility for ',
    'accused ',
    'according to ',
    ', citing ',
    'and ',
    'adding ',
    'who ',
    'the raid ',
    '“',
    '”',
    '"',
    '’',
    "'s ",
    '. ',
    ', ',
    '\n',
    ': ',
    'call for ',
    'in a statement ',
    'on Friday ',
    '(',
    ') ',
    '\ud800',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 50 }).map((pieces) => pieces.join('')),
  );

  it('spans cut their quotes, and claims are in text order with ids in order', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (input) => {
        const claims = await read(input);
        checkSpans({ text: input, claims });
        expect(claims.map((claim) => claim.id)).toEqual(claims.map((_, at) => `c${at + 1}`));
        for (const [at, claim] of claims.entries()) {
          expect(claim.start).toBeGreaterThanOrEqual(claims[at - 1]?.start ?? 0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
