import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareStages } from '../../stages.fixture.js';

const stages = await prepareStages();

/** The fullest name of what the last occurrence of a phrase stands for. */
async function meant(text: string, phrase: string): Promise<string | undefined> {
  const { document, coreference } = await stages({ text });
  const start = [...text.matchAll(new RegExp(`(?<!\\p{L})${phrase}(?!\\p{L})`, 'gu'))].at(-1)?.index ?? -1;
  const first = document.tokens.findIndex((token) => token.start === start);
  const last = document.tokens.findIndex((token) => token.end === start + phrase.length) + 1;
  expect(first, `"${phrase}" is in the text`).toBeGreaterThanOrEqual(0);
  return coreference.nameFor(first, last)?.quote;
}

type Case = readonly [text: string, phrase: string, name: string | undefined];

describe('a name', () => {
  it.each<Case>([
    ['Gen. Omar Saleh came. Saleh left.', 'Saleh', 'Omar Saleh'],
    ['US Central Command (Centcom) spoke. Nothing else came from Centcom.', 'Centcom', 'US Central Command'],
  ])('stands for the fullest form: %s', async (text, phrase, name) => {
    expect(await meant(text, phrase)).toBe(name);
  });

  it('after "a" or "another" is somebody else who bears it', async () => {
    expect(
      await meant('President Donald Trump spoke. Nobody wants another Trump.', 'another Trump'),
    ).toBeUndefined();
  });
});

describe('an apposition', () => {
  it.each<Case>([
    ['Karim Daoud, a commander of Hezbollah, was killed in Beirut.', 'a commander', 'Karim Daoud'],
    ['The army shelled the city of Mosul on Monday.', 'the city of Mosul', 'Mosul'],
  ])('is who it stands behind: %s', async (text, phrase, name) => {
    expect(await meant(text, phrase)).toBe(name);
  });

  it.each<Case>([
    ['Omar Saleh, Karim Daoud and a general were killed.', 'a general', undefined],
    ['The convoy left Mosul, a general said.', 'a general', undefined],
  ])('is not every phrase behind a comma: %s', async (text, phrase, name) => {
    expect(await meant(text, phrase)).toBe(name);
  });
});

describe('a description', () => {
  it.each<Case>([
    ['Boko Haram came to Baga. Later the group left.', 'the group', 'Boko Haram'],
    ['Hezbollah fired rockets. The militia said it would fire more.', 'The militia', 'Hezbollah'],
    ['The Health Ministry spoke. Then the ministry fell silent.', 'the ministry', 'Health Ministry'],
    ['Gen. Omar Saleh met Mr. Adam Reed. Then the general left the room.', 'the general', 'Omar Saleh'],
    [
      'Karim Daoud is a commander of Hezbollah. On Monday the commander was wounded.',
      'the commander',
      'Karim Daoud',
    ],
    ['Floods hit Kenya on Monday. The country has asked for help.', 'The country', 'Kenya'],
  ])('stands for the one that it fits: %s', async (text, phrase, name) => {
    expect(await meant(text, phrase)).toBe(name);
  });

  it.each<Case>([
    ['Gen. Omar Saleh came. Later the group left.', 'the group', undefined],
    ['Gen. Omar Saleh came. Later the ministry spoke.', 'the ministry', undefined],
    ['Boko Haram came to Baga. Later another group left.', 'another group', undefined],
    ['Boko Haram came to Baga. The second group left.', 'The second group', undefined],
    ['Boko Haram fought Hezbollah. Later the group left.', 'the group', undefined],
    ['Boko Haram fought a militia from Baga. Later the militia left.', 'the militia', undefined],
    ['Iraqi Gen. Omar Saleh came. The Iranian general did not.', 'The Iranian general', undefined],
    ['Gen. Omar Saleh met Gen. Karim Daoud. Then the general left.', 'the general', undefined],
    ['Rain fell on Mosul on Monday. The country has asked for help.', 'The country', undefined],
    ['Boko Haram came to Baga. Later a group left.', 'a group', undefined],
  ])('stands for nothing that is not clear: %s', async (text, phrase, name) => {
    expect(await meant(text, phrase)).toBe(name);
  });
});

