import { ReportInput } from '../record/index.js';
import { GatherError } from './failure.js';
import { MAX_TEXT, spelled } from './limits.js';
import { publishedOf } from './published.js';

const known = new Set(['id', 'text', 'published', 'title', 'byline', 'outlet', 'url', 'language', 'extra']);

/** A JSON value. Throws a GatherError that says where the JSON breaks off. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 120) : '';
    throw new GatherError('not_json', `is not JSON: ${reason}`);
  }
}

/**
 * The report that a JSON object holds. Keys that a report does not have are kept under `extra`, beside what an `extra`
 * object already has. Throws a GatherError that names the field.
 */
export function reportOf(value: unknown): ReportInput {
  if (!isObject(value)) throw badField(`is ${nameOf(value)}, not an object with a "text"`);
  const given = Object.fromEntries(Object.entries(value).filter(([key]) => known.has(key)));
  const extra = extraOf(value);
  // Many archives number their reports: the number is the id, and the id is a text.
  if (typeof given.id === 'number' || given.id === null) given.id = idOf(value) ?? undefined;
  if (value.published !== undefined && value.published !== null)
    given.published = publishedIn(value.published);
  if (value.text === undefined) throw badField('field "text" is missing');
  if (typeof value.text === 'string') refuseLongText(value.text);
  const parsed = ReportInput.safeParse({ ...given, extra });
  if (parsed.success) return withoutUndefined(parsed.data);
  const [issue] = parsed.error.issues;
  const field = String(issue?.path[0] ?? '');
  throw badField(`field "${field}" ${reasonFor(issue, given[field])}`);
}

/** The id of a report that could not be read, where its JSON has one; null where it has none. */
export function idOf(value: unknown): string | null {
  const id = isObject(value) ? value.id : undefined;
  if (typeof id === 'number') return String(id);
  return typeof id === 'string' && id !== '' ? id : null;
}

/** The id at the start of a line of broken JSON; null where it does not start with one. */
export function idAtStart(text: string): string | null {
  const written = /^\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.){1,500}")/.exec(text)?.[1];
  try {
    return written === undefined ? null : idOf({ id: JSON.parse(written) });
  } catch {
    return null;
  }
}

/** Throws a GatherError where a text is longer than a report may be. */
export function refuseLongText(text: string): void {
  if (text.length > MAX_TEXT) throw tooLongText();
}

export const tooLongText = () =>
  new GatherError('too_long', `has more than ${spelled(MAX_TEXT)} characters, the limit for one report`);

function extraOf(value: Record<string, unknown>): Record<string, unknown> | undefined {
  const others = Object.entries(value).filter(([key]) => !known.has(key));
  const given = value.extra ?? {};
  if (!isObject(given)) throw badField(`field "extra" is ${nameOf(given)}, not an object`);
  const entries = [...others, ...Object.entries(given)];
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** The day as EDTF; null where it is left empty. */
function publishedIn(written: unknown): string | null {
  if (typeof written !== 'string') throw badField(`field "published" is ${nameOf(written)}, not a date`);
  if (written.trim() === '') return null;
  const edtf = publishedOf(written);
  if (edtf !== undefined) return edtf;
  throw badField(`field "published" is ${quoted(written)}; write the date as 2024-02-08 (EDTF)`);
}

type Issue = { readonly code?: string; readonly message: string };

function reasonFor(issue: Issue | undefined, value: unknown): string {
  return issue?.code === 'invalid_type' ? `is ${nameOf(value)}, not a text` : issueMessage(issue, value);
}

/** An empty id breaks a length; what the record says of the others is a sentence already. */
function issueMessage(issue: Issue | undefined, value: unknown): string {
  return value === '' && issue?.code === 'too_small' ? 'is empty' : (issue?.message ?? 'is not valid');
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  const names: Record<string, string> = { string: 'a text', number: 'a number', boolean: 'true or false' };
  return names[typeof value] ?? 'an object';
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutUndefined(report: ReportInput): ReportInput {
  return Object.fromEntries(Object.entries(report).filter(([, value]) => value !== undefined)) as ReportInput;
}

const badField = (message: string) => new GatherError('bad_field', message);
