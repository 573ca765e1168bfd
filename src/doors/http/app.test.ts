import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { House } from '../../house.js';
import { codebook, type KeptIncident } from '../../record/index.js';
import { createApp } from './app.js';
import { houseInMemory } from './house.fixture.js';
import { routes } from './routes.js';
import { schemas } from './schemas.js';

const text = 'A blast was heard in the harbour. Nobody was hurt.';
let house: House;
let app: ReturnType<typeof createApp>;
let logged: string[];

beforeEach(() => {
  house = houseInMemory();
  logged = [];
  app = createApp(house, { log: (line) => logged.push(line) });
});

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const post = (
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  type?: string,
  headers: Record<string, string> = {},
) =>
  app.request(path, {
    method: 'POST',
    body,
    headers: { ...(type ? { 'content-type': type } : {}), ...headers },
  });
const postJson = (path: string, body: unknown) => post(path, JSON.stringify(body), 'application/json');

/** The answer, which must have the status and the shape that the route promises for it. */
async function answered<Schema extends z.ZodType>(response: Response, status: number, schema: Schema) {
  const body = await response.json();
  expect(response.status, JSON.stringify(body)).toBe(status);
  return schema.parse(body) as z.infer<Schema>;
}
const refused = async (response: Response, status: number) =>
  (await answered(response, status, schemas.Failure)).error;

describe('what it says of itself', () => {
  it('is well', async () => {
    const health = await answered(await get('/api/health'), 200, schemas.Health);
    expect(health).toEqual({
      ok: true,
      version: '0.0.0-fake',
      models: { gazetteer: 'none' },
      store: 'embedded',
    });
  });

  it('has the codebook', async () => {
    const { kinds } = await answered(await get('/api/codebook'), 200, schemas.Codebook);
    expect(kinds).toEqual(codebook);
  });
});

