import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptIncident, Party } from '../record/index.js';
import { formats, publish } from './index.js';
import { collect, kept, stream } from './kept.fixture.js';
import { withholdNames } from './withhold.js';

async function withheld(...incidents: KeptIncident[]): Promise<KeptIncident[]> {
  const found: KeptIncident[] = [];
  for await (const incident of withholdNames(stream(incidents))) found.push(incident);
  return found;
}
const one = async (incident: KeptIncident) => (await withheld(incident))[0] as KeptIncident;

/** A person that suffered, with one mention. */
const sufferer = (name: string, quote = name): Party => ({
  role: 'recipient',
  name,
  aliases: [],
  type: 'person',
  side: null,
  mentions: [{ start: 0, end: quote.length, quote }],
});
const titled = (title: string, ...who: Party[]) => kept({ who }, { title, url: null });

describe('withholding names', () => {
  it('leaves no word of the name in any file', async () => {
    for (const format of formats) {
      expect(await collect(publish(format, stream([kept()])))).not.toMatch(/amal|rashid/i);
    }
  });

  it('leaves the name in where it is asked for', async () => {
    for (const format of formats) {
      expect(await collect(publish(format, stream([kept()]), { names: true }))).toContain('Amal Rashid');
    }
  });

  it('says that a name is withheld, in the party, the toll, the mentions and the title', async () => {
    const { report, incident } = await one(kept());
    expect(incident.who[0]).toMatchObject({ name: 'name withheld', aliases: [] });
    expect(incident.who[0]?.mentions.map((mention) => mention.quote)).toEqual([
      'name withheld',
      'name withheld',
    ]);
    expect(incident.toll[1]?.of).toBe('name withheld and eight pupils');
    expect(report.title).toBe('Drone kills name withheld, pupils');
  });

  it('cuts an address with the name in it down to its host', async () => {
    expect((await one(kept())).report.url).toBe('https://example.org/');
  });

  it('leaves addresses, places and everything else as they are where no name is in them', async () => {
    const incident = kept(
      { who: [sufferer('Amal Rashid')] },
      { url: 'https://example.org/2024/drone', title: 'Drone' },
    );
    const { report, incident: found } = await one(incident);
    expect(report).toEqual(incident.report);
    expect(found.where).toEqual(incident.incident.where);
    expect(found.when).toEqual(incident.incident.when);
  });

  it('keeps a description that names nobody', async () => {
    const { incident } = await one(kept());
    expect(incident.who[1]).toEqual(kept().incident.who[1]);
  });

  it.each(['A shepherd', 'His elder brother', 'Two boys of 15', '12-year-old girl'])(
    'keeps %s',
    async (quote) => {
      const incident = titled('Shooting in Al-Qaim', sufferer(quote.toLowerCase(), quote));
      expect(await one(incident)).toEqual(incident);
    },
  );

  it('keeps actors, states and groups', async () => {
    const { incident } = await one(kept());
    expect(incident.who[2]).toEqual(kept().incident.who[2]);
    const actor: Party = { ...sufferer('Amal Rashid'), role: 'actor' };
    expect((await one(titled('Amal Rashid held', actor))).incident.who[0]?.name).toBe('Amal Rashid');
  });

  it('withholds a sufferer in the other incidents of the report, as an actor too', async () => {
    const march = kept({ id: 'i2', who: [{ ...sufferer('Amal Rashid'), role: 'actor' }], toll: [] });
    const found = await withheld(march, kept());
    expect(found.map(({ incident }) => incident.who[0]?.name)).toEqual(['name withheld', 'name withheld']);
  });

  it('does not carry a name over to another report', async () => {
    const other = kept(
      { who: [{ ...sufferer('Amal Rashid'), role: 'actor' }], toll: [] },
      { hash: 'b', title: 'Amal Rashid' },
    );
    expect((await withheld(kept(), other))[1]).toEqual(other);
  });

  it('does not take a common word for a name of one word', async () => {
    const { report } = await one(titled('Will will be buried on Monday', sufferer('Will Marsh', 'Will')));
    expect(report.title).toBe('name withheld will be buried on Monday');
  });

  it('does not take a nationality out of every quote', async () => {
    const { report } = await one(titled('Israeli army: Israeli soldier shot', sufferer('Israeli soldier')));
    expect(report.title).toBe('Israeli army: name withheld shot');
  });

  it('finds a name in capitals, over a line break, and in a possessive', async () => {
    const { report } = await one(titled('AMAL RASHID: Amal\nRashid’s pupils', sufferer('Amal Rashid')));
    expect(report.title).toBe('name withheld: name withheld’s pupils');
  });

  it('does not find a name inside a longer word', async () => {
    const { report } = await one(titled('Rashidiya mourns', sufferer('Amal Rashid')));
    expect(report.title).toBe('Rashidiya mourns');
  });

  it('withholds in text without capitals and in scripts that have none', async () => {
    const low = kept(
      { who: [sufferer('amal rashid')], mentions: [{ start: 0, end: 4, quote: 'shot' }] },
      { title: 'amal rashid shot', url: null },
    );
    expect((await one(low)).report.title).toBe('name withheld shot');
    expect((await one(titled('مقتل أمل رشيد', sufferer('أمل رشيد')))).report.title).toBe(
      'مقتل name withheld',
    );
  });

  const recipient = (type: Party['type'], name: string, quote = name): Party => ({
    ...sufferer(name, quote),
    type,
  });
  const bareOf = (who: Party[], quote: string, of = who[0]?.name ?? '') =>
    kept(
      {
        who,
        mentions: [{ start: 0, end: quote.length, quote }],
        toll: [
          { outcome: 'killed', low: 1, high: 1, of, status: 'civilian', start: 0, end: quote.length, quote },
        ],
      },
      { title: null, url: null },
    );

  it.each([
    ['Smith', 'Smith', 'Smith, 34, was shot dead by police'],
    ['Nguyen Van', 'Nguyen Van', 'Nguyen Van A was arrested'],
    ['Ana', 'Her daughter Ana', 'her daughter Ana were abducted'],
    ['Hamza', 'His son Hamza', 'son Hamza was killed'],
  ])('withholds %s, whom the reader took for a place', async (name, quote, words) => {
    const found = await one(bareOf([recipient('state', name, quote)], words));
    expect(found.incident.who[0]?.name).toBe('name withheld');
    expect(JSON.stringify(found.incident)).not.toMatch(new RegExp(`${name.split(' ')[0]}|withheld A`));
  });

  it.each([
    'The victim, identified as Fatima Noor, was killed',
    'The victim, named as Fatima, was killed',
    'The victim Fatima Noor was killed',
    'Police said Fatima Noor was killed',
  ])('withholds a name that only the quote has: %s', async (quote) => {
    const { incident } = await one(bareOf([recipient('people', 'victim', 'The victim')], quote));
    expect(JSON.stringify(incident)).not.toMatch(/Fatima|Noor/);
    expect(incident.who[0]?.name).toBe('victim');
    expect(incident.toll[0]?.quote).toBe(quote.replace(/Fatima(?: Noor)?/, 'name withheld'));
  });

  it('withholds a name at the end of a description', async () => {
    const found = await one(bareOf([recipient('people', 'son Hamza', 'his son Hamza')], 'killed'));
    expect(JSON.stringify(found.incident)).not.toContain('Hamza');
  });

  it.each([
    ['state', 'Israel'],
    ['state', 'Al-Qaim'],
    ['state', 'Black Sea Fleet'],
    ['group', 'Interior Ministry'],
    ['people', 'Palestinians'],
    ['people', 'Israeli soldier'],
    ['people', 'two Hamas fighters'],
    ['people', 'Teachers'],
    ['people', 'residents of Mosul'],
    ['thing', 'Hezbollah targets'],
  ] as const)('keeps the %s "%s"', async (type, name) => {
    const incident = bareOf([recipient(type, name)], `${name} hit`);
    expect(await one(incident)).toEqual(incident);
  });

  it('keeps a group that has a side', async () => {
    const incident = bareOf([{ ...recipient('group', 'Jeddan'), side: 'rebel group' }], 'Jeddan hit');
    expect(await one(incident)).toEqual(incident);
  });

  it.each(['two teachers', 'teachers', 'an unknown trucker', '12-year-old girl'])(
    'keeps %s in a text without capitals',
    async (name) => {
      const bare = bareOf([recipient('person', name)], `gunmen kidnapped ${name}`);
      const incident = { ...bare, incident: { ...bare.incident, when: undefined, where: undefined } };
      expect(await one(incident)).toEqual(incident);
    },
  );

  it('leaves the codes of the record alone', async () => {
    const low = kept(
      { who: [sufferer('person'), sufferer('killed')], mentions: [{ start: 0, end: 4, quote: 'shot' }] },
      { title: null, url: null },
    );
    const { incident } = await one(low);
    expect(incident.who[0]?.type).toBe('person');
    expect(incident.toll[0]?.outcome).toBe('killed');
  });

  it('leaves no name in, whatever it is made of', async () => {
    const word = fc.stringMatching(/^[A-ZÀÖØŁ][a-zéłß'(*+?[.\\-]{2,8}[a-z]$/);
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 2, maxLength: 4 }), async (parts) => {
        const name = parts.join(' ');
        const found = await one(titled(`Police: ${name} found dead`, sufferer(name)));
        expect(found.report.title).toBe('Police: name withheld found dead');
        expect(JSON.stringify(found.incident.who)).not.toContain(name);
      }),
      { numRuns: 50 },
    );
  });
});
