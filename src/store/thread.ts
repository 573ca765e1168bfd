import { Worker } from 'node:worker_threads';
import type { WorkerTask, WorkerWord } from './worker.js';

/** The thread that the embedded database runs in, so that no query holds up the rest of the process. */
export interface DatabaseThread {
  /** The port of this machine that it listens on, where it was given no socket. */
  readonly port: number;
  /** Why it no longer runs; undefined while it does. */
  failure(): string | undefined;
  /** Ends when the database has written everything down and the thread is gone. */
  stop(): Promise<void>;
}

/** Starts the database of a folder. Throws an Error that gives the reason where it does not come to listen. */
export async function startThread(task: WorkerTask): Promise<DatabaseThread> {
  const worker = startWorker(task);
  let failure: string | undefined;
  const fail = (reason: string) => {
    failure ??= reason;
  };
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve(fail('its thread ended'))));
  worker.on('error', (error) => fail(error.message));
  const listening = new Promise<number>((resolve) => {
    worker.on('message', (said: WorkerWord) => {
      if (said.word === 'broken') fail(said.reason);
      else resolve(said.port);
    });
  });
  const port = await Promise.race([listening, ended]);
  if (port === undefined) throw new Error(failure);
  const stop = () => {
    worker.postMessage('stop');
    return ended;
  };
  return { port, failure: () => failure, stop };
}

function startWorker(workerData: WorkerTask): Worker {
  const url = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
  if (url.pathname.endsWith('.js')) return new Worker(url, { workerData });
  // Run from its source, as in a test: a thread of Node 20 inherits no loader, so it is given one.
  const loader = import.meta.resolve('tsx/esm/api');
  const code = `import('${loader}').then(({ register }) => { register(); return import('${url.href}'); });`;
  return new Worker(code, { eval: true, workerData });
}
