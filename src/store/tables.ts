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

/** The incidents of the latest reading of each report, for looking up; the reading itself is the record. */
interface Incidents {
  hash: string;
  position: number;
  kind: string;
  family: string;
  core: boolean;
  /** Day numbers as `daysOf` gives them: infinite at an open end, null where the report gives no time. */
  first_day: number | null;
  last_day: number | null;
  countries: string[];
  lat: number | null;
  lon: number | null;
  body: string;
}

export interface Tables {
  reports: Reports;
  readings: Readings;
  incidents: Incidents;
}
