import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from './index.js';
import { temporaryFolder } from './temporary.fixture.js';

const temporary = temporaryFolder();
const folder = join(temporary, 'data');
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Compiles the store and the process that holds a folder, so that Node runs them as it runs the package. */
function compile(): void {
  const settings = {
    extends: join(root, 'tsconfig.build.json'),
    compilerOptions: {
      rootDir: join(root, 'src'),
      outDir: join(temporary, 'dist'),
      typeRoots: [join(root, 'node_modules/@types')],
    },
    files: ['store/holder.fixture.ts', 'store/worker.ts', 'record/edtf-package.d.ts'].map((file) =>
      join(root, 'src', file),
    ),
    include: [],
  };
  const config = join(temporary, 'tsconfig.json');
  writeFileSync(config, JSON.stringify(settings));
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', config], {
    stdio: 'inherit',
  });
  cpSync(join(root, 'src/record/codebook.json'), join(temporary, 'dist/record/codebook.json'));
  writeFileSync(join(temporary, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(root, 'node_modules'), join(temporary, 'node_modules'));
}

interface Holding {
  readonly child: ChildProcess;
  readonly lines: string[];
  /** Resolves when it has said so many lines, or has ended. */
  said(count: number): Promise<void>;
  /** Its exit status, once all that it said is here. */
  readonly ended: Promise<number | null>;
}

let running: ChildProcess[] = [];

/** A process that holds the folder and keeps reports, until it is killed or has kept `most`. */
function hold(most = Infinity): Holding {
  const child = spawn(
    process.execPath,
    [join(temporary, 'dist/store/holder.fixture.js'), folder, String(most)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      // Where a process that is killed leaves its socket, to be tidied with the rest.
      env: { ...process.env, TMPDIR: temporary },
    },
  );
  running.push(child);
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const said = async (count: number) => {
    while (lines.length < count && child.exitCode === null) await Promise.race([once(reader, 'line'), ended]);
  };
  return { child, lines, said, ended };
}

describe('a data folder and several processes', () => {
  beforeAll(compile);
  afterEach(() => {
    for (const child of running) child.kill('SIGKILL');
    running = [];
  });

  it('is refused to the second, which is told whom to stop, and holds what the first was told it holds', async () => {
    const first = hold();
    await first.said(1);
    const refused = openStore({ folder });
    await expect(refused).rejects.toMatchObject({ name: 'StoreError', code: 'folder-in-use' });
    const whom = `${folder} is in use by process ${first.child.pid}. Stop it, or set DATABASE_URL`;
    await expect(refused).rejects.toThrow(whom);

    await first.said(first.lines.length + 60);
    first.child.kill('SIGKILL');
    await first.ended;
    const hashes = first.lines.slice(1);
    expect(hashes.length).toBeGreaterThanOrEqual(60);

    const store = await openStore({ folder });
    for (const hash of hashes) expect((await store.report(hash))?.kept.incidents).toBe(1);
    // At most one more: one that was kept and whose acknowledgement did not get out.
    const { total } = await store.incidents({ words: 'shells fell again' });
    expect(total - hashes.length).toBeOneOf([0, 1]);
    await store.close();
  });

  it('is free once it has been closed, and the process ends by itself', async () => {
    const last = hold(3);
    expect(await last.ended).toBe(0);
    expect(last.lines).toHaveLength(5);
    expect(last.lines.at(-1)).toBe('closed');
    expect(existsSync(join(folder, 'in-use.json'))).toBe(false);
  });
});
