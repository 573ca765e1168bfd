import { readFileSync } from 'node:fs';
import { type Card, readCard } from './card.js';
import { type Engine, type Language, type LanguageFiles, openLanguage } from './index.js';

/** A file of the language model of the package. */
export function shippedFile(name: 'language.json' | 'vocab.txt' | 'language.onnx'): Buffer {
  return readFileSync(new URL(`../../../models/language/${name}`, import.meta.url));
}

/** The files of the language model of the package. */
export function shippedFiles(): LanguageFiles {
  return {
    card: shippedFile('language.json').toString(),
    vocabulary: shippedFile('vocab.txt').toString(),
    model: shippedFile('language.onnx'),
  };
}

/** What the language model of the package says of itself. */
export function shippedCard(): Card {
  return readCard(shippedFile('language.json').toString());
}

/** The language model of the package, for tests. */
export function shippedLanguage(engine?: Engine): Promise<Language> {
  return openLanguage(shippedFiles(), engine);
}
