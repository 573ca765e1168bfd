import { Pool, type PoolClient, type PoolConfig } from 'pg';

/** A database that can be asked, whichever it is, and let go of. */
export interface Connection {
  connect(): Promise<PoolClient>;
  close(): Promise<void>;
}

/** Connections of which one that breaks does not end the process: whoever asks next is told what is wrong. */
export function poolOf(config: PoolConfig): Pool {
  const pool = new Pool(config);
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
