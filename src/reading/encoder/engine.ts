/** What runs the graph: a library built for this machine, or WebAssembly, which runs everywhere and is slower. */
export type Engine = 'native' | 'portable';

const INPUTS = ['ids', 'case', 'first', 'sentence'] as const;
const OUTPUTS = [
  'tag',
  'arc',
  'label',
  'name',
  'field',
  'trigger',
  'facts',
  'claim',
  'query',
  'key',
] as const;

/** What goes into the graph, by its name there: whole numbers of 32 bits, a row for the one window. */
export type Inputs = Readonly<Record<(typeof INPUTS)[number], Int32Array>>;

/** What comes out, each row after row. */
export type Outputs = Readonly<Record<(typeof OUTPUTS)[number], Float32Array>>;

/** Runs the graph on one window. */
export type Run = (inputs: Inputs) => Promise<Outputs>;

type Library = Pick<typeof import('onnxruntime-web'), 'InferenceSession' | 'Tensor'>;
type Session = Awaited<ReturnType<Library['InferenceSession']['create']>>;

/**
 * Opens a graph, on one thread, so that the same words give the same numbers everywhere. Without an engine the native
 * one is taken where it is installed and loads, the portable one elsewhere. Rejects where the bytes are no such graph,
 * and where the engine that was asked for is not there.
 */
export async function openGraph(model: Uint8Array, engine?: Engine): Promise<{ run: Run; engine: Engine }> {
  const { library, name } = await load(engine);
  const session = await open(library, model);
  const tensor = (data: Int32Array) => new library.Tensor('int32', data, [1, data.length]);
  const run = async ({ ids, case: cases, first, sentence }: Inputs): Promise<Outputs> => {
    const feeds = { ids: tensor(ids), case: tensor(cases), first: tensor(first), sentence: tensor(sentence) };
    const outputs = await session.run(feeds, OUTPUTS);
    const rows = OUTPUTS.map((output) => [output, outputs[output]?.data]);
    return Object.fromEntries(rows) as Outputs;
  };
  return { run, engine: name };
}

async function load(engine: Engine | undefined): Promise<{ library: Library; name: Engine }> {
  if (engine !== 'portable') {
    try {
      const library = await import('onnxruntime-node');
      library.env.logLevel = 'fatal';
      return { library, name: 'native' };
    } catch (cause) {
      if (engine === 'native') {
        const advice = 'Install onnxruntime-node, or take the portable engine';
        throw new Error(`The native engine does not load here. ${advice}. (${messageOf(cause)})`, { cause });
      }
    }
  }
  const library = await import('onnxruntime-web');
  library.env.logLevel = 'fatal';
  library.env.wasm.numThreads = 1;
  return { library, name: 'portable' };
}

async function open(library: Library, model: Uint8Array): Promise<Session> {
  const session = await library.InferenceSession.create(model, {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    logSeverityLevel: 4,
  }).catch((cause: unknown) => {
    throw new Error(`The graph of the language model cannot be opened: ${messageOf(cause)}`, { cause });
  });
  requireNames('inputs', INPUTS, session.inputNames);
  requireNames('outputs', OUTPUTS, session.outputNames);
  return session;
}

function requireNames(what: string, wanted: readonly string[], found: readonly string[]): void {
  if (wanted.toSorted().join() === found.toSorted().join()) return;
  throw new Error(
    `The graph is no language model: its ${what} are ${found.join(', ')}; they should be ${wanted.join(', ')}.`,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
