import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, protocol } from '@electric-sql/pglite';
import { beforeAll, describe, expect, it } from 'vitest';
import { DurableFolder, durableStart } from './durable-folder.js';
import { openEmbedded } from './embedded.js';
import { openStore } from './index.js';
import { describeStore } from './suite.fixture.js';
import { temporaryFolder } from './temporary.fixture.js';

const folder = temporaryFolder();
const seed = join(folder, 'seed');

beforeAll(async () => {
  await (await openStore({ folder: seed })).close();
});

describeStore('embedded', () => openEmbedded(seed));

describe('a data folder', () => {
  it('is made where there is none, and left with nothing but the database', () => {
    expect(readdirSync(seed)).toEqual(['postgres']);
  });

  it('is refused when another PostgreSQL wrote it', async () => {
    const old = join(folder, 'old');
    mkdirSync(join(old, 'postgres'), { recursive: true });
    writeFileSync(join(old, 'postgres', 'PG_VERSION'), '15\n');
    await expect(openStore({ folder: old })).rejects.toMatchObject({
      code: 'folder-version',
      message: expect.stringMatching(/old was written by PostgreSQL 15; .*PostgreSQL 18/),
    });
    expect(readdirSync(old)).toEqual(['postgres']);
  });

  it('is refused when it is a file', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, 'not a folder');
    await expect(openStore({ folder: file })).rejects.toMatchObject({
      code: 'folder-unusable',
      message: expect.stringContaining(file),
    });
  });

  it('is refused when what is in it is no database, and can be let go of', async () => {
    const broken = join(folder, 'broken');
    cpSync(seed, broken, { recursive: true });
    writeFileSync(join(broken, 'postgres', 'global', 'pg_control'), 'rubbish');
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await expect(openStore({ folder: broken })).rejects.toMatchObject({
        code: 'embedded-failed',
        message: expect.stringMatching(/broken does not start: .*pg_control/),
      });
    }
  });
});

describe('what is acknowledged', () => {
  it('has been flushed to the disk before the answer leaves', async () => {
    const copy = join(folder, 'copy');
    cpSync(join(seed, 'postgres'), copy, { recursive: true });
    const events: string[] = [];
    const watcher = { flushed: (path: string) => events.push(path), broken: expect.fail };
    const database = await PGlite.create({ fs: new DurableFolder(copy, watcher), startParams: durableStart });
    const ask = async (statement: string) => {
      events.length = 0;
      const onRawData = () => events.push('answer');
      await database.execProtocolRawStream(protocol.serialize.query(statement), { onRawData });
      return [...new Set(events.map((event) => event.replace(/.*pg_wal.*/, 'log')))];
    };
    await ask('create table words (word text)');
    expect(await ask(`insert into words values ('truce')`)).toEqual(['log', 'answer']);
    expect(await ask('select * from words')).toEqual(['answer']);
    expect(await ask('begin')).toEqual(['answer']);
    expect(await ask(`insert into words values ('siege')`)).toEqual(['answer']);
    expect(await ask('commit')).toEqual(['log', 'answer']);
    const atCheckpoint = await ask('checkpoint');
    expect(atCheckpoint.filter((event) => /base\/|pg_control/.test(event)).length).toBeGreaterThan(2);
    expect(atCheckpoint.at(-1)).toBe('answer');
    await database.close();
  });
});

describe('the log of an embedded database', () => {
  it('is written back into the tables now and then, as nobody else does it', async () => {
    const copy = join(folder, 'tended');
    cpSync(seed, copy, { recursive: true });
    const { connect, close } = await openEmbedded(copy);
    const ask = async (statement: string) => {
      const client = await connect();
      const { rows } = await client.query(statement).finally(() => client.release());
      return rows[0];
    };
    const written = () => ask('select redo_lsn as at from pg_control_checkpoint()');
    const before = await written();
    await ask('create table words (word text)');
    for (let turn = 0; turn < 400; turn += 1) (await connect()).release();
    expect(await written()).toEqual(before);
    for (let turn = 0; turn < 200; turn += 1) (await connect()).release();
    expect(await written()).not.toEqual(before);
    await close();
  });
});