describe('a pronoun', () => {
  it.each<Case>([
    ['Gen. Omar Saleh came. He left.', 'He', 'Omar Saleh'],
    ['Mrs. Clara Voss met Adam Reed. She left early.', 'She', 'Clara Voss'],
    ['Clara Voss met Adam Reed. She left early.', 'She', 'Clara Voss'],
    ['Hezbollah fired rockets at Haifa. It said more would follow.', 'It', 'Hezbollah'],
    ['Hezbollah denied it. They said nobody had been there.', 'They', 'Hezbollah'],
    ['Omar Saleh blamed himself.', 'himself', 'Omar Saleh'],
    ['Citing its losses, Hezbollah withdrew.', 'its', 'Hezbollah'],
    ['Omar Saleh lost his house.', 'his', 'Omar Saleh'],
    ['“I saw the smoke,” said Omar Saleh.', 'I', 'Omar Saleh'],
    ['Hezbollah, which fired the rockets, fell silent.', 'which', 'Hezbollah'],
  ])('stands for the most salient that agrees: %s', async (text, phrase, name) => {
    expect(await meant(text, phrase)).toBe(name);
  });

  it.each<Case>([
    ['The bridge fell. He left.', 'He', undefined],
    ['Omar Saleh came. She left.', 'She', undefined],
    ['Hezbollah fired rockets. He left.', 'He', undefined],
    ['Omar Saleh came. It is clear that nobody left.', 'It', undefined],
    ['Hezbollah fell silent. It was announced that talks would go on.', 'It', undefined],
    ['Omar Saleh saw him.', 'him', undefined],
    ['Omar Saleh saw a man. The man ran and police shot him.', 'him', undefined],
    ['“I saw the smoke,” a man said of Omar Saleh.', 'I', undefined],
    ['He said Omar Saleh had left.', 'He', undefined],
  ])('stands for nobody where the grammar or sense forbids it: %s', async (text, phrase, name) => {
    expect(await meant(text, phrase)).toBe(name);
  });
});

describe('mentions', () => {
  it('are in order of their heads and tell what they are', async () => {
    const text = 'Gen. Omar Saleh, a commander of the army, left. He took his guards.';
    const { document, coreference } = await stages({ text });
    const own = coreference.mentions.filter(({ entity }) => entity === coreference.mentions[0]?.entity);
    expect(
      own.map(
        ({ first, last, kind }) =>
          `${kind}: ${text.slice(document.tokens[first]?.start, document.tokens[last - 1]?.end)}`,
      ),
    ).toEqual([
      'name: Gen. Omar Saleh',
      'description: a commander of the army',
      'pronoun: He',
      'pronoun: his',
    ]);
  });
});

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    'Gen. ',
    'Omar Saleh ',
    'Hezbollah ',
    'Mosul ',
    'the group ',
    'He ',
    'their ',
    'itself ',
    'which ',
    'a general ',
    'said ',
    'shot ',
    'and ',
    ', ',
    '. ',
    '“',
    '” ',
    '"',
    '\n',
    'of ',
    'the ',
    'is ',
    '-',
    '(',
    ') ',
    '34 ',
    '\ud800',
    'é',
    '\u200b ',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  );

  it('mentions lie in the text, around their heads, and belong to an entity that has a name', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (input) => {
        const { document, names, coreference } = await stages({ text: input });
        const entities = new Set(names.map(({ entity }) => entity));
        let before = -1;
        for (const { first, last, head, entity } of coreference.mentions) {
          expect(head).toBeGreaterThan(before);
          before = head;
          expect(first).toBeLessThanOrEqual(head);
          expect(last).toBeGreaterThan(head);
          expect(last).toBeLessThanOrEqual(document.tokens.length);
          expect(entities).toContain(entity);
        }
        for (let at = -1; at <= document.tokens.length; at++) coreference.nameFor(at, at + 1);
      }),
      { numRuns: 200 },
    );
  });
});
