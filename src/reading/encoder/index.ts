import type { Document } from '../text/index.js';
import { type Card, readCard } from './card.js';
import { blankDraft, prepareDecoder } from './decode.js';
import type { Encoded } from './encoded.js';
import { type Engine, openGraph, type Run } from './engine.js';
import { type Pieces, preparePieces } from './pieces.js';
import { tryGraph } from './trial.js';
import { readVocabulary } from './vocabulary.js';
import { windowsOf } from './windows.js';

export { type Arcs, type ArcTables, type Part, type Pointer, prepareArcs } from './arcs.js';
export type { Encoded, Marked, Peg, Said, Told } from './encoded.js';
export type { Engine } from './engine.js';

/** The files of a language model: its card (JSON), its vocabulary (a piece a line) and its graph (ONNX). */
export interface LanguageFiles {
  readonly card: string;
  readonly vocabulary: string;
  readonly model: Uint8Array;
}

/** A language model, ready to read. It may read several documents at a time. */
export interface Language {
  readonly version: string;
  readonly engine: Engine;
  readonly card: Card;
  readonly pieces: Pieces;
  readonly run: Run;
}

/**
 * Opens a language model. Without an engine the native one is taken where it is installed and loads, the portable one
 * elsewhere. Rejects with an Error that says which file is not what it should be, or that the engine is not there.
 */
export async function openLanguage(files: LanguageFiles, engine?: Engine): Promise<Language> {
  const card = readCard(files.card);
  const vocabulary = readVocabulary(files.vocabulary, card);
  const graph = await openGraph(files.model, engine);
  await tryGraph(graph.run, card, vocabulary);
  return { version: card.version, card, pieces: preparePieces(vocabulary, card.pieces.unknown), ...graph };
}

/** Gives what reads a document once, window by window, and says what each token is, whatever else is read meanwhile. */
export function prepareEncoder(language: Language): (document: Document) => Promise<Encoded> {
  const { card, pieces, run } = language;
  const decode = prepareDecoder(card);
  return async (document) => {
    const draft = blankDraft(document.tokens.length, card);
    for (const window of windowsOf(document, card, pieces)) decode(window, await run(window.inputs), draft);
    return draft;
  };
}
