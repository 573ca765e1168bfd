import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { formats } from '../../publishing/index.js';
import type { Store } from '../../store/index.js';
import { runCli } from './cli.fixture.js';
import { ignoreClosing } from './io.js';
import type { ServeOptions } from './verbs.js';

const folder = mkdtempSync(join(tmpdir(), 'dateline-doors-'));
afterAll(() => rmSync(folder, { recursive: true }));

const packageJson = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

describe('dateline', () => {
  it('prints its version and its help', async () => {
    expect(await runCli(['--version'])).toEqual({ status: 0, out: `${packageJson.version}\n`, err: '' });
    const { status, out } = await runCli(['--help']);
    expect(status).toBe(0);
    for (const command of ['read', 'serve', 'export']) expect(out).toContain(`  ${command} `);
  });

  it('says of --why what it shows', async () => {
    const { out } = await runCli(['read', '--help']);
    expect(out).toMatch(/--why +tell in sentences why each value stands there/);
  });

  it('lets the reader of its help go away, and no other error pass', () => {
    const stream = new PassThrough();
    ignoreClosing(stream);
    const fail = (code: string) => stream.emit('error', Object.assign(new Error(code), { code }));
    expect(() => fail('EPIPE')).not.toThrow();
    expect(() => fail('EIO')).toThrow('EIO');
    stream.on('error', () => {});
    expect(() => fail('EIO')).not.toThrow();
  });

  it('says what to do where it is not built yet', () => {
    mkdirSync(join(folder, 'bin'));
    cpSync('bin/dateline.js', join(folder, 'bin/dateline.mjs'));
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'bin/dateline.mjs')], {
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/^dateline: .*npm run build.*\n$/);
    expect(status).toBe(2);
  });
});

describe('dateline serve', () => {
  /** Serves until it is told to end, at once, and gives what the server was asked for. */
  async function serve(argv: string[], env: Record<string, string> = {}) {
    const calls: (ServeOptions | 'closed')[] = [];
    const verbs = {
      serve: async (options: ServeOptions) => {
        calls.push(options);
        return {
          url: `http://${options.host}:${options.port ?? 8484}`,
          close: async () => void calls.push('closed'),
        };
      },
    };
    const result = await runCli(['serve', ...argv], { verbs, env, interrupted: async () => {} });
    return { ...result, calls };
  }

  it('starts on this machine alone, prints its address, and closes when it is told to', async () => {
    const { status, out, calls } = await serve([]);
    const [options, end] = calls as [ServeOptions, string];
    expect(options).toMatchObject({ host: '127.0.0.1', folder: './data' });
    expect(options).not.toHaveProperty('port');
    expect(out).toContain('http://127.0.0.1:8484 ');
    expect([status, end]).toEqual([0, 'closed']);
  });

  it('takes the words over the environment', async () => {
    const env = { PORT: '0', HOST: 'localhost', DATABASE_URL: 'postgres://server/d' };
    expect((await serve([], env)).calls[0]).toMatchObject({
      port: 0,
      host: 'localhost',
      databaseUrl: env.DATABASE_URL,
    });
    const { calls } = await serve(['--host', '127.0.0.1', '--data', 'store', '--examples'], env);
    expect(calls[0]).toMatchObject({ port: 0, host: '127.0.0.1', folder: 'store', examples: true });
    expect(calls[0]).not.toHaveProperty('databaseUrl');
  });

  it('says why it cannot start', async () => {
    const verbs = { serve: () => Promise.reject(new Error('Port 80 is taken; choose another with --port.')) };
    const { status, err } = await runCli(['serve', '--port', '80'], { verbs });
    expect([status, err]).toEqual([1, 'dateline: Port 80 is taken; choose another with --port.\n']);
  });

  it.each([
    [['--port', 'http'], {}, '--port "http" is no port; give a number from 0 to 65535'],
    [['--port', '70000'], {}, '--port "70000" is no port; give a number from 0 to 65535'],
    [[], { PORT: '-1' }, 'PORT "-1" is no port; give a number from 0 to 65535'],
  ])('refuses the port of %j %j', async (argv, env: Record<string, string>, reason) => {
    expect(await serve(argv, env)).toMatchObject({ status: 2, err: `dateline: ${reason}\n` });
  });
});

describe('dateline export', () => {
  const closed: string[] = [];
  const store = join(folder, 'store');
  mkdirSync(join(store, 'postgres'), { recursive: true });
  writeFileSync(join(store, 'postgres', 'PG_VERSION'), '18\n');
  const exportAs = (format: string, ...rest: string[]) => [
    'export',
    '--data',
    store,
    '--format',
    format,
    ...rest,
  ];
  const verbs = {
    openStore: async () =>
      ({
        everyIncident: () => [],
        close: async () => void closed.push('closed'),
      }) as unknown as Store,
    publish: async (format: string) =>
      (async function* () {
        yield `${format}\n`;
        yield 'second\n';
      })(),
  };

  it('writes what is stored to standard output, and closes the store', async () => {
    expect(await runCli(exportAs('csv'), { verbs })).toEqual({
      status: 0,
      out: 'csv\nsecond\n',
      err: '',
    });
    expect(closed).toEqual(['closed']);
  });

  it('leaves out the names of persons who were harmed unless they are asked for', async () => {
    const asked: unknown[] = [];
    const noting = {
      ...verbs,
      publish: async (format: string, _: unknown, options: unknown) => {
        asked.push(options);
        return verbs.publish(format);
      },
    };
    await runCli(exportAs('csv'), { verbs: noting });
    await runCli(exportAs('csv', '--names'), { verbs: noting });
    expect(asked).toEqual([{ names: false }, { names: true }]);
  });

  it('writes a file, and leaves none behind that is not whole', async () => {
    const file = join(folder, 'a.geojson');
    await runCli(exportAs('geojson', '--output', file), { verbs });
    expect(readFileSync(file, 'utf8')).toBe('geojson\nsecond\n');
    const broken = {
      ...verbs,
      publish: async () =>
        (async function* () {
          yield 'first\n';
          throw new Error('the store is gone');
        })(),
    };
    const { status, err } = await runCli(exportAs('jsonl', '--output', file), { verbs: broken });
    expect([status, err]).toEqual([1, 'dateline: the store is gone\n']);
    expect(readFileSync(file, 'utf8')).toBe('geojson\nsecond\n');
    expect(() => readFileSync(`${file}.part`)).toThrow();
  });

  it('opens no folder that has no store in it, and makes none', async () => {
    const nowhere = join(folder, 'mistyped');
    for (const data of [nowhere, folder]) {
      const { status, out, err } = await runCli(['export', '--data', data, '--format', 'csv'], { verbs });
      expect(err).toBe(`dateline: ${data}: no store is there; \`dateline read --keep\` makes one\n`);
      expect([status, out]).toEqual([1, '']);
    }
    expect(existsSync(nowhere)).toBe(false);
  });

  it('looks for no folder where the store is on a server', async () => {
    const env = { DATABASE_URL: 'postgres://server/d' };
    expect((await runCli(['export', '--format', 'csv'], { verbs, env })).status).toBe(0);
  });

  it('knows every format that there is', async () => {
    const { err } = await runCli(['export', '--format', 'pdf']);
    expect(err).toContain(`Allowed choices are ${formats.join(', ')}.`);
  });

  it('names the file that cannot be written', async () => {
    const file = join(folder, 'nowhere', 'a.csv');
    const { status, err } = await runCli(exportAs('csv', '--output', file), { verbs });
    expect(err).toContain(`dateline: ${file}: `);
    expect(status).toBe(1);
  });
});
