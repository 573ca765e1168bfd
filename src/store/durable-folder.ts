import { fdatasyncSync, fsyncSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Init = NodeFS['init'];

/** What PostgreSQL asks to be flushed: an open file or folder. */
interface OpenFile {
  readonly path: string;
  readonly nfd: number;
  readonly node: { readonly mode: number };
}

/** Called after each flush, with the path as PostgreSQL knows it; `broken` is called when the database cannot go on. */
export interface Watcher {
  flushed?(path: string): void;
  broken(reason: string): void;
}

/**
 * A folder of the disk as the database's file system, in which a flush is a flush. PGlite turns `fsync` off and its
 * own file system ignores it; with this one and `durableStart`, PostgreSQL flushes its log before it acknowledges a
 * commit and its files at a checkpoint, as it does on a server.
 */
export class DurableFolder extends NodeFS {
  constructor(
    folder: string,
    private readonly watcher: Watcher,
  ) {
    super(folder);
  }

  override async init(...[database, options]: Parameters<Init>): Promise<Awaited<ReturnType<Init>>> {
    const { emscriptenOpts } = await super.init(database, options);
    type Runtime = Parameters<NonNullable<typeof emscriptenOpts.preRun>[number]>[0];
    const hook = ({ FS }: Runtime) => {
      const files = FS as unknown as {
        isFile(mode: number): boolean;
        filesystems: { NODEFS: { stream_ops: { fsync?: (file: OpenFile) => number } } };
      };
      files.filesystems.NODEFS.stream_ops.fsync = (file) => this.flush(file, files.isFile(file.node.mode));
    };
    const preRun = [...(emscriptenOpts.preRun ?? []), hook];
    const onAbort = (what: unknown) => this.watcher.broken(`it stopped: ${what}`);
    return { emscriptenOpts: { ...emscriptenOpts, preRun, onAbort } };
  }

  private flush(file: OpenFile, isFile: boolean): number {
    try {
      if (isFile) fdatasyncSync(file.nfd);
      else if (process.platform !== 'win32') fsyncSync(file.nfd);
      this.watcher.flushed?.(file.path);
    } catch (error) {
      // After a failed flush nobody knows what is on the disk: no answer may leave before the log has been replayed.
      this.watcher.broken(`${file.path} could not be flushed to the disk (${(error as Error).message})`);
    }
    return 0;
  }
}

/** How the database is started: as PGlite does, without its `-F`, which turns every flush off, and with a small log. */
export const durableStart = [
  ...PGlite.defaultStartParams.filter((word) => word !== '-F'),
  ...['-c', 'fsync=on', '-c', 'synchronous_commit=on', '-c', 'wal_sync_method=fsync'],
  ...['-c', 'min_wal_size=32MB', '-c', 'max_wal_size=128MB'],
];

/** Flushes all that is in a folder: a new database is copied into place, and nothing else flushes those files. */
export async function flushFolder(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await flushFolder(path);
    else if (entry.isFile()) await flushPath(path, 'r+');
  }
  if (process.platform !== 'win32') await flushPath(folder, 'r');
}

async function flushPath(path: string, flags: string): Promise<void> {
  const file = await open(path, flags);
  await file.sync().finally(() => file.close());
}
