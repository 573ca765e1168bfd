import { createRoute, z } from '@hono/zod-openapi';
import { publishedOf } from '../../gathering/index.js';
import { formats } from '../../publishing/index.js';
import { ChoosingRule, codebook, IncidentFilter, kinds } from '../../record/index.js';
import { schemas } from './schemas.js';

export const MAX_BODY = 10 * 1024 * 1024;
/** The most entries that one page of a list has. */
const MAX_PAGE = 1000;

/** A parameter that may be left out or left empty, as a form leaves it. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const count = z
  .string()
  .regex(/^\d{1,9}$/, { error: 'must be a whole number, such as 200' })
  .transform(Number);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const pageQuery = {
  offset: optional(count).openapi({ type: 'integer', description: 'How many entries to skip.' }),
  limit: optional(
    count.refine((limit) => limit <= MAX_PAGE, { error: `must be ${MAX_PAGE} at most` }),
  ).openapi({
    type: 'integer',
    description: `How many entries to give, ${MAX_PAGE} at most; 200 unless said.`,
  }),
};

const families = [...new Set(codebook.map((row) => row.family))] as [string, ...string[]];
const { country, from, to, words, report } = IncidentFilter.shape;
const filterQuery = {
  kind: optional(z.enum(kinds as [string, ...string[]])),
  family: optional(z.enum(families)),
  country: optional(
    country
      .unwrap()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/, { error: 'must be two letters, such as IQ' }),
  ),
  from: optional(from.unwrap()),
  to: optional(to.unwrap()),
  words: optional(words.unwrap()),
  report: optional(report.unwrap()),
  core: optional(flag).openapi({
    type: 'boolean',
    description: 'Only what the reports are about, or only the rest.',
  }),
};

const published = z
  .string()
  .transform((written) => publishedOf(written))
  .pipe(z.string({ error: 'must be a date such as 2024-02-08 (EDTF)' }));
const bodyQuery = z.strictObject({
  name: optional(z.string()).openapi({ description: 'The name of the file that is sent.' }),
  published: optional(published).openapi({
    type: 'string',
    description: 'The day of publication (EDTF), for reports that do not carry one.',
  }),
});

const answer = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
const failure = (description: string) => answer(schemas.Failure, description);

const anyReport = { schema: { type: 'string' as const } };
/** Checked by gathering, which knows files, and not by the route. */
const reportBody = {
  required: true,
  description: `A report as JSON, or a file: text, a page, JSON or JSON lines. ${MAX_BODY / 1024 / 1024} MB at most.`,
  content: {
    'application/json': { schema: { $ref: '#/components/schemas/ReportInput' } },
    'application/jsonl': anyReport,
    'text/plain': anyReport,
    'text/html': anyReport,
    'application/octet-stream': anyReport,
  },
};

const refusals = {
  400: failure('A parameter is wrong.'),
  403: failure('The request comes from another site, or was addressed to another host.'),
};
const bodyRefusals = {
  ...refusals,
  413: failure('The body is too long.'),
  415: failure('The body is of a kind that no report has.'),
};

export const health = createRoute({
  method: 'get',
  path: '/api/health',
  summary: 'Whether the service works, and which reader it has',
  responses: { 200: answer(schemas.Health, 'It works.'), 403: refusals[403] },
});

export const codebookRoute = createRoute({
  method: 'get',
  path: '/api/codebook',
  summary: 'The kinds of incident',
  responses: { 200: answer(schemas.Codebook, 'The kinds, in their order.'), 403: refusals[403] },
});

export const read = createRoute({
  method: 'post',
  path: '/api/read',
  summary: 'Reads one report and keeps nothing',
  request: { query: bodyQuery, body: reportBody },
  responses: {
    200: answer(schemas.Reading, 'Everything that the report gave.'),
    ...bodyRefusals,
    422: failure('There is no report in the body, or more than one.'),
  },
});

