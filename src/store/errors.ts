export type StoreErrorCode =
  /** Another process has the data folder open. */
  | 'folder-in-use'
  /** The data folder cannot be made or written. */
  | 'folder-unusable'
  /** The data folder was written by another major version of PostgreSQL. */
  | 'folder-version'
  /** The embedded database did not start, or stopped. */
  | 'embedded-failed'
  /** DATABASE_URL is no address of a PostgreSQL database. */
  | 'database-address'
  /** No server answers there. */
  | 'database-unreachable'
  /** The server answers and does not let us in. */
  | 'database-refused'
  /** The database is there and cannot serve: too old, of another encoding, or made by a newer Dateline. */
  | 'database-unfit'
  /** A date of a filter is no EDTF. */
  | 'filter';

/** What can go wrong with the place where things are kept. The message says what to do, and never holds a password. */
export class StoreError extends Error {
  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreError';
  }
}
