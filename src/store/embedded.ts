import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { type Connection, poolOf } from './connection.js';
import { StoreError } from './errors.js';
import { type FolderLock, lockFolder } from './lock.js';
import { type DatabaseThread, startThread } from './thread.js';

/** The major version of PostgreSQL that the pinned PGlite is; its files can be read by no other. */
const MAJOR = '18';
/** How the driver calls the socket of a server on port 5432. */
const SOCKET = '.s.PGSQL.5432';
/** A Unix socket has a short name: 104 bytes on a Mac, 108 on Linux. */
const LONGEST_SOCKET = 103;

/**
 * Opens the PostgreSQL in a data folder, made where there is none: `postgres` in it holds the database, and
 * `in-use.json` says who has it open. Throws a StoreError where the folder is in use, unusable, or of another version.
 */
export async function openEmbedded(folder: string): Promise<Connection> {
  const path = resolve(folder);
  const lock = await takeFolder(path);
  try {
    await checkVersion(path);
    const { connect, close } = await host(path);
    return { connect, close: () => close().finally(lock.release) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

const databaseIn = (folder: string) => join(folder, 'postgres');
const versionIn = (folder: string) => join(databaseIn(folder), 'PG_VERSION');

/** Whether a data folder has a store in it, so that opening it makes none. */
export function hasStore(folder: string): boolean {
  return existsSync(versionIn(folder));
}

async function takeFolder(folder: string): Promise<FolderLock> {
  try {
    await mkdir(databaseIn(folder), { recursive: true, mode: 0o700 });
    return await lockFolder(folder);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    throw new StoreError(
      'folder-unusable',
      `The data folder ${folder} cannot be made or written (${why}). Name a folder that you may write to, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

async function checkVersion(folder: string): Promise<void> {
  const version = await readFile(versionIn(folder), 'utf8').catch(() => MAJOR);
  if (version.trim() === MAJOR) return;
  throw new StoreError(
    'folder-version',
    `The data folder ${folder} was written by PostgreSQL ${version.trim()}; this Dateline brings PostgreSQL ${MAJOR}. Open it with the Dateline that wrote it, or name another folder.`,
  );
}

/** The database listens on a socket that only this user can reach; where there are none (Windows), on a free port. */
async function host(folder: string): Promise<Connection> {
  const sockets = process.platform === 'win32' ? undefined : await socketFolder();
  const tidy = () => sockets !== undefined && rmSync(sockets, { recursive: true, force: true });
  process.once('exit', tidy);
  const letGo = () => {
    process.off('exit', tidy);
    tidy();
  };
  const task = { folder: databaseIn(folder), socket: sockets && join(sockets, SOCKET) };
  const thread = await startThread(task).catch((error: Error) => {
    letGo();
    throw failed(
      `The database in ${folder} does not start: ${error.message}. Nothing in the folder has been thrown away; see to the reason, or name another folder.`,
    );
  });
  const address = sockets ? { host: sockets, port: 5432 } : { host: '127.0.0.1', port: thread.port };
  // One connection: the database has one session, in which the messages of two connections would mix.
  const one = { max: 1, idleTimeoutMillis: 0, ssl: false };
  const pool = poolOf({ ...address, ...one, user: 'postgres', database: 'postgres' });
  return {
    connect: connecting(pool, thread, folder),
    close: () => pool.end().then(thread.stop).finally(letGo),
  };
}

function connecting(pool: Pool, thread: DatabaseThread, folder: string): Connection['connect'] {
  let turns = 0;
  return async () => {
    try {
      const client = await pool.connect();
      turns += 1;
      await tendTo(client, turns);
      return client;
    } catch (error) {
      const reason = thread.failure();
      if (reason === undefined) throw error;
      throw failed(
        `The database in ${folder} has stopped: ${reason}. Start again once the reason is gone; what was acknowledged is kept.`,
      );
    }
  };
}

/**
 * A PostgreSQL in one process has none of the helpers that write its log back into the tables, clear up and count:
 * without us the log would grow for as long as the store is open.
 */
async function tendTo(client: PoolClient, turn: number): Promise<void> {
  const duties = [turn % 5_000 === 0 && 'vacuum (analyze)', turn % 500 === 0 && 'checkpoint'];
  // A full disk, say, is for the caller's own query to report: it may be one that needs no room.
  for (const duty of duties) if (duty) await client.query(duty).catch(() => {});
}

async function socketFolder(): Promise<string> {
  const isShort = join(tmpdir(), 'dateline-XXXXXX', SOCKET).length <= LONGEST_SOCKET;
  return mkdtemp(join(isShort ? tmpdir() : '/tmp', 'dateline-')); // mkdtemp gives it to this user alone (0700)
}

const failed = (message: string) => new StoreError('embedded-failed', message);