export const keep = createRoute({
  method: 'post',
  path: '/api/reports',
  summary: 'Reads reports and keeps them',
  request: { query: bodyQuery, body: reportBody },
  responses: {
    200: answer(schemas.KeepAnswer, 'All of them were kept before.'),
    201: answer(schemas.KeepAnswer, 'At least one of them is new.'),
    ...bodyRefusals,
    422: answer(schemas.KeepAnswer, 'None of them could be read.'),
  },
});

export const reports = createRoute({
  method: 'get',
  path: '/api/reports',
  summary: 'The reports that are kept, the latest first',
  request: { query: z.strictObject(pageQuery) },
  responses: { 200: answer(schemas.ReportListing, 'A page of the list.'), ...refusals },
});

export const oneReport = createRoute({
  method: 'get',
  path: '/api/reports/{hash}',
  summary: 'A report that is kept, and what was read from it',
  request: { params: z.object({ hash: z.string() }) },
  responses: {
    200: answer(schemas.ReportAnswer, 'The report.'),
    403: refusals[403],
    404: failure('No report of that hash is kept.'),
  },
});

export const incidents = createRoute({
  method: 'get',
  path: '/api/incidents',
  summary: 'The incidents of the reports that are kept',
  request: { query: z.strictObject({ ...filterQuery, ...pageQuery }) },
  responses: { 200: answer(schemas.IncidentListing, 'A page of the list.'), ...refusals },
});

export const joinedList = createRoute({
  method: 'get',
  path: '/api/joined',
  summary: 'The incidents as all reports that are kept tell them, joined',
  request: { query: z.strictObject({ ...filterQuery, ...pageQuery }) },
  responses: { 200: answer(schemas.JoinedListing, 'A page of the list.'), ...refusals },
});

const ruleQuery = z.strictObject({
  rule: optional(ChoosingRule).openapi({
    type: 'string',
    description: `Which of several values is shown: ${ChoosingRule.options.join(', ')}; the first unless said.`,
  }),
});
const joinedResponses = {
  200: answer(schemas.JoinedAnswer, 'The joined incident.'),
  ...refusals,
  404: failure('There is no such joined incident.'),
};

export const joinedOne = createRoute({
  method: 'get',
  path: '/api/joined/{id}',
  summary: 'A joined incident: every value, who gives it, and how many independent sources stand behind it',
  request: { params: z.object({ id: z.string() }), query: ruleQuery },
  responses: joinedResponses,
});

export const joinedOf = createRoute({
  method: 'get',
  path: '/api/reports/{hash}/incidents/{incident}/joined',
  summary:
    'The joined incident that an incident of a report stands in: an address that stays when more reports join',
  request: { params: z.object({ hash: z.string(), incident: z.string() }), query: ruleQuery },
  responses: joinedResponses,
});

export const decide = createRoute({
  method: 'post',
  path: '/api/decisions',
  summary: 'Enters whether incidents of two reports are the same; what stands around them is joined anew',
  request: { body: { required: true, content: { 'application/json': { schema: schemas.DecisionInput } } } },
  responses: {
    201: answer(schemas.DecisionAnswer, 'The new entries.'),
    ...bodyRefusals,
    404: failure('One of the members is not kept.'),
  },
});

const fileOf = { schema: z.string() };
export const exportRoute = createRoute({
  method: 'get',
  path: '/api/export',
  summary: 'A file of incidents',
  request: {
    query: z.strictObject({
      format: z.enum(formats),
      ...filterQuery,
      names: optional(flag).openapi({
        type: 'boolean',
        description: 'Leaves the names of persons who suffered in the file; they are withheld unless true.',
      }),
    }),
  },
  responses: {
    200: {
      description: 'The file.',
      content: { 'text/csv': fileOf, 'application/geo+json': fileOf, 'application/jsonl': fileOf },
    },
    ...refusals,
  },
});

export const routes = [
  ...[health, codebookRoute, read, keep, reports, oneReport, incidents, exportRoute],
  ...[joinedList, joinedOne, joinedOf, decide],
];
