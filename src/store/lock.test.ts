import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from './lock.js';
import { temporaryFolder } from './temporary.fixture.js';

const folders = temporaryFolder();
let folder: string;
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(folders, `data-${count}`);
  mkdirSync(folder);
});

const file = () => join(folder, 'in-use.json');
const hold = (holder: object | string) =>
  writeFileSync(file(), typeof holder === 'string' ? holder : JSON.stringify(holder));
const holder = () => JSON.parse(readFileSync(file(), 'utf8'));

const withAndWithoutName = [
  ['with a name of the kernel', true],
  ['with the file alone', false],
] as const;

describe.each(withAndWithoutName)('the lock of a folder, %s', (_, useName) => {
  it('says who holds it, and leaves nothing when it is released', async () => {
    const lock = await lockFolder(folder, useName);
    expect(holder()).toMatchObject({ pid: process.pid, host: hostname() });
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
    await (await lockFolder(folder, useName)).release();
  });

  it('is given once, also by another path to the folder', async () => {
    const lock = await lockFolder(folder, useName);
    const link = `${folder}-link`;
    symlinkSync(folder, link);
    for (const path of [folder, link]) {
      await expect(lockFolder(path, useName)).rejects.toMatchObject({
        code: 'folder-in-use',
        message: expect.stringMatching(
          new RegExp(
            `^The data folder ${path} is in use by process ${process.pid} \\(this one\\)\\. .*DATABASE_URL`,
          ),
        ),
      });
    }
    await lock.release();
  });

  it('is given to one of many that ask at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder, useName)));
    const given = asked.filter((one) => one.status === 'fulfilled');
    expect(given).toHaveLength(1);
    await given[0]?.value.release();
  });

  it.each([
    ['a process that is gone', { pid: 2 ** 22 + 1, host: hostname(), started: '1' }],
    ['a process whose number another one has now', { pid: process.pid, host: hostname(), started: '1' }],
    ['one that did not live to write it all', '{"pid": 12'],
  ])('is taken over from %s', async (_, left) => {
    hold(left);
    const lock = await lockFolder(folder, useName);
    expect(holder().pid).toBe(process.pid);
    await lock.release();
  });

  it('is never taken from a process that lives', async () => {
    const lock = await lockFolder(folder, useName);
    const living = { ...holder(), pid: process.ppid, started: null };
    await lock.release();
    hold(living);
    await expect(lockFolder(folder, useName)).rejects.toThrow(`in use by process ${process.ppid}. Stop it`);
    expect(holder()).toEqual(living);
  });

  it('is never taken from a process on a machine that cannot be asked', async () => {
    const far = { pid: 2 ** 22 + 1, host: 'elsewhere', started: '1' };
    hold(far);
    await expect(lockFolder(folder, useName)).rejects.toThrow(
      new RegExp(`on elsewhere\\. .*If it no longer runs, delete ${file()}\\.$`),
    );
    expect(holder()).toEqual(far);
  });
});
