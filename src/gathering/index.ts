import { failed, type Gathered } from './bytes.js';
import { GatherError } from './failure.js';
import { reportsFromFile } from './file.js';
import { reportsFromStream } from './stream.js';

export { type Gathered, type Origin, reportsFromBytes } from './bytes.js';
export { type FailureCode, GatherError } from './failure.js';
export { reportOf } from './json.js';
export { MAX_JSON, MAX_LINE, MAX_PAGE, MAX_TEXT } from './limits.js';
export { publishedOf } from './published.js';
export { type GatheredReading, readingsFromLines } from './readings.js';

export interface GatherOptions {
  /** What `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** Whether standard input is JSON lines, whatever its first line looks like. */
  readonly jsonLines?: boolean | undefined;
  /** Whether addresses of private and reserved networks may be fetched. */
  readonly allowPrivate?: boolean | undefined;
  /** Milliseconds for a page and all the redirects to it; 15,000 unless given. */
  readonly timeout?: number | undefined;
  /** Called when an input is used up, for a progress bar. */
  readonly finished?: ((input: string) => void) | undefined;
}

/** What standard input is called in messages. */
export const STDIN = 'standard input';

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * The reports in files, at addresses (`https://…`), and on standard input (`-`), in the order of the inputs. One that
 * cannot be read gives an error in its place, and the rest go on; nothing is read before it is asked for.
 */
export async function* gather(
  inputs: Iterable<string>,
  options: GatherOptions = {},
): AsyncGenerator<Gathered> {
  for (const input of inputs) {
    if (input === '-') yield* fromStdin(options);
    else if (ADDRESS.test(input)) yield* fromWeb(input, options);
    else yield* reportsFromFile(input);
    options.finished?.(input);
  }
}

async function* fromStdin({ stdin, jsonLines }: GatherOptions): AsyncGenerator<Gathered> {
  if (stdin) yield* reportsFromStream(stdin, { name: STDIN }, jsonLines ? 'json lines' : undefined);
  else yield failed(STDIN, new GatherError('unreadable', 'cannot be read here'));
}

async function* fromWeb(address: string, options: GatherOptions): AsyncGenerator<Gathered> {
  // The HTTP client is heavy to load, and most inputs are files.
  const { reportsFromWeb } = await import('./web.js');
  yield* reportsFromWeb(address, options);
}
