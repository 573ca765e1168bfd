import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { StoreError } from './errors.js';

/** In the order of their names. One that has been released is never changed: what comes later is one more. */
const migrations: Record<string, Migration> = {
  '0001 reports, readings, incidents': {
    async up(db: Kysely<unknown>) {
      for (const statement of first) await sql.raw(statement).execute(db);
    },
  },
};

const first = [
  `create table reports (
    hash text primary key,
    arrived bigint generated always as identity unique,
    received_at timestamptz not null default now(),
    body text not null,
    words tsvector not null,
    latest bigint
  )`,
  `create index reports_words on reports using gin (words)`,
  `create table readings (
    id bigint generated always as identity primary key,
    hash text not null references reports,
    reader text not null,
    read_at timestamptz not null default now(),
    card text not null,
    incident_count integer not null,
    body text not null,
    unique (hash, reader)
  )`,
  `create table incidents (
    hash text not null references reports,
    position integer not null,
    kind text not null,
    family text not null,
    core boolean not null,
    first_day double precision,
    last_day double precision,
    countries text[] not null,
    lat double precision,
    lon double precision,
    body text not null,
    primary key (hash, position)
  )`,
  `create index incidents_kind on incidents (kind)`,
  `create index incidents_days on incidents (first_day, last_day)`,
  `create index incidents_countries on incidents using gin (countries)`,
];

/** Brings the tables up to date. Several processes may do so at once: they wait for one another. */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const provider = { getMigrations: async () => migrations };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return;
  const why = error instanceof Error ? error.message : String(error);
  throw new StoreError(
    'database-unfit',
    /previously executed migration .* is missing/.test(why)
      ? 'The database was made by a newer Dateline. Update this one.'
      : `The tables of the database could not be made or brought up to date (${why}).`,
    { cause: error },
  );
}
