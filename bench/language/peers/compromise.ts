import nlp from 'compromise';
import type { Kind, LabelledWord } from '../gold.js';
import { type Contestant, type Said, timed } from '../said.js';

interface Term {
  readonly text: string;
  readonly tags: readonly string[];
  readonly offset?: { readonly start: number; readonly length: number };
}

interface Phrase {
  readonly text: string;
  readonly terms?: readonly Term[];
  readonly offset?: { readonly start: number; readonly length: number };
}

const LISTS = [
  ['people', 'person'],
  ['places', 'place'],
  ['organizations', 'organisation'],
] as const;

/** compromise: sentences, parts of speech, persons, places and organisations. Punctuation is no word to it. */
export async function openCompromise(): Promise<Contestant> {
  const read = (text: string): Said => {
    const document = nlp(text);
    const sentences = document.json({ offset: true, terms: { offset: true } }) as Phrase[];
    const names = LISTS.flatMap(([list, kind]): Kind[] =>
      (document[list]().json({ offset: true }) as Phrase[]).map((phrase) => ({ ...placeOf(phrase), kind })),
    );
    return {
      words: sentences.flatMap(({ terms = [] }) => terms.flatMap(wordOf)),
      sentences: sentences.map(({ offset: { start, length } = { start: 0, length: 0 } }) => {
        return { start, end: start + length };
      }),
      names: [{ list: 'names', scheme: 'compromise', names }],
    };
  };
  return {
    name: 'compromise',
    read: async (documents) => documents.map(({ text }) => read(text)),
    time: (texts) =>
      timed(() => {
        for (const text of texts) {
          const document = nlp(text);
          for (const [list] of LISTS) document[list]().out('array');
        }
      }),
    close: async () => {},
  };
}

/** Where a term or phrase stands, without the punctuation that compromise leaves on it. */
function placeOf({ offset, text }: Phrase): { start: number; end: number } {
  const start = offset?.start ?? 0;
  const bare = text.replace(/[,;:.!?]+$/, '');
  return { start, end: start + (offset?.length ?? 0) - (text.length - bare.length) };
}

function wordOf({ offset, tags, text }: Term): LabelledWord[] {
  // The "not" of "isn't" has no characters of its own.
  if (!offset || text === '') return [];
  return [{ start: offset.start, end: offset.start + offset.length, part: partOf(tags) }];
}

/** Its tags, most telling first, as parts of speech of Universal Dependencies. Roughly: its grammar is another. */
const PARTS: readonly (readonly [string, string])[] = [
  ['ProperNoun', 'PROPN'],
  ['Pronoun', 'PRON'],
  ['Possessive', 'PRON'],
  ['Auxiliary', 'AUX'],
  ['Copula', 'AUX'],
  ['Modal', 'AUX'],
  ['Verb', 'VERB'],
  ['Value', 'NUM'],
  ['Adjective', 'ADJ'],
  ['Adverb', 'ADV'],
  ['Negative', 'PART'],
  ['Determiner', 'DET'],
  ['Preposition', 'ADP'],
  ['Conjunction', 'CCONJ'],
  ['Noun', 'NOUN'],
  ['QuestionWord', 'PRON'],
  ['Expression', 'INTJ'],
];

export function partOf(tags: readonly string[]): string {
  return PARTS.find(([tag]) => tags.includes(tag))?.[1] ?? 'X';
}
