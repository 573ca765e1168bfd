import { type RawBuilder, sql } from 'kysely';
import { type DayRange, daysOf, type IncidentFilter } from '../record/index.js';
import { StoreError } from './errors.js';
import { plain } from './plain.js';

/**
 * A filter as one condition over `incidents` and its `reports`. An incident of unknown time or place passes no
 * condition on it. Throws a StoreError `filter` where a day is no EDTF.
 */
export function conditionOf(filter: IncidentFilter): RawBuilder<boolean> {
  const { kind, family, country, from, to, words, report, core } = filter;
  const conditions = [
    kind !== undefined && sql<boolean>`incidents.kind = ${plain(kind)}`,
    family !== undefined && sql<boolean>`incidents.family = ${plain(family)}`,
    country !== undefined && sql<boolean>`incidents.countries @> array[${plain(country)}]::text[]`,
    from !== undefined && sql<boolean>`incidents.last_day >= ${days('from', from).first}`,
    to !== undefined && sql<boolean>`incidents.first_day <= ${days('to', to).last}`,
    words !== undefined && hasWords(plain(words)),
    report !== undefined && sql<boolean>`incidents.hash = ${plain(report)}`,
    core !== undefined && sql<boolean>`incidents.core = ${core}`,
  ].filter((condition) => condition !== false);
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
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