describe('reading', () => {
  it('reads a report and keeps nothing', async () => {
    const reading = await answered(
      await postJson('/api/read', { text, published: '2024-02-08' }),
      200,
      schemas.Reading,
    );
    expect(reading).toMatchObject({ text, report: { published: { edtf: '2024-02-08' } } });
    expect(reading.incidents.map((incident) => incident.mentions[0]?.quote)).toEqual(['blast']);
    expect(await (await get('/api/reports')).json()).toEqual({ total: 0, entries: [] });
  });

  it('keeps what it does not know under extra', async () => {
    const reading = await answered(
      await postJson('/api/read', { text, desk: 'night' }),
      200,
      schemas.Reading,
    );
    expect(reading.extra).toEqual({ desk: 'night' });
  });

  it.each([
    ['text/plain', text],
    ['text/plain; charset=utf-8', text],
    [undefined, text],
    ['application/octet-stream', text],
    ['application/jsonl', `${JSON.stringify({ text })}\n`],
  ])('reads %s', async (type, body) => {
    const bytes = new TextEncoder().encode(body);
    const reading = await answered(
      await post('/api/read?published=2024-02-08', bytes, type),
      200,
      schemas.Reading,
    );
    expect(reading).toMatchObject({ text, report: { published: { edtf: '2024-02-08' } } });
  });

  it('lets a report keep the day that it carries', async () => {
    const response = await postJson('/api/read?published=2024-02-08', { text, published: '2020-01-05' });
    expect((await answered(response, 200, schemas.Reading)).report.published?.edtf).toBe('2020-01-05');
  });

  it('calls a file by its name', async () => {
    const error = await refused(await post('/api/read?name=empty.txt', '', 'text/plain'), 422);
    expect(error).toEqual({ code: 'empty', message: 'empty.txt is empty.', where: 'empty.txt' });
  });

  it.each([
    ['{"text": 7}', 'bad_field', 'The body: field "text" is a number, not a text.'],
    ['{"text": "x", "published": "last week"}', 'bad_field', /published.*2024-02-08/],
    ['{"title": "no text"}', 'bad_field', 'The body: field "text" is missing.'],
    ['{"text": ', 'not_json', /^The body is not JSON/],
  ])('says what is wrong with %s', async (body, code, message) => {
    const error = await refused(await post('/api/read', body, 'application/json'), 422);
    expect(error.code).toBe(code);
    expect(error.message).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  it('refuses two reports where one is asked for, and says where to send them', async () => {
    const error = await refused(await postJson('/api/read', [{ text }, { text }]), 422);
    expect(error).toMatchObject({ code: 'not_one_report', message: expect.stringContaining('/api/reports') });
  });

  it('refuses binary content', async () => {
    const error = await refused(
      await post('/api/read?name=a.txt', new TextEncoder().encode('%PDF-1.7 …')),
      422,
    );
    expect(error).toMatchObject({ code: 'binary', message: expect.stringContaining('a.txt is a PDF') });
  });

  it.each([
    'image/png',
    'application/pdf',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
  ])('refuses %s', async (type) => {
    expect(await refused(await post('/api/read', text, type), 415)).toMatchObject({ code: 'media_type' });
  });

  it('refuses a body of more than 10 MB, whether or not its length is said', async () => {
    const long = 'x'.repeat(10 * 1024 * 1024 + 1);
    expect(
      await refused(await post('/api/read', long, 'text/plain', { 'content-length': `${long.length}` }), 413),
    ).toMatchObject({ code: 'too_long' });
    expect(await refused(await post('/api/reports', long, 'text/plain'), 413)).toMatchObject({
      code: 'too_long',
    });
  });

  it('answers for a mistake of its own without showing it', async () => {
    const error = await refused(await postJson('/api/read', { text: 'break the reader' }), 500);
    expect(JSON.stringify(error)).not.toMatch(/secret|\.ts|\bat /);
    expect(logged.join()).toContain('a secret of ours');
  });
});

describe('keeping', () => {
  it('keeps a report once', async () => {
    const first = await answered(await postJson('/api/reports', { id: 'r1', text }), 201, schemas.KeepAnswer);
    const again = await answered(await postJson('/api/reports', { id: 'r1', text }), 200, schemas.KeepAnswer);
    expect([first.kept[0]?.isNew, again.kept[0]?.isNew]).toEqual([true, false]);
    expect(again.kept[0]?.hash).toBe(first.kept[0]?.hash);
    const { total, entries } = await answered(await get('/api/reports'), 200, schemas.ReportListing);
    expect([total, entries[0]?.id]).toEqual([1, 'r1']);
  });

  it('keeps the good lines of a file and names the bad ones', async () => {
    const lines = `${JSON.stringify({ text })}\nnot json\n${JSON.stringify({ text: `${text} Again.` })}\n`;
    const response = await post('/api/reports?name=day.jsonl', lines);
    const { kept, errors, error } = await answered(response, 201, schemas.KeepAnswer);
    expect(kept).toHaveLength(2);
    expect(errors).toMatchObject([{ source: 'day.jsonl:2', code: 'not_json' }]);
    expect(errors[0]?.message).toMatch(/^day\.jsonl:2 is not JSON/);
    expect(error).toBeUndefined();
  });

  it('goes on after a report that breaks the reader', async () => {
    const response = await postJson('/api/reports', [{ text: 'break the reader' }, { text }]);
    const { kept, errors } = await answered(response, 201, schemas.KeepAnswer);
    expect(kept).toHaveLength(1);
    expect(errors).toMatchObject([{ source: 'The body[0]', code: 'internal' }]);
    expect(JSON.stringify(errors)).not.toContain('secret');
  });

  it('says why where nothing could be read', async () => {
    const one = await answered(await post('/api/reports', '', 'text/plain'), 422, schemas.KeepAnswer);
    expect(one).toMatchObject({ kept: [], errors: [{ code: 'empty' }], error: { code: 'empty' } });
    const two = await answered(await postJson('/api/reports', [{}, {}]), 422, schemas.KeepAnswer);
    expect(two.errors).toHaveLength(2);
    expect(two.error?.code).toBe('no_reports');
  });
});

describe('what is kept', () => {
  beforeEach(async () => {
    for (const number of [1, 2, 3])
      await house.keep({ id: `r${number}`, text: `${text} A blast, number ${number}.` });
  });

  it('is listed a page at a time', async () => {
    const { total, entries } = await answered(
      await get('/api/reports?offset=1&limit=1'),
      200,
      schemas.ReportListing,
    );
    expect([total, entries.map((entry) => entry.id)]).toEqual([3, ['r2']]);
  });

  it('is given by its hash', async () => {
    const { entries } = await answered(await get('/api/reports'), 200, schemas.ReportListing);
    const answer = await answered(await get(`/api/reports/${entries[0]?.hash}`), 200, schemas.ReportAnswer);
    expect([answer.kept.id, answer.reading.id]).toEqual(['r3', 'r3']);
  });

  it.each(['0'.repeat(64), 'nonsense', '%27%3B--'])('is not there under %s', async (hash) => {
    expect(await refused(await get(`/api/reports/${hash}`), 404)).toMatchObject({ code: 'no_such_report' });
  });

  it('is listed by incident, and filtered', async () => {
    const all = await answered(await get('/api/incidents'), 200, schemas.IncidentListing);
    expect([all.total, all.entries.length]).toEqual([6, 6]);
    const query = 'kind=bombing&country=&words=&limit=2&offset=1';
    const some = await answered(await get(`/api/incidents?${query}`), 200, schemas.IncidentListing);
    expect([some.total, some.entries.map((entry) => entry.incident.id)]).toEqual([6, ['i2', 'i1']]);
    const none = await answered(await get('/api/incidents?kind=shelling'), 200, schemas.IncidentListing);
    expect(none).toEqual({ total: 0, entries: [] });
  });

  it('hands the whole filter to the store', async () => {
    let asked: unknown;
    const spied = {
      ...house,
      store: {
        ...house.store,
        incidents: async (...given: unknown[]) => {
          asked = given;
          return { total: 0, entries: [] };
        },
      },
    };
    const query =
      'kind=bombing&family=explosion&country=iq&from=2024-01-01&to=2024-02&words=school+bus&report=ab&core=false&limit=7';
    expect((await createApp(spied).request(`/api/incidents?${query}`)).status).toBe(200);
    expect(asked).toEqual([
      {
        kind: 'bombing',
        family: 'explosion',
        country: 'IQ',
        from: '2024-01-01',
        to: '2024-02',
        words: 'school bus',
        report: 'ab',
        core: false,
      },
      { offset: 0, limit: 7 },
    ]);
  });

  it.each([
    ['/api/incidents?limit=1001', 'limit', /1000/],
    ['/api/incidents?limit=-1', 'limit', /whole number/],
    ['/api/incidents?offset=x', 'offset', /whole number/],
    ['/api/incidents?kind=bomb', 'kind', /one of .*bombing/],
    ['/api/incidents?country=Iraq', 'country', /two letters/],
    ['/api/incidents?from=yesterday', 'from', /EDTF/],
    ['/api/incidents?core=maybe', 'core', /true, false/],
    ['/api/incidents?contry=IQ', 'contry', /no such parameter/],
    ['/api/incidents?words=a&words=b', 'words', /once/],
    ['/api/reports?limit=1e9', 'limit', /whole number/],
    ['/api/export', 'format', /one of csv, geojson, jsonl/],
    ['/api/export?format=xlsx', 'format', /one of csv, geojson, jsonl/],
  ])('refuses %s', async (path, where, message) => {
    const error = await refused(await get(path), 400);
    expect(error).toMatchObject({ code: 'bad_parameter', where });
    expect(error.message).toMatch(message);
  });

  it.each([
    ['csv', 'text/csv; charset=utf-8', 8],
    ['geojson', 'application/geo+json; charset=utf-8', 9],
    ['jsonl', 'application/jsonl; charset=utf-8', 7],
  ])('leaves as %s', async (format, type, lines) => {
    const response = await get(`/api/export?format=${format}&kind=bombing`);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="dateline-incidents.${format}"`,
    );
    expect((await response.text()).split(/\r?\n/)).toHaveLength(lines);
  });

  it('leaves with names only where they are asked for', async () => {
    const asked = async (query: string) => (await get(`/api/export?format=jsonl${query}`)).text();
    const victim = {
      role: 'recipient',
      name: 'Amal Rashid',
      aliases: [],
      type: 'person',
      side: null,
      mentions: [{ start: 0, end: 11, quote: 'Amal Rashid' }],
    };
    const [entry] = (await house.store.incidents()).entries;
    Object.assign(entry?.incident ?? {}, { who: [victim] });
    expect(await asked('')).not.toContain('Rashid');
    expect(await asked('&names=false')).not.toContain('Rashid');
    expect(await asked('&names=true')).toContain('Rashid');
  });

  it('is drawn from the store as the receiver takes it', async () => {
    const entry = (await house.store.incidents()).entries[0] as KeptIncident;
    let drawn = 0;
    let isLetGo = false;
    async function* everyIncident() {
      try {
        for (;;) {
          drawn++;
          yield { report: { ...entry.report, hash: `${drawn}` }, incident: entry.incident };
        }
      } finally {
        isLetGo = true;
      }
    }
    const endless = createApp({ ...house, store: { ...house.store, everyIncident } });
    const reader = (await endless.request('/api/export?format=jsonl')).body?.getReader();
    for (let piece = 0; piece < 5; piece++) await reader?.read();
    expect(drawn).toBeLessThan(20);
    await reader?.cancel();
    expect(isLetGo).toBe(true);
  });
});

describe('what is joined', () => {
  const told = (outlet: string) => ({
    text: `${text} It was the second blast at the fish market of Ostvik in a week, said Mayor Ilse Brandt.`,
    outlet,
    published: '2024-02-08',
  });
  const keep = async (outlet: string) => (await house.keep(told(outlet))).hash;
  const decide = (body: unknown) => postJson('/api/decisions', body);

  it('is listed once, with its reports counted, and filtered', async () => {
    await keep('Ostvik Daily');
    await keep('Fjord Wire');
    const all = await answered(await get('/api/joined'), 200, schemas.JoinedListing);
    expect(all.total).toBeGreaterThan(0);
    expect(all.entries[0]).toMatchObject({ reports: 2, outlets: expect.arrayContaining(['Fjord Wire']) });
    const none = await answered(await get('/api/joined?kind=shelling'), 200, schemas.JoinedListing);
    expect(none).toEqual({ total: 0, entries: [] });
    expect(await refused(await get('/api/joined?kind=party'), 400)).toMatchObject({ where: 'kind' });
  });

  it('is given by its id and by any member, with its reports', async () => {
    const [first, second] = [await keep('Ostvik Daily'), await keep('Fjord Wire')];
    const { entries } = await answered(await get('/api/joined'), 200, schemas.JoinedListing);
    const byId = await answered(await get(`/api/joined/${entries[0]?.id}`), 200, schemas.JoinedAnswer);
    expect(byId.reports.map(({ hash }) => hash).sort()).toEqual([first, second].sort());
    const { incident } = byId.joined.members.find(({ report }) => report === second) ?? {};
    const path = `/api/reports/${second}/incidents/${incident}/joined?rule=highest`;
    const byMember = await answered(await get(path), 200, schemas.JoinedAnswer);
    expect(byMember.joined.id).toBe(byId.joined.id);
    expect(await refused(await get(`${path}st`), 400)).toMatchObject({ where: 'rule' });
  });

  it.each(['/api/joined/nothing', '/api/reports/ab/incidents/i1/joined', '/api/joined/%00'])(
    'is not there under %s',
    async (path) => {
      expect(await refused(await get(path), 404)).toMatchObject({ code: 'no_such_incident' });
    },
  );

  it('is parted and joined again by what people say, and every entry stays', async () => {
    const [first, second] = [await keep('Ostvik Daily'), await keep('Fjord Wire')];
    const total = async () =>
      (await answered(await get('/api/joined'), 200, schemas.JoinedListing)).entries.filter(
        ({ reports }) => reports === 2,
      ).length;
    const before = await total();
    const member = { report: second, incident: 'i1' };
    const others = [{ report: first, incident: 'i1' }];
    const said = await decide({ member, others, verdict: 'not the same', by: 'Ana' });
    const { entries } = await answered(said, 201, schemas.DecisionAnswer);
    expect(entries).toMatchObject([{ by: 'Ana', verdict: 'not the same', a: member, b: others[0] }]);
    expect(await total()).toBe(before - 1);
    await answered(await decide({ member, others, verdict: 'undone' }), 201, schemas.DecisionAnswer);
    expect(await total()).toBe(before);
    const path = `/api/reports/${second}/incidents/i1/joined`;
    const { decisions } = await answered(await get(path), 200, schemas.JoinedAnswer);
    expect(decisions.map(({ verdict }) => verdict)).toEqual(['not the same', 'undone']);
  });

  it('takes no decision that says nothing, or is about what is not kept', async () => {
    const member = { report: await keep('Ostvik Daily'), incident: 'i1' };
    for (const body of [
      {},
      { member, others: [], verdict: 'same' },
      { member, others: [member], verdict: 'x' },
    ])
      expect((await decide(body)).status).toBe(400);
    const stranger = { report: 'no such', incident: 'i1' };
    expect(await refused(await decide({ member, others: [stranger], verdict: 'same' }), 404)).toMatchObject({
      code: 'no_such_incident',
      message: expect.stringContaining('no such'),
    });
  });

  it('is decided by no page of another site', async () => {
    const body = JSON.stringify({ member: {}, others: [], verdict: 'same' });
    const response = await post('/api/decisions', body, 'application/json', {
      origin: 'http://evil.example',
    });
    expect(await refused(response, 403)).toMatchObject({ code: 'cross_origin' });
  });
});

describe('the OpenAPI document', () => {
  type Document = {
    paths: Record<string, Record<string, { responses: Record<string, { content?: unknown }> }>>;
    components: { schemas: Record<string, unknown> };
  };
  const document = async () => (await (await get('/api/openapi.json')).json()) as Document;

  it('has every route that is served', async () => {
    const { paths } = await document();
    const written = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const served = app.routes
      .filter(({ path, method }) => path.startsWith('/api/') && !path.includes('*') && method !== 'ALL')
      .map(({ path, method }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`)
      .filter((route) => route !== 'get /api/openapi.json');
    expect(new Set(written)).toEqual(new Set(served));
    expect(written).toHaveLength(routes.length);
  });

  it('refers to shapes that it has', async () => {
    const whole = await document();
    const references = [...JSON.stringify(whole).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      (match) => match[1],
    );
    expect(Object.keys(whole.components.schemas)).toEqual(expect.arrayContaining([...new Set(references)]));
    expect(references).toEqual(
      expect.arrayContaining(['Reading', 'Incident', 'Claim', 'KeptIncident', 'Failure', 'ReportInput']),
    );
  });

  it('gives every JSON answer by reference', async () => {
    const { paths } = await document();
    const answers = Object.values(paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ responses }) => Object.values(responses)),
    );
    for (const { content } of answers) {
      const json = (content as Record<string, { schema: unknown }> | undefined)?.['application/json'];
      if (json) expect(json.schema).toEqual({ $ref: expect.stringMatching(/^#\/components\/schemas\/\w+$/) });
    }
  });

  it('says where null may stand', async () => {
    const { schemas: shapes } = (await document()).components;
    expect(shapes.Report).toMatchObject({
      properties: { published: { anyOf: [{ $ref: '#/components/schemas/Published' }, { type: 'null' }] } },
    });
  });
});

describe('other sites', () => {
  it.each(['localhost', 'localhost:8484', '127.0.0.1:9000', '127.1.2.3', '[::1]:8484', 'LOCALHOST'])(
    'answers to %s',
    async (host) => {
      expect((await get('/api/health', { host })).status).toBe(200);
    },
  );

  it.each([
    'evil.example',
    'evil.example:8484',
    '127.0.0.1.evil.example',
    '192.168.1.5:8484',
    'localhost.evil.example',
    '',
    'a b',
  ])('does not answer to %j', async (host) => {
    expect(await refused(await get('/api/health', { host }), 403)).toMatchObject({ code: 'wrong_host' });
    expect((await get('/', { host })).status).toBe(403);
  });

  it('answers to any host where others may reach it', async () => {
    const open = createApp(house, { host: '0.0.0.0' });
    expect((await open.request('/api/health', { headers: { host: 'news.example:8484' } })).status).toBe(200);
  });

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:3000' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('takes no report from a page of %j', async (headers) => {
    const response = await post('/api/reports', text, 'text/plain', {
      host: 'localhost:8484',
      ...headers,
    } as unknown as Record<string, string>);
    expect(await refused(response, 403)).toMatchObject({ code: 'cross_origin' });
    expect((await house.store.reports()).total).toBe(0);
  });

  it.each([
    {},
    { origin: 'http://localhost:8484' },
    { origin: 'http://localhost:8484', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
  ])('takes a report from the desk and from programs: %j', async (headers) => {
    const given = { host: 'localhost:8484', ...headers } as unknown as Record<string, string>;
    expect((await post('/api/reports', text, 'text/plain', given)).status).toBe(201);
  });

  it('may not frame it, and no browser keeps what the API says', async () => {
    const { headers } = await get('/api/health');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('gets the same headers with a refusal', async () => {
    const { headers } = await get('/api/health', { host: 'evil.example' });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('the desk', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-desk-'));
    await mkdir(join(folder, 'web/assets'), { recursive: true });
    await writeFile(join(folder, 'secret.txt'), 'not for the web');
    await writeFile(join(folder, 'web/index.html'), '<title>the desk</title>');
    await writeFile(join(folder, 'web/theme.js'), '1');
    await writeFile(join(folder, 'web/assets/main-abc123.js'), '2');
  });
  afterAll(() => rm(folder, { recursive: true }));
  const desk = (path: string) => createApp(house, { desk: join(folder, 'web') }).request(path);

  it.each(['/', '/index.html', '/incidents', '/reports/abc/i1'])('is shown at %s', async (path) => {
    const response = await desk(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain('the desk');
  });

  it('gives its files, those with a hash in the name for ever', async () => {
    const [theme, main] = [await desk('/theme.js'), await desk('/assets/main-abc123.js')];
    expect(theme.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(theme.headers.get('cache-control')).toBe('no-cache');
    expect(main.headers.get('cache-control')).toContain('immutable');
    expect(await main.text()).toBe('2');
  });

  it.each(['/missing.js', '/assets/main-old.js', '/api/nothing', '/api'])(
    'does not show a page for %s',
    async (path) => {
      expect((await desk(path)).status).toBe(404);
    },
  );

  it.each([
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00',
    '/%',
    '//secret.txt',
  ])('gives nothing from outside its folder at %s', async (path) => {
    const response = await desk(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('not for the web');
  });

  it('says what to run where it is not built', async () => {
    const response = await createApp(house, { desk: join(folder, 'none') }).request('/');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  });

  it('cannot be written to', async () => {
    expect(await refused(await post('/', text, 'text/plain'), 404)).toMatchObject({ code: 'not_found' });
  });
});

it('names what it does not have', async () => {
  expect(await refused(await get('/api/incident'), 404)).toMatchObject({
    code: 'no_such_endpoint',
    message: expect.stringContaining('openapi.json'),
  });
  expect(await refused(await app.request('/api/reports', { method: 'DELETE' }), 404)).toMatchObject({
    code: 'no_such_endpoint',
  });
});

describe('whatever is sent', () => {
  it('gets an answer of the promised shape, and no mistake of ours', async () => {
    const types = fc.constantFrom(
      'application/json',
      'application/jsonl',
      'text/plain',
      'text/html',
      'image/png',
      '',
    );
    const bodies = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.json().map((json) => new TextEncoder().encode(json)),
      fc.string({ unit: 'binary' }).map((each) => new TextEncoder().encode(JSON.stringify({ text: each }))),
    );
    await fc.assert(
      fc.asyncProperty(types, bodies, fc.string(), async (type, body, name) => {
        const path = `/api/reports?name=${encodeURIComponent(name)}`;
        const response = await post(path, body as Uint8Array<ArrayBuffer>, type);
        expect([200, 201, 415, 422]).toContain(response.status);
        const shape = response.status === 415 ? schemas.Failure : schemas.KeepAnswer;
        expect(shape.safeParse(await response.json()).success).toBe(true);
      }),
    );
    expect(logged).toEqual([]);
  });

  it('is refused or answered, as parameters go', async () => {
    const keys = fc.constantFrom(
      'kind',
      'family',
      'country',
      'from',
      'to',
      'words',
      'report',
      'core',
      'limit',
      'offset',
    );
    const paths = fc.constantFrom('/api/incidents', '/api/export', '/api/reports', '/api/read');
    await fc.assert(
      fc.asyncProperty(paths, fc.dictionary(keys, fc.string({ unit: 'grapheme' })), async (path, query) => {
        const response = await get(`${path}?${new URLSearchParams(query)}`);
        expect([200, 400, 404]).toContain(response.status);
      }),
    );
    expect(logged).toEqual([]);
  });
});
