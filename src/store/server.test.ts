import { describe, expect, it } from 'vitest';
import { openStore } from './index.js';
import { freePort, PASSWORD, testServer } from './server.fixture.js';
import { openServer } from './server.js';
import { describeStore } from './suite.fixture.js';

const server = testServer();

describeStore('server', async () => openServer(await server.fresh()));

describe('a server that cannot serve', () => {
  const failure = (databaseUrl: string) =>
    openStore({ databaseUrl }).then(
      () => expect.fail('it opened'),
      (error: Error & { code: string }) => error,
    );

  it.each([
    [
      'a wrong password',
      () => server.address('postgres', 'secret word'),
      'database-refused',
      'does not open',
    ],
    ['no such database', () => server.address('nowhere'), 'database-refused', '"nowhere"'],
    [
      'nothing that listens',
      async () => `postgres://me:secret%20word@127.0.0.1:${await freePort()}/press`,
      'database-unreachable',
      '"press" at 127.0.0.1:',
    ],
    [
      'no such host',
      () => 'postgres://me:secret%20word@no-host.invalid/press',
      'database-unreachable',
      '"press" at no-host.invalid:5432',
    ],
    ['another scheme', () => 'mysql://me:secret%20word@127.0.0.1/press', 'database-address', 'DATABASE_URL'],
    ['a broken address', () => 'postgres://me:secret%20word@:x:/press', 'database-address', 'DATABASE_URL'],
    [
      'another encoding',
      () => server.fresh("encoding 'SQL_ASCII' template template0"),
      'database-unfit',
      'UTF8',
    ],
  ])('is told: %s', async (_, address, code, words) => {
    const error = await failure(await address());
    expect(error).toMatchObject({ name: 'StoreError', code });
    expect(error.message).toContain(words);
    const everything = `${error.message} ${error.stack} ${JSON.stringify(error)} ${error.cause}`;
    for (const secret of ['secret', PASSWORD, encodeURIComponent(PASSWORD)]) {
      expect(everything).not.toContain(secret);
    }
  });

  it('is told: tables of a newer Dateline', async () => {
    const databaseUrl = await server.fresh();
    await (await openStore({ databaseUrl })).close();
    const { Client } = await import('pg');
    const client = new Client(databaseUrl);
    await client.connect();
    await client.query(`insert into kysely_migration values ('9999 from later', now()::text)`);
    await client.end();
    expect(await failure(databaseUrl)).toMatchObject({
      code: 'database-unfit',
      message: expect.stringContaining('newer Dateline'),
    });
  });

  it('is no trouble when two processes make the tables at the same time', async () => {
    const databaseUrl = await server.fresh();
    const stores = await Promise.all([1, 2, 3].map(() => openStore({ databaseUrl })));
    for (const store of stores) await store.close();
  });
});
