import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { House } from '../../house.js';
import type { ReportInput } from '../../record/index.js';
import { bytesOf, emptyReading, runCli } from './cli.fixture.js';

const text = 'Two people were killed when a bomb went off in a market in Basra on Thursday, police said.';
const folder = mkdtempSync(join(tmpdir(), 'dateline-read-'));
const inFolder = (name: string) => join(folder, name);
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(inFolder(name), content);
  return inFolder(name);
};
const terminal = () => Object.assign(new PassThrough(), { isTTY: true, columns: 80 });

let address = '';
const answers: Record<string, RequestListener> = {
  '/news': (_, response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end(`<article><p>${text}</p></article>`),
  '/picture': (_, response) => response.setHeader('content-type', 'image/png').end('x'),
  '/moved': (_, response) => response.writeHead(302, { location: '/news' }).end(),
  '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/away': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/long': (_, response) => {
    response.setHeader('content-type', 'text/html');
    for (let count = 0; count < 11; count += 1) response.write('a'.repeat(1024 * 1024));
    response.end();
  },
};
const server = createServer((request, response) => {
  const answer = answers[request.url ?? ''];
  if (answer) answer(request, response);
  else response.writeHead(404).end();
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

describe('dateline read with bad input', () => {
  const page = (body: string) =>
    `<!doctype html><html><head><title>T</title></head><body>${body}</body></html>`;
  const cases: [string, () => string, string][] = [
    ['an empty file', () => put('empty.txt', ''), 'is empty'],
    ['a file of spaces', () => put('spaces.txt', ' \n\t\n'), 'has no words in it'],
    [
      'a PDF',
      () => put('a.txt', '%PDF-1.7 …'),
      'is a PDF document; save its text as .txt or .html and read that',
    ],
    [
      'an RSS feed',
      () =>
        put(
          'rss.txt',
          `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>${text}</title></channel></rss>`,
        ),
      'is a feed, not a report; name the addresses of its articles',
    ],
    [
      'an Atom feed after a byte-order mark and a comment',
      () =>
        put('atom.xml', `\ufeff<!-- made daily --><feed xmlns="http://www.w3.org/2005/Atom">${text}</feed>`),
      'is a feed, not a report; name the addresses of its articles',
    ],
    ['zero bytes', () => put('zero.txt', Buffer.from([65, 0, 66, 0, 0, 0, 67])), 'is binary, not text'],
    [
      '10 MB of text',
      () => put('big.txt', `${text}\n`.repeat(120_000)),
      'is longer than 2,000,000 characters, the limit for one report',
    ],
    [
      '3 MB of text',
      () => put('large.txt', 'a b '.repeat(700_000)),
      'has more than 2,000,000 characters, the limit for one report',
    ],
    [
      'a wrong encoding',
      () => put('bad.txt', Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff, 0x62])),
      'starts as UTF-8 but is not; save it as UTF-8 and read that',
    ],
    [
      'a page with no article',
      () => put('none.html', page('<nav><a href="/">Home</a></nav>')),
      'is a page with no article in it',
    ],
    [
      'a page of scripts',
      () => put('script.html', page(`<script>"${text}"</script>`)),
      'is a page with no article in it',
    ],
    ['JSON with no text', () => put('none.json', '{"title": "T"}'), 'field "text" is missing'],
    [
      'JSON with a wrong type',
      () => put('type.json', `{"text": "${text}", "title": 3}`),
      'field "title" is a number, not a text',
    ],
    [
      'JSON with a wrong date',
      () => put('date.json', `{"text": "${text}", "published": "Feb 8, 2024"}`),
      'field "published" is "Feb 8, 2024"; write the date as 2024-02-08 (EDTF)',
    ],
    ['an empty list', () => put('list.json', '[]'), 'is an empty list'],
    ['a file that is not there', () => inFolder('nowhere.txt'), 'there is no such file'],
    ['a folder', () => folder, 'is a folder; name the files in it'],
    [
      'a scheme that is not fetched',
      () => 'ftp://example.org/a',
      'leads to ftp, and only http and https are fetched',
    ],
    [
      'a private address',
      () => `${address}/news`,
      'leads to a private network (127.0.0.1 is not public); --allow-private permits it',
    ],
    [
      'the same in decimal',
      () => 'http://2130706433/',
      'leads to a private network (127.0.0.1 is not public); --allow-private permits it',
    ],
    [
      'a name that resolves to one',
      () => 'http://localhost:8000/',
      'is not public); --allow-private permits it',
    ],
    [
      'the cloud’s own address',
      () => 'http://[::ffff:169.254.169.254]/',
      'is not public); --allow-private permits it',
    ],
  ];

  it.each(cases)('names the input and the reason for %s', async (_name, input, reason) => {
    const name = input();
    const { status, out, err } = await runCli(['read', name]);
    expect(err).toContain(reason);
    expect(err.startsWith(`dateline: ${name}: `)).toBe(true);
    expect(err.split('\n')).toHaveLength(2);
    expect([status, out]).toEqual([1, '']);
  });

  const webCases: [string, string, string][] = [
    ['a page that is not there', '/nothing', 'was answered with 404 Not Found'],
    ['a picture', '/picture', 'is image/png, not a text, a page or JSON'],
    ['redirects without end', '/round', 'redirects more than 5 times'],
    ['a redirect to a file', '/away', 'leads to file, and only http and https are fetched'],
    ['a page that is too long', '/long', 'is longer than 10 MB, the limit for a page'],
  ];

  it.each(webCases)('names the address and the reason for %s', async (_name, path, reason) => {
    const { status, err } = await runCli(['read', '--allow-private', address + path]);
    expect(err).toBe(`dateline: ${address}${path}: ${reason}\n`);
    expect(status).toBe(1);
  });

  it('says so where nothing answers', async () => {
    const { err } = await runCli(['read', '--allow-private', 'http://127.0.0.1:1023/']);
    expect(err).toBe('dateline: http://127.0.0.1:1023/: does not answer: the connection was refused\n');
  });

  it('reads the rest, and then the exit status is 0', async () => {
    const good = put('good.txt', text);
    const { status, out, err } = await runCli([
      'read',
      '--json',
      inFolder('nowhere.txt'),
      good,
      put('x.json', '[{"id": 3}]'),
    ]);
    const [first, second, third] = JSON.parse(out) as { error?: { code: string }; text?: string }[];
    expect([first?.error?.code, second?.text, third?.error?.code]).toEqual(['unreadable', text, 'bad_field']);
    expect(err).toContain('x.json[0]: field "text" is missing');
    expect(status).toBe(0);
  });
});

