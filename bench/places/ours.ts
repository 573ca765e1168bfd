import { lists } from '../../src/reading/lists.fixture.js';
import { prepareNames } from '../../src/reading/names/index.js';
import { shippedGazetteer } from '../../src/reading/places/gazetteer.fixture.js';
import { type Gazetteer, preparePlaces } from '../../src/reading/places/index.js';
import { type Grammar, prepareSyntax } from '../../src/reading/syntax/index.js';
import { type Document, prepareText } from '../../src/reading/text/index.js';
import { type Name, spansOverlap } from '../../src/record/index.js';
import { cachedEncoder } from '../times/ours.js';
import type { GoldText } from './gold.js';
import type { FoundToponym } from './score.js';

/** A text as the stages before places leave it. */
export interface Prepared {
  readonly document: Document;
  readonly grammar: Grammar;
  readonly names: readonly Name[];
}

/** Our stages up to places, with the lists, the gazetteer and the model of the package. */
export interface Ours {
  readonly gazetteer: Gazetteer;
  readonly prepare: (text: GoldText) => Promise<Prepared>;
  /** The places stage alone. */
  readonly read: (prepared: Prepared) => FoundToponym[];
}

/** Opens our stages. With a cache (a folder) what the language model said of a text is kept there. */
export function openOurs(cache: string | undefined): Ours {
  const gazetteer = shippedGazetteer();
  const readText = prepareText(lists);
  const readSyntax = prepareSyntax(lists);
  const readNames = prepareNames(lists);
  const readPlaces = preparePlaces(lists, gazetteer);
  const encode = cachedEncoder(cache);
  return {
    gazetteer,
    async prepare({ text }) {
      const document = readText({ text });
      const encoded = await encode(document);
      const grammar = readSyntax(document, encoded);
      return { document, grammar, names: readNames(document, grammar, encoded) };
    },
    read: ({ document, grammar, names }) => readPlaces(document, grammar, names),
  };
}

/** The names of a text with the gold toponyms in it as names of places, so that the stage is told where they stand. */
export function withGoldSpans(prepared: Prepared, { toponyms }: GoldText): Prepared {
  const others = prepared.names.filter((name) => !toponyms.some((gold) => spansOverlap(gold, name)));
  const given = toponyms.map(({ start, end, quote }): Name => {
    return { start, end, quote, type: 'place', entity: quote };
  });
  return { ...prepared, names: [...others, ...given].sort((a, b) => a.start - b.start) };
}
