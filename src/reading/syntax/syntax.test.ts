import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyEncoded } from '../any-encoded.fixture.js';
import { anyText } from '../any-text.fixture.js';
import { type Encoded, prepareEncoder } from '../encoder/index.js';
import { shippedLanguage } from '../encoder/language.fixture.js';
import { lists } from '../lists.fixture.js';
import { type Document, prepareText } from '../text/index.js';
import { type Grammar, prepareSyntax } from './index.js';

const readText = prepareText(lists);
const readSyntax = prepareSyntax(lists);
let encode: (document: Document) => Promise<Encoded>;
beforeAll(async () => {
  encode = prepareEncoder(await shippedLanguage());
});

async function read(
  text: string,
): Promise<{ document: Document; grammar: Grammar; at: (word: string) => number }> {
  const document = readText({ text });
  const grammar = readSyntax(document, await encode(document));
  return { document, grammar, at: (word) => document.tokens.findIndex((token) => token.text === word) };
}

async function phrases(text: string): Promise<string[]> {
  const { document, grammar } = await read(text);
  return grammar.phrases.map(({ first, last }) =>
    text.slice(document.tokens[first]?.start, document.tokens[last - 1]?.end),
  );
}

describe('noun phrases', () => {
  it.each([
    ['The army shelled two villages.', ['The army', 'two villages']],
    ['A leader of the group died.', ['A leader', 'the group']],
    ['Kabul’s main market burned.', ['Kabul’s main market']],
    ['An Iran-backed militia left.', ['An Iran-backed militia']],
    ['His guards fled to the burnt-out car.', ['His guards', 'the burnt-out car']],
    ['It led to attacks on troops.', ['It', 'attacks', 'troops']],
    ['Police arrested a very angry man.', ['Police', 'a very angry man']],
    ['The attack came on January 19.', ['The attack', 'January 19']],
    ['Soldiers and rebels clashed.', ['Soldiers', 'rebels']],
    ['They shot him.', ['They', 'him']],
  ])('%s', async (text, expected) => {
    expect(await phrases(text)).toEqual(expected);
  });

  it.each([
    ['At least seven people were killed.', 'seven people'],
    ['More than 50 guards were hurt.', '50 guards'],
    ['Nearly 20 shops burned.', '20 shops'],
  ])('%s: what bounds a number is not in the phrase', async (text, expected) => {
    expect(await phrases(text)).toEqual([expected]);
  });
});

describe('tags, lemmas and the parse', () => {
  it('stand at our tokens', async () => {
    const { grammar, at } = await read('Gunmen killed three soldiers in Iran-backed raids.');
    expect(grammar.tags[at('killed')]).toBe('VERB');
    expect(grammar.penn[at('killed')]).toBe('VBD');
    expect(grammar.lemmas[at('killed')]).toBe('kill');
    expect(grammar.tags[at('Iran')]).toBe('PROPN');
    expect(grammar.lemmas[at('soldiers')]).toBe('soldier');
    expect(grammar.heads[at('soldiers')]).toBe(at('killed'));
    expect(grammar.labels[at('soldiers')]).toBe('dobj');
    expect(grammar.heads[at('killed')]).toBe(-1);
    expect(grammar.labels[at('killed')]).toBe('root');
  });

  it('know a verb and a noun of one form apart', async () => {
    const { grammar, at } = await read('The shelling stopped, but rebels kept shelling the port.');
    const last = at('kept') + 1;
    expect([grammar.tags[at('shelling')], grammar.lemmas[at('shelling')]]).toEqual(['NOUN', 'shelling']);
    expect([grammar.tags[last], grammar.lemmas[last]]).toEqual(['VERB', 'shell']);
  });

  it('take ’s for "be", for "have" and for neither', async () => {
    const lemmaOf = async (text: string) => {
      const { grammar, at } = await read(text);
      return grammar.lemmas[at('’s')];
    };
    expect(await lemmaOf('He’s leaving the city.')).toBe('be');
    expect(await lemmaOf('He’s been shot.')).toBe('have');
    expect(await lemmaOf('The city’s mayor left.')).toBe("'s");
  });

  it.each([
    'GUNMEN KILLED THREE SOLDIERS NEAR THE BRIDGE ON FRIDAY, OFFICIALS SAID.',
    'gunmen killed three soldiers near the bridge on friday, officials said.',
  ])('%s', async (text) => {
    const { grammar } = await read(text);
    expect(grammar.lemmas.slice(0, 4)).toEqual(['gunman', 'kill', 'three', 'soldier']);
    expect(grammar.tags.slice(0, 6)).toEqual(['NOUN', 'VERB', 'NUM', 'NOUN', 'ADP', 'DET']);
    expect([grammar.labels[0], grammar.heads[0]]).toEqual(['nsubj', 1]);
    expect([grammar.labels[3], grammar.heads[3]]).toEqual(['dobj', 1]);
  });
});

describe('an endless word', () => {
  it('is read like any other, and those around it too', async () => {
    const { grammar } = await read(`Gunmen killed ${'a'.repeat(200_000)} soldiers.`);
    expect(grammar.lemmas[1]).toBe('kill');
    expect(grammar.lemmas.at(-2)).toBe('soldier');
  });
});

/** Throws where a token lacks something, or a phrase lies over another, or holds no head. */
function check(document: Document, grammar: Grammar): void {
  const tokens = document.tokens.length;
  for (const row of [grammar.tags, grammar.penn, grammar.lemmas, grammar.heads, grammar.labels]) {
    expect(row).toHaveLength(tokens);
  }
  let end = 0;
  for (const { first, last, head } of grammar.phrases) {
    if (!(end <= first && first <= head && head < last && last <= tokens)) {
      throw new Error(`phrase ${first}–${last} with head ${head} after one that ends at ${end}`);
    }
    end = last;
  }
  expect(grammar.lemmas.filter((lemma) => lemma !== lemma.toLowerCase())).toEqual([]);
}

describe('any text at all', () => {
  it('has all that a grammar tells of every token, and phrases in order', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const { document, grammar } = await read(text);
        check(document, grammar);
      }),
      { numRuns: 200 },
    );
  });

  it('has them whatever the encoder says', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const document = readText({ text });
        check(document, readSyntax(document, await anyEncoded(document)));
      }),
      { numRuns: 10_000 },
    );
  });
});
