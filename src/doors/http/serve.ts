import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { type House, type HouseOptions, openHouse } from '../../house.js';
import { createApp } from './app.js';
import { keepExamples } from './examples.js';
import { isLoopback } from './guard.js';

export interface ServeOptions extends HouseOptions {
  /** 127.0.0.1 unless given: nothing outside this machine reaches it. */
  readonly host?: string;
  /** 8484 unless given, or the next port that is free. A port that is given is taken or refused. 0 takes any. */
  readonly port?: number;
  /** Keeps the example reports where no reports are kept. */
  readonly examples?: boolean;
  /** Takes a line for the person who runs it. */
  readonly log?: (line: string) => void;
}

export interface Service {
  /** Where it answers, such as `http://127.0.0.1:8484`. */
  readonly url: string;
  /** Lets what is under way finish, for two seconds at most, then lets go of the port and the store. */
  close(): Promise<void>;
}

const FIRST_PORT = 8484;
const PORTS = 100;
const PATIENCE = 2000;

/** The port cannot be had, or the address is none of this machine. The message says what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** Opens the house and serves the API and the desk. Throws a StoreError or a ListenError. */
export async function serve(options: ServeOptions = {}): Promise<Service> {
  const house = await openHouse(options);
  try {
    return await serveHouse(house, options);
  } catch (error) {
    await house.close();
    throw error;
  }
}

/** The same for a house that is open; closing the service closes it. */
export async function serveHouse(house: House, options: ServeOptions = {}): Promise<Service> {
  const { host = '127.0.0.1', log = console.error } = options;
  if (options.examples) await tellExamples(house, log);
  const server = createAdaptorServer({ fetch: createApp(house, { host, log }).fetch }) as Server;
  await listen(server, host, options.port);
  if (!isLoopback(host)) log(`Anyone who can reach ${host} can read and add reports: there is no login.`);
  return { url: urlOf(server.address() as AddressInfo), close: () => closeAll(server, house) };
}

async function tellExamples(house: House, log: (line: string) => void): Promise<void> {
  const count = await keepExamples(house, log);
  if (count > 0) log(`${count} example reports are in the store; their incidents are invented.`);
}

async function listen(server: Server, host: string, port: number | undefined): Promise<void> {
  const ports = port === undefined ? Array.from({ length: PORTS }, (_, index) => FIRST_PORT + index) : [port];
  for (const each of ports) {
    const problem = await listenOn(server, host, each);
    if (problem === undefined) return;
    if (problem.code !== 'EADDRINUSE' || port !== undefined)
      throw new ListenError(reasonOf(problem, host, each));
  }
  throw new ListenError(
    `No port from ${FIRST_PORT} to ${FIRST_PORT + PORTS - 1} is free; choose one with --port.`,
  );
}

function listenOn(server: Server, host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen({ host: host.replace(/^\[|\]$/g, ''), port }, () => {
      server.off('error', resolve);
      resolve(undefined);
    });
  });
}

function reasonOf({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken; choose another with --port, or leave --port out to take the next free one.`;
  if (code === 'EACCES')
    return `Port ${port} may not be taken without more rights; choose one above 1023 with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is no address of this machine; choose another with --host.`;
  return `Cannot listen on ${host}, port ${port}: ${message}.`;
}

/** A browser cannot open 0.0.0.0 or ::, which mean every address of this machine. */
function urlOf({ address, family, port }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

async function closeAll(server: Server, house: House): Promise<void> {
  const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(impatient);
  await house.close();
}
