import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import type { House } from '../../house.js';
import { fileTypes, publish } from '../../publishing/index.js';
import { codebook } from '../../record/index.js';
import { answerDesk, DESK } from './desk.js';
import { answerError, refuse, refuseParameter } from './failure.js';
import { guard, safeHeaders } from './guard.js';
import { keepReports } from './keep.js';
import { openApiDocument } from './openapi.js';
import { mayHoldReports, receivedReports, sentenceOf } from './received.js';
import * as route from './routes.js';
import { bytesOf } from './stream.js';

export interface AppOptions {
  /** The address that the app is listened to on; 127.0.0.1 unless given. It decides which `Host` is answered. */
  readonly host?: string;
  /** The folder of the built desk. */
  readonly desk?: string;
  /** Takes the details of our own mistakes. */
  readonly log?: (line: string) => void;
}

const DEFAULT_PAGE = 200;

/** The API and the desk, as a function from request to answer. Holds no state but the house. */
export function createApp(house: House, options: AppOptions = {}): OpenAPIHono {
  const { host = '127.0.0.1', desk = DESK, log = console.error } = options;
  const app = new OpenAPIHono({
    defaultHook: (result, c) => (result.success ? undefined : refuseParameter(c, result.error)),
  });
  app.onError((error, c) => answerError(c, error, log));
  app.use(safeHeaders, guard(host));
  addBodyChecks(app);
  addReading(app, house, log);
  addLists(app, house);
  addJoined(app, house);
  let document: ReturnType<typeof openApiDocument> | undefined;
  app.get('/api/openapi.json', (c) => {
    document ??= openApiDocument(app, house.reader.version);
    return c.json(document);
  });
  app.all('/api/*', (c) =>
    refuse(
      c,
      404,
      'no_such_endpoint',
      `There is no ${c.req.method} ${c.req.path.slice(0, 200)}; see /api/openapi.json.`,
    ),
  );
  app.get('*', (c) => answerDesk(c, desk));
  app.notFound((c) =>
    refuse(c, 404, 'not_found', 'There is nothing here; the API is under /api, the desk at /.'),
  );
  return app;
}

function addBodyChecks(app: OpenAPIHono): void {
  const message = `The body is longer than ${route.MAX_BODY / 1024 / 1024} MB; send the reports in several requests, or read the file with the dateline command.`;
  app.post(
    '/api/*',
    bodyLimit({ maxSize: route.MAX_BODY, onError: (c) => refuse(c, 413, 'too_long', message) }),
  );
  app.post('/api/*', async (c, next) => {
    const type = c.req.header('content-type');
    if (mayHoldReports(type)) return next();
    return refuse(
      c,
      415,
      'media_type',
      `A report cannot be read from ${JSON.stringify(type?.slice(0, 100))}; send JSON, JSON lines, text or HTML.`,
    );
  });
}

function addReading(app: OpenAPIHono, house: House, log: (line: string) => void): void {
  app.openapi(route.read, async (c) => {
    const gathered = await receivedReports(c, c.req.valid('query'));
    const [first] = gathered;
    if (first === undefined || gathered.length > 1) {
      return refuse(
        c,
        422,
        'not_one_report',
        `${gathered.length} reports came; send one, or send them to /api/reports, which keeps them.`,
      );
    }
    if ('error' in first) return refuse(c, 422, first.error.code, sentenceOf(first), first.source);
    return c.json(await house.reader.read(first.report), 200);
  });
  app.openapi(route.keep, async (c) => {
    const answer = await keepReports(house, await receivedReports(c, c.req.valid('query')), log);
    if (answer.kept.some((kept) => kept.isNew)) return c.json(answer, 201);
    return answer.kept.length > 0 ? c.json(answer, 200) : c.json(answer, 422);
  });
}

function addLists(app: OpenAPIHono, { reader, store }: House): void {
  app.openapi(route.health, (c) =>
    c.json(
      { ok: true as const, version: reader.version, models: { ...reader.models }, store: store.kind },
      200,
    ),
  );
  app.openapi(route.codebookRoute, (c) => c.json({ kinds: [...codebook] }, 200));
  app.openapi(route.reports, async (c) => {
    const { offset = 0, limit = DEFAULT_PAGE } = c.req.valid('query');
    return c.json(await store.reports({ offset, limit }), 200);
  });
  app.openapi(route.oneReport, async (c) => {
    const { hash } = c.req.valid('param');
    const found = await store.report(hash);
    return found
      ? c.json(found, 200)
      : refuse(
          c,
          404,
          'no_such_report',
          `No report of the hash ${JSON.stringify(hash.slice(0, 100))} is kept; /api/reports lists those that are.`,
        );
  });
  app.openapi(route.incidents, async (c) => {
    const { offset = 0, limit = DEFAULT_PAGE, ...filter } = c.req.valid('query');
    return c.json(await store.incidents(filter, { offset, limit }), 200);
  });
  app.openapi(route.exportRoute, (c) => {
    const { format, names = false, ...filter } = c.req.valid('query');
    const { mediaType, ending } = fileTypes[format];
    return c.body(bytesOf(publish(format, store.everyIncident(filter), { names })), 200, {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="dateline-incidents.${ending}"`,
    });
  });
}

function addJoined(app: OpenAPIHono, house: House): void {
  app.openapi(route.joinedList, async (c) => {
    const { offset = 0, limit = DEFAULT_PAGE, ...filter } = c.req.valid('query');
    return c.json(await house.store.joined(filter, { offset, limit }), 200);
  });
  app.openapi(route.joinedOne, async (c) => {
    const { id } = c.req.valid('param');
    const found = await house.joined(id, c.req.valid('query').rule);
    const message = `No joined incident has the id ${JSON.stringify(id.slice(0, 100))}; it may have another since more was read. /api/joined lists them.`;
    return found ? c.json(found, 200) : refuse(c, 404, 'no_such_incident', message);
  });
  app.openapi(route.joinedOf, async (c) => {
    const { hash: report, incident } = c.req.valid('param');
    const found = await house.joined({ report, incident }, c.req.valid('query').rule);
    return found ? c.json(found, 200) : refuse(c, 404, 'no_such_incident', notKept(report, incident));
  });
  app.openapi(route.decide, async (c) => {
    const { by, ...input } = c.req.valid('json');
    for (const { report, incident } of [input.member, ...input.others]) {
      const known = await house.store.joinedOne({ report, incident });
      if (!known) return refuse(c, 404, 'no_such_incident', notKept(report, incident));
    }
    return c.json({ entries: await house.decide({ ...input, ...(by ? { by } : {}) }) }, 201);
  });
}

const notKept = (report: string, incident: string) =>
  `No incident ${JSON.stringify(incident.slice(0, 100))} of a report ${JSON.stringify(report.slice(0, 100))} is kept and joined; /api/joined lists those that are.`;
