import { describe, expect, it } from 'vitest';
import { checkSpans, type Party } from '../../record/index.js';
import { reader } from '../reader.fixture.js';

const { read } = await reader();
const parties = async (text: string): Promise<readonly Party[]> =>
  checkSpans(await read({ text, published: '2024-02-08' })).incidents.flatMap(({ who }) => who);
const actors = async (text: string) =>
  (await parties(text)).filter(({ role }) => role === 'actor').map(({ name }) => name);

describe('a party that is called by another word', () => {
  it.each([
    ['Boko Haram denied it. Later the group attacked a market in Baga.', 'Boko Haram'],
    ['Hezbollah said nothing. On Monday the militia shelled a village near Haifa.', 'Hezbollah'],
  ])('has the name that the word stands for: %s', async (text, name) => {
    expect(await actors(text)).toContain(name);
  });

  it('is mentioned by the word, which is no other name of it', async () => {
    const [party] = (
      await parties('Boko Haram denied it. Later the group attacked a market in Baga.')
    ).filter(({ name }) => name === 'Boko Haram');
    expect(party?.mentions.map(({ quote }) => quote)).toEqual(['the group']);
    expect(party?.aliases).toEqual([]);
  });

  it.each([
    'Boko Haram denied it. Later another group attacked a market in Baga.',
    'Boko Haram fought Hezbollah. Later the group attacked a market in Baga.',
    'Boko Haram denied it. Later a man attacked a market in Baga. He was armed.',
  ])('has none where it is not clear who is meant: %s', async (text) => {
    const attack = (await parties(text)).filter(({ mentions }) =>
      mentions.every(({ start }) => start > text.indexOf('.')),
    );
    expect(attack.map(({ name }) => name)).not.toContain('Boko Haram');
  });
});
