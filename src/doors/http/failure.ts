import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import type { Failure } from './schemas.js';

/** A refusal, in the one shape that all of them have. The message says what to do. */
export function refuse<Status extends ContentfulStatusCode>(
  c: Context,
  status: Status,
  code: string,
  message: string,
  where?: string,
) {
  const failure: Failure = { error: { code, message, ...(where === undefined ? {} : { where }) } };
  return c.json(failure, status);
}

/** A refusal for parameters that do not fit their schema: it names the first that is wrong. */
export function refuseParameter(c: Context, error: z.core.$ZodError) {
  const issue = error.issues[0];
  const key = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
  const where = String(key ?? 'query');
  return refuse(c, 400, 'bad_parameter', `${where}: ${reasonOf(issue)}.`, where);
}

function reasonOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'is not valid';
  if (issue.code === 'unrecognized_keys') return 'there is no such parameter here; see /api/openapi.json';
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_type')
    return issue.message.endsWith('undefined') ? 'is missing' : 'must be given once, as text';
  return issue.message;
}

/** What is answered when a handler throws: the details go to the log and not to whoever asked. */
export function answerError(c: Context, error: unknown, log: (line: string) => void) {
  if (error instanceof HTTPException)
    return refuse(c, error.status as 400, 'bad_request', `${error.message}.`);
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const message = 'Something went wrong here, not in what was sent. The log of the server says what.';
  return refuse(c, 500, 'internal', message);
}
