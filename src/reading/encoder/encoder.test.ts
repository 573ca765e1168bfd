import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { lists } from '../lists.fixture.js';
import { type Document, prepareText } from '../text/index.js';
import { documentOf } from './document.fixture.js';
import { type Encoded, type Engine, type Language, type Marked, prepareEncoder } from './index.js';
import { shippedLanguage } from './language.fixture.js';
import { texts } from './texts.fixture.js';
import { nothingTold } from './told.fixture.js';

/** What the reference gave for a window of sentences. Heads count from 1, 0 is the root; fields are of layers. */
interface Row {
  readonly sentences: string[][];
  readonly tags: string[];
  readonly heads: number[];
  readonly labels: string[];
  readonly names: [first: number, last: number, kind: string][];
  readonly field: [first: number, last: number, layer: string][];
}

const rows = JSON.parse(readFileSync(new URL('./fixture/reading.json', import.meta.url), 'utf8')) as Row[];
/** Words of a sentence that takes two windows. */
const LONG = 700;

const document = prepareText(lists);

const flat = (marks: readonly Marked[]) => marks.map(({ first, last, kind }) => [first, last, kind]);
const bare = (layer: string) => layer.replace(/ inside$/, '');
const byPlace = (a: readonly unknown[], b: readonly unknown[]) => `${a}`.localeCompare(`${b}`);

/** What holds of all that is encoded, whatever the text. */
function checkEncoded(encoded: Encoded, { tokens, sentences }: Document): void {
  for (const row of [encoded.tags, encoded.heads, encoded.labels]) expect(row).toHaveLength(tokens.length);
  for (const { first, last } of sentences) {
    for (let token = first; token < last; token++) {
      const head = encoded.heads[token] ?? Number.NaN;
      expect(head === -1 || (head >= first && head < last)).toBe(true);
      expect(encoded.labels[token] === 'root').toBe(head === -1);
      expect(leadsToRoot(encoded.heads, token)).toBe(true);
    }
  }
  const isIn = ({ first, last }: Marked) =>
    first < last && sentences.some((sentence) => sentence.first <= first && last <= sentence.last);
  expect([...encoded.named, ...encoded.described].every(isIn)).toBe(true);
  for (const [at, { first }] of encoded.named.entries()) {
    expect(first).toBeGreaterThanOrEqual(encoded.named[at - 1]?.last ?? 0);
  }
  const firsts = encoded.described.map(({ first }) => first);
  expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
  expect(new Set(flat(encoded.described).map(String)).size).toBe(firsts.length);
}

function leadsToRoot(heads: readonly number[], token: number): boolean {
  let at = token;
  for (let steps = 0; at >= 0 && steps <= heads.length; steps++) at = heads[at] ?? -1;
  return at === -1;
}

describe.each<Engine>(['native', 'portable'])('the encoder on the %s engine', (engine) => {
  let language: Language;
  let encode: (document: Document) => Promise<Encoded>;
  beforeAll(async () => {
    language = await shippedLanguage(engine);
    encode = prepareEncoder(language);
  });

  it('runs on the engine that was asked for', () => {
    expect(language.engine).toBe(engine);
    expect(language.version).toBe(language.card.version);
  });

  it.each(rows)('says what the reference says: $sentences.0', async (row) => {
    const encoded = await encode(documentOf(row.sentences));
    expect(encoded.tags).toEqual(row.tags);
    expect(encoded.heads).toEqual(row.heads.map((head) => head - 1));
    expect(encoded.labels).toEqual(row.labels);
    expect(flat(encoded.named)).toEqual(row.names);
    const described = row.field.map(([first, last, layer]) => [first, last, bare(layer)]);
    expect(flat(encoded.described).sort(byPlace)).toEqual(
      [...new Map(described.map((span) => [`${span}`, span])).values()].sort(byPlace),
    );
  });

  it.each(texts)('gives every token a tag and a head, and spans in order: %s', async (text) => {
    const read = document({ text });
    checkEncoded(await encode(read), read);
  });

  it('reads a sentence longer than any window', async () => {
    const words = Array.from(
      { length: LONG },
      (_, word) => ['and', 'the', 'army', 'left', 'Tal', 'Meran'][word % 6] ?? '',
    );
    const read = documentOf([words]);
    const encoded = await encode(read);
    expect(encoded.tags).not.toContain('XX');
    expect(encoded.heads).toHaveLength(LONG);
    expect(encoded.heads.every((head) => head >= -1 && head < LONG)).toBe(true);
  });

  it('reads a text without a word', async () => {
    expect(await encode(document({ text: ' \n ' }))).toEqual({
      tags: [],
      heads: [],
      labels: [],
      named: [],
      described: [],
      told: nothingTold,
    });
  });

  it('reads any string', { timeout: 120_000 }, async () => {
    const words = fc.constantFrom(
      'Baghdad',
      'DRONE',
      '“',
      '.',
      '\n\n',
      '12',
      'İ',
      '\u2028',
      '\ud800',
      '👩‍👩‍👧',
      '\0',
      'x'.repeat(120),
    );
    const strings = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc
        .array(fc.oneof(words, fc.string({ maxLength: 8 })), { maxLength: 30 })
        .map((parts) => parts.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(strings, async (text) => {
        const read = document({ text });
        checkEncoded(await encode(read), read);
      }),
      { numRuns: engine === 'native' ? 200 : 10 },
    );
  });
});