describe('dateline read', () => {
  const read = async (...argv: string[]) =>
    JSON.parse((await runCli(['read', '--json', ...argv])).out) as ReportInput[];

  it('reads texts, pages, JSON and JSON lines by their ending or their content', async () => {
    const json = JSON.stringify({ text });
    const files = [
      put('a.txt', text),
      put('a.html', `<article><p>${text}</p></article>`),
      put('a', `<!doctype html><body><article><p>${text}</p></article>`),
      put('a.json', `[${json}, ${json}]`),
      put('b', `${json}\n${json}\n`),
      put('c.json', `${json}\n${json}\n`),
      put('d', JSON.stringify({ text }, null, 2)),
      put('a.jsonl', `${json}\n`),
    ];
    const readings = await read(...files);
    expect(readings.map((reading) => reading.text)).toEqual(Array(11).fill(text));
  });

  it('keeps the text of a file as it is', async () => {
    const [reading] = await read(put('crlf.txt', '\ufeff[BASRA] Two people\r\nwere killed.\r\n'));
    expect(reading?.text).toBe('[BASRA] Two people\r\nwere killed.\r\n');
  });

  it('reads standard input where it is asked for or where no input is named', async () => {
    for (const argv of [
      ['read', '--json', '-'],
      ['read', '--json'],
    ]) {
      const { out } = await runCli(argv, { stdin: bytesOf(text.slice(0, 9), text.slice(9)) });
      expect(JSON.parse(out)).toMatchObject([{ text }]);
    }
  });

  it('shows its help on a terminal where no input is named', async () => {
    const { status, out } = await runCli(['read'], { stdin: Object.assign(bytesOf(), { isTTY: true }) });
    expect(out).toContain('Usage: dateline read [options] [inputs...]');
    expect(status).toBe(0);
  });

  it('fetches private addresses only where it may, and follows redirects', async () => {
    expect(await read('--allow-private', `${address}/moved`)).toMatchObject([
      { text, report: { url: `${address}/news` } },
    ]);
  });

  it('writes an empty list where nothing was there to read', async () => {
    expect((await runCli(['read', '--json', put('blank.jsonl', '\n\n')])).out).toBe('[]\n');
  });

  it.each([
    [['read', '--published', 'Feb 8', 'x'], '--published "Feb 8" is no date; write it as 2024-02-08 (EDTF)'],
    [['read', '--json', '--jsonl', 'x'], '--json and --jsonl exclude each other'],
    [['read', '--colour'], "unknown option '--colour'"],
    [['raed'], "unknown command 'raed'"],
    [['export'], "required option '--format <format>' not specified"],
    [['export', '--format', 'pdf'], 'Allowed choices are csv, geojson, jsonl'],
  ])('ends with 2 for %j', async (argv, reason) => {
    const { status, err } = await runCli(argv);
    expect(err).toContain(`dateline: `);
    expect(err).toContain(reason);
    expect(status).toBe(2);
  });

  it('keeps the report in the store where it is asked to', async () => {
    const kept: ReportInput[] = [];
    const places: unknown[] = [];
    const house = {
      keep: async (report: ReportInput) => {
        kept.push(report);
        return { hash: 'h', isNew: true, reading: emptyReading(report) };
      },
      close: async () => void kept.push({ text: 'closed' }),
    } as unknown as House;
    const verbs = {
      openHouse: async (options: unknown) => {
        places.push(options);
        return house;
      },
    };
    const argv = ['read', '--jsonl', '--keep'];
    await runCli([...argv, '--data', 'store', put('k.txt', text)], { verbs });
    await runCli([...argv, inFolder('k.txt')], { verbs, env: { DATABASE_URL: 'postgres://server/d' } });
    await runCli([...argv, inFolder('k.txt')], { verbs });
    expect(kept.slice(0, 2)).toEqual([{ text }, { text: 'closed' }]);
    expect(places).toEqual([
      { folder: 'store' },
      { databaseUrl: 'postgres://server/d' },
      { folder: './data' },
    ]);
  });

  it('says in one line why it cannot start, and shows the trace only to who asks for it', async () => {
    const verbs = { openReader: () => Promise.reject(new Error('the gazetteer is missing')) };
    const quiet = await runCli(['read', put('s.txt', text)], { verbs });
    expect(quiet).toEqual({ status: 1, out: '', err: 'dateline: the gazetteer is missing\n' });
    const loud = await runCli(['read', inFolder('s.txt')], { verbs, env: { DEBUG: '1' } });
    expect(loud.err).toMatch(/^dateline: the gazetteer is missing\nError: the gazetteer is missing\n {4}at /);
  });

  it('shows how far it is on a terminal, and only from two reports on', async () => {
    const two = [put('p1.txt', text), put('p2.txt', text)];
    const bar = await runCli(['read', '--json', ...two], { stderr: terminal() });
    expect(bar.err).toContain('of 2 inputs');
    expect((await runCli(['read', '--json', ...two])).err).toBe('');
    expect((await runCli(['read', '--json', inFolder('p1.txt')], { stderr: terminal() })).err).toBe('');
  });
});
