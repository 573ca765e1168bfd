import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { StoreError } from './errors.js';

/** In the order of their names. One that has been released is never changed: what comes later is one more. */
const migrations: Record<string, Migration> = {
  '0001 reports, readings, incidents': {
    async up(db: Kysely<unknown>) {
      for (const statement of first) await sql.raw(statement).execute(db);
    },
  },
  '0002 joined incidents': {
    async up(db: Kysely<unknown>) {
      for (const statement of second) await sql.raw(statement).execute(db);
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

const second = [
  `alter table reports add column joined bigint`,
  `create index reports_waiting on reports (arrived) where joined is distinct from latest`,
  `create table compared (
    hash text primary key,
    body text not null
  )`,
  `create table members (
    id bigint generated always as identity primary key,
    hash text not null,
    incident text not null,
    position integer not null,
    reading bigint not null,
    keys text[] not null,
    cluster text,
    unique (hash, incident)
  )`,
  // No list of what waits to be put into the index: it would be gone through at every search.
  `create index members_keys on members using gin (keys) with (fastupdate = off)`,
  `create index members_cluster on members (cluster)`,
  `create table links (
    a bigint not null references members on delete cascade,
    b bigint not null references members on delete cascade,
    score double precision not null,
    primary key (a, b)
  )`,
  `create index links_back on links (b, a)`,
  `create table clusters (
    id text primary key,
    arrived bigint not null,
    position integer not null,
    kind text not null,
    family text not null,
    core boolean not null,
    first_day double precision,
    last_day double precision,
    countries text[] not null,
    lat double precision,
    lon double precision,
    card text not null,
    why text not null
  )`,
  `create index clusters_arrived on clusters (arrived desc, position, id)`,
  `create index clusters_kind on clusters (kind)`,
  `create index clusters_days on clusters (first_day, last_day)`,
  `create index clusters_countries on clusters using gin (countries)`,
  `create table decisions (
    id bigint generated always as identity primary key,
    decided_at timestamptz not null default now(),
    decided_by text not null,
    verdict text not null,
    hash_a text not null,
    incident_a text not null,
    hash_b text not null,
    incident_b text not null
  )`,
  `create index decisions_a on decisions (hash_a, incident_a)`,
  `create index decisions_b on decisions (hash_b, incident_b)`,
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
