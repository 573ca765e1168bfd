import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { GoldDocument } from '../gold.js';
import type { Contestant, Mode, Said } from '../said.js';

const SCRIPT = fileURLToPath(new URL('./spacy_peer.py', import.meta.url));

type Word = [
  start: number,
  end: number,
  tag: string,
  part: string,
  lemma: string,
  head: number,
  label: string,
];

interface Answer {
  readonly documents?: readonly {
    readonly words: readonly Word[];
    readonly sentences: readonly [number, number][];
    readonly names: readonly [number, number, string][];
  }[];
  readonly seconds?: number;
  readonly processor?: number;
  readonly memory?: number;
}

export interface SpacyPeer extends Contestant {
  /** "en_core_web_md in spaCy 3.8.18: tok2vec, tagger, …". */
  readonly about: string;
  /** The most memory that it has held, in megabytes. */
  readonly memory: () => number;
}

/** How many documents are handed over at a time: a line of JSON must fit a string. */
const DOCUMENTS_AT_A_TIME = 50;

/**
 * Starts spaCy on one thread, in a process of its own that tells its own seconds. Rejects with what Python said where
 * there is no spaCy or no such model.
 */
export async function openSpacy(python: string, model: string): Promise<SpacyPeer> {
  const one = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
  const child = spawn(python, [SCRIPT, model], { env: { ...process.env, ...one } });
  const ask = conversation(child);
  const {
    version,
    model: name,
    components,
  } = (await ask()) as {
    version: string;
    model: string;
    components: string[];
  };
  let memory = 0;
  const answer = async (request: object): Promise<Answer> => {
    const got = (await ask(request)) as Answer;
    memory = Math.max(memory, got.memory ?? 0);
    return got;
  };
  return {
    name: 'spaCy',
    about: `${name} in spaCy ${version}: ${components.join(', ')}`,
    memory: () => memory,
    async read(documents, mode) {
      const said: Said[] = [];
      for (let from = 0; from < documents.length; from += DOCUMENTS_AT_A_TIME) {
        const some = documents.slice(from, from + DOCUMENTS_AT_A_TIME);
        const { documents: got = [] } = await answer({
          do: 'read',
          documents: some.map((one) => asked(one, mode)),
        });
        said.push(...got.map((one) => saidOf(one, mode)));
      }
      return said;
    },
    async time(texts) {
      const { seconds = Number.NaN, processor = Number.NaN } = await answer({ do: 'time', texts });
      return { seconds, processor };
    },
    async close() {
      child.stdin.end();
    },
  };
}

function asked({ text, words, sentences }: GoldDocument, mode: Mode): object {
  if (mode === 'text') return { text };
  return {
    text,
    words: words.map(({ start, end }) => [start, end]),
    starts: sentences.map(({ first }) => first),
  };
}

function saidOf({ words, sentences, names }: NonNullable<Answer['documents']>[number], mode: Mode): Said {
  return {
    words: words.map(([start, end, tag, part, lemma, head, label]) => {
      return { start, end, tag, part, lemma, head, label: label === 'ROOT' ? 'root' : label };
    }),
    sentences: mode === 'text' ? sentences.map(([start, end]) => ({ start, end })) : undefined,
    names: [
      {
        list: 'names',
        scheme: 'OntoNotes',
        names: names.map(([start, end, kind]) => ({ start, end, kind })),
      },
    ],
  };
}

/** Asks with a line of JSON and waits for one. Without a request it waits for the line that greets. */
function conversation(child: ChildProcessWithoutNullStreams): (request?: object) => Promise<unknown> {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let said = '';
  child.stderr.on('data', (data) => {
    said = `${said}${data}`.slice(-2000);
  });
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  failed.catch(() => {});
  child.stdin.on('error', () => {});
  return async (request) => {
    if (request) child.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await Promise.race([lines.next(), failed]);
    if (done) throw new Error(said.trim().split('\n').at(-1) || 'it ended without a word');
    return JSON.parse(value as string);
  };
}
