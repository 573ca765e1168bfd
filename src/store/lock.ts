import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StoreError } from './errors.js';

/** Who has a data folder open, as the file `in-use.json` in it says. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process started, in clock ticks since boot: it tells a process from a later one of the same number. */
  readonly started: string | null;
}

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes a folder for this process alone. Two things guard it: a name that the kernel gives to one process at a time
 * and takes back when that process dies in whatever way (an abstract socket on Linux, a pipe on Windows), and a file
 * that says who holds it, for the message and for where no such name is to be had or seen, as on a Mac or across
 * containers. A lock is never taken from a process that lives or that cannot be asked.
 * Throws a StoreError `folder-in-use`, or the file system's error where the file cannot be written.
 */
export async function lockFolder(folder: string, useName = true): Promise<FolderLock> {
  const file = join(folder, 'in-use.json');
  const name = useName ? kernelName(await realpath(folder)) : undefined;
  const held = name === undefined ? undefined : await takeName(name);
  if (held === 'taken') throw inUse(folder, file, await holderIn(file));
  try {
    await writeHolder(folder, file);
  } catch (error) {
    held?.close();
    throw error;
  }
  return {
    async release() {
      await rm(file, { force: true });
      held?.close();
    },
  };
}

function kernelName(path: string): string | undefined {
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 40);
  if (process.platform === 'linux') return `\0dateline-${hash}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\dateline-${hash}`;
  return undefined;
}

function takeName(name: string): Promise<Server | 'taken'> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('taken');
      else reject(error);
    });
    server.listen(name, () => resolve(server.unref()));
  });
}

async function writeHolder(folder: string, file: string): Promise<void> {
  const us: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid) };
  const write = () => writeFile(file, `${JSON.stringify(us)}\n`, { flag: 'wx' });
  try {
    await write();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = await holderIn(file);
    if (holder !== undefined && mayLive(holder)) throw inUse(folder, file, holder);
    await rm(file, { force: true });
    await write();
  }
}

/** Undefined where there is no such file, or one that its writer did not live to finish. */
async function holderIn(file: string): Promise<Holder | undefined> {
  try {
    const { pid, host, started } = JSON.parse(await readFile(file, 'utf8'));
    return { pid: Number(pid), host: String(host), started };
  } catch {
    return undefined;
  }
}

function mayLive({ pid, host, started }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return started === null || started === startOf(pid);
}

/** null where the system does not say, or where the process is dead and only waits for its parent to notice. */
function startOf(pid: number): string | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold anything; the fields after it are plain.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function inUse(folder: string, file: string, holder: Holder | undefined): StoreError {
  const isElsewhere = holder !== undefined && holder.host !== hostname();
  const who =
    holder === undefined
      ? 'another process'
      : `process ${holder.pid}${isElsewhere ? ` on ${holder.host}` : holder.pid === process.pid ? ' (this one)' : ''}`;
  const ifGone = isElsewhere ? ` If it no longer runs, delete ${file}.` : '';
  return new StoreError(
    'folder-in-use',
    `The data folder ${folder} is in use by ${who}. Stop it, or set DATABASE_URL to a PostgreSQL server, which several processes can share.${ifGone}`,
  );
}
