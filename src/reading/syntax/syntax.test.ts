import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lists } from '../lists.fixture.js';
import { prepareText } from '../text/index.js';
import { prepareSyntax } from './index.js';

const readText = prepareText(lists);
const readSyntax = prepareSyntax();

function phrases(text: string): string[] {
  const document = readText({ text });
  return readSyntax(document).phrases.map(({ first, last }) =>
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
  ])('%s', (text, expected) => {
    expect(phrases(text)).toEqual(expected);
  });
});

describe('tags and lemmas', () => {
  it('stand at our tokens, not at those of the tagger', () => {
    const document = readText({ text: 'Gunmen killed three soldiers in Iran-backed raids.' });
    const { tags, lemmas } = readSyntax(document);
    const at = (word: string) => document.tokens.findIndex((token) => token.text === word);
    expect(tags[at('killed')]).toBe('VERB');
    expect(lemmas[at('killed')]).toBe('kill');
    expect(tags[at('Iran')]).toBe('PROPN');
    expect(lemmas[at('soldiers')]).toBe('soldier');
  });
});

describe('an endless word', () => {
  it('is read like any other, and those around it too', () => {
    const text = `Gunmen killed ${'a'.repeat(200_000)} soldiers.`;
    const document = readText({ text });
    const { tags, lemmas } = readSyntax(document);
    expect(lemmas[1]).toBe('kill');
    expect(tags.at(-2)).toBe('NOUN');
  });
});

describe('any text at all', () => {
  it('has a tag and a lemma for every token, and phrases in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const document = readText({ text });
        const { tags, lemmas, phrases: found } = readSyntax(document);
        expect(tags).toHaveLength(document.tokens.length);
        expect(lemmas).toHaveLength(document.tokens.length);
        let end = 0;
        for (const phrase of found) {
          expect(phrase.first).toBeGreaterThanOrEqual(end);
          expect(phrase.head).toBeGreaterThanOrEqual(phrase.first);
          expect(phrase.head).toBeLessThan(phrase.last);
          end = phrase.last;
        }
      }),
      { numRuns: 500 },
    );
  });
});
