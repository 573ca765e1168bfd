import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Encoded, prepareEncoder } from '../../src/reading/encoder/index.js';
import { shippedCard, shippedLanguage } from '../../src/reading/encoder/language.fixture.js';
import { lists } from '../../src/reading/lists.fixture.js';
import { type Grammar, prepareSyntax } from '../../src/reading/syntax/index.js';
import { type Document, prepareText } from '../../src/reading/text/index.js';
import { prepareTimes } from '../../src/reading/times/index.js';
import type { FoundTime } from './gold.js';
import type { TextToRead } from './reader.js';

/** A text as the stages before times leave it. */
export interface Prepared {
  readonly document: Document;
  readonly grammar: Grammar;
}

/** Our stages up to times, with the lists and the model of the package. */
export interface Ours {
  readonly prepare: (text: TextToRead) => Promise<Prepared>;
  /** The times stage alone. */
  readonly read: (prepared: Prepared) => FoundTime[];
}

/**
 * Opens our stages. With a cache (a folder) what the language model said of a text is kept there and read from there, by
 * the model's version and the words of the text; the model is opened only where it is needed.
 */
export function openOurs(cache: string | undefined): Ours {
  const readText = prepareText(lists);
  const readSyntax = prepareSyntax(lists);
  const readTimes = prepareTimes(lists);
  const encode = cachedEncoder(cache);
  return {
    async prepare({ text, created }) {
      const document = readText({ text, published: created ?? null });
      return { document, grammar: readSyntax(document, await encode(document)) };
    },
    read({ document, grammar }) {
      return readTimes(document, grammar).expressions.map(({ start, end, type, value }) => {
        return { start, end, type, value };
      });
    },
  };
}

/** The encoder; with a cache (a folder), what it said of a text is kept there and read from there. */
export function cachedEncoder(cache: string | undefined): (document: Document) => Promise<Encoded> {
  let opened: Promise<(document: Document) => Promise<Encoded>> | undefined;
  const encode = async (document: Document) => {
    opened ??= shippedLanguage().then(prepareEncoder);
    return (await opened)(document);
  };
  if (cache === undefined) return encode;
  mkdirSync(cache, { recursive: true });
  const { version } = shippedCard();
  return async (document) => {
    const file = join(cache, `${keyOf(document, version)}.json`);
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
    const encoded = await encode(document);
    writeFileSync(file, JSON.stringify(encoded));
    return encoded;
  };
}

function keyOf({ tokens, sentences }: Document, version: string): string {
  const words = tokens.map(({ start, text }) => [start, text]);
  const borders = sentences.map(({ first, last }) => [first, last]);
  return createHash('sha256')
    .update(JSON.stringify([version, words, borders]))
    .digest('hex')
    .slice(0, 32);
}
