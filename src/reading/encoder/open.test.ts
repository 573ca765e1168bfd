import { describe, expect, it } from 'vitest';
import { type Engine, type LanguageFiles, openLanguage } from './index.js';
import { shippedFiles } from './language.fixture.js';

const shipped = shippedFiles();
const card = JSON.parse(shipped.card) as Record<string, unknown> & {
  tags: string[];
  labels: string[];
  names: { kinds: string[]; labels: string[]; steps: number[][] };
};
const withCard = (change: object) => ({ card: JSON.stringify({ ...card, ...change }) });

/** A graph that gives back "x" as "y". */
const OTHER_GRAPH =
  'CAgSADo3ChAKAXgSAXkiCElkZW50aXR5EgFnWg8KAXgSCgoICAYSBAoCCAFiDwoBeRIKCggIBhIECgIIAUIECgAQEQ==';

describe.each<Engine>(['native', 'portable'])('a language model on the %s engine', (engine) => {
  it.each<[what: string, change: Partial<LanguageFiles>, message: RegExp]>([
    ['a card that is no JSON', { card: 'version 1' }, /card of the language model is no JSON/],
    [
      'a card without tags',
      withCard({ tags: undefined }),
      /card of the language model is not as it should be[\s\S]*tags/,
    ],
    ['a card with no room for a word', withCard({ longest: 9 }), /no room for a word/],
    ['labels that are not BILOU', withCard({ names: { ...card.names, kinds: ['PERSON'] } }), /not BILOU/],
    [
      'scores that do not fit',
      withCard({ names: { ...card.names, steps: [[0]] } }),
      /scores of names do not fit/,
    ],
    [
      'a vocabulary cut short',
      { vocabulary: '[PAD]\n[unused0]' },
      /line 101 should be \[UNK\] and is not there/,
    ],
    ['another vocabulary', { vocabulary: `x\n${shipped.vocabulary}` }, /line 1 should be \[PAD\] and is "x"/],
    [
      'a vocabulary too long',
      { vocabulary: `${shipped.vocabulary.trimEnd()}\nevermore` },
      /not of one model: /,
    ],
    ['no graph', { model: new Uint8Array(0) }, /graph of the language model cannot be opened/],
    [
      'half a graph',
      { model: shipped.model.subarray(0, 1_000_000) },
      /graph of the language model cannot be opened/,
    ],
    [
      'another graph',
      { model: Buffer.from(OTHER_GRAPH, 'base64') },
      /its inputs are x; they should be ids, case, first, sentence/,
    ],
    [
      'a card of fewer tags',
      withCard({ tags: card.tags.slice(1) }),
      /gives 51 numbers of "tag" for a word, the card says 50/,
    ],
  ])('is not opened with %s', async (_, change, message) => {
    const said = openLanguage({ ...shipped, ...change }, engine).then(
      () => 'it was opened',
      (error: Error) => error.message,
    );
    expect(await said).toMatch(message);
  });
});

describe('a language model', () => {
  it('is opened on the native engine where nothing else is asked for', async () => {
    expect((await openLanguage(shipped)).engine).toBe('native');
  });
});
