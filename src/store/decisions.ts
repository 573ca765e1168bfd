import { type Kysely, sql } from 'kysely';
import type { KeptDecision, KeptMember } from '../record/index.js';
import { plain } from './plain.js';
import type { Tables } from './tables.js';

/** Every entry on any of these members, in the order in which they were made. */
export async function decisionsOn(
  db: Kysely<Tables>,
  members: readonly KeptMember[],
): Promise<KeptDecision[]> {
  if (members.length === 0) return [];
  const hashes = members.map(({ report }) => plain(report));
  const incidents = members.map(({ incident }) => plain(incident));
  const named = sql`(select * from unnest(${hashes}::text[], ${incidents}::text[]))`;
  const rows = await db
    .selectFrom('decisions')
    .selectAll()
    .where(sql<boolean>`((hash_a, incident_a) in ${named} or (hash_b, incident_b) in ${named})`)
    .orderBy('id')
    .execute();
  return rows.map(entryFrom);
}

/** Adds one entry. Nothing that was entered before is changed. */
export async function keepDecision(
  db: Kysely<Tables>,
  { by, verdict, a, b }: Omit<KeptDecision, 'id' | 'at'>,
): Promise<KeptDecision> {
  const row = await db
    .insertInto('decisions')
    .values({
      decided_by: plain(by),
      verdict,
      hash_a: plain(a.report),
      incident_a: plain(a.incident),
      hash_b: plain(b.report),
      incident_b: plain(b.incident),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return entryFrom(row);
}

function entryFrom(row: {
  id: string;
  decided_at: Date;
  decided_by: string;
  verdict: string;
  hash_a: string;
  incident_a: string;
  hash_b: string;
  incident_b: string;
}): KeptDecision {
  return {
    id: String(row.id),
    at: row.decided_at.toISOString(),
    by: row.decided_by,
    verdict: row.verdict as KeptDecision['verdict'],
    a: { report: row.hash_a, incident: row.incident_a },
    b: { report: row.hash_b, incident: row.incident_b },
  };
}
