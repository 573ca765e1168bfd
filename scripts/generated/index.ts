import { codebookPage } from './codebook-page.js';
import { schemaFiles } from './schemas.js';

/** Every file of the repository that is made from the record: its path from the root, and its text. */
export function generatedFiles(): Record<string, string> {
  const schemas = Object.entries(schemaFiles()).map(([name, text]) => [`docs/schema/${name}`, text]);
  return { ...Object.fromEntries(schemas), 'docs/codebook.md': codebookPage() };
}
