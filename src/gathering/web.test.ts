import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gathered } from './bytes.js';
import { GatherError } from './failure.js';
import { publicLookup, reportsFromWeb } from './web.js';

let address = '';
let requests = 0;
const server = createServer((request, response) => {
  requests += 1;
  if (request.url === '/json')
    response.setHeader('content-type', 'application/json').end('{"text": "Two were killed."}');
  else if (request.url === '/latin') {
    response
      .setHeader('content-type', 'text/plain; charset=iso-8859-1')
      .end(Buffer.from('Deux tués à Orléans.', 'latin1'));
  } else if (request.url === '/hop')
    response.writeHead(302, { location: address.replace('localhost', '127.0.0.1') }).end();
  else if (request.url !== '/silent') response.writeHead(500).end();
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function get(url: string, options: Parameters<typeof reportsFromWeb>[1]): Promise<Gathered[]> {
  const all: Gathered[] = [];
  for await (const each of reportsFromWeb(url, options)) all.push(each);
  return all;
}

describe('reportsFromWeb', () => {
  it('reads JSON and texts in the encoding that the server names', async () => {
    const options = { allowPrivate: true };
    expect(await get(`${address}/json`, options)).toMatchObject([{ report: { text: 'Two were killed.' } }]);
    expect(await get(`${address}/latin`, options)).toMatchObject([
      { report: { text: 'Deux tués à Orléans.' } },
    ]);
  });

  it('sends nothing to a name that resolves to a private address', async () => {
    const before = requests;
    const [gathered] = await get(`${address}/json`, {});
    expect(gathered).toMatchObject({ error: { code: 'private_network' } });
    expect(requests).toBe(before);
  });

  it('does not wait for ever', async () => {
    const [gathered] = await get(`${address}/silent`, { allowPrivate: true, timeout: 200 });
    expect(gathered).toMatchObject({
      error: { code: 'no_answer', message: 'gave no answer in 0.2 seconds' },
    });
  });

  it('takes no user names', async () => {
    const [gathered] = await get('http://a:b@example.org/', {});
    expect(gathered).toMatchObject({ error: { code: 'bad_address' } });
  });
});

describe('publicLookup', () => {
  it('hands over no address of a name that has a private one', async () => {
    for (const all of [true, false]) {
      const error = await new Promise((resolve) =>
        publicLookup('localhost', { all }, (reason) => resolve(reason)),
      );
      expect(error).toBeInstanceOf(GatherError);
    }
  });
});
