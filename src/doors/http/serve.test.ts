import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type House, openReader } from '../../house.js';
import { keepExamples } from './examples.js';
import { houseInMemory } from './house.fixture.js';
import { ListenError, type Service, serveHouse } from './serve.js';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function served(options: Parameters<typeof serveHouse>[1] = {}, house?: House): Promise<Service> {
  const service = await serveHouse(house ?? houseInMemory(), { port: 0, log: () => undefined, ...options });
  cleanups.push(() => service.close());
  return service;
}

/** A port that somebody else has. */
function takenPort(): Promise<number> {
  const other = createServer();
  cleanups.push(() => new Promise((resolve) => other.close(resolve)));
  return new Promise((resolve) =>
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
  );
}

describe('serving', () => {
  it('answers at the address that it gives', async () => {
    const { url } = await served();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ ok: true });
  });

  it('keeps a report that is sent, whole', async () => {
    const { url } = await served();
    const text = `A blast. ${'Long lines of news. '.repeat(90_000)}`;
    const response = await fetch(`${url}/api/reports`, { method: 'POST', body: text });
    expect(response.status).toBe(201);
    expect(((await response.json()) as { kept: [{ reading: { text: string } }] }).kept[0].reading.text).toBe(
      text,
    );
  });

  it('answers a body that is too long, and goes on', async () => {
    const { url } = await served();
    const response = await fetch(`${url}/api/reports`, {
      method: 'POST',
      body: 'x'.repeat(11 * 1024 * 1024),
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: { code: 'too_long' } });
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
  });

  it.each([
    ['engine of this machine', undefined],
    ['portable engine', 'portable'],
  ] as const)('answers others while a long report is read, on the %s', async (_, engine) => {
    const reader = await openReader(engine);
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const read: typeof reader.read = (report) => {
      begin();
      return reader.read(report);
    };
    const { url } = await served({}, { ...houseInMemory(), reader: { ...reader, read } });
    const done: string[] = [];
    const body = 'The mayor said that the market in Gao had been quiet. '.repeat(50);
    const long = fetch(`${url}/api/read`, { method: 'POST', body }).then(() => done.push('reading'));
    await begun;
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    done.push('health');
    await long;
    expect(done).toEqual(['health', 'reading']);
  });

  it('takes another port than one that is taken, unless it was asked for that one', async () => {
    const port = await takenPort();
    await expect(served({ port })).rejects.toThrow(ListenError);
    await expect(served({ port })).rejects.toThrow(`Port ${port} is taken`);
    const [one, other] = [
      await served({ port: undefined as never }),
      await served({ port: undefined as never }),
    ];
    expect(one.url).not.toBe(other.url);
  });

  it('says what is wrong with a host that is not of this machine', async () => {
    await expect(served({ host: '192.0.2.1' })).rejects.toThrow('--host');
  });

  it('warns where others can reach it', async () => {
    const lines: string[] = [];
    await served({ host: '0.0.0.0', log: (line) => lines.push(line) });
    expect(lines.join()).toContain('no login');
  });

  it('lets go of its port when it is closed', async () => {
    const first = await serveHouse(houseInMemory(), { port: 0, log: () => undefined });
    await fetch(`${first.url}/api/health`);
    await first.close();
    await expect(fetch(`${first.url}/api/health`)).rejects.toThrow();
  });
});

describe('examples', () => {
  it('are kept in an empty store, and marked as invented', async () => {
    const house = houseInMemory();
    const count = await keepExamples(house, () => undefined);
    const { entries, total } = await house.store.reports({ limit: 100 });
    expect(count).toBe(total);
    expect(total).toBeGreaterThanOrEqual(12);
    expect(entries.every((entry) => entry.invented)).toBe(true);
    for (const entry of entries)
      expect(entry).toMatchObject({
        title: expect.any(String),
        outlet: expect.any(String),
        published: { basis: 'given' },
      });
  });

  it('are left out where there are reports', async () => {
    const house = houseInMemory();
    await house.keep({ text: 'Our own report.' });
    expect(await keepExamples(house, () => undefined)).toBe(0);
    expect((await house.store.reports()).total).toBe(1);
  });

  it('are left out line by line where a line is broken', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-examples-'));
    cleanups.push(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'reports.jsonl'), '{"text":"A blast."}\nbroken\n');
    const lines: string[] = [];
    expect(
      await keepExamples(houseInMemory(), (line) => lines.push(line), join(folder, 'reports.jsonl')),
    ).toBe(1);
    expect(lines.join()).toContain('is not JSON');
  });
});
