import type { Generated } from 'kysely';

/**
 * A report as it was handed in. `body` is its JSON as text, and not `jsonb`: PostgreSQL can keep neither NUL nor half
 * of a surrogate pair, while in JSON both are written as escapes, so that what comes back is what went in.
 */
interface Reports {
  hash: string;
  /** Counts up with every report that comes; lists run down from the highest. */
  arrived: Generated<string>;
  received_at: Generated<Date>;
  body: string;
  /** The words of title and text, for searching. */
  words: string;
  /** The reading that came last. */
  latest: string | null;
  /** The reading that is joined with others; where it is not the latest, the report waits to be joined. */
  joined: string | null;
}

/** Every reading that a report was ever given: one by each reader, never changed. */
interface Readings {
  id: Generated<string>;
  hash: string;
  /** Version and models of the reader, as JSON with sorted keys. */
  reader: string;
  read_at: Generated<Date>;
  /** What lists say of the report, as JSON. */
  card: string;
  incident_count: number;
  body: string;
}

/** By what incidents and joined incidents are looked up. */
export interface LookedUp {
  kind: string;
  family: string;
  core: boolean;
  /** Day numbers as `daysOf` gives them: infinite at an open end, null where no time is given. */
  first_day: number | null;
  last_day: number | null;
  countries: string[];
  lat: number | null;
  lon: number | null;
}

/** The incidents of the latest reading of each report, for looking up; the reading itself is the record. */
interface Incidents extends LookedUp {
  hash: string;
  position: number;
  body: string;
}

/** Of each report that is joined, what is compared with others, as JSON: far less than its reading. */
interface Compared {
  hash: string;
  body: string;
}

/** Every incident of every report that is joined, with the keys by which those that may be the same are found. */
interface Members {
  id: Generated<string>;
  hash: string;
  incident: string;
  /** Where the reading has it. */
  position: number;
  reading: string;
  keys: string[];
  /** The joined incident that it stands in; null while that is being decided. */
  cluster: string | null;
}

/** Two members that are likely the same. */
interface Links {
  a: string;
  b: string;
  score: number;
}

/** Joined incidents, by the values that are shown, for looking up. */
interface Clusters extends LookedUp {
  id: string;
  /** The report that came last, and where in it: lists run by them. */
  arrived: string;
  position: number;
  /** What lists say of it, as JSON. */
  card: string;
  /** Sentences, as JSON. */
  why: string;
}

/** What people said of two members: one row each time, never changed. */
interface Decisions {
  id: Generated<string>;
  decided_at: Generated<Date>;
  decided_by: string;
  verdict: string;
  hash_a: string;
  incident_a: string;
  hash_b: string;
  incident_b: string;
}

export interface Tables {
  reports: Reports;
  readings: Readings;
  incidents: Incidents;
  compared: Compared;
  members: Members;
  links: Links;
  clusters: Clusters;
  decisions: Decisions;
}
