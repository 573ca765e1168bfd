import { type Io, UsageError } from './io.js';
import { storePlace } from './place.js';
import type { Verbs } from './verbs.js';

export interface ServeCommandOptions {
  readonly port?: string;
  readonly host?: string;
  readonly data?: string;
  readonly examples?: boolean;
}

const HIGHEST_PORT = 65_535;

/**
 * `dateline serve`: starts the desk, prints its address, and closes it when the user asks for it. Gives the exit status.
 * Where no port is asked for, the server takes one that is free.
 */
export async function serveCommand(options: ServeCommandOptions, io: Io, verbs: Verbs): Promise<number> {
  const host = options.host ?? (io.env.HOST || '127.0.0.1');
  const port = portOf(options, io.env.PORT);
  const interrupted = io.interrupted?.() ?? new Promise<void>(() => {});
  const server = await verbs.serve({
    host,
    ...(port === undefined ? {} : { port }),
    ...storePlace(options.data, io.env),
    ...(options.examples ? { examples: true } : {}),
    log: (line) => void io.stderr.write(`${line}\n`),
  });
  io.stdout.write(`Dateline is at ${server.url} (Ctrl-C ends it)\n`);
  await interrupted;
  await server.close();
  return 0;
}

/** The port that was asked for, on the command line or else in the environment; undefined where none was. */
function portOf(options: ServeCommandOptions, fromEnv: string | undefined): number | undefined {
  const asked = options.port ?? (fromEnv || undefined);
  if (asked === undefined) return undefined;
  const port = Number(asked);
  if (/^\d+$/.test(asked) && port <= HIGHEST_PORT) return port;
  const name = options.port === undefined ? 'PORT' : '--port';
  throw new UsageError(
    `${name} ${JSON.stringify(asked)} is no port; give a number from 0 to ${HIGHEST_PORT}`,
  );
}
