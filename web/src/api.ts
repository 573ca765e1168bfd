import type {
  CodebookRow,
  JoinedIncident,
  KeptDecision,
  KeptJoined,
  KeptMember,
  KeptReport,
  Reading,
} from '../../src/record/index.js';
import { type Filters, filterQuery } from './address.js';

/** A stretch of a list, and how long the list is. */
export interface Page<T> {
  readonly total: number;
  readonly entries: readonly T[];
}

/** What reading gave: the reports that were kept, and what could not be read, in words. */
export interface ReadResult {
  readonly kept: readonly { hash: string; isNew: boolean; reading: Reading }[];
  readonly errors: readonly { source: string; code: string; message: string }[];
}

/** A report that somebody pastes. */
export interface PastedReport {
  readonly text: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly published?: string;
}

export type ExportFormat = 'csv' | 'geojson' | 'jsonl';

/** The server said no, or could not be reached. The message is for the reader of the page. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const fetchCodebook = () => get<{ kinds: CodebookRow[] }>('/api/codebook');

export function fetchIncidents(filters: Filters, offset: number, limit: number) {
  const query = filterQuery(filters);
  query.set('offset', String(offset));
  query.set('limit', String(limit));
  return get<Page<KeptJoined>>(`/api/joined?${query}`);
}

export const fetchReports = (offset: number, limit: number) =>
  get<Page<KeptReport>>(`/api/reports?offset=${offset}&limit=${limit}`);

export const fetchReport = (hash: string) =>
  get<{ kept: KeptReport; reading: Reading }>(`/api/reports/${encodeURIComponent(hash)}`);

/** A joined incident; its reports are known by their hashes in every part of it. */
export interface JoinedAnswer {
  readonly joined: JoinedIncident;
  readonly reports: readonly KeptReport[];
  readonly decisions: readonly KeptDecision[];
}

/** The joined incident that an incident of a report stands in. */
export const fetchJoined = ({ report, incident }: KeptMember) =>
  get<JoinedAnswer>(
    `/api/reports/${encodeURIComponent(report)}/incidents/${encodeURIComponent(incident)}/joined`,
  );

/** Enters what somebody decided of a member and each of some others. Throws an ApiError where it is refused. */
export async function decide(
  member: KeptMember,
  others: readonly KeptMember[],
  verdict: KeptDecision['verdict'],
): Promise<void> {
  const body = JSON.stringify({ member, others, verdict, by: 'the desk' });
  const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
  const { status, answer } = await ask('/api/decisions', init);
  if (status >= 400) throw errorOf(status, answer);
}

export function exportAddress(format: ExportFormat, filters: Filters): string {
  const query = filterQuery(filters);
  query.set('format', format);
  return `/api/export?${query}`;
}

/** Reads a pasted report and keeps it. Throws an ApiError where the server cannot be reached. */
export const readPasted = (report: PastedReport) =>
  send('/api/reports', JSON.stringify(report), 'application/json');

/** Reads the reports that are in a file and keeps them. Throws an ApiError where the server cannot be reached. */
export function readFile(file: File, published?: string): Promise<ReadResult> {
  const query = new URLSearchParams({ name: file.name, ...(published ? { published } : {}) });
  return send(`/api/reports?${query}`, file, 'application/octet-stream');
}

async function send(path: string, body: BodyInit, type: string): Promise<ReadResult> {
  const { status, answer } = await ask(path, { method: 'POST', body, headers: { 'content-type': type } });
  // Where nothing could be read the answer still says why, input by input, whatever the status.
  if (isReadResult(answer)) return answer;
  throw errorOf(status, answer);
}

async function get<T>(path: string): Promise<T> {
  const { status, answer } = await ask(path);
  if (status >= 400) throw errorOf(status, answer);
  return answer as T;
}

async function ask(path: string, init?: RequestInit): Promise<{ status: number; answer: unknown }> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new ApiError('unreachable', 'The desk’s server does not answer. Is it still running?');
  }
  const answer: unknown = await response.json().catch(() => undefined);
  return { status: response.status, answer };
}

function isReadResult(answer: unknown): answer is ReadResult {
  const { kept, errors } = (answer ?? {}) as Partial<ReadResult>;
  return Array.isArray(kept) && Array.isArray(errors);
}

function errorOf(status: number, answer: unknown): ApiError {
  const { error } = (answer ?? {}) as { error?: { code?: string; message?: string } };
  return new ApiError(error?.code ?? `http_${status}`, error?.message ?? `The server answered ${status}.`);
}
