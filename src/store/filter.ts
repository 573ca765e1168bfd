import { type RawBuilder, sql } from 'kysely';
import { type DayRange, daysOf, type IncidentFilter } from '../record/index.js';
import { StoreError } from './errors.js';
import { plain } from './plain.js';

/**
 * A filter as one condition over `incidents` and its `reports`, or over `clusters`: a joined incident passes by the
 * values that are shown, and where any of its reports has the words. An incident of unknown time or place passes no
 * condition on it. Throws a StoreError `filter` where a day is no EDTF.
 */
export function conditionOf(
  filter: IncidentFilter,
  table: 'incidents' | 'clusters' = 'incidents',
): RawBuilder<boolean> {
  const { kind, family, country, from, to, words, report, core } = filter;
  const of = (column: string) => sql.ref(`${table}.${column}`);
  const conditions = [
    kind !== undefined && sql<boolean>`${of('kind')} = ${plain(kind)}`,
    family !== undefined && sql<boolean>`${of('family')} = ${plain(family)}`,
    country !== undefined && sql<boolean>`${of('countries')} @> array[${plain(country)}]::text[]`,
    from !== undefined && sql<boolean>`${of('last_day')} >= ${days('from', from).first}`,
    to !== undefined && sql<boolean>`${of('first_day')} <= ${days('to', to).last}`,
    words !== undefined && inReports(table, hasWords(plain(words))),
    report !== undefined && inReports(table, sql<boolean>`reports.hash = ${plain(report)}`),
    core !== undefined && sql<boolean>`${of('core')} = ${core}`,
  ].filter((condition) => condition !== false);
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

function inReports(table: 'incidents' | 'clusters', condition: RawBuilder<boolean>): RawBuilder<boolean> {
  if (table === 'incidents') return condition;
  return sql<boolean>`clusters.id in (
    select members.cluster from members join reports on reports.hash = members.hash where ${condition})`;
}

/** Words such as "the" are in no index: asked for alone, they leave nothing to look for, and everything passes. */
function hasWords(words: string): RawBuilder<boolean> {
  const query = sql`websearch_to_tsquery('english', ${words})`;
  return sql<boolean>`(reports.words @@ ${query} or numnode(${query}) = 0)`;
}

function days(name: 'from' | 'to', edtf: string): DayRange {
  const range = daysOf(edtf);
  if (range) return range;
  throw new StoreError(
    'filter',
    `\`${name}\` is "${edtf}", which is no EDTF date, such as 2024-02-08 or 2024-02.`,
  );
}
