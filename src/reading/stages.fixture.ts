import type { Name, ReportInput } from '../record/index.js';
import { type Encoded, prepareEncoder } from './encoder/index.js';
import { shippedLanguage } from './encoder/language.fixture.js';
import { lists } from './lists.fixture.js';
import { type Coreference, prepareCoreference, prepareNames } from './names/index.js';
import { type Grammar, prepareSyntax } from './syntax/index.js';
import { type Document, prepareText } from './text/index.js';

/** What the stages before times have made of a text: a test of a later stage starts from it. */
export interface Stages {
  readonly document: Document;
  readonly encoded: Encoded;
  readonly grammar: Grammar;
  readonly names: Name[];
  readonly coreference: Coreference;
}

let opened: ReturnType<typeof openStages> | undefined;

/** The stages up to names, with the lists and the model of the package. Opened once, however often it is called. */
export function prepareStages(): Promise<(input: ReportInput) => Promise<Stages>> {
  opened ??= openStages();
  return opened;
}

async function openStages(): Promise<(input: ReportInput) => Promise<Stages>> {
  const readText = prepareText(lists);
  const encode = prepareEncoder(await shippedLanguage());
  const readSyntax = prepareSyntax(lists);
  const readNames = prepareNames(lists);
  const readCoreference = prepareCoreference(lists);
  return async (input) => {
    const document = readText(input);
    const encoded = await encode(document);
    const grammar = readSyntax(document, encoded);
    const names = readNames(document, grammar, encoded);
    const coreference = readCoreference(document, grammar, names);
    return { document, encoded, grammar, names, coreference };
  };
}
