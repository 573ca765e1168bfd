import { type Encoded, type Language, type Marked, prepareEncoder } from '../../src/reading/encoder/index.js';
import { shippedLanguage } from '../../src/reading/encoder/language.fixture.js';
import { lists } from '../../src/reading/lists.fixture.js';
import { prepareNames } from '../../src/reading/names/index.js';
import { type Grammar, prepareSyntax } from '../../src/reading/syntax/index.js';
import { type Document, prepareText } from '../../src/reading/text/index.js';
import type { Name } from '../../src/record/index.js';
import type { GoldDocument, Kind } from './gold.js';
import { type Contestant, type Mode, type Said, timed } from './said.js';

/** Our stages from text to names, one by one, so that each can be handed what another made. */
export interface Ours extends Contestant {
  readonly engine: string;
  readonly model: string;
  /** Cuts a text. */
  readonly cut: (text: string) => Document;
  /** The one pass of the encoder, all heads. */
  readonly encode: (document: Document) => Promise<Encoded>;
  /** Word pieces that the encoder was handed since the last call, those around sentences included. */
  readonly piecesRead: () => number;
}

/** Opens our stages with the lists and the model of the package. */
export async function openOurs(): Promise<Ours> {
  const { language, piecesRead } = counting(await shippedLanguage());
  const cut = prepareText(lists);
  const encode = prepareEncoder(language);
  const readSyntax = prepareSyntax(lists);
  const readNames = prepareNames(lists);
  const readDocument = async (document: Document) => {
    const encoded = await encode(document);
    const grammar = readSyntax(document, encoded);
    return { encoded, grammar, names: readNames(document, grammar, encoded) };
  };
  return {
    name: 'dateline',
    engine: language.engine,
    model: language.version,
    cut: (text) => cut({ text }),
    encode,
    piecesRead,
    async read(documents, mode) {
      const said: Said[] = [];
      for (const gold of documents) {
        const document = mode === 'tokens' ? givenDocument(gold) : cut({ text: gold.text });
        const { encoded, grammar, names } = await readDocument(document);
        said.push(saidOf(document, encoded, grammar, names, mode));
      }
      return said;
    },
    time: (texts) =>
      timed(async () => {
        for (const text of texts) await readDocument(cut({ text }));
      }),
    close: async () => {},
  };
}

/** The same model, counting the pieces that it is handed. */
function counting(language: Language): { language: Language; piecesRead: () => number } {
  let pieces = 0;
  return {
    language: {
      ...language,
      run(inputs) {
        pieces += inputs.ids.length;
        return language.run(inputs);
      },
    },
    piecesRead() {
      const read = pieces;
      pieces = 0;
      return read;
    },
  };
}

/** A document with the words and sentences of a gold file in place of ours. */
export function givenDocument({ text, words, sentences }: GoldDocument): Document {
  const tokens = words.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
  return {
    input: { text },
    text,
    parts: [{ kind: 'body', start: 0, end: text.length }],
    sentences: sentences.map(({ first, last }) => {
      return { first, last, start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0, part: 'body' };
    }),
    tokens,
    unrelated: [],
  };
}

function saidOf(
  document: Document,
  encoded: Encoded,
  grammar: Grammar,
  names: readonly Name[],
  mode: Mode,
): Said {
  const kinds = (marked: readonly Marked[]): Kind[] =>
    marked.map(({ first, last, kind }) => {
      return { kind, start: document.tokens[first]?.start ?? 0, end: document.tokens[last - 1]?.end ?? 0 };
    });
  return {
    words: document.tokens.map(({ start, end }, at) => ({
      start,
      end,
      tag: grammar.penn[at],
      part: grammar.tags[at],
      lemma: grammar.lemmas[at],
      head: grammar.heads[at],
      label: grammar.labels[at],
    })),
    sentences: mode === 'text' ? document.sentences : undefined,
    names: [
      { list: 'encoder, named', scheme: 'OntoNotes', names: kinds(encoded.named) },
      { list: 'encoder, described', scheme: 'described', names: kinds(encoded.described) },
      {
        list: 'names',
        scheme: 'names',
        names: names.map(({ start, end, type }) => ({ start, end, kind: type })),
      },
    ],
  };
}
