import { Client, type Pool } from 'pg';
import { type Connection, poolOf } from './connection.js';
import { StoreError } from './errors.js';

/** Errors of PostgreSQL by which it turns a client away: bad name or password, no such database, no right to it. */
const REFUSALS = /^(28|3D000|42501)/;
const WAIT = 10_000;

/**
 * Opens the database at an address such as `postgres://user:password@host:5432/name`.
 * Throws a StoreError that names host and database, and never the password.
 */
export async function openServer(address: string): Promise<Connection> {
  const place = placeOf(address);
  const pool = poolOf({ connectionString: address, max: 8, connectionTimeoutMillis: WAIT });
  try {
    await checkServer(pool, place);
  } catch (error) {
    await pool.end();
    throw error instanceof StoreError ? error : refusal(error as Error & { code?: string }, place);
  }
  return { connect: () => pool.connect(), close: () => pool.end() };
}

interface Place {
  readonly database: string;
  readonly host: string;
  readonly password: string;
}

/** What the driver makes of the address. The error has no cause: the parser's own error holds the whole address. */
function placeOf(address: string): Place {
  try {
    if (!/^postgres(ql)?:\/\//.test(address)) throw new TypeError('another scheme');
    const { host, port, database, password } = new Client({ connectionString: address });
    return {
      host: host.startsWith('/') ? host : `${host}:${port}`,
      database: database ?? '',
      password: password ?? '',
    };
  } catch {
    throw new StoreError(
      'database-address',
      'DATABASE_URL is no address of a PostgreSQL database. It looks like postgres://user:password@host:5432/name, with special characters of the password written as %40 and the like.',
    );
  }
}

async function checkServer(pool: Pool, { database, host }: Place): Promise<void> {
  const { rows } = await pool.query(
    `select current_setting('server_encoding') as encoding, current_setting('server_version_num')::int as version`,
  );
  const { encoding, version } = rows[0];
  const lack =
    encoding !== 'UTF8'
      ? `is encoded in ${encoding}. Make it anew with encoding UTF8`
      : version < 130_000
        ? 'is on a PostgreSQL older than 13. Use a newer server'
        : undefined;
  if (lack) throw new StoreError('database-unfit', `The database "${database}" at ${host} ${lack}.`);
}

function refusal(error: Error & { code?: string }, { database, host, password }: Place): StoreError {
  const said = error.message || error.code || 'no reason given';
  const why = password === '' ? said : said.replaceAll(password, '…');
  if (REFUSALS.test(error.code ?? '')) {
    return new StoreError(
      'database-refused',
      `The PostgreSQL server at ${host} does not open the database "${database}" (${why}). Check the name, user and password in DATABASE_URL, and that the database has been created.`,
    );
  }
  return new StoreError(
    'database-unreachable',
    `The database "${database}" at ${host} cannot be reached (${why}). Check that the server runs and that DATABASE_URL names it, or unset DATABASE_URL to keep things in a folder.`,
  );
}
