import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, fetch, type Response } from 'undici';
import { isPublicAddress } from './addresses.js';
import { failed, type Gathered, reportsFromBytes } from './bytes.js';
import { GatherError } from './failure.js';
import { bareMediaType, isFeed, isFeedMediaType, isReadableMediaType } from './kind.js';
import { MAX_PAGE, megabytes } from './limits.js';

/** Milliseconds for a page and all the redirects to it. */
const TIMEOUT = 15_000;
const MOST_REDIRECTS = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

export interface WebOptions {
  /** Whether addresses of private and reserved networks may be fetched. */
  readonly allowPrivate?: boolean | undefined;
  /** Milliseconds for a page and all the redirects to it; 15,000 unless given. */
  readonly timeout?: number | undefined;
}

/** The reports at an address of the web. Never throws: see `Gathered`. */
export async function* reportsFromWeb(address: string, options: WebOptions = {}): AsyncGenerator<Gathered> {
  const agent = new Agent({ connect: options.allowPrivate ? {} : { lookup: publicLookup } });
  try {
    const page = await getPage(address, agent, options);
    yield* await reportsFromBytes(page.bytes, {
      name: address,
      mediaType: page.mediaType,
      address: page.address,
    });
  } catch (error) {
    yield failed(address, error);
  } finally {
    await agent.destroy();
  }
}

interface Page {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Where the page was found in the end, after redirects. */
  readonly address: string;
}

async function getPage(address: string, agent: Agent, options: WebOptions): Promise<Page> {
  const timeout = options.timeout ?? TIMEOUT;
  const signal = AbortSignal.timeout(timeout);
  try {
    const { response, url } = await follow(checkedUrl(address, options), agent, options, signal);
    const mediaType = response.headers.get('content-type') ?? '';
    if (!response.ok) throw new GatherError('http_status', `was answered with ${statusOf(response)}`);
    if (isFeedMediaType(mediaType)) throw isFeed();
    if (!isReadableMediaType(mediaType)) {
      throw new GatherError('media_type', `is ${bareMediaType(mediaType)}, not a text, a page or JSON`);
    }
    return { bytes: await bodyOf(response), mediaType, address: url.href };
  } catch (error) {
    throw signal.aborted
      ? new GatherError('no_answer', `gave no answer in ${timeout / 1000} seconds`)
      : told(error);
  }
}

/** Gets an address and follows its redirects; every hop is checked like the first. */
async function follow(first: URL, agent: Agent, options: WebOptions, signal: AbortSignal) {
  let url = first;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const response = await fetch(url.href, {
      dispatcher: agent,
      redirect: 'manual',
      signal,
      headers: {
        accept: 'text/html,application/xhtml+xml,text/plain,application/json;q=0.9',
        'user-agent': 'dateline (reads news reports)',
      },
    });
    const location = redirects.has(response.status) ? response.headers.get('location') : null;
    if (location === null) return { response, url };
    await response.body?.cancel();
    if (!URL.canParse(location, url.href))
      throw new GatherError('bad_address', `redirects to no address: ${location.slice(0, 80)}`);
    url = checkedUrl(new URL(location, url.href).href, options);
  }
  throw new GatherError('no_answer', `redirects more than ${MOST_REDIRECTS} times`);
}

/** An address that may be fetched. A name in it is looked at when it is resolved, by `publicLookup`. */
function checkedUrl(address: string, options: WebOptions): URL {
  if (!URL.canParse(address)) throw new GatherError('bad_address', 'is no address that can be understood');
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) {
    throw new GatherError(
      'bad_address',
      `leads to ${url.protocol.slice(0, -1)}, and only http and https are fetched`,
    );
  }
  if (url.username || url.password) throw new GatherError('bad_address', 'has a user name or password in it');
  // The URL parser has already turned 2130706433 and 0x7f.1 into 127.0.0.1.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !options.allowPrivate && !isPublicAddress(host)) throw isPrivate(host);
  return url;
}

/**
 * Resolves a name for a connection, and refuses it where one of its addresses is not public. The connection is made to
 * the addresses that this hands over, so a name that resolves otherwise a moment later gains nothing.
 */
export const publicLookup: LookupFunction = (host, options, callback) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    const bad = error ? undefined : addresses.find((each) => !isPublicAddress(each.address));
    const [first] = addresses ?? [];
    if (error || bad || !first) {
      const reason = bad ? isPrivate(host, bad.address) : error;
      callback((reason ?? new Error('no address')) as NodeJS.ErrnoException, '');
    } else if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

function isPrivate(host: string, address?: string): GatherError {
  const where = address ? `${host} is ${address}, which` : host;
  return new GatherError(
    'private_network',
    `leads to a private network (${where} is not public); --allow-private permits it`,
  );
}

async function bodyOf(response: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > MAX_PAGE)
      throw new GatherError('too_long', `is longer than ${megabytes(MAX_PAGE)}, the limit for a page`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const statusOf = (response: Response) => `${response.status} ${response.statusText}`.trim();

const networkReasons: Record<string, string> = {
  ENOTFOUND: 'does not answer: there is no host of that name',
  EAI_AGAIN: 'does not answer: its name cannot be looked up now',
  ECONNREFUSED: 'does not answer: the connection was refused',
  ECONNRESET: 'does not answer: the connection was broken off',
  EHOSTUNREACH: 'does not answer: there is no way to its host',
  ENETUNREACH: 'does not answer: there is no way to its network',
  UND_ERR_SOCKET: 'does not answer: the connection was broken off',
  UND_ERR_CONNECT_TIMEOUT: 'does not answer: no connection came about',
};

/** An error of the network as one about the input. Ours may lie inside several wrappers. */
function told(error: unknown): GatherError {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each instanceof GatherError) return each;
    const [inner] = each instanceof AggregateError ? each.errors : [];
    if (inner instanceof GatherError) return inner;
    const code = 'code' in each ? String(each.code) : '';
    if (networkReasons[code]) return new GatherError('no_answer', networkReasons[code]);
    if (!(each.cause instanceof Error)) {
      return new GatherError('no_answer', `does not answer: ${code || each.message.toLowerCase()}`);
    }
  }
  return new GatherError('no_answer', 'does not answer');
}
