import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { DurableFolder, durableStart, flushFolder } from './durable-folder.js';

/** Where the database's files are, and where it listens: a Unix socket, or a free port of this machine. */
export interface WorkerTask {
  readonly folder: string;
  readonly socket: string | undefined;
}

/** What the worker says: that it listens (on which port), or that it could not start or go on, and then ends. */
export type WorkerWord =
  | { readonly word: 'listening'; readonly port: number }
  | { readonly word: 'broken'; readonly reason: string };

const say = (word: WorkerWord) => parentPort?.postMessage(word);

let lastWords = '';

/** What PostgreSQL says of its own end, without the time and number of the process that it puts before. */
function listen(line: string): boolean {
  lastWords = /(?:PANIC|FATAL): +(.*)/.exec(line)?.[1] ?? lastWords;
  return false;
}

function broken(reason: string): never {
  say({ word: 'broken', reason });
  process.exit(1);
}

async function start({ folder, socket }: WorkerTask): Promise<void> {
  const isNew = !existsSync(join(folder, 'PG_VERSION'));
  const fs = new DurableFolder(folder, { broken: (reason) => broken(lastWords || reason) });
  const database = await PGlite.create({ fs, startParams: durableStart, onStderr: listen });
  if (isNew) await flushFolder(folder);
  const server = new PGLiteSocketServer({
    db: database,
    maxConnections: 8,
    ...(socket === undefined ? { host: '127.0.0.1', port: 0 } : { path: socket }),
  });
  await server.start();
  parentPort?.once('message', async () => {
    await server.stop();
    await database.close();
    process.exit(0);
  });
  say({ word: 'listening', port: Number(server.getServerConn().split(':').at(-1)) });
}

start(workerData as WorkerTask).catch((error: Error) => broken(lastWords || error.message));
