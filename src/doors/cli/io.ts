import { once } from 'node:events';

/** What the command line reads from and writes to, so that it can be run like any function. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean | undefined };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Resolves when the user asks the program to end (Ctrl-C). Listens only from when it is called. */
  readonly interrupted?: () => Promise<void>;
}

export type Output = NodeJS.WritableStream & {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
};

/** Thrown where the reader of our output has gone away, as `head` does: no error, only the end of the work. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}

/** A mistake in how the program was called: its message goes to standard error, and the exit status is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Something that the user can mend, and no bug: its message goes to standard error as it is; the exit status is 1. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

/** Writes to a stream, waiting while its reader is slower than we are. */
export interface Writer {
  write(text: string): Promise<void>;
  close(): void;
}

/** A writer on a stream. `write` throws `OutputClosed` once nobody reads the stream any more. */
export function writerOn(stream: Output): Writer {
  let failure: Error | undefined;
  const fail = (error: NodeJS.ErrnoException) => {
    const isClosed = error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';
    failure = isClosed
      ? new OutputClosed()
      : new PlainError(`the output cannot be written: ${error.message}`);
  };
  stream.on('error', fail);
  return {
    async write(text) {
      if (failure) throw failure;
      if (stream.write(text)) return;
      await once(stream, 'drain').catch(fail);
      if (failure) throw failure;
    },
    close() {
      stream.off('error', fail);
    },
  };
}

/**
 * Lets the reader of a stream go away (`dateline --help | head -1`) where nobody else listens for that: help and
 * messages are written without a `Writer`. Other errors that nobody listens for are thrown.
 */
export function ignoreClosing(stream: Output): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && stream.listenerCount('error') === 1) throw error;
  });
}

/** The text of an error of any kind, in one line. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return printable(message.split('\n', 1)[0] || 'something went wrong');
}

/** Text without the characters that command a terminal or turn the direction of writing: the words of a stranger. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
  return text.replace(/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, ' ');
}
